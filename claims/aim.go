package claims

import (
	"math"
	"slices"

	"hearsay"
)

// attach gives every statement without words of its own ("this is not true", "the
// report") to the draft of the statement that it is aimed at.
func (rd *reader) attach() {
	for i := range rd.units {
		u := &rd.units[i]
		if u.whole != int32(i) || !rd.bare(u) {
			continue
		}
		if len(u.features) > 0 && rd.named(u) && rd.bound(u.ref) < 0 {
			continue
		}
		aim := rd.aim(u.ref)
		if aim.on < 0 || rd.units[aim.on].draft == nil || rd.units[aim.on].draft == u.draft {
			continue
		}
		if u.draft != nil {
			u.draft.units = slices.DeleteFunc(u.draft.units, func(x int32) bool { return x == int32(i) })
		}
		aim.unit = int32(i)
		u.draft = rd.units[aim.on].draft
		u.draft.attached = append(u.draft.attached, aim)
	}
}

// bare reports whether what a unit bears on must be looked for elsewhere: it has
// no words of its own, or points there: "the idea", "it is a fairy tale", "has
// made no such offer".
func (rd *reader) bare(u *unit) bool {
	if u.empty {
		return true
	}
	n := rd.telling(u)
	if !bears(rd.statement(u.ref).Act) || n > 2 || len(u.spans) == 0 {
		return n == 0 && bears(rd.statement(u.ref).Act)
	}
	r := rd.d.Readings[u.ref.Article]
	tokens := within(r, u.spans[:1])
	if doesSo(r, tokens) {
		return false
	}
	return n == 0 || u.fragment && said(r, tokens) || such(r, tokens) || rd.statement(u.ref).Form != hearsay.Indirect && thatIs(r, tokens)
}

// named reports whether a unit only names somebody: who "contradicts the company"
// may mean anything that it said.
func (rd *reader) named(u *unit) bool {
	r := rd.d.Readings[u.ref.Article]
	if !u.fragment || slices.ContainsFunc(within(r, u.spans), func(i int32) bool { return utterance(r, i) }) {
		return false
	}
	return !slices.ContainsFunc(u.features, func(f feature) bool { return rd.vocab.kinds[f.id] != name })
}

// telling counts the words of a unit that tell what happened, names left out.
func (rd *reader) telling(u *unit) int {
	n := 0
	for _, f := range u.features {
		if k := rd.vocab.kinds[f.id]; k == word || k == action || k == number {
			n++
		}
	}
	return n
}

// aim is what a statement bears on: a unit with words, followed over statements
// without; on is -1 when it is not found. A denial next to a denial is taken to
// repeat it.
func (rd *reader) aim(ref hearsay.Ref) position {
	again := false
	for range 4 {
		t := rd.inBody(ref)
		again = again || t >= 0
		if t < 0 {
			t = rd.bound(ref)
		}
		if t < 0 {
			t = rd.antecedent(ref)
			again = again || t >= 0 && rd.statement(ref).Act == hearsay.ActDeny && rd.d.Readings[ref.Article].Statements[t].Act == hearsay.ActDeny
		}
		if t < 0 {
			if t = rd.fellow(ref, false); t >= 0 {
				again = true
			}
		}
		if t < 0 {
			break
		}
		ref.Index = t
		w, ok := rd.of[ref]
		switch {
		case !ok || rd.bare(&rd.units[w]):
			continue
		case rd.units[w].apart:
			return position{on: rd.units[w].parts[0], again: again}
		}
		return position{on: w, again: again}
	}
	return position{on: -1}
}

// inBody is what the same voice denies or confirms in words in the body of an article of
// which the headline only says that it does: "..., palace denies claim"; -1 for none or several.
func (rd *reader) inBody(ref hearsay.Ref) int32 {
	if body(rd.d.Readings[ref.Article], rd.statement(ref).Anchor()) {
		return -1
	}
	return rd.fellow(ref, true)
}

// bound is the target of a statement when it stands in the same sentence or one
// holds the other; -1 when it does not, and other statements may be meant.
func (rd *reader) bound(ref hearsay.Ref) int32 {
	r, s := rd.d.Readings[ref.Article], rd.statement(ref)
	if s.Target < 0 {
		return -1
	}
	t := &r.Statements[s.Target]
	if t.Within == ref.Index || s.Within == s.Target || sentenceOf(r, t.Anchor()) == sentenceOf(r, s.Anchor()) {
		return s.Target
	}
	return -1
}

// Grades of an antecedent: the more accounts say it the likelier it is what all
// speak about, the further back the less likely.
const (
	sentencesBack     = 10
	perSentence       = 0.25
	perSentenceOfThis = 1.00 // of "such claims": the nearest are meant
	perSentenceOfOne  = 0.05 // among the statements of the voice that is named
	perSentenceOfNews = 0.05 // what "the reports" are about may be the story itself
	reported          = 1.0  // said by a medium; half of it for an unnamed source
	wanted            = 1.5  // what somebody wants is seldom denied
	besideIt          = 2.0  // said just before, in what holds both: "claims that it fell are false"
	targeted          = 0.8  // the nearest statement, by its article alone
	elsewhere         = 1.0  // what the same voice denies elsewhere in the article
)

