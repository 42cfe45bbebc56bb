package main

import (
	"encoding/json"
	"fmt"

	"hearsay/pipeline"
	"hearsay/stance"
)

type evalStance struct {
	Predict bool   `help:"Print the stance of each pair, one JSON a line, instead of scores."`
	File    string `arg:"" help:"JSONL {id,headline,body}, with stance to be scored against; body is an id of the second file."`
	Bodies  string `arg:"" help:"JSONL {id,text}: articles, or single lines, such as claims."`
}

// stancePair is a line of the pairs file.
type stancePair struct {
	ID       json.RawMessage `json:"id"`
	Headline string          `json:"headline"`
	Body     string          `json:"body"`
	Stance   string          `json:"stance"`
}

func (c *evalStance) Run(s streams) error {
	set, bodies, err := c.bodies(s)
	if err != nil {
		return err
	}
	var ids []json.RawMessage
	var truth []stance.Label
	headlines := map[string]int{}
	var lines []string
	err = eachLine(c.File, func(line []byte, _ *json.Encoder) error {
		var p stancePair
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		body, ok := bodies[p.Body]
		if !ok {
			return fmt.Errorf("no body %q in %s", p.Body, c.Bodies)
		}
		label, ok := stance.ParseLabel(p.Stance)
		if !ok && !c.Predict {
			return fmt.Errorf("no stance to score against; --predict prints stances")
		}
		if _, ok := headlines[p.Headline]; !ok {
			headlines[p.Headline] = len(lines)
			lines = append(lines, p.Headline)
		}
		ids, truth = append(ids, p.ID), append(truth, label)
		set.Pairs = append(set.Pairs, stance.Pair{Headline: headlines[p.Headline], Body: body})
		return nil
	}, s)
	if err != nil {
		return err
	}
	set.Headlines = stance.PrepareAll(pipeline.ReadTexts(lines))
	found := stance.Decide(set)
	if !c.Predict {
		var scores stance.Scores
		for i := range found {
			scores.Add(truth[i], found[i])
		}
		_, err := fmt.Fprintln(s.out, &scores)
		return err
	}
	enc := json.NewEncoder(s.out)
	for i, label := range found {
		if err := enc.Encode(struct {
			ID     json.RawMessage `json:"id,omitempty"`
			Stance string          `json:"stance"`
		}{ids[i], label.String()}); err != nil {
			return err
		}
	}
	return nil
}

// bodies reads the second file.
func (c *evalStance) bodies(s streams) (*stance.Set, map[string]int, error) {
	places := map[string]int{}
	var texts []string
	err := eachLine(c.Bodies, func(line []byte, _ *json.Encoder) error {
		var doc struct{ ID, Text string }
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		places[doc.ID] = len(texts)
		texts = append(texts, doc.Text)
		return nil
	}, s)
	return &stance.Set{Bodies: stance.PrepareAll(pipeline.ReadTexts(texts))}, places, err
}
