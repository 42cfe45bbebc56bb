package nlp

import "hearsay"

// reader reads the sentences of one text, in order.
type reader struct {
	model      *model
	text       string
	tokens     []hearsay.Token
	marks      []mark
	quotations []hearsay.Quotation
	words      []form
	tags       []hearsay.Tag
	state      state
	work       scratch
}

// look describes the words of a sentence, tokens [first,last).
func (r *reader) look(first, last int32) {
	n := int(last - first)
	for cap(r.words) < n {
		r.words = append(r.words[:cap(r.words)], form{})
	}
	for cap(r.tags) < n {
		r.tags = append(r.tags[:cap(r.tags)], hearsay.TagNone)
	}
	r.words, r.tags = r.words[:n], r.tags[:n]
	for i := range n {
		t := r.tokens[int(first)+i]
		f := &r.words[i]
		r.model.describe(f, t.Of(r.text), r.direction(t.Span))
		if q := r.quotation(t.Span); q >= 0 {
			f.quotation, f.inside = q+1, small[3]
		}
	}
}

// direction is 1 for an opening quotation mark, -1 for a closing one, 0 for
// other tokens. Calls follow the order of the text.
func (r *reader) direction(s hearsay.Span) int {
	for len(r.marks) > 0 && r.marks[0].End <= s.Start {
		r.marks = r.marks[1:]
	}
	if len(r.marks) == 0 || r.marks[0].Span != s {
		return 0
	}
	if r.marks[0].open {
		return 1
	}
	return -1
}

// quotation is the start of the outermost quotation around s, -1 for none.
func (r *reader) quotation(s hearsay.Span) int32 {
	for len(r.quotations) > 0 && (r.quotations[0].Depth > 0 || r.quotations[0].Outer.End <= s.Start) {
		r.quotations = r.quotations[1:]
	}
	if len(r.quotations) > 0 && r.quotations[0].Span.Contains(s) {
		return r.quotations[0].Start
	}
	return -1
}

// sentence tags and parses one sentence.
func (r *reader) sentence(s *hearsay.Sentence) {
	r.look(s.First, s.Last)
	r.model.tag(r.words, r.tags, &r.work)
	r.state.reset(r.words, r.tags)
	r.model.parse(&r.state, &r.work)
	tokens := r.tokens[s.First:s.Last]
	for i, t := range r.tags {
		tokens[i].Tag, tokens[i].Dep, tokens[i].Head = t, hearsay.DepPunct, -1
	}
	for i, at := range r.state.place[:r.state.root()] {
		k := &r.state.nodes[i]
		tokens[at].Dep = k.dep
		if k.head != r.state.root() {
			tokens[at].Head = r.state.place[k.head]
		}
	}
	hang(tokens)
	for i := range tokens {
		if tokens[i].Head >= 0 {
			tokens[i].Head += s.First
		}
	}
	s.Parsed = true
}

// read tags and parses all sentences of an analysis.
func (m *model) read(text string, a Analysis, marks []mark) {
	r := reader{model: m, text: text, tokens: a.Tokens, marks: marks, quotations: a.Quotations}
	for i := range a.Sentences {
		r.sentence(&a.Sentences[i])
	}
}
