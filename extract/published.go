package extract

import (
	"strings"

	"hearsay"
	"hearsay/lang/und"
)

// label is what the words before a date call it.
type label uint8

const (
	unlabelled label = iota
	publication
	revision // updated, modified, edited
	otherDay // crawled, printed, born: not a date of the article
)

// dateWords are the words that stand beside dates, in lower case.
var dateWords = func() (words struct {
	labels                  map[string]label
	weekday, joins, reports map[string]bool
}) {
	words.labels, words.weekday, words.joins, words.reports = map[string]label{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	labels := map[string]label{"published": publication, "revised": revision, "other": otherDay}
	for line := range entries(und.DateWords) {
		kind, list, _ := strings.Cut(line, ":")
		for w := range strings.FieldsSeq(list) {
			switch kind {
			case "weekday":
				words.weekday[w] = true
			case "joins":
				words.joins[w] = true
			case "reports":
				words.reports[w] = true
			default:
				words.labels[w] = labels[kind]
			}
		}
	}
	return words
}()

// labelOf is the label that stands before byte at.
func labelOf(ws []word, at int) label {
	found, steps := unlabelled, 0
	for i := len(ws) - 1; i >= 0 && steps < 4; i-- {
		if ws[i].to > at {
			continue
		}
		if ws[i].kind == digits {
			break
		}
		if l, ok := dateWords.labels[ws[i].lower]; ok {
			return l
		}
		steps++
	}
	return found
}

// labelled is the label of the k-th of the dates of a line: what stands before
// it, or before the one above when that is one of revision.
func labelled(ws []word, all []stamp, k int) label {
	lab := labelOf(ws, all[k].from)
	if k > 0 && lab == unlabelled && labelOf(ws, all[k-1].from) == revision {
		return revision
	}
	return lab
}

// dateLine reports whether the line is there for a date: nothing else stands in
// it but labels, a place and marks.
func (l *line) dateLine() bool {
	if len(l.dates) == 0 || l.sentence && l.count > 12 || l.speech {
		return false
	}
	others := 0
	for _, w := range l.words {
		if w.kind != letters || l.dated(w) || dateWords.labels[w.lower] != unlabelled {
			continue
		}
		if !dateWords.joins[w.lower] {
			others++
		}
	}
	if labelOf(l.words, l.dates[0].from) != unlabelled {
		return others <= 4 && !l.sentence || others == 0
	}
	return others <= 2 && !endsSentence(l.body()) || others == 0
}

// dated reports whether w is part of one of the line's dates.
func (l *line) dated(w word) bool {
	for _, s := range l.dates {
		if w.from >= s.from && w.to <= s.to {
			return true
		}
	}
	return false
}

// trimStamp cuts a date, perhaps with its label, off the front of a headline:
// "date 2024-02 Council votes ...". It also cuts the label "Title:".
func (d *draft) trimStamp(i int) {
	l := &d.lines[i]
	if l.as != undecided {
		return
	}
	if rest, ok := strings.CutPrefix(strings.ToLower(l.body()), "title:"); ok || strings.HasPrefix(strings.ToLower(l.body()), "headline:") {
		n := len("headline:")
		if ok {
			n = len(l.body()) - len(rest)
		}
		l.drop(l.from, l.from+n, "label")
		l.measure()
		l.labelled = true
	}
	if len(l.dates) == 0 || endsSentence(l.body()) {
		return
	}
	st := l.dates[0]
	for _, w := range l.words {
		if w.to <= st.from && w.kind != mark && dateWords.labels[w.lower] == unlabelled && w.lower != "on" {
			return
		}
	}
	rest := strings.TrimLeft(l.body()[st.to:], " \t|:-–—·•,")
	if words := split(rest); len(words) < 4 || !capital(rest) {
		return
	}
	l.stamped = true
	l.drop(l.from, l.to-len(rest), "date")
	l.measure()
}

// published chooses the date of publication among the dates that stand outside
// the body: a labelled one first, then one beside headline and byline. The day
// in a page's masthead is the day somebody fetched it; it is no date of the
// article.
func (d *draft) published(country string) (*hearsay.Date, []hearsay.Doubt) {
	var best *hearsay.Date
	var masthead *hearsay.Evidence
	rank := 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.as != dropped && !l.stamped {
			continue
		}
		for k, st := range l.dates {
			r := d.dateRank(i, k)
			if r == 0 && st.weekday && st.hour < 0 && i == 0 {
				e := l.evidence(l.front+st.from, l.front+st.to)
				masthead = &e
			}
			if r <= rank {
				continue
			}
			rank = r
			value, precision := st.value(st.offsetOf(country))
			best = &hearsay.Date{Value: value, Precision: precision, Evidence: l.evidence(l.front+st.from, l.front+st.to)}
		}
	}
	if masthead == nil {
		return best, nil
	}
	kind := hearsay.DoubtNoDate
	if best != nil {
		kind = hearsay.DoubtDisagreement
	}
	return best, []hearsay.Doubt{{Kind: kind, Evidence: masthead,
		Note: "the date at the top of the page is likely the day of retrieval; it is not taken as the date of publication"}}
}

// revised is the day that a line of the page calls that of its last change, if
// it is later than that of publication.
func (d *draft) revised(published *hearsay.Date, country string) *hearsay.Date {
	for i := range d.lines {
		l := &d.lines[i]
		if l.as != dropped && !l.stamped || l.reason == "copyright" || l.reason == "related link" || l.reason == "comments" {
			continue
		}
		ws := split(l.text[l.front:])
		for k, st := range l.dates {
			if st.day == 0 || labelled(ws, l.dates, k) != revision {
				continue
			}
			value, precision := st.value(st.offsetOf(country))
			if published != nil && !after(value, published.Value) {
				return nil
			}
			return &hearsay.Date{Value: value, Precision: precision, Evidence: l.evidence(l.front+st.from, l.front+st.to)}
		}
	}
	return nil
}

// dateRank says how good the k-th date of line i is as date of publication.
func (d *draft) dateRank(i, k int) int {
	l := &d.lines[i]
	st := l.dates[k]
	ws := split(l.text[l.front:])
	lab := labelled(ws, l.dates, k)
	switch {
	case lab == revision || lab == otherDay:
		return 0
	case l.reason == "copyright" || l.reason == "related link" || l.reason == "caption" || l.reason == "image credit" || l.reason == "comments":
		return 0
	case lab == publication:
		return 10
	case st.day == 0:
		return 0
	case l.reason != "date" && l.reason != "byline" && !l.stamped:
		return 0
	case st.weekday && st.hour < 0 && i == 0 && !d.leadsArticle(i):
		return 0
	case l.reason == "byline":
		return 8
	case d.nearHead(i):
		return 6
	}
	return 0
}

// leadsArticle reports whether the date in line i belongs to the article below
// it rather than to the page: a weekday at the very top stands in a masthead.
func (d *draft) leadsArticle(i int) bool {
	return d.head >= 0 && i > d.head
}

// nearHead reports whether line i stands beside headline, standfirst or byline.
func (d *draft) nearHead(i int) bool {
	last := d.head
	for j := range d.lines {
		if as := d.lines[j].as; as == standfirst || d.lines[j].reason == "byline" {
			last = j
		} else if as == paragraph {
			break
		}
	}
	if d.head < 0 {
		return i < d.firstBody()
	}
	return i >= d.head-3 && i <= last+4 && i < d.firstBody()+1
}

// firstBody is the first line of the body.
func (d *draft) firstBody() int {
	for i := range d.lines {
		if as := d.lines[i].as; as == paragraph || as == listItem {
			return i
		}
	}
	return len(d.lines)
}
