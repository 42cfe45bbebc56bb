//go:build unix

package nlp_test

import (
	"os"
	"strings"
	"syscall"
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

// rate runs a step again and again and reports the words it did a second of
// processor time, so that a busy machine does not count against it.
func rate(b *testing.B, step func() int) {
	b.ReportAllocs()
	words, start := 0, processor()
	for b.Loop() {
		words += step()
	}
	b.ReportMetric(float64(words)/(processor()-start), "words/cpu-s")
}

// processor is the time that this process has spent in user mode, in seconds.
func processor() float64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Sec) + float64(u.Utime.Usec)/1e6
}

// BenchmarkAnalyse does everything: raw text to trees.
func BenchmarkAnalyse(b *testing.B) {
	bank := devText(b, "gum-dev")
	rate(b, func() int { return len(nlp.Analyse(bank.Text, bank.Blocks).Tokens) })
}

// BenchmarkParse tags and parses tokens that are given.
func BenchmarkParse(b *testing.B) {
	bank := devText(b, "gum-dev")
	rate(b, func() int { return len(bank.Parse().Tokens) })
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
