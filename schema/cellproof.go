package schema

import (
	"fmt"
	"slices"
	"strings"
)

// index gathers the ids that cells may name.
func (p *prover) index() {
	for i, x := range p.d.Entities {
		p.once(p.entities, fmt.Sprintf("entities[%d].id", i), x.ID)
	}
	for i, x := range p.d.Statements {
		p.once(p.statements, fmt.Sprintf("statements[%d].id", i), x.ID)
	}
	for i, x := range p.d.Claims {
		p.once(p.claims, fmt.Sprintf("claims[%d].id", i), x.ID)
	}
	for i, x := range p.d.Stories {
		p.once(p.stories, fmt.Sprintf("stories[%d].id", i), x.ID)
	}
}

func (p *prover) once(known map[string]bool, cell, id string) {
	if known[id] {
		p.fail(cell, "%q stands twice", id)
	}
	known[id] = true
}

func (p *prover) known(in map[string]bool, cell string, ids ...string) {
	for _, id := range ids {
		if !in[id] {
			p.fail(cell, "there is no %q", id)
		}
	}
}

func (p *prover) knownArticles(cell string, ids ...string) {
	for _, id := range ids {
		if p.articles[id] == nil {
			p.fail(cell, "there is no article %q", id)
		}
	}
}

func (p *prover) spans(cell, article string, all []Span) {
	for i := range all {
		p.span(fmt.Sprintf("%s[%d]", cell, i), article, &all[i])
	}
}

func (p *prover) cells() {
	for i := range p.d.Articles {
		p.articleCells(fmt.Sprintf("articles[%d]", i), &p.d.Articles[i])
	}
	for i := range p.d.Entities {
		x, cell := &p.d.Entities[i], fmt.Sprintf("entities[%d]", i)
		p.spans(cell+".mentions", "", x.Mentions)
		if !slices.ContainsFunc(x.Mentions, func(s Span) bool { return contains(s.Text, x.Name) }) {
			p.fail(cell+".name", "%q stands in none of its mentions", x.Name)
		}
	}
	for i := range p.d.Statements {
		p.statement(fmt.Sprintf("statements[%d]", i), &p.d.Statements[i])
	}
	for i := range p.d.Claims {
		p.claim(fmt.Sprintf("claims[%d]", i), &p.d.Claims[i])
	}
	p.across()
}

func (p *prover) articleCells(cell string, a *Article) {
	p.span(cell+".headline", a.ID, a.Headline)
	p.span(cell+".standfirst", a.ID, a.Standfirst)
	p.span(cell+".byline", a.ID, a.Byline)
	p.span(cell+".section", a.ID, a.Section)
	p.spans(cell+".paragraphs", a.ID, a.Paragraphs)
	if a.Outlet != nil {
		p.spans(cell+".outlet.evidence", a.ID, a.Outlet.Evidence)
	}
	for i := range a.Credits {
		p.span(fmt.Sprintf("%s.credits[%d].evidence", cell, i), a.ID, &a.Credits[i].Evidence)
	}
	if a.Published != nil {
		p.span(cell+".published.evidence", a.ID, &a.Published.Evidence)
	}
	if a.Modified != nil {
		p.span(cell+".modified.evidence", a.ID, &a.Modified.Evidence)
	}
}

func (p *prover) statement(cell string, s *Statement) {
	p.knownArticles(cell+".article", s.Article)
	p.spans(cell+".source.spans", s.Article, s.Source.Spans)
	p.spans(cell+".cue", s.Article, s.Cue)
	p.spans(cell+".content", s.Article, s.Content)
	p.known(p.entities, cell+".chain", s.Chain...)
	if s.Source.Entity != nil {
		p.known(p.entities, cell+".source.entity", *s.Source.Entity)
	}
	if s.Within != nil {
		p.known(p.statements, cell+".within", *s.Within)
	}
	if s.Time != nil {
		p.span(cell+".time.evidence", s.Article, &s.Time.Evidence)
	}
}

func (p *prover) claim(cell string, c *Claim) {
	p.span(cell+".wording", "", &c.Wording)
	p.known(p.stories, cell+".story", c.Story)
	if c.Parent != nil {
		p.known(p.claims, cell+".parent", *c.Parent)
	}
	for _, x := range c.Positions {
		p.known(p.statements, cell+".positions", x.Statement)
	}
	p.knownArticles(cell+".present", c.Present...)
	for _, x := range c.Absent {
		p.knownArticles(cell+".absent", x.Article)
	}
	for i := range c.Origins.Items {
		o, at := &c.Origins.Items[i], fmt.Sprintf("%s.origins.items[%d]", cell, i)
		if o.Entity != nil {
			p.known(p.entities, at+".entity", *o.Entity)
		}
		p.known(p.entities, at+".through", o.Through...)
		p.knownArticles(at+".articles", o.Articles...)
		p.spans(at+".evidence", "", o.Evidence)
	}
}

// across checks what is said of several articles.
func (p *prover) across() {
	for i := range p.d.Copies {
		c, cell := &p.d.Copies[i], fmt.Sprintf("copies[%d]", i)
		p.knownArticles(cell, c.A, c.B)
		for k := range c.Differences {
			p.span(fmt.Sprintf("%s.differences[%d].a", cell, k), c.A, c.Differences[k].A)
			p.span(fmt.Sprintf("%s.differences[%d].b", cell, k), c.B, c.Differences[k].B)
		}
	}
	for i, s := range p.d.Stories {
		p.knownArticles(fmt.Sprintf("stories[%d].articles", i), s.Articles...)
		p.spans(fmt.Sprintf("stories[%d].reasons", i), "", s.Reasons)
		for k, l := range s.Links {
			at := fmt.Sprintf("stories[%d].links[%d]", i, k)
			if l.Story != nil {
				p.known(p.stories, at+".story", *l.Story)
			}
			p.span(at+".sentence", "", &l.Sentence)
		}
	}
	for i, x := range p.d.Contradictions {
		cell := fmt.Sprintf("contradictions[%d]", i)
		p.known(p.claims, cell+".claim", x.Claim)
		p.known(p.statements, cell+".a", x.A...)
		p.known(p.statements, cell+".b", x.B...)
	}
	for i, x := range p.d.Quotes {
		p.known(p.statements, fmt.Sprintf("quotes[%d].renderings", i), x.Renderings...)
	}
	for i := range p.d.Timeline {
		x, cell := &p.d.Timeline[i], fmt.Sprintf("timeline[%d]", i)
		p.span(cell+".evidence", "", &x.Evidence)
		p.known(p.claims, cell+".claims", x.Claims...)
		p.known(p.statements, cell+".statements", x.Statements...)
	}
	for i, w := range p.d.Wording {
		for k, l := range w.Labels {
			cell := fmt.Sprintf("wording[%d].labels[%d]", i, k)
			p.spans(cell+".spans", "", l.Spans)
			if !slices.ContainsFunc(l.Spans, func(s Span) bool { return contains(s.Text, l.Text) }) {
				p.fail(cell+".text", "%q stands in none of its spans", l.Text)
			}
		}
	}
	for i := range p.d.Doubts {
		p.knownArticles(fmt.Sprintf("doubts[%d].article", i), p.d.Doubts[i].Article)
		p.span(fmt.Sprintf("doubts[%d].span", i), p.d.Doubts[i].Article, p.d.Doubts[i].Span)
	}
}

// contains compares without regard to case: a label counts its capitalised
// occurrences in.
func contains(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}
