package terminal

import (
	"slices"

	"hearsay/schema"
)

// disputes prints who disagrees: one side above the other, and by what.
func (p *printer) disputes() {
	if len(p.Contradictions) == 0 {
		return
	}
	p.section("WHO DISAGREES", count(len(p.Contradictions), "pair"))
	n := p.few(len(p.Contradictions), 4)
	for _, c := range p.byKind()[:n] {
		p.subject(c)
		says, against := sides[c.Kind][0], sides[c.Kind][1]
		p.side(says, c.A)
		p.side(against, c.B)
	}
	p.more(len(p.Contradictions)-n, "pair")
}

// sides are the words before the two sides of a disagreement.
var sides = map[string][2]string{
	"denial":  {"● ", "✕ "},
	"number":  {"one number ", "another "},
	"date":    {"one day ", "another "},
	"account": {"one account ", "another "},
}

// subject prints what a disagreement is about.
func (p *printer) subject(x schema.Contradiction) {
	runs := []run{{x.Kind + " ", heading}}
	if c := p.Claim(x.Claim); c != nil {
		runs = append(runs, p.said(c.Wording.Text, 2*p.Width-20)...)
	}
	p.line(2, 4, runs...)
}

// byKind puts what the claims above do not show yet in front: accounts that
// differ in a number, a date or the course of things without denying anything.
func (p *printer) byKind() []schema.Contradiction {
	out := slices.Clone(p.Contradictions)
	rank := func(c schema.Contradiction) int {
		return slices.Index([]string{"number", "date", "account", "denial"}, c.Kind)
	}
	slices.SortStableFunc(out, func(a, b schema.Contradiction) int { return rank(a) - rank(b) })
	return out
}

// side prints the statements of one side, those in the same words once.
func (p *printer) side(word string, statements []string) {
	shown := 0
	for _, a := range p.grouped(statements) {
		if shown++; shown > p.few(len(statements), 1) {
			break
		}
		head := chain(a.voices)
		runs := append([]run{note(word), {head, voice}, note(" " + p.refs(a.articles))}, p.denied(a.cue)...)
		p.line(4, 6, append(runs, p.said(a.content, 2*p.Width-width(head)-24)...)...)
	}
}

// grouped puts statements of the same voices with the same words together.
func (p *printer) grouped(statements []string) []attributed {
	var out []attributed
	for _, id := range statements {
		s := p.Statement(id)
		if s == nil {
			continue
		}
		voices, words := p.Voices(s), content(s)
		at := slices.IndexFunc(out, func(a attributed) bool { return slices.Equal(a.voices, voices) && a.content == words })
		if at < 0 {
			out = append(out, attributed{voices: voices, cue: denial(s), content: words})
			at = len(out) - 1
		}
		out[at].articles = append(out[at].articles, s.Article)
	}
	return out
}
