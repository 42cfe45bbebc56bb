package nlp_test

import (
	"os"
	"strings"
	"testing"

	"hearsay"
	"hearsay/nlp"
)

// devText is the raw text of a development treebank.
func devText(tb testing.TB, name string) *nlp.Treebank {
	f, err := os.Open("../../shared/data/syntax/" + name + ".conllu")
	if err != nil {
		tb.Skip("the development data are not here: ", err)
	}
	defer f.Close()
	b, err := nlp.ReadCoNLLU(f)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func words(b *testing.B, n int) {
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportAllocs()
}

// BenchmarkAnalyse does everything: raw text to trees.
func BenchmarkAnalyse(b *testing.B) {
	bank := devText(b, "gum-dev")
	n := 0
	for b.Loop() {
		n = len(nlp.Analyse(bank.Text, bank.Blocks).Tokens)
	}
	words(b, n)
}

// BenchmarkParse tags and parses tokens that are given.
func BenchmarkParse(b *testing.B) {
	bank := devText(b, "gum-dev")
	n := 0
	for b.Loop() {
		n = len(bank.Parse().Tokens)
	}
	words(b, n)
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
