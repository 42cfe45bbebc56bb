package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// plain are the files whose texts word clusters are made of: objects, one a
// line, with a field "text".
var plain = []struct{ corpus, file string }{
	{"polnear", "attribution/train.jsonl"},
	{"fnc", "stance/rumour-bodies.jsonl"},
	{"rumours", "stories/rumours.jsonl"},
	{"ecb", "stories/ecb.jsonl"},
	{"headlines", "stories/headlines.jsonl"},
	{"copies", "copies/documents.jsonl"},
}

// corpora are the names that -without knows.
func corpora() []string {
	names := []string{"ewt", "gum"}
	for _, p := range plain {
		names = append(names, p.corpus)
	}
	return names
}

// plainTexts reads the texts once each, in order of the files.
func plainTexts(data string, without []string) ([]string, error) {
	var texts []string
	seen := map[string]bool{}
	for _, p := range plain {
		if slices.Contains(without, p.corpus) {
			continue
		}
		name := filepath.Join(data, p.file)
		f, err := os.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<26)
		for in.Scan() {
			var doc struct{ Text string }
			if err := json.Unmarshal(in.Bytes(), &doc); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if !seen[doc.Text] {
				seen[doc.Text] = true
				texts = append(texts, doc.Text)
			}
		}
		if err := errors.Join(in.Err(), f.Close()); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return texts, nil
}
