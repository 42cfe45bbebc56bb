package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
)

// storyScores is what stories.py prints.
type storyScores struct {
	Docs         int
	P            float64 `json:"b3_p"`
	R            float64 `json:"b3_r"`
	F1           float64 `json:"b3_f1"`
	GoldClusters int     `json:"gold_clusters"`
	PredClusters int     `json:"pred_clusters"`
}

// stories scores which texts tell one event.
func (b *bench) stories() error {
	b.printf("\nstories: hearsay eval stories --predict FILE, score/stories.py, BCubed; the weights have seen these texts: learnt\n")
	b.printf("without the topic or cluster at hand, F1 is printed by go run ./cmd/train -stories -o lang/en/story-weights.txt\n")
	b.printf("baseline: every text is a story of its own\n\n")
	b.printf("%-16s %8s %8s %8s %12s %8s %8s %8s  %s\n", "texts", "P", "R", "F1", "baseline F1", "stories", "true", "n", "data")
	for _, name := range []string{"ecb", "rumours", "headlines"} {
		file := filepath.Join(b.shared, "data", "stories", name+".jsonl")
		sum, err := digest(file)
		if err != nil {
			return err
		}
		predictions, err := b.run(b.hearsay, "eval", "stories", "--predict", file)
		if err != nil {
			return err
		}
		s, err := b.scoreStories(name, predictions, file)
		if err != nil {
			return err
		}
		alone, err := eachAlone(file)
		if err != nil {
			return err
		}
		trivial, err := b.scoreStories(name+"-baseline", alone, file)
		if err != nil {
			return err
		}
		b.printf("%-16s %8.3f %8.3f %8.3f %12.3f %8d %8d %8d  %s\n", name, s.P, s.R, s.F1, trivial.F1, s.PredClusters, s.GoldClusters, s.Docs, sum)
	}
	return nil
}

func (b *bench) scoreStories(name string, predictions []byte, gold string) (s storyScores, err error) {
	file, err := b.kept("stories-"+name+".jsonl", predictions)
	if err != nil {
		return s, err
	}
	return s, b.scored(&s, "stories.py", gold, file)
}

// eachAlone puts every text of a file into a story of its own.
func eachAlone(file string) ([]byte, error) {
	var out bytes.Buffer
	err := eachJSON(file, func(line []byte) error {
		var d struct{ ID string }
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		return json.NewEncoder(&out).Encode(map[string]string{"id": d.ID, "cluster": d.ID})
	})
	return out.Bytes(), err
}
