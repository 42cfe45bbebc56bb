package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"hearsay/stories"
)

type evalStories struct {
	Predict bool   `help:"Print the story of each text, one JSON a line, instead of scores."`
	File    string `arg:"" help:"JSONL {id,text,title?} in order of arrival, with cluster to be scored against."`
}

func (c *evalStories) Run(s streams) error {
	var ids, gold []string
	var g stories.Grouper
	err := eachLine(c.File, func(line []byte, _ *json.Encoder) error {
		var doc struct {
			ID, Title, Text string
			Cluster         json.RawMessage
		}
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		if doc.Cluster == nil && !c.Predict {
			return fmt.Errorf("no cluster to score against; --predict prints stories")
		}
		ids, gold = append(ids, doc.ID), append(gold, string(doc.Cluster))
		g.Add(stories.Words(doc.Title, doc.Text))
		return nil
	}, s)
	if err != nil {
		return err
	}
	g.Settle()
	found := make([]string, len(ids))
	for i := range ids {
		found[i] = strconv.Itoa(int(g.Story(int32(i))))
	}
	if !c.Predict {
		printBCubed(s.out, gold, found)
		return nil
	}
	enc := json.NewEncoder(s.out)
	for i, id := range ids {
		if err := enc.Encode(struct {
			ID      string `json:"id"`
			Cluster string `json:"cluster"`
		}{id, found[i]}); err != nil {
			return err
		}
	}
	return nil
}

// printBCubed prints the agreement of two partitions (Bagga and Baldwin 1998):
// for each text, the share of its story that is of its cluster, and the reverse.
func printBCubed(w io.Writer, gold, found []string) {
	type pair struct{ gold, found string }
	both, ofGold, ofFound := map[pair]int{}, map[string]int{}, map[string]int{}
	for i := range gold {
		both[pair{gold[i], found[i]}]++
		ofGold[gold[i]]++
		ofFound[found[i]]++
	}
	var p, r float64
	for i := range gold {
		n := float64(both[pair{gold[i], found[i]}])
		p += n / float64(ofFound[found[i]])
		r += n / float64(ofGold[gold[i]])
	}
	n := float64(max(len(gold), 1))
	p, r = p/n, r/n
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	fmt.Fprintf(w, "%d texts, BCubed P %.4f  R %.4f  F1 %.4f, %d stories for %d\n", len(gold), p, r, f, len(ofFound), len(ofGold))
}
