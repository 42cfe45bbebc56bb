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

// plainTexts reads the texts once each, in order of the files. A file that is
// not there is passed over.
func plainTexts(data string, without []string) ([]string, error) {
	var texts []string
	seen := map[string]bool{}
	for _, p := range plain {
		if slices.Contains(without, p.corpus) {
			continue
		}
		err := eachDocument(filepath.Join(data, p.file), func(d document) {
			if !seen[d.Text] {
				seen[d.Text] = true
				texts = append(texts, d.Text)
			}
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return texts, nil
}

// document is a line of a file of texts; Cluster names its story.
type document struct{ ID, Text, Cluster string }

// eachDocument visits the lines of a file in order.
func eachDocument(name string, visit func(document)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var doc document
		if err := json.Unmarshal(in.Bytes(), &doc); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		visit(doc)
	}
	return in.Err()
}
