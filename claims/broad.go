package claims

import (
	"slices"
	"strings"

	"hearsay"
)

// broadWords is how many telling words a denial may have and still deny whatever
// has them all.
const broadWords = 3

// broad lets denials that stand alone bear on a narrower claim: who "denied having
// had any warning", or says "we were never warned", denies having been warned of the
// valve. The claim must have all that the denial says, and more than one word of it;
// of several the one that most statements make.
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
			to.attached = append(to.attached, position{unit: u, on: on, broad: true})
			rd.units[u].draft = to
		}
		slices.SortStableFunc(to.attached, func(x, y position) int { return int(x.unit - y.unit) })
		dr.units = nil
	}
}

// onlyDenied reports whether all statements of a draft deny a content that is not
// negated itself, or exclude whatever there may be of a kind.
func (rd *reader) onlyDenied(dr *draft) bool {
	return !slices.ContainsFunc(dr.units, func(i int32) bool {
		u := &rd.units[i]
		return u.whole != i || !rd.excludes(u) && (u.negated || !denying(rd.statement(u.ref)))
	})
}

// excludes reports whether a unit holds to be so that an act never was, by nobody or
// in any way: "we were never warned of anything".
func (rd *reader) excludes(u *unit) bool {
	s, r := rd.statement(u.ref), rd.d.Readings[u.ref.Article]
	if !u.negated || u.unsure || s.Act != hearsay.ActAssert && s.Act != hearsay.ActDeny || denying(s) || u.root < 0 || rd.vocab.kinds[u.root] != action {
		return false
	}
	return slices.ContainsFunc(within(r, u.spans), func(i int32) bool {
		w := strings.ToLower(r.Tokens[i].Of(r.Article.Text))
		return w == "never" || w == "any" || indefinite(w)
	})
}

// narrower is an affirmed unit that holds all features of a denial, in the draft of most
// statements; -1 for none.
func (rd *reader) narrower(drafts []*draft, of *draft, denial *node) int32 {
	best, most := int32(-1), 0
	root := rd.units[denial.units[0]].root
	never := rd.excludes(&rd.units[denial.units[0]])
	for _, dr := range drafts {
		if dr == of || len(dr.units) <= most {
			continue
		}
		k := slices.IndexFunc(dr.units, func(i int32) bool {
			n := &rd.nodes[rd.units[i].node]
			if never && n.root != root {
				return false
			}
			return rd.statement(rd.units[i].ref).Act != hearsay.ActDeny && !rd.units[i].negated && !slices.ContainsFunc(denial.features, func(f feature) bool { return !has(n, f.id) })
		})
		if k >= 0 {
			best, most = dr.units[k], len(dr.units)
		}
	}
	return best
}
