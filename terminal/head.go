package terminal

import (
	"fmt"
	"slices"
	"strings"

	"hearsay/schema"
)

// head prints the clearest headline, the figures and the list of accounts.
func (p *printer) head() {
	main := &schema.Story{}
	for i := range p.Articles {
		main.Articles = append(main.Articles, p.Articles[i].ID)
	}
	if stories := p.MainFirst(); len(stories) > 0 {
		main = stories[0]
	}
	if h := p.Headline(); h != nil {
		p.line(0, 2, run{"“" + strings.TrimSpace(clean(h.Text)) + "”", heading}, note(" "+p.Label(h.Article)))
	} else {
		p.line(0, 2, run{"A story without a headline", heading})
	}
	p.line(0, 2, note(strings.Join(p.figures(), " · ")))
	p.newline()
	for i := range p.Articles {
		p.account(i, main)
	}
}

// figures are what the story comes down to.
func (p *printer) figures() []string {
	out := []string{count(len(p.Articles), "account"), count(len(p.Texts()), "text")}
	if n := len(p.Stories); n > 1 {
		out = append(out, count(n, "story"))
	}
	if c := p.MostTold(); c != nil {
		out = append(out, between(c.Origins)+" behind the most told claim")
	}
	if n := p.Disputers(); n > 0 {
		out = append(out, "disputed by "+count(n, "voice"))
	}
	return append(out, count(len(p.Doubts), "doubt"))
}

// between prints how many origins there are: "1 origin", "1-2 origins".
func between(o schema.Origins) string {
	if o.Lower == o.Upper {
		return count(o.Lower, "origin")
	}
	return o.Between() + " origins"
}

// account prints one line of the list: number, outlet, date, what it is.
func (p *printer) account(i int, main *schema.Story) {
	a := &p.Articles[i]
	runs := []run{{fmt.Sprintf("%d ", i+1), heading}, {p.labelOf(i), plain}}
	if a.Published != nil {
		runs = append(runs, note(" · "+schema.ReadableDate(a.Published.Value)))
	} else {
		runs = append(runs, note(" · undated"))
	}
	for _, c := range a.Credits {
		runs = append(runs, note(" · credits "+c.Agency))
	}
	for _, c := range p.Copies {
		runs = append(runs, p.copied(c, a.ID)...)
	}
	if s := p.storyOf(a.ID); s != nil && s.ID != main.ID {
		runs = append(runs, note(" · "+p.kinship(s, main)))
	}
	if a.Language != "" && a.Language != "en" {
		runs = append(runs, note(" · language "+a.Language))
	}
	p.line(0, 2, runs...)
}

func (p *printer) labelOf(i int) string { return p.Label(p.Articles[i].ID) }

// copied says what an account shares with one before it.
func (p *printer) copied(c schema.Copy, article string) []run {
	a, b := c.A, c.B
	if p.Number(a) > p.Number(b) {
		a, b = b, a
	}
	if b != article {
		return nil
	}
	words := map[string]string{"copy": "same text as", "near-copy": "nearly the text of", "partial": "shares passages with", "rewrite": "reworded from the text of"}
	return []run{note(fmt.Sprintf(" · %s %d", words[c.Relation], p.Number(a)))}
}

func (p *printer) storyOf(article string) *schema.Story {
	for i := range p.Stories {
		if slices.Contains(p.Stories[i].Articles, article) {
			return &p.Stories[i]
		}
	}
	return nil
}

// kinship says how another story is related to the main one.
func (p *printer) kinship(s, main *schema.Story) string {
	if s.Storyline != main.Storyline {
		return "another story"
	}
	own, other := p.earliest(s), p.earliest(main)
	switch {
	case own == "" || other == "":
		return "another story of the same storyline"
	case own < other:
		return "an earlier story of the same storyline"
	}
	return "a later story of the same storyline"
}

// earliest is the first date of publication of a story; ISO 8601 sorts by time
// as far as both dates are known.
func (p *printer) earliest(s *schema.Story) string {
	first := ""
	for _, id := range s.Articles {
		if a := p.Article(id); a != nil && a.Published != nil && (first == "" || a.Published.Value < first) {
			first = a.Published.Value
		}
	}
	return first
}
