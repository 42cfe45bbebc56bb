package extract

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"hearsay"
)

// dateKeys are the names under which pages mark up their date of publication,
// the most reliable first.
var dateKeys = []string{"article:published_time", "og:article:published_time", "datepublished", "schema:datepublished", "rnews:datepublished", "article.published",
	"og:published_time", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.available", "pubdate", "publishdate", "publish-date",
	"publish_date", "publication_date", "publication-date", "article_date_original", "originalpublicationdate", "date_published", "article:published", "published",
	"cxenseparse:publishtime", "cxenseparse:recs:publishtime", "bt:pubdate", "ptime", "displaydate", "citation_publication_date", "citation_online_date", "uploaddate",
	"article:post_date", "article.created", "og:pubdate", "firstpublished", "dateposted"}

// weakKeys may name the day on which the page was made or fetched.
var weakKeys = []string{"dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "dc.created", "datecreated", "schema:datecreated", "citation_date", "date", "created",
	"og:date", "dc.terms.created"}

func (d *document) metaDate(keys []string) *hearsay.Date {
	for _, key := range keys {
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
	if len(found) == 0 || raw.End <= raw.Start || found[0].day == 0 {
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
func (d *document) timeDate() *hearsay.Date {
	first, last := d.zone()
	for _, called := range []bool{true, false} {
		for i := range d.markup.times {
			t := &d.markup.times[i]
			if !d.beside(t.block, first, last) || t.marks&(inAside|inNav|inFooter) != 0 && t.marks&inArticle == 0 || has(t.class, 5, otherTexts) {
				continue
			}
			key := strings.ToLower(t.key)
			if strings.Contains(key, "modif") || strings.Contains(key, "updat") || called && !strings.Contains(key, "publ") && !strings.Contains(key, "pubdate") {
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

// onlyTime is the day of all <time> elements of the page that stand for
// themselves, wherever they stand.
func (d *document) onlyTime() *hearsay.Date {
	var best *hearsay.Date
	for i := range d.markup.times {
		t := &d.markup.times[i]
		if t.marks&(inAside|inNav|inFooter|inComment|inQuote) != 0 || has(t.class, 8, otherTexts) {
			return nil
		}
		var ok bool
		if best, ok = agreed(best, d.markedDate(t.value, t.raw)); !ok {
			return nil
		}
	}
	return best
}

const (
	calledUnderHead = 8 // rank of a date under the headline whose class calls it one
	leastShown      = 5 // rank from which a visible date stands by itself
	belowText       = 3 // rank of a date without a label below the text
)

// visibleDate reads the text around headline and body as in a text. Several days
// below the text are those of other texts.
func (d *document) visibleDate(country string) (*hearsay.Date, int) {
	first, last := d.zone()
	best, rank := (*hearsay.Date)(nil), 0
	below := map[string]bool{}
	for i := range d.lines {
		l := &d.lines[i]
		if len(l.dates) == 0 || !d.beside(i, first, last) || d.out[i].marks&(inNav|inHidden) != 0 && l.as == dropped || d.out[i].marks&inAside != 0 && !d.underHead(i) {
			continue
		}
		ws := split(l.text[l.front:])
		for k, st := range l.dates {
			r := d.shownRank(i, first, last, labelled(ws, l.dates, k), st)
			value, precision := st.value(st.offsetOf(country))
			if r == belowText {
				below[value[:min(len(value), dayLength)]] = true
			}
			if r <= rank {
				continue
			}
			rank = r
			best = &hearsay.Date{Value: value, Precision: precision, Evidence: l.evidence(l.front+st.from, l.front+st.to)}
		}
	}
	if rank <= belowText && len(below) > 1 {
		return nil, 0
	}
	return best, rank
}

// labelledDate is the day that everything far from headline and body names as
// that of publication.
func (d *document) labelledDate(country string) *hearsay.Date {
	first, last := d.zone()
	var best *hearsay.Date
	for i := range d.lines {
		l := &d.lines[i]
		if l.dates == nil && !d.beside(i, first, last) && len(l.text) <= 100 {
			l.dates, l.front = datesIn(l.text, d.dayOrder), 0
		}
		if len(l.dates) == 0 || len(l.text) > 100 || d.beside(i, first, last) || d.out[i].marks&(inAside|inNav|inHidden) != 0 || has(d.out[i].class, 8, otherTexts) {
			continue
		}
		ws := split(l.text[l.front:])
		for k, st := range l.dates {
			if st.day == 0 || labelled(ws, l.dates, k) != publication {
				continue
			}
			value, precision := st.value(st.offsetOf(country))
			switch {
			case best == nil:
				best = &hearsay.Date{Value: value, Precision: precision, Evidence: l.evidence(l.front+st.from, l.front+st.to)}
			case best.Value[:dayLength] != value[:dayLength]:
				return nil
			}
		}
	}
	return best
}

// shownRank says how good a visible date is as date of publication.
func (d *document) shownRank(i, first, last int, lab label, st stamp) int {
	l, f := &d.lines[i], &d.out[i]
	called := has(f.class, 6, dateClasses)
	switch {
	case lab == revision || lab == otherDay || st.day == 0 || has(f.class, 5, otherTexts) || f.marks&inQuote != 0 || f.marks&inCaption != 0 && !d.headInCaption() || f.marks&inDefinition != 0 && lab != publication:
		return 0
	case l.reason == "copyright" || l.reason == "comments" || !d.underHead(i) && lab != publication && (l.reason == "related link" || f.linked*2 > len(f.text) && !called):
		return 0
	case i == d.draft.head && st.from > 30:
		return 2 // the day of an event
	case l.as != dropped && !l.stamped:
		return d.leadRank(i, first, lab, st)
	case lab == publication:
		return 10
	case l.reason != "date" && l.reason != "byline" && len(l.text) > 100 && !l.stamped:
		return 0
	case i > last:
		return belowText
	case i > first+6 && i > d.draft.head+12:
		return 0
	case i < d.draft.head && st.weekday && st.hour < 0:
		return 1
	case called && i >= d.draft.head:
		return calledUnderHead
	case i >= d.draft.head:
		return 7
	case called:
		return 6
	}
	return 5
}

// underHead reports whether block i stands between the headline, or just above
// it, and the first paragraph.
func (d *document) underHead(i int) bool {
	h := d.draft.head
	if h < 0 || i < h-2 || i > h+12 {
		return false
	}
	for j := h + 1; j < i; j++ {
		if l := &d.lines[j]; l.as == paragraph && l.sentence {
			return false
		}
	}
	return true
}

// leadRank is the rank of a date in the text that is kept: one that stands
// before the first words, or alone behind a label.
func (d *document) leadRank(i, first int, lab label, st stamp) int {
	l := &d.lines[i]
	rest := strings.TrimLeft(l.text[min(l.front+st.to, len(l.text)):], " \u00a0")
	ahead := strings.TrimLeft(l.text[l.front:l.front+st.from], "( ")
	switch {
	case lab == publication && len(l.text) <= 80:
		return 9
	case l.as == subhead && st.hour >= 0 && d.underHead(i):
		return leastShown
	case rest == "" && len(l.text) <= 80 && (d.underHead(i) || st.named && i > d.draft.head && i <= d.draft.head+5) && strings.Contains(ahead, ","):
		return leastShown
	case i > max(first, d.draft.head)+5 || len(ahead) > 30 || strings.ContainsAny(ahead, ".!?"):
		return 0
	case len(split(ahead)) <= 3 && leadMark(rest):
		return leastShown
	}
	return 0
}

// headInCaption reports whether the headline stands in an element for captions.
func (d *document) headInCaption() bool {
	h := d.draft.head
	return h >= 0 && d.out[h].marks&inCaption != 0
}

// leadMark reports whether a mark that parts a date from the text begins s.
func leadMark(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && strings.ContainsRune("-–—|:)/.„“”«»·•…", r)
}

// dateClasses are found in class and id of the elements that hold the date,
// otherTexts in those of what is not the article.
var (
	dateClasses = hashes("date", "datum", "time", "timestamp", "datetime", "published", "pubdate", "posted", "postmeta", "publish", "fecha", "dateline", "datepublished", "submitted",
		"created", "publicado", "zeit", "timedata", "published-at", "data")
	otherTexts = hashes("comment", "comments", "commentlist", "commentmetadata", "kommentar", "kommentare", "related", "rating", "ratings", "bewertung")
)

// has reports whether one of the n inner words of class is in set.
func has(class []uint32, n int, set map[uint32]bool) bool {
	for _, c := range class[:min(len(class), n)] {
		if set[c] {
			return true
		}
	}
	return false
}

// addressDate reads a day in the page's own address: /2024/02/14/.
func (d *document) addressDate() *hearsay.Date {
	m, ok := d.markup.meta("og:url")
	address := d.markup.canonical
	if address == "" && ok {
		address = m.value
	}
	i := strings.Index(d.src.text, address)
	if address == "" || i < 0 {
		return nil
	}
	for _, st := range append(dates(address), compactDates(address)...) {
		if st.day == 0 || st.hour >= 0 || st.from == 0 || fromTo(address[:st.from]) {
			continue
		}
		value, precision := st.value("")
		r := hearsay.Raw{Start: int32(i + st.from), End: int32(i + st.to)}
		return &hearsay.Date{Value: value, Precision: precision, Evidence: d.evidence(r)}
	}
	return nil
}

// fromTo reports whether a day of the month stands at the end of an address before
// a date, as in report-14-20-january-2024: its date ends a span of days.
func fromTo(ahead string) bool {
	n := len(strings.TrimRight(ahead, "-"))
	return n < len(ahead) && n > 1 && ahead[n-1] >= '0' && ahead[n-1] <= '9' && (ahead[n-2] == '-' || n > 2 && ahead[n-3] == '-')
}

// compactDates reads days as 20240214 among other signs of an address.
func compactDates(address string) []stamp {
	var found []stamp
	for _, w := range split(address) {
		if w.kind != digits || w.to-w.from != len("20240214") {
			continue
		}
		st := stamp{from: w.from, to: w.to, year: w.number / 10000, month: w.number / 100 % 100, day: w.number % 100, hour: -1}
		if st.year >= 1990 && st.month > 0 && st.day > 0 && st.valid() {
			found = append(found, st)
		}
	}
	return found
}

// titleDate reads a day at the front of the page's title: "14.02.2024 | Bridge closed".
func (d *document) titleDate() *hearsay.Date {
	title := d.markup.title
	found := datesIn(title.text, d.order())
	if len(found) == 0 || found[0].from > 0 || found[0].day == 0 {
		return nil
	}
	value, precision := found[0].value("")
	return &hearsay.Date{Value: value, Precision: precision, Evidence: title.evidence(found[0].from, found[0].to)}
}

// dataKeys finds the date of publication in data for a page's scripts.
var dataKeys = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)["'](?:date_?published?|published_?(?:at|date|time|on)|publish_?(?:date|time)|publication_?(?:date|time)|pub_?date)["']\s*:\s*["']([^"'<>]{8,40})["']`)
})

// scriptDate is the day that all data of the page's scripts give as the date of
// publication; several days are those of several texts.
func (d *document) scriptDate() *hearsay.Date {
	var best *hearsay.Date
	for _, m := range dataKeys().FindAllStringSubmatchIndex(d.src.text, 50) {
		var ok bool
		if best, ok = agreed(best, d.markedDate(d.src.text[m[2]:m[3]], hearsay.Raw{Start: int32(m[2]), End: int32(m[3])})); !ok {
			return nil
		}
	}
	return best
}

// agreed is the first of two dates, either of which may be missing; ok is false where
// they are of two days.
func agreed(a, b *hearsay.Date) (d *hearsay.Date, ok bool) {
	switch {
	case a == nil:
		return b, true
	case b == nil:
		return a, true
	}
	return a, a.Value[:dayLength] == b.Value[:dayLength]
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

// shownRevision is the day that a line of the page calls that of its last change.
func (d *document) shownRevision(country string) *hearsay.Date {
	first, last := d.zone()
	for i := range d.lines {
		l := &d.lines[i]
		if l.dates == nil && !d.beside(i, first, last) && len(l.text) <= 100 {
			l.dates, l.front = datesIn(l.text, d.dayOrder), 0
		}
		if len(l.dates) == 0 || len(l.text) > 100 || d.out[i].marks&(inAside|inNav|inHidden) != 0 || has(d.out[i].class, 8, otherTexts) {
			continue
		}
		ws := split(l.text[l.front:])
		for k, st := range l.dates {
			if st.day > 0 && labelled(ws, l.dates, k) == revision {
				value, precision := st.value(st.offsetOf(country))
				return &hearsay.Date{Value: value, Precision: precision, Evidence: l.evidence(l.front+st.from, l.front+st.to)}
			}
		}
	}
	return nil
}

// noDate shows when the page was last changed, if that is all it says.
func (d *document) noDate(country string) {
	if found := d.shownRevision(country); found != nil {
		d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtNoDate, Evidence: &found.Evidence, Note: "the page only says when it was last changed: " + found.Value})
	}
}
