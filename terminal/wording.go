package terminal

import (
	"fmt"

	"hearsay/schema"
)

// wording prints the labels for one referent, by account: ■ in the outlet's own
// voice, □ inside words that it attributes.
func (p *printer) wording() {
	if len(p.Wording) == 0 {
		return
	}
	p.section("HOW EACH WORDS IT", count(len(p.Wording), "referent")+" · ■ own voice □ quoted")
	n := p.few(len(p.Wording), 5)
	for _, w := range p.Wording[:n] {
		var runs []run
		labels := p.few(len(w.Labels), 6)
		for _, l := range w.Labels[:labels] {
			runs = append(runs, p.labelRuns(l)...)
		}
		if left := len(w.Labels) - labels; left > 0 {
			runs = append(runs, note("and "+count(left, "label")+" more"))
		}
		p.line(2, 4, runs...)
	}
	p.more(len(p.Wording)-n, "referent")
}

func (p *printer) labelRuns(l schema.Label) []run {
	mark := "■"
	if l.Voice == "quoted" {
		mark = "□"
	}
	counts := map[string]int{}
	for _, s := range l.Spans {
		counts[s.Article]++
	}
	where := ""
	for i := range p.Articles {
		switch n := counts[p.Articles[i].ID]; n {
		case 0:
		case 1:
			where += fmt.Sprintf(" %d", i+1)
		default:
			where += fmt.Sprintf(" %d×%d", i+1, n)
		}
	}
	return append(append([]run{note(mark + " ")}, p.said(l.Text, 40)...), note(where+"  "))
}
