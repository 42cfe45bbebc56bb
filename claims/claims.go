// Package claims aligns statements of different articles that say the same, and
// finds where they contradict one another.
//
//	Herald   The mayor said {the bridge would close}.    claim  the bridge would close
//	Post     {The bridge will close}, said the mayor.    Herald asserts, Post asserts,
//	Post     The builder denied that {it would close}.   Post denies
//
// A content is its words by base form and class of synonyms, its names over all
// articles, and its numbers, each weighed by how rare it is in the story; two
// contents say the same when most of the shorter one is found in the other and
// their predicates agree. Exact words decide polarity.
package claims

import (
	"slices"
	"strings"

	"hearsay"
)

// Align returns the claims of a dossier whose Readings, Referents, Copies and
// Stories are known, in order of their first statement. Origins and Absent are
// left to others.
func Align(d *hearsay.Dossier) []hearsay.Claim {
	var all []hearsay.Claim
	names := nameAll(d)
	for i := range d.Stories {
		rd := newReader(d, names)
		rd.read(d.Stories[i].Articles)
		claims := rd.align(int32(len(all)))
		for k := range claims {
			claims[k].Story = int32(i)
		}
		rd.present(claims, d.Stories[i].Articles, int32(len(all)))
		all = append(all, claims...)
	}
	return all
}

func newReader(d *hearsay.Dossier, names naming) *reader {
	return &reader{d: d, names: names.key, nations: names.nation, of: map[hearsay.Ref]int32{}, vocab: vocabulary{ids: map[string]int32{}}}
}

// align makes the claims of the units read; first is the index that the first of
// them will have in the dossier.
func (rd *reader) align(first int32) []hearsay.Claim {
	active := rd.choose()
	rd.nodes = rd.collapse(active)
	rd.index = newIndex(rd.nodes, len(rd.vocab.kinds))
	drafts := rd.drafts(rd.group(rd.edges(active), rd.identities(active)))
	rd.attach()
	rd.broad(drafts)
	order := sorted(rd.propositions(drafts))
	claims := make([]hearsay.Claim, len(order))
	for i, dr := range order {
		dr.claim = first + int32(i)
	}
	for i, dr := range order {
		claims[i] = rd.claim(dr)
	}
	rd.parents(claims, order, first)
	return claims
}

// draft is a claim in the making.
type draft struct {
	units    []int32
	attached []position
	claim    int32
}

// position is a statement that bears on a draft without words of its own.
type position struct {
	unit  int32
	on    int32 // the unit it is aimed at
	again bool  // says what on says, and is not aimed at it
	broad bool  // says that nothing of the kind is so, in words of its own
}

func (rd *reader) drafts(c *clusters) []*draft {
	var drafts []*draft
	for n := range rd.nodes {
		if len(c.members[n]) == 0 {
			continue
		}
		dr := &draft{}
		for _, m := range c.members[n] {
			dr.units = append(dr.units, rd.nodes[m].units...)
		}
		slices.Sort(dr.units)
		for _, u := range dr.units {
			rd.units[u].draft = dr
		}
		drafts = append(drafts, dr)
	}
	return drafts
}

// sorted orders drafts by their first statement.
func sorted(drafts []*draft) []*draft {
	order := slices.DeleteFunc(slices.Clone(drafts), func(dr *draft) bool { return len(dr.units)+len(dr.attached) == 0 })
	first := func(dr *draft) int32 {
		at := int32(1<<31 - 1)
		if len(dr.units) > 0 {
			at = dr.units[0]
		}
		for _, p := range dr.attached {
			at = min(at, p.unit)
		}
		return at
	}
	slices.SortStableFunc(order, func(x, y *draft) int { return int(first(x) - first(y)) })
	return order
}

// claim finishes a draft: its wording, and the stance of every statement to it.
func (rd *reader) claim(dr *draft) hearsay.Claim {
	wording := rd.wording(dr)
	c := hearsay.Claim{Parent: -1, Wording: rd.place(wording)}
	seen := map[hearsay.Ref]bool{}
	take := func(unit int32, agrees bool) {
		ref := rd.units[unit].ref
		if seen[ref] {
			return
		}
		seen[ref] = true
		c.Positions = append(c.Positions, hearsay.Position{Statement: ref, Stance: rd.stance(dr, unit, wording, agrees)})
		if n := len(c.Present); n == 0 || c.Present[n-1] != ref.Article {
			c.Present = append(c.Present, ref.Article)
		}
	}
	next := 0
	for _, u := range dr.units {
		for ; next < len(dr.attached) && dr.attached[next].unit < u; next++ {
			take(dr.attached[next].unit, rd.aimed(dr.attached[next], wording))
		}
		take(u, rd.agrees(u, wording))
	}
	for ; next < len(dr.attached); next++ {
		take(dr.attached[next].unit, rd.aimed(dr.attached[next], wording))
	}
	rd.agree(&c)
	return c
}

// agree gives a statement inside another one of the same voice the stance of the
// outer one: who says "claims that it fell are false" does not hold that it fell.
func (rd *reader) agree(c *hearsay.Claim) {
	for i := range c.Positions {
		p := &c.Positions[i]
		inner := rd.statement(p.Statement)
		for _, q := range c.Positions {
			if q.Statement.Article != p.Statement.Article || q.Statement == p.Statement || !inside(rd.d.Readings[p.Statement.Article], inner, rd.statement(q.Statement)) {
				continue
			}
			if p.Stance = q.Stance; p.Stance == hearsay.StanceRelays {
				p.Stance = hearsay.StanceAsserts
			}
			break
		}
	}
}

// inside reports whether a statement lies in a longer one of the same voice: of the
// same entity, or of the "I" in what is quoted.
func inside(r *hearsay.Reading, inner, outer *hearsay.Statement) bool {
	if len(inner.Content) == 0 || !covers(outer.Content, inner.Content) || hearsay.Cover(outer.Content) == hearsay.Cover(inner.Content) {
		return false
	}
	if inner.Source.Entity < 0 {
		return outer.Form != hearsay.Indirect && slices.ContainsFunc(inner.Source.Spans, func(s hearsay.Span) bool {
			words := strings.Fields(s.Of(r.Article.Text))
			return firstPerson(words[len(words)-1])
		})
	}
	return inner.Source.Entity == outer.Source.Entity
}
