package copies

import "hearsay"

// Bounds of the relations, on the Jaccard of the shingles, on containment and on
// the ratio of the lengths.
const (
	copyFrom     = .90 // the same text: what differs is a word here and there
	nearFrom     = .75 // of the smaller in the larger, for a near-copy
	nearLength   = .60 // of the smaller to the larger, for a near-copy
	rewriteMean  = 14  // words in a run on average, below which the wording was gone over
	rewriteShare = .25 // of the words of both texts in runs, for a rewrite
)

// relation names the way in which two texts share words; ok is false when they
// share too little.
func (m Match) relation(a, b *Text) (r hearsay.CopyRelation, ok bool) {
	if m.Score < .5 {
		return 0, false
	}
	length := float64(min(m.A, m.B)) / float64(max(m.A, m.B))
	share := float64(m.covered) / float64(max(a.Len(), b.Len()))
	switch {
	case m.Similarity >= copyFrom:
		return hearsay.CopyExact, true
	case m.Containment >= nearFrom && length >= nearLength:
		return hearsay.CopyNear, true
	case m.covered < rewriteMean*len(m.Runs) && share >= rewriteShare:
		return hearsay.CopyRewrite, true
	}
	return hearsay.CopyPartial, true
}
