package origins

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// merge makes one of the roots that are the same, the surest ground first.
func (t *gathering) merge() {
	t.equals("the unnamed sources of one report", t.sameUnnamed)
	t.equals("the text of one account is that of the other", t.sameText)
	t.equals("known only through the same voice", func(a, b *root) bool { return t.teller(a) >= 0 && t.teller(a) == t.teller(b) })
	t.pairs("passes on what the other is cited for", func(a, b *root) bool { return a.referent >= 0 && slices.Contains(b.through, a.referent) })
	t.pairs("speaks for the other", t.speaksFor)
	t.pairs("supplied the copy of the account", t.credited)
	t.pairs("cited as the account in which the other is named", t.cited)
	t.pairs("the account names its source", func(a, b *root) bool { return t.own(a) && a.article == b.article && !t.own(b) })
	t.pairs("the report that the account names", t.report)
	t.sameWords()
	t.doubtful()
}

// equals folds each root into an earlier one that is the same. Of unnamed sources
// the one that counts most of them stands for all.
func (t *gathering) equals(why string, same func(a, b *root) bool) {
	for i := range t.roots {
		for j := range i {
			to, from := t.find(j), t.find(i)
			if to == from || !same(&t.roots[i], &t.roots[j]) {
				continue
			}
			if a, b := t.source(&t.roots[from]), t.source(&t.roots[to]); a != nil && b != nil && a.Number > b.Number {
				to, from = from, to
			}
			t.roots[from].into, t.roots[from].why = to, why
		}
	}
}

// pairs folds each root a into the first root b that same holds for.
func (t *gathering) pairs(why string, same func(a, b *root) bool) {
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

func (t *gathering) find(i int) int {
	for t.roots[i].into != i {
		i = t.roots[i].into
	}
	return i
}

func (t *gathering) source(r *root) *hearsay.Entity {
	if r.entity < 0 {
		return nil
	}
	return &t.d.Readings[r.article].Entities[r.entity]
}

// own reports whether a root is an outlet's own voice.
func (t *gathering) own(r *root) bool { return r.entity < 0 }

func (t *gathering) unnamed(r *root) bool {
	e := t.source(r)
	return e != nil && (e.Kind == hearsay.KindUnnamed || e.Kind == hearsay.KindGroup && !t.isNamed(r))
}

// sameUnnamed joins unnamed sources that reach the accounts through one medium,
// or stand in one account, unless their nations differ.
func (t *gathering) sameUnnamed(a, b *root) bool {
	if !t.unnamed(a) || !t.unnamed(b) {
		return false
	}
	if !t.oneNation(a, b) {
		return false
	}
	if a.article == b.article && slices.Equal(a.through, b.through) {
		return true
	}
	return slices.ContainsFunc(t.media(a), func(m string) bool { return slices.Contains(t.media(b), m) })
}

// media names the media that a root reached its account through, the agency
// credited among them.
func (t *gathering) media(r *root) []string {
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
func (t *gathering) sameText(a, b *root) bool {
	if !t.own(a) && !t.unnamed(a) || t.own(a) != t.own(b) || a.article == b.article {
		return false
	}
	return t.texts[a.article] == t.texts[b.article]
}

// speaksFor reports whether a is an office or an organisation and b holds a role
// in it.
func (t *gathering) speaksFor(a, b *root) bool {
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
func (t *gathering) credited(a, b *root) bool {
	if a.credit == "" {
		return false
	}
	if b.credit == a.credit {
		return true
	}
	return slices.ContainsFunc(append(t.mediaOf(b), t.media(b)...), func(m string) bool { return same(m, a.credit) })
}

// mediaOf is the name of a medium that is a root itself.
func (t *gathering) mediaOf(r *root) []string {
	if r.referent >= 0 && t.d.Referents[r.referent].Kind == hearsay.KindMedia {
		return []string{t.d.Referents[r.referent].Name}
	}
	return nil
}

// cited joins a medium that is only cited with the voice in its own account,
// when that account is there.
func (t *gathering) cited(a, b *root) bool {
	name := t.mediaOf(a)
	return name != nil && a.article != b.article && same(name[0], t.d.Readings[b.article].Article.Outlet.Name)
}

func same(a, b string) bool {
	return a != "" && hearsay.SameMedium(a, b)
}

// report joins "a media report" with the medium that the same account names.
func (t *gathering) report(a, b *root) bool {
	e := t.source(a)
	if e == nil || e.Kind != hearsay.KindMedia && e.Kind != hearsay.KindDocument || t.isNamed(a) || a.article != b.article {
		return false
	}
	return t.mediaOf(b) != nil && t.isNamed(b) || len(t.media(b)) > 0
}

func (t *gathering) isNamed(r *root) bool {
	e, reading := t.source(r), t.d.Readings[r.article]
	return e != nil && slices.ContainsFunc(e.Mentions, func(m int32) bool { return reading.Mentions[m].Form == hearsay.MentionName })
}

// doubtful marks the roots that may be the same as an earlier one: an outlet's
// own words beside any other root, unnamed sources beside others that they could
// be, a description beside a voice that it could describe, and namesakes.
func (t *gathering) doubtful() {
	for i := range t.roots {
		r := &t.roots[i]
		if r.into != i {
			continue
		}
		for j := range t.roots {
			o := &t.roots[j]
			if j == i || o.into != j {
				continue
			}
			switch {
			case t.own(r):
				r.maybe = true
				r.why = "says it in its own words; where it has it from is not said"
			case j < i && t.namesake(r, o), t.office(r, o):
				r.maybe = true
			case t.hidden(r) && t.hidden(o):
				r.maybe = r.maybe || j < i
			case t.unnamed(r) && t.unnamed(o):
				r.maybe = r.maybe || j < i && t.oneNation(r, o)
			case !t.isNamed(r) && !t.own(o):
				r.maybe = r.maybe || t.describes(r, o)
			}
		}
	}
}

// hidden reports whether a root is known only through unnamed voices.
func (t *gathering) hidden(r *root) bool {
	e := t.teller(r)
	return e >= 0 && t.d.Referents[e].Kind == hearsay.KindUnnamed
}

func (t *gathering) oneNation(a, b *root) bool {
	p, q := t.source(a).Nation, t.source(b).Nation
	return p == "" || q == "" || p == q
}

// teller is the outermost voice, media left out, through which a root is known;
// -1 when it is known directly.
func (t *gathering) teller(r *root) int32 {
	for _, e := range r.through {
		if e >= 0 && t.d.Referents[e].Kind != hearsay.KindMedia {
			return e
		}
	}
	return -1
}

// vehicle reports whether a root is a document by which some voice speaks.
func (t *gathering) vehicle(r *root) bool {
	e := t.source(r)
	if e == nil || e.Kind != hearsay.KindDocument && e.Kind != hearsay.KindMedia {
		return false
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(e.Name)), en.Vehicle)
}

// describes reports whether a description such as "the minister", "a statement"
// or "a media report" could be of another voice.
func (t *gathering) describes(a, b *root) bool {
	people := func(k hearsay.EntityKind) bool { return k == hearsay.KindPerson || k == hearsay.KindRole }
	if t.vehicle(a) {
		return !t.vehicle(b)
	}
	p, q := t.source(a).Kind, t.source(b).Kind
	return people(p) && people(q) || p == hearsay.KindMedia && q == hearsay.KindMedia
}
