package terminal

import (
	"fmt"
	"strings"

	"hearsay/schema"
)

// accounts prints every account in full with the statements found in it.
func (p *printer) accounts() {
	p.section("THE ACCOUNTS", count(len(p.Articles), "account"))
	for i := range p.Articles {
		p.whole(i)
	}
}

func (p *printer) whole(i int) {
	a := &p.Articles[i]
	p.newline()
	p.line(0, 2, run{fmt.Sprintf("%d ", i+1), heading}, run{p.labelOf(i), heading}, note(" "+a.Input))
	if a.Published != nil {
		p.line(2, 4, append([]run{note("published " + schema.ReadableDate(a.Published.Value) + " by ")}, p.said(a.Published.Evidence.Text, p.Width)...)...)
	}
	if a.Modified != nil {
		p.line(2, 4, append([]run{note("changed " + schema.ReadableDate(a.Modified.Value) + " by ")}, p.said(a.Modified.Evidence.Text, p.Width)...)...)
	}
	if a.Section != nil {
		p.line(2, 4, append([]run{note("section ")}, p.said(a.Section.Text, p.Width)...)...)
	}
	if a.Byline != nil {
		p.line(2, 4, append([]run{note("byline ")}, p.said(a.Byline.Text, p.Width)...)...)
	}
	if n := len(a.Chrome); n > 0 {
		p.line(2, 4, note(count(n, "stretch")+" of the input left out as chrome"))
	}
	for _, block := range strings.Split(a.Text, "\n\n") {
		p.newline()
		p.line(2, 2, run{strings.TrimSpace(clean(block)), plain})
	}
	p.newline()
	for k := range p.Statements {
		if s := &p.Statements[k]; s.Article == a.ID {
			p.statement(s)
		}
	}
}

// statement prints one attribution with its place in code points of the text.
func (p *printer) statement(s *schema.Statement) {
	runs := []run{note(s.ID + " " + s.Form + " " + s.Act + " "), {chain(p.Voices(s)), voice}}
	if len(s.Cue) > 0 {
		runs = append(append(runs, note(" cue ")), p.said(schema.Joined(s.Cue), p.Width)...)
	}
	if len(s.Content) > 0 {
		runs = append(append(runs, note(" ")), p.said(schema.Joined(s.Content), p.Width)...)
		runs = append(runs, note(place(s.Content)))
	}
	p.line(2, 4, runs...)
}

func place(spans []schema.Span) string {
	first, last := spans[0], spans[len(spans)-1]
	if first.Start == nil || last.End == nil {
		return ""
	}
	return fmt.Sprintf(" [%d,%d)", *first.Start, *last.End)
}
