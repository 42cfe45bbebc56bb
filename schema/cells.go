package schema

import (
	"math"

	"hearsay"
)

func (e *encoder) span(article int32, s hearsay.Span) Span {
	a := e.readings[article].Article
	start, end := e.point(article, s.Start), e.point(article, s.End)
	raw := a.RawOf(s)
	return Span{Article: id('a', article), Start: &start, End: &end, Text: s.Of(a.Text), Raw: [2]int32{raw.Start, raw.End}}
}

func (e *encoder) spanOrNil(article int32, s hearsay.Span) *Span {
	if s.Empty() {
		return nil
	}
	out := e.span(article, s)
	return &out
}

func (e *encoder) spans(article int32, all []hearsay.Span) []Span {
	out := make([]Span, len(all))
	for i, s := range all {
		out[i] = e.span(article, s)
	}
	return out
}

func (e *encoder) place(p hearsay.Place) Span { return e.span(p.Article, p.Span) }

func (e *encoder) places(all []hearsay.Place) []Span {
	out := make([]Span, len(all))
	for i, p := range all {
		out[i] = e.place(p)
	}
	return out
}

func (e *encoder) evidence(article int32, x hearsay.Evidence) Span {
	if x.InText {
		return e.span(article, x.Span)
	}
	return Span{Article: id('a', article), Text: x.Text, Raw: [2]int32{x.Raw.Start, x.Raw.End}}
}

func (e *encoder) article(i int32) Article {
	a := e.readings[i].Article
	out := Article{ID: id('a', i), Input: a.Page.Name, SHA256: a.SHA256, Language: a.Language, Address: a.Address,
		Headline: e.spanOrNil(i, a.Headline), Standfirst: e.spanOrNil(i, a.Standfirst),
		Credits: []Credit{}, Text: a.Text, Paragraphs: []Span{}, Chrome: []Chrome{}}
	if a.Outlet.Name != "" {
		out.Outlet = &Outlet{Name: a.Outlet.Name, Evidence: []Span{}}
		for _, x := range a.Outlet.Evidence {
			out.Outlet.Evidence = append(out.Outlet.Evidence, e.evidence(i, x))
		}
	}
	if a.Byline != nil {
		s := e.evidence(i, *a.Byline)
		out.Byline = &s
	}
	if a.Section != nil {
		s := e.evidence(i, *a.Section)
		out.Section = &s
	}
	for _, c := range a.Credits {
		out.Credits = append(out.Credits, Credit{Agency: c.Agency, Evidence: e.evidence(i, c.Evidence)})
	}
	if p := a.Published; p != nil && !p.Guessed {
		out.Published = &Date{Value: p.Value, Precision: p.Precision.String(), Evidence: e.evidence(i, p.Evidence)}
	}
	if m := a.Modified; m != nil {
		out.Modified = &Date{Value: m.Value, Precision: m.Precision.String(), Evidence: e.evidence(i, m.Evidence)}
	}
	for _, b := range a.Blocks {
		if b.Role.Body() {
			out.Paragraphs = append(out.Paragraphs, e.span(i, b.Span))
		}
	}
	for _, c := range a.Chrome {
		out.Chrome = append(out.Chrome, Chrome{Raw: [2]int32{c.Raw.Start, c.Raw.End}, Reason: c.Reason})
	}
	return out
}

func (e *encoder) entities(all []hearsay.Referent) []Entity {
	out := []Entity{}
	for i, x := range all {
		ent := Entity{ID: id('e', int32(i)), Name: x.Name, Kind: x.Kind.String(), Mentions: []Span{}}
		for _, m := range x.Members {
			r := e.readings[m.Article]
			for _, k := range r.Entities[m.Index].Mentions {
				ent.Mentions = append(ent.Mentions, e.span(m.Article, r.Mentions[k].Span))
			}
		}
		out = append(out, ent)
	}
	return out
}

