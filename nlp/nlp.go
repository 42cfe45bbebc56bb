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
func Model() string { return "en-0" }

// Analyse reads a clean text whose blocks are given.
func Analyse(text string, blocks []hearsay.Block) Analysis { return Analysis{} }
