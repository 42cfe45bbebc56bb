package report

import (
	"slices"

	"hearsay"
)

// Absences says which articles of the claim's story lack it, and whether they
// could have had it: whether the claim was out, by an article or by the date of
// the report that an article cites, before they were published.
func Absences(d *hearsay.Dossier, c *hearsay.Claim) []hearsay.Absence {
	var out []hearsay.Absence
	news := publications(d, c)
	for _, a := range d.Stories[c.Story].Articles {
		if slices.Contains(c.Present, a) {
			continue
		}
		absence := hearsay.Absence{Article: a}
		absence.CouldKnow, absence.CouldKnowKnown = news.before(d.Readings[a].Article)
		out = append(out, absence)
	}
	slices.SortFunc(out, func(x, y hearsay.Absence) int { return int(x.Article - y.Article) })
	return out
}

// publication is when a claim was out: dated times, and whether there are
// accounts of it without a date.
type publication struct {
	dated   []interval
	undated bool
}

func publications(d *hearsay.Dossier, c *hearsay.Claim) publication {
	var p publication
	for _, a := range c.Present {
		if iv, ok := published(d.Readings[a].Article); ok {
			p.dated = append(p.dated, iv)
		} else {
			p.undated = true
		}
	}
	for _, pos := range c.Positions {
		r := d.Readings[pos.Statement.Article]
		s := &r.Statements[pos.Statement.Index]
		if s.Time < 0 || s.Source.Kind != hearsay.SourceMedia || pos.Stance == hearsay.StanceDenies {
			continue
		}
		if iv, ok := intervalOf(r.Times[s.Time].Value); ok {
			p.dated = append(p.dated, iv)
		}
	}
	return p
}

// before reports whether the claim was out before an article; known is false
// when the dates do not tell.
func (p publication) before(a *hearsay.Article) (out, known bool) {
	iv, ok := published(a)
	if !ok {
		return false, false
	}
	later := 0
	for _, other := range p.dated {
		if !other.end.After(iv.start) {
			return true, true
		}
		if !iv.end.After(other.start) {
			later++
		}
	}
	return false, later == len(p.dated) && !p.undated
}