func (e *encoder) statements(article int32) []Statement {
	r := e.readings[article]
	out := make([]Statement, len(r.Statements))
	for i := range r.Statements {
		s := &r.Statements[i]
		out[i] = Statement{ID: id('s', e.first[article]+int32(i)), Article: id('a', article), Form: s.Form.String(), Act: s.Act.String(),
			Source: Source{Entity: e.entityID(article, s.Source.Entity), Spans: e.spans(article, s.Source.Spans), Kind: s.Source.Kind.String()},
			Cue:    e.spans(article, s.Cue), Content: e.spans(article, s.Content), Chain: []string{}}
		if s.Within >= 0 {
			out[i].Within = optional('s', e.first[article]+s.Within)
		}
		for _, c := range s.Chain {
			if x := e.entityID(article, c); x != nil {
				out[i].Chain = append(out[i].Chain, *x)
			}
		}
		if s.Time >= 0 && r.Times[s.Time].Value != "" {
			t := r.Times[s.Time]
			out[i].Time = &Date{Value: t.Value, Precision: t.Precision.String(), Evidence: e.span(article, t.Span)}
		}
	}
	return out
}

func (e *encoder) entityID(article, entity int32) *string {
	if entity < 0 {
		return nil
	}
	return optional('e', e.referent[article][entity])
}

func (e *encoder) copy(c *hearsay.Copy) Copy {
	out := Copy{A: id('a', c.A), B: id('a', c.B), Relation: c.Relation.String(), Similarity: math.Round(c.Similarity*1e4) / 1e4,
		From: optional('a', c.From), Reason: c.Reason, Differences: []Difference{}}
	for _, d := range c.Differences {
		out.Differences = append(out.Differences, Difference{A: e.spanOrNil(c.A, d.A), B: e.spanOrNil(c.B, d.B)})
	}
	return out
}

func (e *encoder) story(i int, s *hearsay.Story) Story {
	out := Story{ID: id('t', int32(i)), Articles: ids('a', s.Articles), Storyline: id('l', s.Storyline), Reasons: e.places(s.Reasons), Links: []Link{}}
	for _, l := range s.Links {
		out.Links = append(out.Links, Link{Story: optional('t', l.Story), Relation: l.Relation.String(), Sentence: e.place(l.Sentence)})
	}
	return out
}

func (e *encoder) claim(i int, c *hearsay.Claim) Claim {
	out := Claim{ID: id('c', int32(i)), Story: id('t', c.Story), Parent: optional('c', c.Parent), Wording: e.place(c.Wording),
		Positions: []Position{}, Present: ids('a', c.Present), Absent: []Absence{},
		Origins: Origins{Lower: c.Origins.Lower, Upper: c.Origins.Upper, Items: []Origin{}}}
	for _, p := range c.Positions {
		out.Positions = append(out.Positions, Position{Statement: e.refs([]hearsay.Ref{p.Statement})[0], Stance: p.Stance.String()})
	}
	for _, o := range c.Origins.Items {
		out.Origins.Items = append(out.Origins.Items, Origin{Entity: optional('e', o.Entity), Through: ids('e', o.Through),
			Articles: ids('a', o.Articles), Reason: o.Reason, Evidence: e.places(o.Evidence)})
	}
	for _, a := range c.Absent {
		x := Absence{Article: id('a', a.Article)}
		if a.CouldKnowKnown {
			x.CouldHaveKnown = &a.CouldKnow
		}
		out.Absent = append(out.Absent, x)
	}
	return out
}

func (e *encoder) wording(w hearsay.Wording) Wording {
	out := Wording{Referent: w.Referent, Labels: []Label{}}
	for _, l := range w.Labels {
		out.Labels = append(out.Labels, Label{Text: l.Text, Voice: l.Voice.String(), Spans: e.places(l.Places)})
	}
	return out
}

func (e *encoder) doubt(x hearsay.Doubt) Doubt {
	out := Doubt{Kind: x.Kind.String(), Article: id('a', x.Article), Note: x.Note}
	if x.Evidence != nil {
		s := e.evidence(x.Article, *x.Evidence)
		out.Span = &s
	}
	return out
}
