package nlp_test

import (
	"slices"
	"testing"

	"hearsay"
	"hearsay/nlp"
)

// TestTreeWalks walks the tree of "The mayor of Alvor said no".
func TestTreeWalks(t *testing.T) {
	dep := func(head int32, d hearsay.Dep) hearsay.Token { return hearsay.Token{Head: head, Dep: d} }
	tokens := []hearsay.Token{dep(-1, hearsay.DepRoot), // a sentence before
		dep(2, hearsay.DepDet), dep(5, hearsay.DepNsubj), dep(4, hearsay.DepCase), dep(2, hearsay.DepNmod), dep(-1, hearsay.DepRoot), dep(5, hearsay.DepObj)}
	sentences := []hearsay.Sentence{{First: 0, Last: 1, Parsed: true}, {First: 1, Last: 7, Parsed: true}}
	s := sentences[nlp.SentenceAt(sentences, 3)]
	if s.First != 1 {
		t.Fatalf("sentence of token 3: %+v", s)
	}
	if r := nlp.Root(tokens, s); r != 5 {
		t.Errorf("root %d", r)
	}
	if got := slices.Collect(nlp.Children(tokens, s, 2)); !slices.Equal(got, []int32{1, 4}) {
		t.Errorf("children %v", got)
	}
	if got := nlp.Child(tokens, s, 5, hearsay.DepObj, hearsay.DepCcomp); got != 6 {
		t.Errorf("object %d", got)
	}
	if got := nlp.Child(tokens, s, 4, hearsay.DepObj); got != -1 {
		t.Errorf("object of a noun %d", got)
	}
	if first, last := nlp.Subtree(tokens, s, 2); first != 1 || last != 5 {
		t.Errorf("subtree [%d,%d)", first, last)
	}
	if !nlp.Under(tokens, 3, 5) || nlp.Under(tokens, 6, 2) {
		t.Error("under")
	}
}

// TestTrees holds what is true of every tree over texts of all the cases.
func TestTrees(t *testing.T) {
	text := "“The bridge is shut,” Mayor Ana Soto said on Monday. ... !\n\n\"\" - (\n\nAccording to two officials, who asked not to be named, nobody knew why it had been closed: it just was."
	a := nlp.Analyse(text, blocks(text))
	for _, s := range a.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			k := a.Tokens[i]
			if k.Dep == hearsay.DepRoot {
				roots++
			}
			if (k.Head < 0) != (k.Dep == hearsay.DepRoot) || k.Head >= 0 && (k.Head < s.First || k.Head >= s.Last) {
				t.Errorf("%q: head %d, relation %v", k.Of(text), k.Head, k.Dep)
			}
			if !nlp.Under(a.Tokens, i, nlp.Root(a.Tokens, s)) {
				t.Errorf("%q hangs nowhere", k.Of(text))
			}
			first, last := nlp.Subtree(a.Tokens, s, i)
			for j := s.First; j < s.Last; j++ {
				if nlp.Under(a.Tokens, j, i) != (j >= first && j < last) {
					t.Errorf("the subtree of %q is broken", k.Of(text))
				}
			}
		}
		if !s.Parsed || roots != 1 {
			t.Errorf("%q: parsed %v, %d roots", s.Of(text), s.Parsed, roots)
		}
	}
}
