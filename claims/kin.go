package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/vectors"
)

// Words of like meaning stand in for each other where two contents say much the same
// already: "people with ties to the group", "individuals with ties to the group".
// Opposites are alike too, so verbs, names, numbers and times stand for themselves
// only, and so does every word of a content that is held against its negation.
const (
	kinFrom   = 0.55 // likeness of two words
	kinShared = 3    // features that two contents must share
)

// vectorOf is the vector of a word that may have kin; an empty one for others.
func vectorOf(r *hearsay.Reading, token int32, k kind) vectors.Vector {
	if k != word && k != quality && !(k == action && !verbal(r.Tokens[token].Tag)) || inTime(r, token) {
		return vectors.Vector{}
	}
	v, _ := vectors.Of(strings.ToLower(r.Tokens[token].Of(r.Article.Text)))
	return v
}

// kin is the weight that unshared words of two nodes have in common by their meaning;
// each word has at most one other.
func (rd *reader) kin(a, b *node) float64 {
	sum := 0.0
	var used []int32
	for _, f := range a.features {
		v := rd.vocab.vectors[f.id]
		if v.Weight() == 0 || has(b, f.id) {
			continue
		}
		best, top := feature{}, float32(kinFrom)
		for _, g := range b.features {
			if w := rd.vocab.vectors[g.id]; w.Weight() > 0 && !has(a, g.id) && !slices.Contains(used, g.id) {
				if l := v.Like(w); l >= top {
					best, top = g, l
				}
			}
		}
		if best.weight > 0 {
			used = append(used, best.id)
			sum += min(f.weight, best.weight) * float64(top)
		}
	}
	return sum
}

// akin reports whether words of two nodes may stand in for each other: both are of
// statements, they share enough, and neither is the other's negation.
func (rd *reader) akin(a, b *node, shared int) bool {
	return len(a.units) > 0 && len(b.units) > 0 && shared >= kinShared && !rd.opposite(a, b)
}