// antecedent looks for what a statement without a target is about: a statement
// of somebody else in the same sentence or shortly before and, from a headline
// or standfirst, shortly after; -1 for none.
func (rd *reader) antecedent(ref hearsay.Ref) int32 {
	r := rd.d.Readings[ref.Article]
	s := rd.statement(ref)
	if !bears(s.Act) {
		return -1
	}
	here, ahead := sentenceOf(r, s.Anchor()), !body(r, s.Anchor())
	best, top := int32(-1), math.Inf(-1)
	other := rd.fellow(ref, true)
	content := within(r, s.Content)
	whose, news, these := sayer(r, s), reports(r, content), demonstrative(r, content)
	for j := range r.Statements {
		t := &r.Statements[j]
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if int32(j) == ref.Index || !ok || t.Source.Entity >= 0 && t.Source.Entity == s.Source.Entity || t.Within == ref.Index {
			continue
		}
		if whose >= 0 && !rd.oneVoice(r, whose, t.Source.Entity) {
			continue
		}
		back := here - sentenceOf(r, t.Anchor())
		beside := s.Within >= 0 && t.Within == s.Within && len(t.Content) > 0 && len(s.Content) > 0 && t.Content[0].Start < s.Content[0].Start
		if t.Anchor().Start >= s.Anchor().Start && !beside {
			if back = -back; !ahead {
				continue
			}
		}
		if back < 0 || back > sentencesBack && !news {
			continue
		}
		grade := rd.grade(u, t) - perSentence*float64(back)
		switch {
		case whose >= 0:
			grade += (perSentence - perSentenceOfOne) * float64(back)
		case news:
			grade += (perSentence - perSentenceOfNews) * float64(back)
		case these:
			grade -= (perSentenceOfThis - perSentence) * float64(back)
		case int32(j) == s.Target:
			grade += targeted
		}
		if beside {
			grade += besideIt
		}
		if other >= 0 && rd.units[u].draft != nil && rd.units[u].draft == rd.units[rd.of[hearsay.Ref{Article: ref.Article, Index: other}]].draft {
			grade += elsewhere
		}
		if grade > top {
			best, top = int32(j), grade
		}
	}
	return best
}

// sayer is the entity whose saying a content names: "the senator's claim"; -1 for
// none.
func sayer(r *hearsay.Reading, s *hearsay.Statement) int32 {
	for _, i := range within(r, s.Content) {
		if !utterance(r, i) {
			continue
		}
		for _, m := range r.Mentions {
			if h := r.Tokens[m.Head]; m.Entity >= 0 && h.Head == i && h.Dep == hearsay.DepNmodPoss {
				return m.Entity
			}
		}
	}
	return -1
}

func (rd *reader) grade(u int32, s *hearsay.Statement) float64 {
	unit := &rd.units[u]
	if unit.apart {
		unit = &rd.units[unit.parts[0]]
	}
	grade := 0.0
	if unit.draft != nil {
		grade = math.Log(float64(1 + len(unit.draft.units)))
	}
	switch s.Source.Kind {
	case hearsay.SourceMedia:
		grade += reported
	case hearsay.SourceUnnamed:
		grade += reported / 2
	}
	if unit.asked {
		grade -= wanted
	}
	return grade
}

// fellow is the only thing, in its own words, on which another statement of the
// article, by the same voice or by any, does the same; -1 when there is none or
// several.
func (rd *reader) fellow(ref hearsay.Ref, sameVoice bool) int32 {
	r, s := rd.d.Readings[ref.Article], rd.statement(ref)
	if !bears(s.Act) {
		return -1
	}
	found := int32(-1)
	var what *draft
	for j := range r.Statements {
		t := &r.Statements[j]
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if int32(j) == ref.Index || !ok || t.Act != s.Act || rd.bare(&rd.units[u]) || rd.units[u].draft == nil {
			continue
		}
		if sameVoice && (s.Source.Entity < 0 || !rd.oneVoice(r, s.Source.Entity, t.Source.Entity)) {
			continue
		}
		if what != nil && what != rd.units[u].draft {
			return -1
		}
		found, what = int32(j), rd.units[u].draft
	}
	return found
}

// oneVoice reports whether two entities of an article are the same, or an office
// and who speaks for it.
func (rd *reader) oneVoice(r *hearsay.Reading, a, b int32) bool {
	if b < 0 || a == b {
		return a == b
	}
	e, f := &r.Entities[a], &r.Entities[b]
	return speaksFor(e, f) || speaksFor(f, e)
}

// body reports whether a place is in the body of its article.
func body(r *hearsay.Reading, at hearsay.Span) bool {
	for _, b := range r.Article.Blocks {
		if b.Contains(hearsay.Span{Start: at.Start, End: at.Start}) {
			return b.Role.Body()
		}
	}
	return true
}

func sentenceOf(r *hearsay.Reading, at hearsay.Span) int {
	i, found := slices.BinarySearchFunc(r.Sentences, at.Start, func(s hearsay.Sentence, start int32) int { return int(s.Start - start) })
	if !found {
		i--
	}
	return i
}
