package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"hearsay"
	"hearsay/attribution"
	"hearsay/pipeline"
)

// annotated is a line of attribution/train.jsonl; offsets are code points.
type annotated struct {
	ID, Date, Text string
	Attributions   []struct{ Source, Cue, Content [][2]int }
}

// trainAttribution learns which words are cues and what belongs to them:
//
//	go run ./cmd/train -attribution -o lang/en/attribution.bin
//
// It must run again whenever the language model changes. With folds it learns
// from a part at a time instead, and out takes predictions for the rest.
func trainAttribution(data, out string, folds int) error {
	file, err := os.ReadFile(filepath.Join(data, "attribution", "train.jsonl"))
	if err != nil {
		return err
	}
	var all []annotated
	var lessons []attribution.Lesson
	for line := range bytes.Lines(file) {
		var a annotated
		if err := json.Unmarshal(line, &a); err != nil {
			return err
		}
		all, lessons = append(all, a), append(lessons, a.lesson())
	}
	if folds > 1 {
		file, err := os.Create(out)
		if err != nil {
			return err
		}
		return errors.Join(foldAttribution(all, lessons, folds, file), file.Close())
	}
	w := attribution.Learn(lessons, func(note string) { fmt.Fprintln(os.Stderr, note) })
	return os.WriteFile(out, w.Bytes(), 0o644)
}

// lesson reads the text and turns its annotations into byte offsets.
func (a *annotated) lesson() attribution.Lesson {
	var at []int
	for i := range a.Text {
		at = append(at, i)
	}
	at = append(at, len(a.Text))
	spans := func(points [][2]int) (out []hearsay.Span) {
		for _, p := range points {
			out = append(out, hearsay.Span{Start: int32(at[p[0]]), End: int32(at[p[1]])})
		}
		return out
	}
	l := attribution.Lesson{Reading: pipeline.ReadArticle(pipeline.Plain(a.ID, a.Text), nil)}
	for _, x := range a.Attributions {
		l.Truth = append(l.Truth, attribution.Marks{Source: spans(x.Source), Cue: spans(x.Cue), Content: spans(x.Content)})
	}
	return l
}
