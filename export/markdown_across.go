package export

import (
	"cmp"
	"slices"
	"strings"

	"hearsay/schema"
)

func (m *markdown) disputes() {
	if !m.section("Who disagrees", len(m.Contradictions)) {
		return
	}
	for _, c := range m.Contradictions {
		m.printf("- by %s\n", escape(c.Kind))
		for _, s := range c.A {
			m.printf("  - %s\n", m.said(s))
		}
		for _, s := range c.B {
			m.printf("  - against: %s\n", m.said(s))
		}
	}
}

func (m *markdown) origins() {
	if !m.section("Where it comes from", len(m.Claims)) {
		return
	}
	for i := range m.Claims {
		c := &m.Claims[i]
		m.printf("- %s: %s\n", quoted(c.Wording.Text), c.Origins.Between())
		for _, o := range c.Origins.Items {
			m.printf("  - %s → %s: %s\n", m.flow(o), m.refs(o.Articles), escape(o.Reason))
		}
	}
}

// flow is the way from a root through agencies: "two officials → Press Agency".
func (m *markdown) flow(o schema.Origin) string {
	first := "unnamed root"
	if o.Entity != nil {
		first = m.Name(*o.Entity)
	} else if len(o.Articles) == 1 {
		first = m.Label(o.Articles[0])
	}
	steps := []string{escape(first)}
	for _, t := range slices.Backward(o.Through) {
		steps = append(steps, escape(m.Name(t)))
	}
	return strings.Join(steps, " → ")
}

func (m *markdown) renderings() {
	if !m.section("Same utterance, different words", len(m.Quotes)) {
		return
	}
	for _, q := range m.Quotes {
		m.printf("- %s\n", escape(q.Relation))
		for _, s := range q.Renderings {
			m.printf("  - %s\n", m.said(s))
		}
	}
}

func (m *markdown) timeline() {
	if !m.section("When", len(m.Timeline)) {
		return
	}
	events := slices.Clone(m.Timeline)
	slices.SortStableFunc(events, func(a, b schema.Event) int { return cmp.Compare(date(a), date(b)) })
	for _, e := range events {
		m.printf("- %s: %s \\[%d\\]", escape(cmp.Or(date(e), "not resolved")), quoted(e.Evidence.Text), m.Number(e.Evidence.Article))
		for _, id := range e.Claims {
			if c := m.Claim(id); c != nil {
				m.printf(" %s", quoted(c.Wording.Text))
			}
		}
		m.printf("\n")
	}
}

func date(e schema.Event) string {
	if e.Date == nil {
		return ""
	}
	return schema.ReadableDate(*e.Date)
}

func (m *markdown) wording() {
	if !m.section("How each words it", len(m.Wording)) {
		return
	}
	for _, w := range m.Wording {
		m.printf("- %s\n", quoted(w.Referent))
		for _, l := range w.Labels {
			var in []string
			for _, s := range l.Spans {
				in = append(in, s.Article)
			}
			m.printf("  - %s, %s voice, %d times in %s\n", quoted(l.Text), escape(l.Voice), len(l.Spans), m.refs(in))
		}
	}
}

func (m *markdown) doubts() {
	if !m.section("What hearsay could not decide", len(m.Doubts)) {
		return
	}
	for _, d := range m.Doubts {
		m.printf("- \\[%d\\] %s: %s", m.Number(d.Article), escape(d.Kind), escape(d.Note))
		if d.Span != nil {
			m.printf(" %s", quoted(d.Span.Text))
		}
		m.printf("\n")
	}
}
