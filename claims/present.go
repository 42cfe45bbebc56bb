package claims

import (
	"slices"

	"hearsay"
)

// narrated is the similarity from which a sentence of an outlet's own is taken
// to carry a claim.
const narrated = 0.62

// present adds to each claim the articles that carry it in their own words,
// outside all statements.
func (rd *reader) present(claims []hearsay.Claim, articles []int32, first int32) {
	for _, a := range articles {
		r := rd.d.Readings[a]
		for _, s := range r.Sentences {
			if attributed(r, s.Span) {
				continue
			}
			if c := rd.told(r, a, s.Span); c >= 0 {
				carry(&claims[c-first], a)
			}
		}
	}
}

// attributed reports whether a good part of a stretch is inside a statement.
func attributed(r *hearsay.Reading, at hearsay.Span) bool {
	n := 0
	for i := range r.Statements {
		for _, c := range r.Statements[i].Content {
			n = max(n, int(min(c.End, at.End)-max(c.Start, at.Start)))
		}
	}
	return n*3 > at.Len()
}

// told is the claim that a sentence tells best; -1 for none.
func (rd *reader) told(r *hearsay.Reading, article int32, at hearsay.Span) int32 {
	u := unit{root: -1, agent: -1, speaker: -1}
	rd.features(&u, r, article, within(r, []hearsay.Span{at}))
	n := node{features: u.features, root: u.root, agent: u.agent, sought: u.sought}
	rd.weighOne(&n)
	best, top := int32(-1), narrated
	for _, j := range rd.index.near(&n, 0) {
		dr := rd.units[rd.nodes[j].units[0]].draft
		if s := rd.similar(&n, &rd.nodes[j]); s >= top && dr != nil {
			best, top = dr.claim, s
		}
	}
	return best
}

// carry adds an article to those that carry a claim.
func carry(c *hearsay.Claim, article int32) {
	if at, found := slices.BinarySearch(c.Present, article); !found {
		c.Present = slices.Insert(c.Present, at, article)
	}
}

// parents sets the claim of which another is a part: the one that a statement of
// it lies in.
func (rd *reader) parents(claims []hearsay.Claim, order []*draft, first int32) {
	for k, dr := range order {
		for _, i := range dr.units {
			u := &rd.units[i]
			parent := rd.statement(u.ref).Within
			if parent < 0 {
				continue
			}
			w, ok := rd.of[hearsay.Ref{Article: u.ref.Article, Index: parent}]
			if !ok || rd.units[w].draft == nil || rd.units[w].draft == dr || !covers(rd.units[w].spans, u.spans) {
				continue
			}
			if up := rd.units[w].draft.claim; !ancestor(claims, first, up, first+int32(k)) {
				claims[k].Parent = up
				break
			}
		}
	}
}

// ancestor reports whether claim a is above claim b or is b.
func ancestor(claims []hearsay.Claim, first, b, a int32) bool {
	for b >= 0 {
		if b == a {
			return true
		}
		b = claims[b-first].Parent
	}
	return false
}
