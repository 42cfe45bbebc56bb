package origins

import (
	"slices"
	"strings"

	"hearsay"
)

// merge makes one of the roots that are the same, the surest ground first.
func (t *tracer) merge() {
	t.pairs("named in each account", func(a, b *root) bool { return a.referent >= 0 && a.referent == b.referent })
	t.pairs("the unnamed sources of one report", t.sameUnnamed)
	t.pairs("the text of one account is that of the other", t.sameText)
	t.pairs("passes on what the other is cited for", func(a, b *root) bool { return a.referent >= 0 && slices.Contains(b.through, a.referent) })
	t.pairs("speaks for the other", t.speaksFor)
	t.pairs("supplied the copy of the account", t.credited)
	t.pairs("cited as the account in which the other is named", t.cited)
	t.pairs("the account names its source", func(a, b *root) bool { return t.own(a) && a.article == b.article && !t.own(b) })
	t.pairs("the report that the account names", t.report)
	t.doubtful()
}

// pairs folds each root a into the first root b that same holds for.
func (t *tracer) pairs(why string, same func(a, b *root) bool) {
	for i := range t.roots {
		if t.roots[i].into != i {
			continue
		}
		for j := range t.roots {
			if to := t.find(j); to != i && same(&t.roots[i], &t.roots[j]) {
				t.roots[i].into, t.roots[i].why = to, why
				break
			}
		}
	}
}

func (t *tracer) find(i int) int {
	for t.roots[i].into != i {
		i = t.roots[i].into
	}
	return i
}

func (t *tracer) source(r *root) *hearsay.Entity {
	if r.entity < 0 {
		return nil
	}
	return &t.d.Readings[r.article].Entities[r.entity]
}

// own reports whether a root is an outlet's own voice.
func (t *tracer) own(r *root) bool { return r.entity < 0 }

func (t *tracer) unnamed(r *root) bool {
	e := t.source(r)
	return e != nil && (e.Kind == hearsay.KindUnnamed || e.Kind == hearsay.KindGroup && !t.isNamed(r))
}

// sameUnnamed joins unnamed sources that reach the accounts through one medium,
// or stand in one account, unless their nations differ.
func (t *tracer) sameUnnamed(a, b *root) bool {
	if !t.unnamed(a) || !t.unnamed(b) {
		return false
	}
	p, q := t.source(a), t.source(b)
	if p.Nation != "" && q.Nation != "" && p.Nation != q.Nation {
		return false
	}
	if a.article == b.article && slices.Equal(a.through, b.through) {
		return true
	}
	return slices.ContainsFunc(t.media(a), func(m string) bool { return slices.Contains(t.media(b), m) })
}

// media names the media that a root reached its account through, the agency
// credited among them.
func (t *tracer) media(r *root) []string {
	var names []string
	for _, m := range r.through {
		if m >= 0 && t.d.Referents[m].Kind == hearsay.KindMedia {
			names = append(names, t.d.Referents[m].Name)
		}
	}
	if len(names) == 0 {
		if c := credit(t.d.Readings[r.article].Article); c != "" {
			names = append(names, c)
		}
	}
	return names
}

// sameText joins what two accounts have from nobody, or from unnamed sources,
// when one of the accounts is a copy of the other.
func (t *tracer) sameText(a, b *root) bool {
	if !t.own(a) && !t.unnamed(a) || t.own(a) != t.own(b) || a.article == b.article {
		return false
	}
	return slices.ContainsFunc(t.d.Copies, func(c hearsay.Copy) bool {
		return c.Relation <= hearsay.CopyNear && (c.A == a.article && c.B == b.article || c.A == b.article && c.B == a.article)
	})
}

// speaksFor reports whether a is an office or an organisation and b holds a role
// in it.
func (t *tracer) speaksFor(a, b *root) bool {
	p, q := t.source(a), t.source(b)
	if p == nil || q == nil || p.Kind == hearsay.KindMedia || p.Kind == hearsay.KindPerson || q.Kind == hearsay.KindUnnamed {
		return false
	}
	office := strings.TrimPrefix(strings.ToLower(p.Name), "the ")
	return len(office) > 1 && slices.ContainsFunc(q.Roles, func(role string) bool {
		return role == office || strings.Contains(" "+strings.ToLower(role)+" ", " "+office+" ") || strings.Contains(strings.ToLower(role), office+"'s ")
	})
}

// credited joins an outlet's own words with the agency that it credits.
func (t *tracer) credited(a, b *root) bool {
	if a.credit == "" {
		return false
	}
	if b.credit == a.credit {
		return true
	}
	return slices.ContainsFunc(append(t.mediaOf(b), t.media(b)...), func(m string) bool { return same(m, a.credit) })
}

// mediaOf is the name of a medium that is a root itself.
func (t *tracer) mediaOf(r *root) []string {
	if r.referent >= 0 && t.d.Referents[r.referent].Kind == hearsay.KindMedia {
		return []string{t.d.Referents[r.referent].Name}
	}
	return nil
}

// cited joins a medium that is only cited with the voice in its own account,
// when that account is there.
func (t *tracer) cited(a, b *root) bool {
	name := t.mediaOf(a)
	return name != nil && a.article != b.article && same(name[0], t.d.Readings[b.article].Article.Outlet.Name)
}

func same(a, b string) bool {
	return a != "" && strings.EqualFold(strings.TrimPrefix(a, "The "), strings.TrimPrefix(b, "The "))
}

// report joins "a media report" with the medium that the same account names.
func (t *tracer) report(a, b *root) bool {
	e := t.source(a)
	if e == nil || e.Kind != hearsay.KindMedia && e.Kind != hearsay.KindDocument || t.isNamed(a) || a.article != b.article {
		return false
	}
	return t.mediaOf(b) != nil && t.isNamed(b) || len(t.media(b)) > 0
}

func (t *tracer) isNamed(r *root) bool {
	e, reading := t.source(r), t.d.Readings[r.article]
	return e != nil && slices.ContainsFunc(e.Mentions, func(m int32) bool { return reading.Mentions[m].Form == hearsay.MentionName })
}

// doubtful marks the roots that may be the same as another: an outlet's own
// words beside any other root, a voice that could not be resolved, and all but
// one of the unnamed sources.
func (t *tracer) doubtful() {
	unnamed, standing := false, 0
	for i := range t.roots {
		if t.roots[i].into == i {
			standing++
		}
	}
	for i := range t.roots {
		r := &t.roots[i]
		switch {
		case r.into != i || standing < 2:
		case t.own(r):
			r.maybe = true
			r.why = "says it in its own words; where it has it from is not said"
		case t.unnamed(r):
			r.maybe = unnamed
			unnamed = true
		case !t.isNamed(r) && t.source(r).Kind != hearsay.KindRole && t.source(r).Kind != hearsay.KindGroup:
			r.maybe = true
		}
	}
}
