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

// Tracer finds the origins of claims of one dossier.
type Tracer struct {
	d         *hearsay.Dossier
	referents map[hearsay.Ref]int32 // entity of a reading -> referent
	texts     []int32               // by article: the first article with the same text
}

// NewTracer prepares a dossier whose Referents and Copies are known.
func NewTracer(d *hearsay.Dossier) *Tracer {
	return &Tracer{d: d, referents: referents(d), texts: texts(d)}
}

// Trace follows the statements that hold a claim to be so, or those that deny it
// when none does, through chains, credits and copies to the roots of
// information.
func (t *Tracer) Trace(c *hearsay.Claim) hearsay.Origins {
	g := gathering{Tracer: t, of: map[int32]int{}, against: t.denying(c)}
	for _, p := range affirming(c) {
		if !g.denies(p.Statement) {
			g.voice(p.Statement)
		}
	}
	if len(g.roots) == 0 {
		for _, p := range c.Positions {
			g.voice(p.Statement)
		}
	}
	g.narrators(c)
	g.merge()
	return g.origins()
}

// denies reports whether the voice of a statement denies the claim elsewhere.
func (t *gathering) denies(ref hearsay.Ref) bool {
	s := &t.d.Readings[ref.Article].Statements[ref.Index]
	i, ok := t.referents[hearsay.Ref{Article: ref.Article, Index: s.Source.Entity}]
	return ok && slices.Contains(t.against, i)
}

// denying lists the referents that deny a claim.
func (t *Tracer) denying(c *hearsay.Claim) []int32 {
	var out []int32
	for _, p := range c.Positions {
		s := &t.d.Readings[p.Statement.Article].Statements[p.Statement.Index]
		if i, ok := t.referents[hearsay.Ref{Article: p.Statement.Article, Index: s.Source.Entity}]; ok && p.Stance == hearsay.StanceDenies {
			out = append(out, i)
		}
	}
	return out
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
	repeated bool // found in several statements
	unknown  bool // attributed to somebody who was not found
	articles []int32
	runs     []uint64 // of the words that it said
	quoted   bool     // some of them between quotation marks
}

// gathering is the roots of one claim.
type gathering struct {
	*Tracer
	roots   []root
	of      map[int32]int // referent -> root
	against []int32       // referents that deny the claim: they pass nothing on
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

// texts maps each article to the first one that it is a copy of, over copies of
// copies.
func texts(d *hearsay.Dossier) []int32 {
	first := make([]int32, len(d.Readings))
	for i := range first {
		first[i] = int32(i)
	}
	root := func(i int32) int32 {
		for first[i] != i {
			i = first[i]
		}
		return i
	}
	for _, c := range d.Copies {
		if c.Relation == hearsay.CopyExact || c.Relation == hearsay.CopyNear {
			a, b := root(c.A), root(c.B)
			first[max(a, b)] = min(a, b)
		}
	}
	for i := range first {
		first[i] = root(int32(i))
	}
	return first
}

// voice adds the innermost voice of a statement.
func (t *gathering) voice(ref hearsay.Ref) {
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
	if k := len(chain); n.entity < 0 && k > 0 && !denied(r, s) && !slices.Contains(t.against, t.referent(ref.Article, chain[k-1])) {
		n.entity = chain[k-1]
	}
	for _, e := range chain {
		if i := t.referent(ref.Article, e); e != n.entity && i >= 0 && !slices.Contains(t.against, i) && !slices.Contains(n.through, i) {
			n.through = append(n.through, i)
		}
	}
	if n.entity >= 0 {
		n.referent = t.referent(ref.Article, n.entity)
	}
	n.runs, n.quoted = runs(r, s), s.Form != hearsay.Indirect
	if n.referent >= 0 {
		if i, known := t.of[n.referent]; known {
			t.roots[i].again(n)
			return
		}
		t.of[n.referent] = len(t.roots)
	} else if n.unknown = len(s.Source.Spans) > 0; !n.unknown {
		n.credit = credit(r.Article)
	}
	t.roots = append(t.roots, n)
}

// denied reports whether the statement that holds s denies it: its voice is no
// origin of what it denies.
func denied(r *hearsay.Reading, s *hearsay.Statement) bool {
	return s.Within >= 0 && r.Statements[s.Within].Act == hearsay.ActDeny
}

// again adds another mention of the same voice to a root.
func (r *root) again(n root) {
	const enough = 8 // places that prove one root
	r.articles = append(r.articles, n.articles...)
	if r.repeated = true; len(r.place) < enough {
		r.place = append(r.place, n.place...)
	}
	r.quoted = r.quoted || n.quoted
	if len(r.runs) < manyRuns {
		r.runs = append(r.runs, n.runs...)
	}
	for _, e := range n.through {
		if !slices.Contains(r.through, e) {
			r.through = append(r.through, e)
		}
	}
}

func (t *gathering) referent(article, entity int32) int32 {
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
func (t *gathering) narrators(c *hearsay.Claim) {
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
