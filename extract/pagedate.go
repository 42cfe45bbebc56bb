package extract

import (
	"strings"

	"hearsay"
)

// dateKeys are the names under which pages mark up their date of publication,
// the most reliable first.
var dateKeys = []string{"article:published_time", "og:article:published_time", "datepublished", "article.published", "og:published_time", "published_time",
	"parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "pubdate", "publishdate",
	"publish-date", "publish_date", "publication_date", "publication-date", "article_date_original", "originalpublicationdate", "date_published", "cxenseparse:recs:publishtime",
	"rnews:datepublished", "bt:pubdate", "ptime", "displaydate", "date", "citation_publication_date", "citation_date", "datecreated", "article:published"}

// date finds the date of publication: marked up first, then what a <time> or
// the text beside the headline states, then the address. Markup in universal
// time may name the day before or after the one that the page shows; then the
// shown one counts, which is the outlet's own.
func (d *document) date(country string) *hearsay.Date {
	shown := d.visibleDate(country)
	var best *hearsay.Date
	for _, find := range []func(string) *hearsay.Date{d.linkedDate, d.metaDate, d.timeDate} {
		if best = find(country); best != nil {
			break
		}
	}
	switch {
	case best == nil && shown == nil:
		return d.addressDate(country)
	case best == nil:
		return shown
	case shown == nil || len(shown.Value) < 10 || len(best.Value) < 10 || shown.Value[:10] == best.Value[:10]:
		return best
	case withinDay(best.Value, shown.Value) && strings.HasSuffix(best.Value, "+00:00"):
		return shown
	}
	d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtDisagreement, Evidence: &shown.Evidence,
		Note: "the page shows another date beside its headline: " + shown.Value})
	return best
}

func (d *document) linkedDate(string) *hearsay.Date {
	return d.markedDate(d.ld.published.value, d.ld.published.raw)
}

func (d *document) metaDate(string) *hearsay.Date {
	for _, key := range dateKeys {
		if m, ok := d.markup.meta(key); ok {
			if found := d.markedDate(m.value, m.raw); found != nil {
				return found
			}
		}
	}
	return nil
}

// markedDate reads a date in markup. Midnight stands there for a day whose time
// is not known.
func (d *document) markedDate(value string, raw hearsay.Raw) *hearsay.Date {
	found := datesIn(value, d.order())
	if len(found) == 0 || raw.End <= raw.Start || found[0].day == 0 && len(value) > 10 {
		return nil
	}
	st := found[0]
	if st.hour == 0 && st.minute == 0 {
		st.hour = -1
	}
	text, precision := st.value(st.offsetOf(""))
	return &hearsay.Date{Value: text, Precision: precision, Evidence: d.evidence(raw)}
}

// order is how the page's country writes day and month, as far as its markup
// names the country or a language other than English.
func (d *document) order() order {
	lang := strings.ToLower(d.markup.lang)
	switch {
	case lang == "en-us":
		return monthFirst
	case lang == "" || lang == "en":
		return unknownOrder
	}
	return dayFirst
}

// timeDate reads the <time> elements beside the headline, those called
// published first.
func (d *document) timeDate(string) *hearsay.Date {
	first, last := d.zone()
	for _, called := range []bool{true, false} {
		for i := range d.markup.times {
			t := &d.markup.times[i]
			if !d.beside(t.block, first, last) || t.marks&(inAside|inNav|inFooter) != 0 && t.marks&inArticle == 0 {
				continue
			}
			key := strings.ToLower(t.key)
			if strings.Contains(key, "modif") || strings.Contains(key, "updat") || called && !strings.Contains(key, "publ") {
				continue
			}
			if !called && t.block > first+6 && t.block < last && t.block > d.draft.head+12 {
				continue
			}
			if found := d.markedDate(t.value, t.raw); found != nil {
				return found
			}
		}
	}
	return nil
}

// visibleDate reads the text around headline and body as in a text.
func (d *document) visibleDate(country string) *hearsay.Date {
	first, last := d.zone()
	best, rank := (*hearsay.Date)(nil), 0
	for i := range d.lines {
		l := &d.lines[i]
		if !d.beside(i, first, last) || l.as != dropped && !l.stamped || d.out[i].marks&(inNav|inHidden|inAside) != 0 {
			continue
		}
		ws := split(l.text[l.front:])
		for _, st := range l.dates {
			r := visibleRank(i, max(first, d.draft.head), last, labelOf(ws, st.from), l, st)
			if r <= rank {
				continue
			}
			rank = r
			value, precision := st.value(st.offsetOf(country))
			best = &hearsay.Date{Value: value, Precision: precision, Evidence: l.evidence(l.front+st.from, l.front+st.to)}
		}
	}
	return best
}

// visibleRank says how good a visible date is as date of publication.
func visibleRank(i, first, last int, lab label, l *line, st stamp) int {
	switch {
	case lab == revision || lab == otherDay || st.day == 0 || l.reason == "copyright" || l.reason == "comments" || l.reason == "related link":
		return 0
	case lab == publication:
		return 10
	case l.reason != "date" && l.reason != "byline" && len(l.text) > 80 && !l.stamped:
		return 0
	case i <= first+6:
		return 6
	case i > last:
		return 3
	}
	return 0
}

// addressDate reads a day in the page's own address: /2024/02/14/.
func (d *document) addressDate(string) *hearsay.Date {
	m, ok := d.markup.meta("og:url")
	address := d.markup.canonical
	if address == "" && ok {
		address = m.value
	}
	i := strings.Index(d.src.text, address)
	if address == "" || i < 0 {
		return nil
	}
	for _, st := range dates(address) {
		if st.day == 0 || st.hour >= 0 || st.from == 0 || !strings.ContainsAny(address[st.from-1:st.from], "/-_=") {
			continue
		}
		value, precision := st.value("")
		r := hearsay.Raw{Start: int32(i + st.from), End: int32(i + st.to)}
		return &hearsay.Date{Value: value, Precision: precision, Evidence: d.evidence(r)}
	}
	return nil
}

// withinDay reports whether two dates are at most a day apart, as the same
// instant may be in two zones.
func withinDay(a, b string) bool {
	x, y := dayNumber(a), dayNumber(b)
	return x-y <= 1 && y-x <= 1
}

// dayNumber counts days by the first ten characters of an ISO 8601 date.
func dayNumber(s string) int {
	st := dates(s[:10])
	if len(st) == 0 {
		return 0
	}
	y, m := st[0].year, st[0].month
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + st[0].day
}
