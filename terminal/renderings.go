package terminal

import (
	"slices"

	"hearsay/schema"
)

// renderings prints one utterance as the accounts give it; the short report
// leaves out those that all accounts give alike.
func (p *printer) renderings() {
	if len(p.Quotes) == 0 {
		return
	}
	p.section("SAME UTTERANCE, DIFFERENT WORDS", count(len(p.Quotes), "utterance"))
	quotes := slices.Clone(p.Quotes)
	slices.SortStableFunc(quotes, func(a, b schema.Quote) int { return min(p.versions(b), 2) - min(p.versions(a), 2) })
	differing := slices.IndexFunc(quotes, func(q schema.Quote) bool { return p.versions(q) < 2 })
	if differing < 0 {
		differing = len(quotes)
	}
	n := p.few(len(quotes), min(3, differing))
	for _, q := range quotes[:n] {
		speaker := "speaker unknown"
		if q.Speaker != nil {
			speaker = p.Name(*q.Speaker)
		}
		p.line(2, 4, run{speaker, voice}, note(" · "+q.Relation))
		for _, a := range p.grouped(q.Renderings) {
			p.line(4, 6, append([]run{note(p.refs(a.articles) + " ")}, p.said(a.content, 2*p.Width-16)...)...)
		}
	}
	p.more(len(quotes)-n, "utterance")
}

// versions is in how many different wordings an utterance is given.
func (p *printer) versions(q schema.Quote) int {
	var words []string
	for _, id := range q.Renderings {
		if s := p.Statement(id); s != nil {
			words = append(words, content(s))
		}
	}
	slices.Sort(words)
	return len(slices.Compact(words))
}
