package attribution

import (
	"strings"

	"hearsay"
)

// view is a reading with the indexes that the rules ask for.
type view struct {
	r         *hearsay.Reading
	text      string
	word      []string // lower-cased text of each token, with straight apostrophes
	sentence  []int32  // of each token
	quote     []int32  // outermost quotation that a token lies in, marks included; -1 for none
	quoted    []run    // tokens of each quotation, marks included
	kidAt     []int32  // the children of t are kid[kidAt[t]:kidAt[t+1]], in order of the text
	kid       []int32
	reach     []run // the subtree of each token, from its first to its last token
	datelines []run // in order of the text
}

func newView(r *hearsay.Reading) *view {
	n := len(r.Tokens)
	v := &view{r: r, text: r.Article.Text, word: make([]string, n), sentence: make([]int32, n), quote: make([]int32, n),
		kidAt: make([]int32, n+1), kid: make([]int32, n), reach: make([]run, n)}
	for i, t := range r.Tokens {
		v.word[i] = fold(t.Of(v.text))
		v.quote[i] = -1
		v.reach[i] = single(int32(i))
	}
	for s, sentence := range r.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			v.sentence[i] = int32(s)
		}
	}
	v.indexTree()
	v.indexQuotations()
	v.indexDatelines()
	return v
}

func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }

func (v *view) indexTree() {
	for _, t := range v.r.Tokens {
		if t.Head >= 0 {
			v.kidAt[t.Head+1]++
		}
	}
	for i := 1; i < len(v.kidAt); i++ {
		v.kidAt[i] += v.kidAt[i-1]
	}
	next := append([]int32(nil), v.kidAt...)
	for i, t := range v.r.Tokens {
		if t.Head < 0 {
			continue
		}
		v.kid[next[t.Head]] = int32(i)
		next[t.Head]++
		for h, steps := t.Head, 0; h >= 0 && steps < 200; h, steps = v.r.Tokens[h].Head, steps+1 {
			if v.reach[h].has(int32(i)) {
				break
			}
			v.reach[h] = v.reach[h].join(single(int32(i)))
		}
	}
}

// indexQuotations finds the tokens of each quotation; those inside another
// quotation belong to the outer one.
func (v *view) indexQuotations() {
	at := int32(0)
	for q, quotation := range v.r.Quotations {
		span := quotation.Outer
		if span.Empty() {
			span = quotation.Span
		}
		for at > 0 && v.r.Tokens[at-1].Start >= span.Start {
			at--
		}
		for int(at) < len(v.word) && v.r.Tokens[at].End <= span.Start {
			at++
		}
		tokens := run{at, at}
		for int(tokens.to) < len(v.word) && v.r.Tokens[tokens.to].Start < span.End {
			if v.quote[tokens.to] < 0 {
				v.quote[tokens.to] = int32(q)
			}
			tokens.to++
		}
		v.quoted = append(v.quoted, tokens)
	}
}

// tag is the tag of token t, none outside the text.
func (v *view) tag(t int32) hearsay.Tag {
	if uint(t) >= uint(len(v.r.Tokens)) {
		return hearsay.TagNone
	}
	return v.r.Tokens[t].Tag
}

func (v *view) dep(t int32) hearsay.Dep { return v.r.Tokens[t].Dep }
func (v *view) head(t int32) int32      { return v.r.Tokens[t].Head }
func (v *view) kids(t int32) []int32    { return v.kid[v.kidAt[t]:v.kidAt[t+1]] }

// child is the first child of t by one of the relations, -1 for none.
func (v *view) child(t int32, deps ...hearsay.Dep) int32 {
	for _, k := range v.kids(t) {
		for _, d := range deps {
			if v.dep(k) == d {
				return k
			}
		}
	}
	return -1
}

// childAfter is the first child of t behind it by one of the relations.
func (v *view) childAfter(t int32, deps ...hearsay.Dep) int32 {
	for _, k := range v.kids(t) {
		for _, d := range deps {
			if k > t && v.dep(k) == d {
				return k
			}
		}
	}
	return -1
}

// at is the word of token t, empty outside the text.
func (v *view) at(t int32) string {
	if t < 0 || int(t) >= len(v.word) {
		return ""
	}
	return v.word[t]
}

func (v *view) sentenceOf(t int32) run {
	s := v.r.Sentences[v.sentence[t]]
	return run{s.First, s.Last}
}

func (v *view) block(t int32) int32 { return v.r.Sentences[v.sentence[t]].Block }

func (v *view) role(t int32) hearsay.Role {
	return v.r.Article.Blocks[v.block(t)].Role
}

// span is the stretch of text of a run of tokens.
func (v *view) span(r run) hearsay.Span {
	if r.empty() {
		return hearsay.Span{}
	}
	return hearsay.Span{Start: v.r.Tokens[r.from].Start, End: v.r.Tokens[r.to-1].End}
}

// isWord reports whether a token has a letter or digit.
func isWord(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= 0x80 && w != "“" && w != "”" && w != "‘" && w != "—" && w != "–" && w != "―" && w != "…" && w != "«" && w != "»" || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			return true
		}
	}
	return false
}

func (v *view) isQuoteMark(t int32) bool {
	switch v.at(t) {
	case "\"", "“", "”", "''", "``", "«", "»", "„":
		return true
	}
	return false
}

func (v *view) isVerb(t int32) bool {
	switch v.tag(t) {
	case hearsay.TagVB, hearsay.TagVBD, hearsay.TagVBG, hearsay.TagVBN, hearsay.TagVBP, hearsay.TagVBZ:
		return true
	}
	return false
}
