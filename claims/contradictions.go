package claims

import (
	"slices"
	"strings"

	"hearsay"
)

// Contradictions returns the disagreements about the claims of d: voices that
// deny what others assert, and numbers and dates of one thing that cannot all be
// right. A voice does not contradict itself, nor an office its spokesman.
func Contradictions(d *hearsay.Dossier) []hearsay.Contradiction {
	v := newVoices(d)
	var out []hearsay.Contradiction
	for i := range d.Claims {
		c := &d.Claims[i]
		if x, ok := v.denial(c); ok {
			x.Claim = int32(i)
			out = append(out, x)
		}
		for _, x := range v.measures(c) {
			x.Claim = int32(i)
			out = append(out, x)
		}
	}
	out = append(out, v.tolls()...)
	return append(out, v.accounts()...)
}

// voices tells who speaks in statements.
type voices struct {
	d  *hearsay.Dossier
	of map[hearsay.Ref]int32 // entity of a reading -> referent
}

func newVoices(d *hearsay.Dossier) voices {
	v := voices{d, map[hearsay.Ref]int32{}}
	for i := range d.Referents {
		for _, m := range d.Referents[i].Members {
			v.of[m] = int32(i)
		}
	}
	return v
}

func (v voices) statement(ref hearsay.Ref) *hearsay.Statement {
	return &v.d.Readings[ref.Article].Statements[ref.Index]
}

// entity is the innermost voice of a statement, of the outer one where it has
// none of its own; nil for the outlet itself.
func (v voices) entity(ref hearsay.Ref) *hearsay.Entity {
	s := v.statement(ref)
	e := s.Source.Entity
	if e < 0 && len(s.Chain) > 0 {
		e = s.Chain[len(s.Chain)-1]
	}
	switch {
	case e < 0 && s.Within >= 0 && s.Within != ref.Index && v.statement(hearsay.Ref{Article: ref.Article, Index: s.Within}).Within != ref.Index:
		return v.entity(hearsay.Ref{Article: ref.Article, Index: s.Within})
	case e < 0:
		return nil
	}
	return &v.d.Readings[ref.Article].Entities[e]
}

// one reports whether two statements have one voice: the same referent, an
// office and who speaks for it, or the same outlet in its own words.
func (v voices) one(a, b hearsay.Ref) bool {
	if v.toldIn(a, b) || v.toldIn(b, a) {
		return false
	}
	e, f := v.entity(a), v.entity(b)
	if e == nil || f == nil {
		return e == nil && f == nil && a.Article == b.Article
	}
	p, okP := v.referent(a)
	q, okQ := v.referent(b)
	return a.Article == b.Article && e == f || okP && okQ && p == q || speaksFor(e, f) || speaksFor(f, e)
}

// toldIn reports whether a statement without a source of its own lies in another
// one: "the report that it fell", of which its denier speaks.
func (v voices) toldIn(a, b hearsay.Ref) bool {
	s := v.statement(a)
	return a.Article == b.Article && a != b && s.Within == b.Index && s.Source.Entity < 0
}

func (v voices) referent(ref hearsay.Ref) (int32, bool) {
	i, ok := v.of[hearsay.Ref{Article: ref.Article, Index: v.statement(ref).Source.Entity}]
	return i, ok
}

// speaksFor reports whether e holds a role in f.
func speaksFor(e, f *hearsay.Entity) bool {
	office := strings.TrimPrefix(strings.ToLower(f.Name), "the ")
	if e.Kind != hearsay.KindPerson && e.Kind != hearsay.KindRole || f.Kind == hearsay.KindPerson || office == "" {
		return false
	}
	return slices.ContainsFunc(e.Roles, func(role string) bool {
		role = " " + strings.ToLower(role) + " "
		return strings.Contains(role, " "+office+" ") || strings.Contains(role, " "+office+"'s ")
	})
}

// denial sets the voices that deny a claim against those that assert it.
func (v voices) denial(c *hearsay.Claim) (hearsay.Contradiction, bool) {
	x := hearsay.Contradiction{Kind: hearsay.ByDenial}
	for _, p := range c.Positions {
		switch p.Stance {
		case hearsay.StanceAsserts, hearsay.StanceConfirms, hearsay.StanceRelays:
			x.A = append(x.A, p.Statement)
		case hearsay.StanceDenies:
			x.B = append(x.B, p.Statement)
		}
	}
	x.A = slices.DeleteFunc(x.A, func(a hearsay.Ref) bool {
		return slices.ContainsFunc(x.B, func(b hearsay.Ref) bool { return v.tells(a, b) })
	})
	a, b := v.without(x.A, x.B), v.without(x.B, x.A)
	x.A, x.B = a, b
	return x, len(x.A) > 0 && len(x.B) > 0
}

// tells reports whether most of what one statement says is that another one was made:
// who quotes a denial does not hold what is denied.
func (v voices) tells(a, b hearsay.Ref) bool {
	outer, inner := v.statement(a), v.statement(b)
	if a.Article != b.Article || inner.Within != a.Index || len(inner.Cue) == 0 || !covers(outer.Content, inner.Cue) {
		return false
	}
	whole := hearsay.Cover(slices.Concat(inner.Source.Spans, inner.Cue, inner.Content))
	return 3*whole.Len() >= 2*hearsay.Cover(outer.Content).Len()
}

// without leaves out of a side the statements whose voice speaks at least as
// often on the other.
func (v voices) without(side, other []hearsay.Ref) []hearsay.Ref {
	count := func(list []hearsay.Ref, of hearsay.Ref) int {
		n := 0
		for _, ref := range list {
			if v.one(of, ref) {
				n++
			}
		}
		return n
	}
	return slices.DeleteFunc(slices.Clone(side), func(ref hearsay.Ref) bool {
		n := count(other, ref)
		return n > 0 && n >= count(side, ref)
	})
}
