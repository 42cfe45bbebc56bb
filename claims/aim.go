package claims

import (
	"slices"

	"hearsay"
)

// attach gives every statement without words of its own ("this is not true", "the
// report") to the draft of the statement that it is aimed at.
func (rd *reader) attach() {
	for i := range rd.units {
		u := &rd.units[i]
		if u.whole != int32(i) {
			continue
		}
		aim := rd.aim(u.ref)
		if aim < 0 || !rd.bare(u) {
			continue
		}
		to := rd.units[aim].draft
		if to == nil || to == u.draft {
			continue
		}
		if u.draft != nil {
			u.draft.units = slices.DeleteFunc(u.draft.units, func(x int32) bool { return x == int32(i) })
		}
		to.attached = append(to.attached, position{unit: int32(i), on: aim})
		u.draft = to
	}
}

// bareFeatures is how many features a denial or an answer may have and still be
// nothing but that.
const bareFeatures = 3

// bare reports whether what a unit bears on must be looked for elsewhere.
func (rd *reader) bare(u *unit) bool {
	if u.empty {
		return true
	}
	return bears(rd.statement(u.ref).Act) && len(u.features) <= bareFeatures && u.draft != nil && len(u.draft.units) == 1
}

// aim is the unit with words that a statement bears on; -1 when it is not found.
func (rd *reader) aim(ref hearsay.Ref) int32 {
	for range 4 {
		t := rd.statement(ref).Target
		if t < 0 {
			t = rd.antecedent(ref)
		}
		if t < 0 {
			return -1
		}
		ref.Index = t
		w, ok := rd.of[ref]
		switch {
		case !ok || rd.bare(&rd.units[w]):
			continue
		case rd.units[w].apart:
			return rd.units[w].parts[0]
		}
		return w
	}
	return -1
}

// antecedent looks for what a statement without a target is about: a statement
// of somebody else in the same sentence or shortly before, else what the same
// voice denies elsewhere in the article when that is one thing; -1 for none.
func (rd *reader) antecedent(ref hearsay.Ref) int32 {
	r := rd.d.Readings[ref.Article]
	s := rd.statement(ref)
	if !bears(s.Act) {
		return -1
	}
	here := sentenceOf(r, s.Anchor())
	best, distance := int32(-1), 3
	for j := range r.Statements {
		t := &r.Statements[j]
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if int32(j) == ref.Index || !ok || rd.units[u].empty || t.Source.Entity >= 0 && t.Source.Entity == s.Source.Entity {
			continue
		}
		back := here - sentenceOf(r, t.Anchor())
		if back >= 0 && back < distance && (back > 0 || t.Anchor().Start < s.Anchor().Start) {
			best, distance = int32(j), back
		}
	}
	if best >= 0 {
		return best
	}
	return rd.otherDenial(ref, r, s)
}

// otherDenial is the only thing, in its own words, that the same voice denies
// elsewhere in the article.
func (rd *reader) otherDenial(ref hearsay.Ref, r *hearsay.Reading, s *hearsay.Statement) int32 {
	found := int32(-1)
	var what *draft
	for j := range r.Statements {
		t := &r.Statements[j]
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if int32(j) == ref.Index || !ok || t.Act != s.Act || rd.units[u].empty || rd.units[u].draft == nil {
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
