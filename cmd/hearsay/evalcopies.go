package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"hearsay/copies"
)

type evalCopies struct {
	Predict   bool   `help:"Print a score for each pair, one JSON a line, instead of the scores of the task."`
	All       bool   `help:"Find the pairs among all documents and print them as {a,b,score}."`
	Documents string `arg:"" help:"JSONL {id,text}."`
	Pairs     string `arg:"" optional:"" help:"JSONL {id,a,b}, with label and kind to be scored against."`
}

// copyPair is a line of the pairs file.
type copyPair struct {
	ID    json.RawMessage `json:"id"`
	A     string          `json:"a"`
	B     string          `json:"b"`
	Label int             `json:"label"`
	Kind  string          `json:"kind"`
}

// isCopy is the score from which a pair is a copy.
const isCopy = .5

func (c *evalCopies) Run(s streams) error {
	ids, index, err := c.documents(s)
	if err != nil {
		return err
	}
	if c.All {
		return c.findAll(ids, index, s)
	}
	if c.Pairs == "" {
		return fmt.Errorf("name a file of pairs, or --all to find them")
	}
	number := map[string]int32{}
	for i, id := range ids {
		number[id] = int32(i)
	}
	tally := copyTally{kinds: map[string]*kindTally{}}
	err = eachLine(c.Pairs, func(line []byte, w *json.Encoder) error {
		var p copyPair
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		a, okA := number[p.A]
		b, okB := number[p.B]
		if !okA || !okB {
			return fmt.Errorf("pair %s names a document that is not there", p.ID)
		}
		score := index.Compare(a, b).Score
		if c.Predict {
			return w.Encode(struct {
				ID    json.RawMessage `json:"id"`
				Score float64         `json:"score"`
			}{p.ID, score})
		}
		tally.add(p, score >= isCopy)
		return nil
	}, s)
	if err == nil && !c.Predict {
		tally.print(s.out)
	}
	return err
}

func (c *evalCopies) documents(s streams) ([]string, *copies.Index, error) {
	var ids []string
	index := &copies.Index{}
	err := eachLine(c.Documents, func(line []byte, _ *json.Encoder) error {
		var doc struct{ ID, Text string }
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		ids = append(ids, doc.ID)
		index.Add(copies.Words(doc.Text))
		return nil
	}, s)
	return ids, index, err
}

func (c *evalCopies) findAll(ids []string, index *copies.Index, s streams) error {
	enc := json.NewEncoder(s.out)
	for b := range ids {
		candidates := index.Candidates(index.Text(int32(b)))
		slices.Sort(candidates)
		for _, a := range candidates {
			if int(a) >= b {
				continue
			}
			score := index.Compare(a, int32(b)).Score
			if score < isCopy {
				continue
			}
			if err := enc.Encode(struct {
				A     string  `json:"a"`
				B     string  `json:"b"`
				Score float64 `json:"score"`
			}{ids[a], ids[b], score}); err != nil {
				return err
			}
		}
	}
	return nil
}

// copyTally counts decisions over pairs, and by kind of pair.
type copyTally struct {
	right, wrong, missed int
	kinds                map[string]*kindTally
}

type kindTally struct {
	label       int
	called, all int
}

func (t *copyTally) add(p copyPair, called bool) {
	k := t.kinds[p.Kind]
	if k == nil {
		k = &kindTally{label: p.Label}
		t.kinds[p.Kind] = k
	}
	k.all++
	if called {
		k.called++
	}
	switch {
	case called && p.Label == 1:
		t.right++
	case called:
		t.wrong++
	case p.Label == 1:
		t.missed++
	}
}

func (t *copyTally) print(w io.Writer) {
	of := func(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
	fmt.Fprintf(w, "P %.4f  R %.4f  F1 %.4f\n", of(t.right, t.right+t.wrong), of(t.right, t.right+t.missed), of(2*t.right, 2*t.right+t.wrong+t.missed))
	names := make([]string, 0, len(t.kinds))
	for name := range t.kinds {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := t.kinds[b].label - t.kinds[a].label; d != 0 {
			return d
		}
		return slices.Compare([]byte(a), []byte(b))
	})
	for _, name := range names {
		k := t.kinds[name]
		what := map[int]string{1: "found", 0: "wrongly called a copy"}[k.label]
		fmt.Fprintf(w, "%-18s %5d pairs, %.4f %s\n", name, k.all, of(k.called, k.all), what)
	}
}
