package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"hearsay/pipeline"
	"hearsay/stance"
)

const (
	stanceFolds = 5
	// strangers are the claims that are put beside each headline of Emergent as
	// unrelated ones.
	strangers = 2
)

// trainStance learns how accounts and claims bear on headlines, from rumours
// (FNC-1) and Emergent, and prints the scores of folds that share no claim:
//
//	go run ./cmd/train -stance -o lang/en/stance.bin
//
// It must run again whenever the language model changes.
func trainStance(data, out, leave string) error {
	columns, err := regexp.Compile(leave)
	if err != nil {
		return err
	}
	note := func(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
	var model stance.Model
	for _, kind := range []struct {
		name  string
		read  func(data string) (*stance.Lessons, error)
		judge *stance.Judge
	}{{"rumours", rumourLessons, &model.Accounts}, {"Emergent", claimLessons, &model.Lines}} {
		l, err := kind.read(data)
		if err != nil {
			return err
		}
		l.Folds, l.Do, l.Note = stanceFolds, atOnce, note
		if leave != "" {
			l.Leave = columns.MatchString
		}
		judge, outcome := stance.Learn(l)
		*kind.judge = *judge
		fmt.Printf("%s, each pair alone: %v\n", kind.name, l.Score(outcome.Alone))
		fmt.Printf("%s, among the others: %v\n", kind.name, l.Score(outcome.Together))
	}
	return os.WriteFile(out, model.Bytes(), 0o644)
}

// pairing puts lessons together from texts.
type pairing struct {
	lessons   stance.Lessons
	headlines map[string]int
	bodies    map[string]int
	lines     []string // the headlines
	texts     []string // the bodies
}

func newPairing() *pairing { return &pairing{headlines: map[string]int{}, bodies: map[string]int{}} }

// add adds a pair. A claim is what its folds keep together.
func (p *pairing) add(headline, body string, truth stance.Label, claim string, made bool) {
	h, ok := p.headlines[headline]
	if !ok {
		h = len(p.lines)
		p.headlines[headline] = h
		p.lines = append(p.lines, headline)
	}
	b, ok := p.bodies[body]
	if !ok {
		b = len(p.texts)
		p.bodies[body] = b
		p.texts = append(p.texts, body)
	}
	l := &p.lessons
	if l.Set == nil {
		l.Set = &stance.Set{}
	}
	l.Set.Pairs = append(l.Set.Pairs, stance.Pair{Headline: h, Body: b})
	l.Truth, l.Fold, l.Made = append(l.Truth, truth), append(l.Fold, fold(claim)), append(l.Made, made)
}

// done reads the texts.
func (p *pairing) done() *stance.Lessons {
	p.lessons.Set.Headlines, p.lessons.Set.Bodies = stance.PrepareAll(pipeline.ReadTexts(p.lines)), stance.PrepareAll(pipeline.ReadTexts(p.texts))
	return &p.lessons
}

// rumourLessons are headlines held against articles; the fold is that of the
// article's cluster.
func rumourLessons(data string) (*stance.Lessons, error) {
	p := newPairing()
	clusters, texts := map[string]string{}, map[string]string{}
	err := eachRow(filepath.Join(data, "stories", "rumours.jsonl"), func(doc *struct {
		ID, Text string
		Cluster  json.RawMessage
	}) error {
		clusters[doc.ID], texts[doc.ID] = string(doc.Cluster), doc.Text
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(filepath.Join(data, "stance", "rumours.jsonl"), func(row *struct{ Headline, Body, Stance string }) error {
		label, ok := stance.ParseLabel(row.Stance)
		if !ok {
			return fmt.Errorf("no stance %q", row.Stance)
		}
		p.add(row.Headline, texts[row.Body], label, clusters[row.Body], false)
		return nil
	})
	return p.done(), err
}

// claimLessons are headlines held against claims; a few other claims beside each
// are unrelated.
func claimLessons(data string) (*stance.Lessons, error) {
	p := newPairing()
	labels := map[string]stance.Label{"for": stance.Agree, "against": stance.Disagree, "observing": stance.Discuss}
	type row struct{ Claim, Headline, Stance string }
	var rows []row
	var claims []string
	seen := map[string]bool{}
	err := eachRow(filepath.Join(data, "stance", "emergent.jsonl"), func(r *row) error {
		rows = append(rows, *r)
		if !seen[r.Claim] {
			seen[r.Claim] = true
			claims = append(claims, r.Claim)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i, r := range rows {
		p.add(r.Headline, r.Claim, labels[r.Stance], r.Claim, false)
		for k := range strangers {
			// strides that spread over the claims
			if other := claims[(i*37+k*101+53)%len(claims)]; other != r.Claim {
				p.add(r.Headline, other, stance.Unrelated, other, true)
			}
		}
	}
	return p.done(), nil
}

// eachRow reads a JSONL file.
func eachRow[T any](name string, visit func(row *T) error) error {
	file, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for line := range bytes.Lines(file) {
		row := new(T)
		if err := json.Unmarshal(line, row); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := visit(row); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
