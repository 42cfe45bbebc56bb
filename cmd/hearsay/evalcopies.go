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
		tally.add(p, a, b, score >= isCopy)
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
	pairs []decided
	kinds map[string]*kindTally
}

// decided is a pair of documents, whether it is a copy, and whether it was called one.
type decided struct {
	a, b         int32
	copy, called bool
}

// counts are the copies found, the others wrongly called copies, and the copies missed.
func counts(pairs []decided) (right, wrong, missed int) {
	for _, p := range pairs {
		switch {
		case p.called && p.copy:
			right++
		case p.called:
			wrong++
		case p.copy:
			missed++
		}
	}
	return right, wrong, missed
}

type kindTally struct {
	label       int
	called, all int
}

func (t *copyTally) add(p copyPair, a, b int32, called bool) {
	t.pairs = append(t.pairs, decided{a, b, p.Label == 1, called})
	k := t.kinds[p.Kind]
	if k == nil {
		k = &kindTally{label: p.Label}
		t.kinds[p.Kind] = k
	}
	k.all++
	if called {
		k.called++
	}
}

// connected groups pairs that hang together by the documents they share.
func (t *copyTally) connected() [][]int {
	root := map[int32]int32{}
	var find func(d int32) int32
	find = func(d int32) int32 {
		if up, ok := root[d]; ok && up != d {
			root[d] = find(up)
			return root[d]
		}
		return d
	}
	for _, p := range t.pairs {
		root[find(p.a)] = find(p.b)
	}
	at := map[int32]int{}
	var groups [][]int
	for i, p := range t.pairs {
		k, ok := at[find(p.a)]
		if !ok {
			k = len(groups)
			at[find(p.a)], groups = k, append(groups, nil)
		}
		groups[k] = append(groups[k], i)
	}
	return groups
}

func (t *copyTally) print(w io.Writer) {
	of := func(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
	groups := t.connected()
	low, high := interval(groups, func(items []int) float64 {
		drawn := make([]decided, len(items))
		for k, i := range items {
			drawn[k] = t.pairs[i]
		}
		right, wrong, missed := counts(drawn)
		return of(2*right, 2*right+wrong+missed)
	})
	right, wrong, missed := counts(t.pairs)
	fmt.Fprintf(w, "P %.4f  R %.4f  F1 %.4f (95 %% by %d groups of texts: %.4f to %.4f)\n", of(right, right+wrong), of(right, right+missed), of(2*right, 2*right+wrong+missed), len(groups), low, high)
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
