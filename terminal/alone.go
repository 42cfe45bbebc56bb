package terminal

import (
	"cmp"
	"slices"

	"hearsay/schema"
)

// alone prints, text by text, what no other has and what it leaves out.
func (p *printer) alone() {
	texts := p.Texts()
	if len(texts) < 2 || len(p.Claims) == 0 {
		return
	}
	p.section("ONLY HERE, AND LEFT OUT", count(len(texts), "text"))
	n := p.few(len(texts), 6)
	for _, text := range texts[:n] {
		p.line(2, 4, run{p.refs(text) + " ", heading}, run{p.Label(text[0]), plain})
		p.only(text)
		p.lacking(text)
	}
	p.more(len(texts)-n, "text")
}

// only prints the claims that stand in no other text.
func (p *printer) only(text []string) {
	var own []*schema.Claim
	for i := range p.Claims {
		c := &p.Claims[i]
		elsewhere := slices.ContainsFunc(c.Present, func(a string) bool { return !slices.Contains(text, a) })
		if len(c.Present) > 0 && !elsewhere {
			own = append(own, c)
		}
	}
	p.list("only here: ", own, func(*schema.Claim) string { return "" })
}

// lacking prints the claims that its story has in at least two other texts; in
// the full report, in at least one.
func (p *printer) lacking(text []string) {
	var missing []*schema.Claim
	known := map[string]string{}
	for i := range p.Claims {
		c := &p.Claims[i]
		at := slices.IndexFunc(c.Absent, func(a schema.Absence) bool { return a.Article == text[0] })
		if at < 0 || p.TextsOf(c) < 2 && !p.Full {
			continue
		}
		missing = append(missing, c)
		known[c.ID] = could(c.Absent[at].CouldHaveKnown)
	}
	p.list("left out: ", missing, func(c *schema.Claim) string { return known[c.ID] })
}

func could(known *bool) string {
	switch {
	case known == nil:
		return " (dates do not tell whether it could have known)"
	case *known:
		return " (it was out before)"
	}
	return " (it came out later)"
}

// list prints claims by their wording, those in front that deserve reading first;
// short, it prints the first and counts the others.
func (p *printer) list(word string, claims []*schema.Claim, after func(*schema.Claim) string) {
	slices.SortStableFunc(claims, func(a, b *schema.Claim) int {
		return cmp.Or(p.Compare(a, b), len(b.Positions)-len(a.Positions), min(len(b.Wording.Text), 80)-min(len(a.Wording.Text), 80))
	})
	n := p.few(len(claims), 2)
	for i, c := range claims[:n] {
		runs := append([]run{note(word)}, p.said(c.Wording.Text, p.Width-width(word)-24)...)
		runs = append(runs, note(after(c)))
		if left := len(claims) - n; i == n-1 && left > 0 {
			runs = append(runs, note(" and "+count(left, "claim")+" more"))
		}
		p.line(4, 6, runs...)
	}
}
