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
		on := rd.narrower(drafts, dr, &rd.nodes[denial.node])
		if on < 0 {
			continue
		}
		to := rd.units[on].draft
		for _, u := range dr.units {
			to.attached = append(to.attached, position{unit: u, on: on})
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

// narrower is an affirmed unit that holds all features of a denial, in the draft of most
// statements; -1 for none.
func (rd *reader) narrower(drafts []*draft, of *draft, denial *node) int32 {
	best, most := int32(-1), 0
	for _, dr := range drafts {
		if dr == of || len(dr.units) <= most {
			continue
		}
		k := slices.IndexFunc(dr.units, func(i int32) bool {
			n := &rd.nodes[rd.units[i].node]
			return rd.statement(rd.units[i].ref).Act != hearsay.ActDeny && !rd.units[i].negated && !slices.ContainsFunc(denial.features, func(f feature) bool { return !has(n, f.id) })
		})
		if k >= 0 {
			best, most = dr.units[k], len(dr.units)
		}
	}
	return best
}
