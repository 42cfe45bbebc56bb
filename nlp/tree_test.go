package nlp_test

import (
	"testing"

	"hearsay"
	"hearsay/nlp"
)

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
			if below(a.Tokens, i) < 0 {
				t.Errorf("%q hangs nowhere", k.Of(text))
			}
			for j := min(i, k.Head) + 1; k.Head >= 0 && j < max(i, k.Head); j++ {
				if h := a.Tokens[j].Head; h < min(i, k.Head) || h > max(i, k.Head) {
					t.Errorf("%q and %q hang across each other", k.Of(text), a.Tokens[j].Of(text))
				}
			}
		}
		if !s.Parsed || roots != 1 {
			t.Errorf("%q: parsed %v, %d roots", s.Of(text), s.Parsed, roots)
		}
	}
}

// below is the number of steps from token i up to its root, -1 when there is none.
func below(tokens []hearsay.Token, i int32) int {
	steps := 0
	for ; tokens[i].Head >= 0; i = tokens[i].Head {
		if steps++; steps > len(tokens) {
			return -1
		}
	}
	return steps
}
