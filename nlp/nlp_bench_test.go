package nlp

import (
	"os"
	"testing"

	"hearsay/internal/usage"
)

// The benchmarks of the steps from raw text to trees, over the same text. They
// report the words done in a second of processor time, so that a busy machine
// does not count against them.

func rate(b *testing.B, step func(bank *Treebank) (words int)) {
	f, err := os.Open("../../shared/data/syntax/gum-dev.conllu")
	if err != nil {
		b.Skip("the development data are not here: ", err)
	}
	defer f.Close()
	bank, err := ReadCoNLLU(f)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	step(bank)
	words, start := 0, usage.CPU()
	for b.Loop() {
		words += step(bank)
	}
	b.ReportMetric(float64(words)/(usage.CPU()-start).Seconds(), "words/cpu-s")
}

func BenchmarkTokens(b *testing.B) {
	lex := lexer{}
	rate(b, func(bank *Treebank) int {
		lex.text, lex.tokens = bank.Text, lex.tokens[:0]
		for _, block := range bank.Blocks {
			lex.scan(int(block.Start), int(block.End))
		}
		return len(lex.tokens)
	})
}

func BenchmarkQuotations(b *testing.B) {
	rate(b, func(bank *Treebank) int {
		q := quoter{text: bank.Text, pending: -1}
		for _, block := range bank.Blocks {
			q.block(int(block.Start), int(block.End), true)
		}
		return len(bank.Gold.Tokens)
	})
}

// BenchmarkSegment finds tokens, quotations and sentences.
func BenchmarkSegment(b *testing.B) {
	rate(b, func(bank *Treebank) int {
		a, _ := segment(bank.Text, bank.Blocks)
		return len(a.Tokens)
	})
}

// BenchmarkLook finds out all that is known of each word by itself.
func BenchmarkLook(b *testing.B) {
	var r *reader
	rate(b, func(bank *Treebank) int {
		if r == nil {
			r = bank.reader(english())
		}
		for _, s := range bank.Gold.Sentences {
			r.look(s.First, s.Last)
		}
		return len(r.tokens)
	})
}

// BenchmarkTags looks and tags.
func BenchmarkTags(b *testing.B) {
	var r *reader
	rate(b, func(bank *Treebank) int {
		if r == nil {
			r = bank.reader(english())
		}
		for _, s := range bank.Gold.Sentences {
			r.look(s.First, s.Last)
			r.model.tag(r.words, r.tags, &r.work)
		}
		return len(r.tokens)
	})
}

// BenchmarkTrees looks, tags and parses.
func BenchmarkTrees(b *testing.B) {
	rate(b, func(bank *Treebank) int { return len(bank.Parse().Tokens) })
}

// BenchmarkAnalyse does everything: raw text to trees.
func BenchmarkAnalyse(b *testing.B) {
	rate(b, func(bank *Treebank) int { return len(Analyse(bank.Text, bank.Blocks).Tokens) })
}
