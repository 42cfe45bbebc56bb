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
	Window  int    `default:"0" help:"Most texts kept at once; the story of a text is settled when it is dropped. 0: all."`
	File    string `arg:"" help:"JSONL {id,text,title?} in order of arrival, with cluster to be scored against."`
}

func (c *evalStories) Run(s streams) error {
	if c.Window < 0 {
		return fmt.Errorf("a window of %d texts", c.Window)
	}
	var ids, gold, found []string
	g := stories.Grouper{Window: c.Window}
	settled := func(upTo int) {
		for len(found) < upTo {
			found = append(found, strconv.Itoa(int(g.Story(int32(len(found))))))
		}
	}
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
		if c.Window > 0 && len(ids) > c.Window {
			settled(len(ids) - c.Window)
		}
		g.Add(stories.Words(doc.Title, doc.Text))
		return nil
	}, s)
	if err != nil {
		return err
	}
	g.Settle()
	settled(len(ids))
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

// printBCubed prints the agreement of two partitions with its bootstrap interval by cluster.
func printBCubed(w io.Writer, gold, found []string) {
	p, r := stories.Agree(gold, found)
	clusters := map[string]int{}
	var groups [][]int
	for i, g := range gold {
		k, ok := clusters[g]
		if !ok {
			k = len(groups)
			clusters[g], groups = k, append(groups, nil)
		}
		groups[k] = append(groups[k], i)
	}
	low, high := interval(groups, func(items []int) float64 {
		ps, rs := make([]float64, len(items)), make([]float64, len(items))
		for k, i := range items {
			ps[k], rs[k] = p[i], r[i]
		}
		_, _, f := stories.BCubed(ps, rs)
		return f
	})
	meanP, meanR, f := stories.BCubed(p, r)
	fmt.Fprintf(w, "%d texts, BCubed P %.4f  R %.4f  F1 %.4f (95 %% by cluster: %.4f to %.4f), %d stories for %d\n", len(gold), meanP, meanR, f, low, high, distinct(found), len(groups))
}

func distinct(names []string) int {
	seen := map[string]bool{}
	for _, n := range names {
		seen[n] = true
	}
	return len(seen)
}
