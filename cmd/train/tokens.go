package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"hearsay/nlp"
)

// A teacher gets sentences of no fewer and no more tokens.
const (
	leastTokens = 2
	mostTokens  = 150
)

// writeTokens writes a CoNLL-U file for each corpus of plain texts, without
// tags and trees, for a teacher to fill in (see -silver):
//
//	go run ./cmd/train -tokens -o DIR
//
// A sentence comes once, and none of the development articles comes at all.
func writeTokens(data, dir string, without []string) error {
	seen := map[string]bool{}
	fresh := func(sentence string, tokens int) bool {
		if seen[sentence] || tokens < leastTokens || tokens > mostTokens {
			return false
		}
		seen[sentence] = true
		return true
	}
	if err := corpusTokens(filepath.Join(data, "attribution", "dev.jsonl"), io.Discard, fresh); err != nil {
		return err
	}
	for _, p := range plain {
		if slices.Contains(without, p.corpus) {
			continue
		}
		f, err := os.Create(filepath.Join(dir, p.corpus+".conllu"))
		if err != nil {
			return err
		}
		sentences, all := 0, 0
		err = corpusTokens(filepath.Join(data, p.file), f, func(sentence string, tokens int) bool {
			if !fresh(sentence, tokens) {
				return false
			}
			sentences, all = sentences+1, all+tokens
			return true
		})
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %d sentences, %d tokens\n", p.corpus, sentences, all)
	}
	return nil
}

func corpusTokens(name string, w io.Writer, wanted func(sentence string, tokens int) bool) error {
	var failed error
	err := eachDocument(name, func(d document) {
		failed = errors.Join(failed, nlp.WriteTokens(w, d.ID, d.Text, wanted))
	})
	return errors.Join(err, failed)
}
