package attribution

import "hearsay"

// Coverage counts what a reading attributes, and what it leaves open.
type Coverage struct {
	Words, Held              int // words of the body, and those in the content of a statement
	Quotations, Unattributed int // quotations of a sentence's length, and those that no statement holds
	Statements               int
	Nameless                 int // statements for which no source is named
	Unresolved               int // statements whose source is named, but is nobody the article tells of
}

// Add sums two counts.
func (c *Coverage) Add(d Coverage) {
	c.Words += d.Words
	c.Held += d.Held
	c.Quotations += d.Quotations
	c.Unattributed += d.Unattributed
	c.Statements += d.Statements
	c.Nameless += d.Nameless
	c.Unresolved += d.Unresolved
}

// Cover counts what the statements of a reading cover.
func Cover(r *hearsay.Reading) Coverage {
	v := newView(r)
	c := Coverage{Statements: len(r.Statements), Quotations: len(v.sentenceLong()), Unattributed: len(v.unattributed())}
	for t := range int32(len(v.word)) {
		if !isWord(v.word[t]) || !v.role(t).Body() {
			continue
		}
		c.Words++
		if v.held(r.Tokens[t].Span) {
			c.Held++
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		switch {
		case s.Source.Entity >= 0:
		case len(s.Source.Spans) == 0:
			c.Nameless++
		default:
			c.Unresolved++
		}
	}
	return c
}
