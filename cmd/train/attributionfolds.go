package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"hearsay/attribution"
)

// foldAttribution writes predictions for articles that the model has not seen,
// and prints how well they agree with the annotation. Every month is of one
// fold, so that folds are disjoint by article and by what was in the news.
func foldAttribution(of []annotated, lessons []attribution.Lesson, folds int, predictions io.Writer) error {
	var total attribution.Agreement
	encoder := json.NewEncoder(predictions)
	for fold := range folds {
		var learnt []attribution.Lesson
		for i := range lessons {
			if of[i].month()%folds != fold {
				learnt = append(learnt, lessons[i])
			}
		}
		w := attribution.Learn(learnt, func(note string) { fmt.Fprintln(os.Stderr, note) })
		for i := range lessons {
			if of[i].month()%folds != fold {
				continue
			}
			r := *lessons[i].Reading
			r.Statements = attribution.FindWith(&r, w)
			found := attribution.Annotations(of[i].Text, r.Statements)
			total.Add(attribution.Agree(of[i].Text, lessons[i].Annotations(), found))
			if err := encoder.Encode(inPoints(&of[i], found)); err != nil {
				return err
			}
		}
	}
	for t := attribution.TypeAll; t <= attribution.TypeSpeech; t++ {
		p, r, f := total.PRF(t)
		fmt.Printf("%-10s gold %6d  found %6d  P %.4f  R %.4f  F1 %.4f\n", t, total.Gold[t], total.Predicted[t], p, r, f)
	}
	fmt.Printf("source, given an overlapping content: %.4f of %d\n", total.SourceGivenContent(), total.ContentPairs)
	return nil
}

func (a *annotated) month() int {
	var year, month int
	fmt.Sscanf(a.Date, "%d-%d", &year, &month)
	return 12*year + month
}

// inPoints is a line of predictions, offsets in code points.
func inPoints(a *annotated, found []attribution.Annotation) any {
	type line struct {
		Source  [][2]int `json:"source"`
		Cue     [][2]int `json:"cue"`
		Content [][2]int `json:"content"`
	}
	points := func(spans [][2]int) [][2]int {
		out := [][2]int{}
		for _, s := range spans {
			from := utf8.RuneCountInString(a.Text[:s[0]])
			out = append(out, [2]int{from, from + utf8.RuneCountInString(a.Text[s[0]:s[1]])})
		}
		return out
	}
	lines := []line{}
	for _, f := range found {
		lines = append(lines, line{points(f.Source), points(f.Cue), points(f.Content)})
	}
	return map[string]any{"id": a.ID, "attributions": lines}
}
