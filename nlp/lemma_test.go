package nlp_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"hearsay"
	"hearsay/nlp"
)

// TestLemmas holds lemmas against those of a development treebank. Its texts
// misspell, and its annotators mend spellings in lemmas, so that not all can be
// right.
func TestLemmas(t *testing.T) {
	f, err := os.Open("../../shared/data/syntax/gum-dev.conllu")
	if err != nil {
		t.Skip("the development data are not here: ", err)
	}
	defer f.Close()
	right, all := 0, 0
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		c := strings.Split(in.Text(), "\t")
		if len(c) != 10 || strings.ContainsAny(c[0], "-.") {
			continue
		}
		tag, _ := hearsay.ParseTag(c[4])
		all++
		if nlp.Lemma(c[1], tag) == c[2] {
			right++
		}
	}
	if right*100 < all*98 {
		t.Errorf("%d of %d lemmas are right", right, all)
	}
	t.Logf("%d of %d lemmas are right", right, all)
}

func BenchmarkLemma(b *testing.B) {
	words := strings.Fields("said denied ceasefires told familiar discussions making agreed sources it stopped")
	tags := []hearsay.Tag{hearsay.TagVBD, hearsay.TagVBN, hearsay.TagNNS, hearsay.TagVBD, hearsay.TagJJ, hearsay.TagNNS, hearsay.TagVBG, hearsay.TagVBD, hearsay.TagNNS, hearsay.TagPRP, hearsay.TagVBD}
	for b.Loop() {
		for i, w := range words {
			nlp.Lemma(w, tags[i])
		}
	}
}
