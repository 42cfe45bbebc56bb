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
// no words of its own or, aimed at another statement, hardly any, or is a phrase
// such as "the idea".
func (rd *reader) bare(u *unit) bool {
	if u.empty {
		return true
	}
	s := rd.statement(u.ref)
	if s.Target >= 0 && bears(s.Act) && rd.telling(u) <= 2 {
		return true
	}
	if !bears(s.Act) || !u.fragment || len(u.features) > 2 || len(u.spans) == 0 {
		return false
	}
	r := rd.d.Readings[u.ref.Article]
	return definite(r, within(r, u.spans[:1]))
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
		t := rd.statement(ref).Target
		if t < 0 {
			t = rd.antecedent(ref)
			again = t >= 0 && rd.statement(ref).Act == hearsay.ActDeny && rd.d.Readings[ref.Article].Statements[t].Act == hearsay.ActDeny
		}
		if t < 0 {
			if t = rd.fellow(ref); t >= 0 {
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

// Grades of an antecedent: the more accounts say it the likelier it is what all
// speak about, the further back the less likely.
const (
	sentencesBack = 5
	perSentence   = 0.35
	reported      = 1.0 // said by a medium; half of it for an unnamed source
)

// antecedent looks for what a statement without a target is about: a statement
// of somebody else in the same sentence or shortly before; -1 for none.
func (rd *reader) antecedent(ref hearsay.Ref) int32 {
	r := rd.d.Readings[ref.Article]
	s := rd.statement(ref)
	if !bears(s.Act) {
		return -1
	}
	here := sentenceOf(r, s.Anchor())
	best, top := int32(-1), math.Inf(-1)
	for j := range r.Statements {
		t := &r.Statements[j]
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if int32(j) == ref.Index || !ok || t.Source.Entity >= 0 && t.Source.Entity == s.Source.Entity || t.Within == ref.Index {
			continue
		}
		back := here - sentenceOf(r, t.Anchor())
		if back < 0 || back > sentencesBack || t.Anchor().Start >= s.Anchor().Start {
			continue
		}
		if grade := rd.grade(u, t) - perSentence*float64(back); grade > top {
			best, top = int32(j), grade
		}
	}
	return best
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
	return grade
}

// fellow is the only thing, in its own words, on which another statement of the
// article does the same; -1 when there is none or several.
func (rd *reader) fellow(ref hearsay.Ref) int32 {
	r, s := rd.d.Readings[ref.Article], rd.statement(ref)
	if !bears(s.Act) {
		return -1
	}
	found := int32(-1)
	var what *draft
	for j := range r.Statements {
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if int32(j) == ref.Index || !ok || r.Statements[j].Act != s.Act || rd.bare(&rd.units[u]) || rd.units[u].draft == nil {
			continue
		}
		if what != nil && what != rd.units[u].draft {
			return -1
		}
		found, what = int32(j), rd.units[u].draft
	}
	return found
}

func sentenceOf(r *hearsay.Reading, at hearsay.Span) int {
	i, found := slices.BinarySearchFunc(r.Sentences, at.Start, func(s hearsay.Sentence, start int32) int { return int(s.Start - start) })
	if !found {
		i--
	}
	return i
}
