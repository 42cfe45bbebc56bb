package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"

	"hearsay/stories"
)

// trainStories learns the decision on stories from events (ECB+) and rumours:
//
//	go run ./cmd/train -stories -o lang/en/story-weights.txt
//
// ECB+ has fewer texts and counts double.
func trainStories(data, out string) error {
	var streams []stories.Stream
	for _, f := range []struct {
		file   string
		weight float64
	}{{"stories/ecb.jsonl", 2}, {"stories/rumours.jsonl", 1}} {
		s := stories.Stream{Weight: f.weight}
		err := eachDocument(filepath.Join(data, f.file), func(d document) {
			s.Texts = append(s.Texts, stories.Words("", d.Text))
			s.Events = append(s.Events, d.Cluster)
			s.Folds = append(s.Folds, fold(d.Cluster))
		})
		if err != nil {
			return fmt.Errorf("stories: %w", err)
		}
		streams = append(streams, s)
	}
	return os.WriteFile(out, stories.Learn(streams, -1), 0o644)
}

func fold(story string) int {
	h := fnv.New32a()
	h.Write([]byte(story))
	return int(h.Sum32() % 5)
}
