package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"

	"hearsay/lang/en"
	"hearsay/stories"
)

const storyFolds = 5

// trainStories learns the decision on stories from events (ECB+) and rumours:
//
//	go run ./cmd/train -stories -o lang/en/story-weights.txt
//
// ECB+ has fewer texts and counts three times. The background that a text is read
// by does not count the stories of its fold. The scores printed are out of fold.
func trainStories(data, out string) error {
	var streams []stories.Stream
	var names []string
	var broken error
	for _, f := range []struct {
		file   string
		weight float64
	}{{"stories/ecb.jsonl", 3}, {"stories/rumours.jsonl", 1}} {
		s := stories.Stream{Weight: f.weight}
		err := eachDocument(filepath.Join(data, f.file), func(d document) {
			s.Texts = append(s.Texts, d.Text)
			s.Events = append(s.Events, d.Cluster)
			s.Folds = append(s.Folds, fold(d.Cluster))
		})
		if err != nil {
			return err
		}
		streams, names = append(streams, s), append(names, f.file)
	}
	without := func(a, b int) *stories.Background {
		texts, frequency, err := count(data, func(_, story string) bool {
			return story != "" && (fold(story) == a || fold(story) == b)
		})
		if err != nil {
			broken = err
		}
		k := &stories.Background{}
		k.Count(texts, frequency)
		k.Count(en.General())
		return k
	}
	weights := stories.Learn(streams, storyFolds, without)
	p, r, found := stories.Folds(streams, storyFolds, without)
	if broken != nil {
		return broken
	}
	for i, s := range streams {
		p, r, f := stories.BCubed(p[i], r[i])
		fmt.Printf("%s, out of fold: %d texts, BCubed P %.4f  R %.4f  F1 %.4f, %d stories for %d\n", names[i], len(s.Texts), p, r, f, found[i], events(s))
	}
	return os.WriteFile(out, weights, 0o644)
}

func events(s stories.Stream) int {
	seen := map[string]bool{}
	for _, e := range s.Events {
		seen[e] = true
	}
	return len(seen)
}

// fold parts stories; those of one topic of ECB+, "7a" and "7b", stay together.
func fold(story string) int {
	h := fnv.New32a()
	h.Write([]byte(strings.TrimRight(story, "ab")))
	return int(h.Sum32() % storyFolds)
}
