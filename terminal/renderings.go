package terminal

// renderings prints one utterance as the accounts give it.
func (p *printer) renderings() {
	if len(p.Quotes) == 0 {
		return
	}
	p.section("SAME UTTERANCE, DIFFERENT WORDS", count(len(p.Quotes), "utterance"))
	n := p.few(len(p.Quotes), 3)
	for _, q := range p.Quotes[:n] {
		speaker := "speaker unknown"
		if q.Speaker != nil {
			speaker = p.Name(*q.Speaker)
		}
		p.line(2, 4, run{speaker, voice}, note(" · "+q.Relation))
		for _, a := range p.grouped(q.Renderings) {
			p.line(4, 6, append([]run{note(p.refs(a.articles) + " ")}, p.said(a.content, 2*p.Width-16)...)...)
		}
	}
	p.more(len(p.Quotes)-n, "utterance")
}
