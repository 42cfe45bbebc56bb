package extract

import (
	"strings"
	"time"
	"unicode"

	"hearsay"
)

// sectionKeys are the names under which pages mark up their section.
var sectionKeys = []string{"article:section", "og:article:section", "og:section", "articlesection", "section", "parsely-section", "sailthru.section", "article.section",
	"dc.section", "cxenseparse:category"}

// section is the outlet's section that the page says it stands in: linked data,
// meta elements, or the last step to it on the trail from the site's front page.
func (d *document) section(outlet string) *hearsay.Evidence {
	title := ""
	if h := d.draft.head; h >= 0 {
		title = d.lines[h].body()
	}
	given := []ldValue{d.ld.section}
	for _, key := range sectionKeys {
		if m, ok := d.markup.meta(key); ok {
			given = append(given, ldValue{m.value, m.raw})
		}
	}
	for i := len(d.ld.trail) - 1; i > 0; i-- {
		given = append(given, d.ld.trail[i])
	}
	for _, g := range given {
		if g.raw.End > g.raw.Start && sectionName(g.value) && !similar(g.value, title) && !similar(g.value, outlet) {
			e := d.evidence(g.raw)
			return &e
		}
	}
	return nil
}

// sectionName reports whether s may be the name of a section: a few words.
func sectionName(s string) bool {
	return len(s) <= 60 && len(strings.Fields(s)) <= 6 && strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsAny(s, "{}<>|@=") && !strings.Contains(s, "://")
}

// modifiedKeys are the names under which pages mark up the day of their last
// change.
var modifiedKeys = []string{"article:modified_time", "og:article:modified_time", "datemodified", "schema:datemodified", "og:updated_time", "og:modified_time", "article:modified",
	"dcterms.modified", "dc.date.modified", "modified_time", "lastmod", "dateupdate"}

// modified is when the page says that it was last changed, unless it says that
// of its publication too or gives a day before it.
func (d *document) modified(published *hearsay.Date, country string) *hearsay.Date {
	found := d.markedDate(d.ld.modified.value, d.ld.modified.raw)
	if found == nil {
		found = d.metaDate(modifiedKeys)
	}
	if found == nil {
		found = d.revisedTime()
	}
	if found == nil {
		found = d.shownRevision(country)
	}
	if found == nil || published != nil && !after(found.Value, published.Value) {
		return nil
	}
	return found
}

// after reports whether a is later than b, as far as both say.
func after(a, b string) bool {
	const instant = "2006-01-02T15:04Z07:00"
	x, xerr := time.Parse(instant, a)
	y, yerr := time.Parse(instant, b)
	if xerr == nil && yerr == nil {
		return x.After(y)
	}
	n := min(len(a), len(b), len("2006-01-02T15:04"))
	return a[:n] > b[:n]
}

// revisedTime is the <time> element beside the headline that is called a change.
func (d *document) revisedTime() *hearsay.Date {
	first, last := d.zone()
	for i := range d.markup.times {
		t := &d.markup.times[i]
		key := strings.ToLower(t.key)
		if !d.beside(t.block, first, last) || t.marks&(inAside|inNav|inFooter) != 0 && t.marks&inArticle == 0 || has(t.class, 5, otherTexts) ||
			!strings.Contains(key, "modif") && !strings.Contains(key, "updat") {
			continue
		}
		if found := d.markedDate(t.value, t.raw); found != nil {
			return found
		}
	}
	return nil
}
