package claims

import (
	"slices"

	"hearsay"
)

// broadWords is how many telling words a denial may have and still deny whatever
// has them all.
const broadWords = 3

// broad lets denials that stand alone bear on a narrower claim: who "denied having
// had any warning" denies having been warned of the valve. The claim must have
// all that the denial says, and more than one word of it; of several the one that
// most statements make.
func (rd *reader) broad(drafts []*draft) {
	for _, dr := range drafts {
		if len(dr.units) == 0 || len(dr.attached) > 0 || !rd.onlyDenied(dr) {
			continue
		}
		denial := &rd.units[dr.units[0]]
		n := rd.telling(denial)
		if n == 0 || n > broadWords || len(denial.features) < 2 {
			continue
		}
		to := rd.narrower(drafts, dr, &rd.nodes[denial.node])
		if to == nil {
			continue
		}
		for _, u := range dr.units {
			to.attached = append(to.attached, position{unit: u, on: to.units[0]})
			rd.units[u].draft = to
		}
		slices.SortStableFunc(to.attached, func(x, y position) int { return int(x.unit - y.unit) })
		dr.units = nil
	}
}

// onlyDenied reports whether all statements of a draft deny a content that is not
// negated itself.
func (rd *reader) onlyDenied(dr *draft) bool {
	return !slices.ContainsFunc(dr.units, func(i int32) bool {
		u := &rd.units[i]
		return u.whole != i || u.negated || !denying(rd.statement(u.ref))
	})
}

// narrower is the draft of which some content has all features of a denial; nil
// for none.
func (rd *reader) narrower(drafts []*draft, of *draft, denial *node) *draft {
	var best *draft
	for _, dr := range drafts {
		if dr == of || len(dr.units) == 0 || best != nil && len(dr.units) <= len(best.units) {
			continue
		}
		holds := slices.ContainsFunc(dr.units, func(i int32) bool {
			n := &rd.nodes[rd.units[i].node]
			return rd.statement(rd.units[i].ref).Act != hearsay.ActDeny && !slices.ContainsFunc(denial.features, func(f feature) bool { return !has(n, f.id) })
		})
		if holds {
			best = dr
		}
	}
	return best
}
