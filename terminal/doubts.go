package terminal

import (
	"fmt"
	"slices"

	"hearsay/schema"
)

// doubts prints what could not be decided: by kind, or each with its place.
func (p *printer) doubts() {
	if len(p.Doubts) == 0 {
		return
	}
	p.section("WHAT HEARSAY COULD NOT DECIDE", count(len(p.Doubts), "doubt"))
	var kinds []string
	by := map[string][]schema.Doubt{}
	for _, d := range p.Doubts {
		if !slices.Contains(kinds, d.Kind) {
			kinds = append(kinds, d.Kind)
		}
		by[d.Kind] = append(by[d.Kind], d)
	}
	for _, kind := range kinds {
		p.line(2, 4, run{kind, questions}, note(fmt.Sprintf(" ×%d in %s", len(by[kind]), p.refs(articlesOf(by[kind])))))
		n := p.few(len(by[kind]), 1)
		for _, d := range by[kind][:n] {
			p.doubt(d)
		}
	}
}

func articlesOf(doubts []schema.Doubt) []string {
	var out []string
	for _, d := range doubts {
		out = append(out, d.Article)
	}
	return out
}

func (p *printer) doubt(d schema.Doubt) {
	runs := []run{note(p.refs([]string{d.Article}) + " " + d.Note)}
	if d.Span != nil {
		runs = append(append(runs, note(" ")), p.said(d.Span.Text, p.Width)...)
	}
	p.line(4, 6, runs...)
}
