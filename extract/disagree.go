package extract

import (
	"strings"

	"hearsay"
)

// sameTitle is the share of words from which two headlines are versions of one.
const sameTitle = .3

// titleDoubts shows what the markup gives as the headline, where the heading
// above the text says something else or is missing.
func (d *document) titleDoubts() {
	shown := ""
	if h := d.draft.head; h >= 0 {
		shown = strings.ToLower(d.lines[h].body())
	}
	given, site := []ldValue{d.ld.headline}, d.siteName()
	if m, ok := d.markup.meta("og:title"); ok {
		given = append(given, ldValue{m.value, m.raw})
	}
	for _, g := range given {
		if g.raw.End <= g.raw.Start || g.raw.Start == 0 || named(lexemes(strings.ToLower(g.value)), site) {
			continue
		}
		e := d.evidence(g.raw)
		switch {
		case shown == "":
			d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtNoHeadline, Evidence: &e, Note: "no heading above the text says what the markup calls it: " + g.value})
			return
		case overlap(lexemes(shown), lexemes(strings.ToLower(g.value))) < sameTitle && !saysPart(shown, g.value):
			d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtDisagreement, Evidence: &e, Note: "the markup gives another headline: " + g.value})
			return
		}
	}
}

// saysPart reports whether a heading holds a part of a title or is held by it.
func saysPart(shown, given string) bool {
	given = strings.ToLower(given)
	for _, p := range titleParts(given) {
		if overlap(lexemes(shown), lexemes(p)) >= sameTitle {
			return true
		}
	}
	return similar(shown, given)
}

// outletDoubts shows the outlet that the linked data name beside the one that
// the page's markup calls its site. The house that owns the site is no other.
func (d *document) outletDoubts(chosen string) {
	p := d.ld.publisher
	if p.value == "" || p.raw.End <= p.raw.Start || p.raw.Start == 0 || chosen == "" {
		return
	}
	if family := outletNames()[strings.ToLower(chosen)].Family; family != "" && similar(family, p.value) {
		return
	}
	if other := listed(p.value, ""); !similar(other, chosen) && overlap(lexemes(strings.ToLower(other)), lexemes(strings.ToLower(chosen))) < sameTitle {
		e := d.evidence(p.raw)
		d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtDisagreement, Evidence: &e, Note: "the markup names another publisher: " + p.value})
	}
}
