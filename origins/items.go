package origins

import (
	"slices"
	"strings"

	"hearsay"
)

// origins turns the roots that stand into the bounds and their items, in order
// of the articles.
func (t *gathering) origins() hearsay.Origins {
	var o hearsay.Origins
	sure := 0
	for i := range t.roots {
		if t.roots[i].into != i {
			continue
		}
		o.Items = append(o.Items, t.item(i))
		if !t.roots[i].maybe {
			sure++
		}
	}
	o.Upper = len(o.Items)
	o.Lower = min(max(sure, 1), o.Upper)
	return o
}

func (t *gathering) item(i int) hearsay.Origin {
	r := &t.roots[i]
	item := hearsay.Origin{Entity: r.referent, Evidence: r.place}
	var folded []string
	if r.repeated {
		folded = append(folded, "the same voice in several statements")
	}
	for j := range t.roots {
		m := &t.roots[j]
		if t.find(j) != i {
			continue
		}
		item.Articles = append(item.Articles, m.articles...)
		if j != i {
			item.Evidence = append(item.Evidence, m.place...)
			if m.referent >= 0 && m.referent != r.referent && t.d.Referents[m.referent].Kind == hearsay.KindMedia && !slices.Contains(item.Through, m.referent) {
				item.Through = append(item.Through, m.referent)
			}
			if !slices.Contains(folded, m.why) {
				folded = append(folded, m.why)
			}
		}
		for _, e := range m.through {
			if e >= 0 && e != r.referent && !slices.Contains(item.Through, e) {
				item.Through = append(item.Through, e)
			}
		}
	}
	slices.Sort(item.Articles)
	item.Articles = slices.Compact(item.Articles)
	item.Reason = t.reason(r, &item, folded)
	return item
}

// reason says in plain words why a root stands alone, and what was found to be
// the same.
func (t *gathering) reason(r *root, item *hearsay.Origin, folded []string) string {
	var s []string
	switch {
	case t.own(r) && r.credit != "":
		s = append(s, "copy of "+r.credit)
	case t.own(r) && r.unknown:
		s = append(s, "who said it was not found")
	case t.own(r) && r.why != "":
		s = append(s, r.why)
	case t.own(r):
		s = append(s, "no source is named")
	case t.unnamed(r):
		s = append(s, "unnamed sources")
		if m := t.media(r); len(m) > 0 {
			s[0] += " of " + m[0]
		}
		if r.maybe {
			s = append(s, "may be the same as other unnamed sources")
		}
	case r.maybe && t.hidden(r):
		s = append(s, "known only through unnamed voices, which may be the same")
	case r.maybe && t.person(r):
		s = append(s, "a named voice, which may be the one whom another account calls by the same last name")
	case r.maybe:
		s = append(s, "who this is was not resolved")
	case t.mediaOf(r) != nil:
		s = append(s, "cited as the source; no voice behind it is named", t.whereabouts(t.mediaOf(r)[0]))
	default:
		s = append(s, "a named voice, cited directly")
		if len(item.Through) > 0 {
			s[0] = "a named voice, cited through others"
		}
	}
	if len(folded) > 0 {
		s = append(s, "counted once: "+strings.Join(folded, "; "))
	}
	return strings.Join(s, "; ")
}

// whereabouts tells where the account of a cited medium is: a medium that stands
// as a root although its account is there is cited in a circle.
func (t *gathering) whereabouts(medium string) string {
	for _, r := range t.d.Readings {
		if same(medium, r.Article.Outlet.Name) {
			return "its own account does not say it, or cites it from the others"
		}
	}
	return "its own account is not among the articles"
}
