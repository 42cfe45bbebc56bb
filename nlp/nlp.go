// Package nlp turns a clean text into tokens, sentences, quotations, tags and
// dependency trees.
package nlp

import "hearsay"

// Analysis is what one text holds.
type Analysis struct {
	Tokens     []hearsay.Token
	Sentences  []hearsay.Sentence
	Quotations []hearsay.Quotation
}

// Model names the language model: it changes when results may change.
func Model() string { return english().name }

// Analyse reads a clean text whose blocks are given.
func Analyse(text string, blocks []hearsay.Block) Analysis {
	a, marks := segment(text, blocks)
	if m := english(); m.ready() {
		m.read(text, a, marks)
	}
	return a
}

// segment finds tokens, sentences and quotations. It also returns the
// quotation marks with their directions.
func segment(text string, blocks []hearsay.Block) (Analysis, []mark) {
	lex := lexer{text: text, tokens: make([]hearsay.Token, 0, len(text)/5+8)}
	quotes := quoter{text: text, pending: -1}
	split := splitter{text: text}
	var sentences []hearsay.Sentence
	opened := false
	for b, block := range blocks {
		first := len(lex.tokens)
		lex.scan(int(block.Start), int(block.End))
		quotes.block(int(block.Start), int(block.End), block.Role.Body())
		split.tokens, split.marks = lex.tokens, quotes.marks
		if block.Role.Body() && !opened {
			opened = true
			if next := split.dateline(first, len(lex.tokens)); next > first {
				sentences = split.block(sentences, first, next, int32(b))
				first = next
			}
		}
		sentences = split.block(sentences, first, len(lex.tokens), int32(b))
	}
	return Analysis{lex.tokens, sentences, quotes.quotations}, quotes.marks
}
