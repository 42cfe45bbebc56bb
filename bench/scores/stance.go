package main

import (
	"encoding/json"
	"path/filepath"

	"hearsay/stance"
)

// stance scores how accounts and claims bear on headlines. The shipped model has
// seen these pairs, so what is measured is what cmd/train prints of its folds.
func (b *bench) stance() error {
	b.printf("\nstance: go run ./cmd/train -stance -o FILE, five folds that share no cluster of articles (rumours) or claim (Emergent)\n")
	b.printf("baseline: the commonest stance\n\n")
	out, err := b.run("go", "run", "./cmd/train", "-data", filepath.Join(b.shared, "data"), "-stance", "-o", filepath.Join(b.scratch, "stance.bin"))
	if err != nil {
		return err
	}
	b.printf("%s", out)
	for _, of := range []struct{ name, file string }{{"rumours", "rumours.jsonl"}, {"Emergent", "emergent.jsonl"}} {
		file := filepath.Join(b.shared, "data", "stance", of.file)
		s, err := commonest(file)
		if err != nil {
			return err
		}
		sum, err := digest(file)
		if err != nil {
			return err
		}
		b.printf("%s, baseline: %v, data %s\n", of.name, s, sum)
	}
	return nil
}

// commonest gives every pair of a file the stance that most of them have.
func commonest(file string) (*stance.Scores, error) {
	own := map[string]stance.Label{"for": stance.Agree, "against": stance.Disagree, "observing": stance.Discuss}
	var counts [stance.Unrelated + 1]int
	err := eachJSON(file, func(line []byte) error {
		var row struct{ Stance string }
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		label, ok := own[row.Stance]
		if !ok {
			label, _ = stance.ParseLabel(row.Stance)
		}
		counts[label]++
		return nil
	})
	most := stance.Agree
	for l := range counts {
		if counts[l] > counts[most] {
			most = stance.Label(l)
		}
	}
	s := &stance.Scores{}
	for l, n := range counts {
		for range n {
			s.Add(stance.Label(l), most)
		}
	}
	return s, err
}
