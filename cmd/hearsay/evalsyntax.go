package main

import (
	"fmt"
	"os"

	"hearsay/nlp"
)

type evalSyntax struct {
	Predict bool   `help:"Print the treebank with predicted XPOS, HEAD and DEPREL instead of scores."`
	Genre   string `help:"Score only this genre: the second part of the documents' names."`
	File    string `arg:"" help:"CoNLL-U with gold tokens."`
}

func (c *evalSyntax) Run(s streams) error {
	file, err := os.Open(c.File)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, cause(err))
	}
	defer file.Close()
	bank, err := nlp.ReadCoNLLU(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	parsed := bank.Parse()
	if c.Predict {
		return bank.Write(s.out, parsed)
	}
	x := bank.Score(parsed, c.Genre)
	share := func(n int) float64 { return 100 * float64(n) / float64(max(x.Words, 1)) }
	fmt.Fprintf(s.out, "gold tokens: %d words, XPOS %.2f, UAS %.2f, LAS %.2f, with subtypes %.2f\n",
		x.Words, share(x.XPOS), share(x.UAS), share(x.LAS), share(x.Full))
	tokens, sentences := bank.Segment(c.Genre)
	fmt.Fprintf(s.out, "raw text: tokens F1 %.4f of %d, sentences F1 %.4f of %d\n", tokens.F1(), tokens.Gold, sentences.F1(), sentences.Gold)
	return nil
}
