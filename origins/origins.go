// Package origins counts the independent roots of a claim.
//
//	Herald   Two officials told Wire that the bridge would close.
//	Post     The bridge will close, Wire reported.             one origin: two officials,
//	Globe    The bridge will close. (Wire)                     through Wire
//
// Articles are no origins: voices are. A voice that only passes on another, an
// agency whose sources another account names, a spokesman and the office he
// speaks for, and articles with the same text are one. What cannot be decided
// never adds to the lower bound.
package origins

import (
	"slices"

	"hearsay"
)

// Trace follows the statements that hold a claim to be so, or those that deny it
// when none does, through chains, credits and copies to the roots of
// information.
func Trace(d *hearsay.Dossier, c *hearsay.Claim) hearsay.Origins {
	t := tracer{d: d, referents: referents(d)}
	positions := affirming(c)
	for _, p := range positions {
		t.voice(p.Statement)
	}
	t.narrators(c)
	t.merge()
	return t.origins()
}

// affirming lists the positions that hold a claim to be so; all of them when
// none does.
func affirming(c *hearsay.Claim) []hearsay.Position {
	var out []hearsay.Position
	for _, p := range c.Positions {
		switch p.Stance {
		case hearsay.StanceAsserts, hearsay.StanceConfirms, hearsay.StanceRelays:
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return c.Positions
	}
	return out
}

// root is a voice behind which no other is known.
type root struct {
	article  int32
	entity   int32   // of the article; -1 for the outlet itself or an unknown voice
	referent int32   // -1 for the outlet itself or an unknown voice
	through  []int32 // referents that passed it on, outermost first
	credit   string  // agency that the article credits, for a voice of its own
	place    []hearsay.Place
	into     int // root that this one is the same as; itself when it stands alone
	why      string
	maybe    bool // may be the same as another root
	articles []int32
}

type tracer struct {
	d         *hearsay.Dossier
	referents map[hearsay.Ref]int32
	roots     []root
}

func referents(d *hearsay.Dossier) map[hearsay.Ref]int32 {
	of := map[hearsay.Ref]int32{}
	for i := range d.Referents {
		for _, m := range d.Referents[i].Members {
			of[m] = int32(i)
		}
	}
	return of
}

// voice adds the innermost voice of a statement.
func (t *tracer) voice(ref hearsay.Ref) {
	r := t.d.Readings[ref.Article]
	s := &r.Statements[ref.Index]
	n := root{article: ref.Article, entity: s.Source.Entity, referent: -1, articles: []int32{ref.Article}, into: len(t.roots)}
	for _, sp := range slices.Concat(s.Source.Spans, s.Cue) {
		n.place = append(n.place, hearsay.Place{Article: ref.Article, Span: sp})
	}
	if len(n.place) == 0 && len(s.Content) > 0 {
		n.place = append(n.place, hearsay.Place{Article: ref.Article, Span: s.Content[0]})
	}
	chain := s.Chain
	if n.entity < 0 && len(chain) > 0 {
		n.entity = chain[len(chain)-1]
	}
	for _, e := range chain {
		if e != n.entity {
			n.through = append(n.through, t.referent(ref.Article, e))
		}
	}
	if n.entity >= 0 {
		n.referent = t.referent(ref.Article, n.entity)
	} else if len(s.Source.Spans) == 0 {
		n.credit = credit(r.Article)
	}
	t.roots = append(t.roots, n)
}

func (t *tracer) referent(article, entity int32) int32 {
	if i, ok := t.referents[hearsay.Ref{Article: article, Index: entity}]; ok {
		return i
	}
	return -1
}

func credit(a *hearsay.Article) string {
	if len(a.Credits) == 0 {
		return ""
	}
	return a.Credits[0].Agency
}

// narrators adds a voice for each article that carries the claim in its own
// words and has no other voice for it.
func (t *tracer) narrators(c *hearsay.Claim) {
	if len(t.roots) == 0 {
		return
	}
	for _, a := range c.Present {
		if slices.ContainsFunc(t.roots, func(r root) bool { return r.article == a }) || positioned(c, a) {
			continue
		}
		t.roots = append(t.roots, root{article: a, entity: -1, referent: -1, credit: credit(t.d.Readings[a].Article), articles: []int32{a}, into: len(t.roots)})
	}
}

func positioned(c *hearsay.Claim, article int32) bool {
	return slices.ContainsFunc(c.Positions, func(p hearsay.Position) bool { return p.Statement.Article == article })
}
