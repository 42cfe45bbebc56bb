package terminal

import (
	"slices"
	"strings"

	"hearsay/schema"
)

// dated is a point of one of the two lanes.
type dated struct {
	date     string // ISO 8601 or EDTF
	lane     string // "happened" or "reported"
	articles []string
	runs     []run // who reported, or the expression of time
	what     string
	claimed  bool // what is a claim's wording
}

// mostDates is how many dates the short report shows; those on which the
// accounts meet stay longest.
const mostDates = 12

// dates prints what happened when, and when it was reported.
func (p *printer) dates() {
	reported, happened := p.reported(), p.happened()
	total := len(reported) + len(happened)
	if total == 0 {
		return
	}
	if left := p.few(total, mostDates) - len(reported); left < len(happened) {
		slices.SortStableFunc(happened, func(a, b dated) int { return b.weight() - a.weight() })
		happened = happened[:max(left, 0)]
	}
	all := append(reported, happened...)
	slices.SortStableFunc(all, func(a, b dated) int { return strings.Compare(sortable(a.date), sortable(b.date)) })
	p.section("WHEN", count(total, "date"))
	for _, d := range all {
		runs := append([]run{{schema.ReadableDate(d.date), heading}, note(" " + d.lane + " ")}, d.runs...)
		runs = append(runs, note(" "+p.refs(d.articles)))
		if d.what != "" {
			runs = append(append(runs, note(": ")), p.said(d.what, p.Width-48)...)
		}
		p.line(2, 6, runs...)
	}
	p.more(total-len(all), "date")
}

// weight is how much a date tells about the story.
func (d dated) weight() int {
	if d.claimed {
		return 2 * len(d.articles)
	}
	return len(d.articles)
}

// sortable orders an interval by its start, or by its end when it is open, and a
// vague date by what is known.
func sortable(date string) string {
	start, end, _ := strings.Cut(date, "/")
	if strings.Trim(start, ".") == "" {
		start = end
	}
	return strings.TrimRight(start, "~?")
}

func (p *printer) reported() []dated {
	var out []dated
	for i := range p.Articles {
		if d := p.Articles[i].Published; d != nil {
			out = append(out, dated{date: d.Value, lane: "reported", articles: []string{p.Articles[i].ID}, runs: []run{{p.labelOf(i), voice}}})
		}
	}
	return out
}

// happened are the dates of the timeline, each once, with the first claim that
// stands beside one.
func (p *printer) happened() []dated {
	var out []dated
	for _, e := range p.Timeline {
		if e.Date == nil {
			continue
		}
		at := slices.IndexFunc(out, func(d dated) bool { return d.date == *e.Date })
		if at < 0 {
			out = append(out, dated{date: *e.Date, lane: "happened", runs: p.said(e.Evidence.Text, p.Width)})
			at = len(out) - 1
		}
		d := &out[at]
		if !slices.Contains(d.articles, e.Evidence.Article) {
			d.articles = append(d.articles, e.Evidence.Article)
		}
		if what, claimed := p.event(e); d.what == "" || claimed && !d.claimed {
			d.what, d.claimed = what, claimed
		}
	}
	return out
}

// event is the text that a date belongs to, and whether it is a claim.
func (p *printer) event(e schema.Event) (what string, claimed bool) {
	for _, id := range e.Claims {
		if c := p.Claim(id); c != nil {
			return c.Wording.Text, true
		}
	}
	for _, id := range e.Statements {
		if s := p.Statement(id); s != nil && len(s.Content) > 0 {
			return s.Content[0].Text, false
		}
	}
	return "", false
}
