package nlp

import (
	"iter"
	"sort"

	"hearsay"
)

// The functions of this file walk the trees of a reading without allocating.
// tokens are all of the reading's, and every index is one of them. Trees are
// projective: a subtree is an unbroken run of tokens.

// SentenceAt is the sentence that holds a token.
func SentenceAt(sentences []hearsay.Sentence, token int32) int {
	return sort.Search(len(sentences), func(i int) bool { return sentences[i].Last > token })
}

// Root is the token on which the whole sentence hangs, -1 when it is not parsed.
func Root(tokens []hearsay.Token, s hearsay.Sentence) int32 {
	for i := s.First; i < s.Last; i++ {
		if tokens[i].Dep == hearsay.DepRoot {
			return i
		}
	}
	return -1
}

// Children are the tokens whose head is token i of sentence s, left to right.
func Children(tokens []hearsay.Token, s hearsay.Sentence, i int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for k := s.First; k < s.Last; k++ {
			if tokens[k].Head == i && !yield(k) {
				return
			}
		}
	}
}

// Child is the first child of token i with one of the relations, -1 for none.
func Child(tokens []hearsay.Token, s hearsay.Sentence, i int32, deps ...hearsay.Dep) int32 {
	for k := s.First; k < s.Last; k++ {
		if tokens[k].Head != i {
			continue
		}
		for _, d := range deps {
			if tokens[k].Dep == d {
				return k
			}
		}
	}
	return -1
}

// Subtree is the run of tokens [first,last) below token i, itself included.
func Subtree(tokens []hearsay.Token, s hearsay.Sentence, i int32) (first, last int32) {
	first, last = i, i+1
	for first > s.First && Under(tokens, first-1, i) {
		first--
	}
	for last < s.Last && Under(tokens, last, i) {
		last++
	}
	return first, last
}

// Under reports whether token i is top or hangs below it.
func Under(tokens []hearsay.Token, i, top int32) bool {
	for ; i >= 0; i = tokens[i].Head {
		if i == top {
			return true
		}
	}
	return false
}

// SpanOf is the stretch of text from token first up to, not including, last.
func SpanOf(tokens []hearsay.Token, first, last int32) hearsay.Span {
	return hearsay.Span{Start: tokens[first].Start, End: tokens[last-1].End}
}
