package terminal

import (
	"slices"
	"strings"
)

// dated is a point of one of the two lanes.
type dated struct {
	date string // ISO 8601 or EDTF
	lane string // "happened" or "reported"
	runs []run
}

// dates prints what happened when, and when it was reported.
func (p *printer) dates() {
	all := append(p.reported(), p.happened()...)
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b dated) int { return strings.Compare(sortable(a.date), sortable(b.date)) })
	p.section("WHEN", count(len(all), "date"))
	n := p.few(len(all), 12)
	for _, d := range all[:n] {
		p.line(2, 6, append([]run{{pad(shown(d.date), 11), heading}, note(" " + d.lane + " ")}, d.runs...)...)
	}
	p.more(len(all)-n, "date")
}

// sortable orders an interval by its end and a vague date by what is known.
func sortable(date string) string {
	if _, end, ok := strings.Cut(date, "/"); ok && end != "" && end != ".." {
		date = end
	}
	return strings.Trim(date, ".~?/")
}

func (p *printer) reported() []dated {
	var out []dated
	for i := range p.Articles {
		if d := p.Articles[i].Published; d != nil {
			out = append(out, dated{d.Value, "reported", []run{{p.labelOf(i), voice}, note(" " + p.refs([]string{p.Articles[i].ID}))}})
		}
	}
	return out
}

// happened are the events of the timeline, the same claim on the same date once.
func (p *printer) happened() []dated {
	var out []dated
	type key struct{ date, what string }
	seen := map[key]bool{}
	for _, e := range p.Timeline {
		what := p.event(e.Claims, e.Statements)
		if e.Date == nil || seen[key{*e.Date, what}] || what == "" && !p.Full {
			continue
		}
		seen[key{*e.Date, what}] = true
		runs := append(p.said(e.Evidence.Text, p.Width), note(" "+p.refs([]string{e.Evidence.Article})))
		if what != "" {
			runs = append(append(runs, note(": ")), p.said(what, 2*p.Width-50)...)
		}
		out = append(out, dated{*e.Date, "happened", runs})
	}
	return out
}

// event is the text that a date belongs to.
func (p *printer) event(claims, statements []string) string {
	for _, id := range claims {
		if c := p.Claim(id); c != nil {
			return c.Wording.Text
		}
	}
	for _, id := range statements {
		if s := p.Statement(id); s != nil && len(s.Content) > 0 {
			return s.Content[0].Text
		}
	}
	return ""
}
