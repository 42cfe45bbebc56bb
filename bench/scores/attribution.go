package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"regexp"
	"unicode/utf8"
)

// prf are precision, recall and F1.
type prf struct{ P, R, F1 float64 }

// attributionScores is what attribution.py prints with --json, as far as it is
// shown.
type attributionScores map[string]struct {
	Gold int
	E2E  prf `json:"e2e"`
}

// attribution scores who said what on the development part of the corpus.
func (b *bench) attribution() error {
	dev := filepath.Join(b.shared, "data", "attribution", "dev.jsonl")
	sum, err := digest(dev)
	if err != nil {
		return err
	}
	predictions, err := b.run(b.hearsay, "eval", "attribution", "--predict", dev)
	if err != nil {
		return err
	}
	trivial, err := saidOnly(dev)
	if err != nil {
		return err
	}
	have, err := b.scoreAttribution("attribution.jsonl", predictions, dev)
	if err != nil {
		return err
	}
	base, err := b.scoreAttribution("attribution-baseline.jsonl", trivial, dev)
	if err != nil {
		return err
	}
	b.printf("\nattribution: hearsay eval attribution --predict data/attribution/dev.jsonl, score/attribution.py, data %s\n", sum)
	b.printf("e2e = content IoU of at least .5 and the source overlaps; baseline: X said Y, within a line\n\n")
	b.printf("%-16s %8s %8s %8s %11s %6s\n", "form", "P", "R", "F1", "baseline F1", "n")
	for _, form := range []string{"all", "direct", "mixed", "indirect"} {
		s := have[form]
		b.printf("%-16s %8.3f %8.3f %8.3f %11.3f %6d\n", form, s.E2E.P, s.E2E.R, s.E2E.F1, base[form].E2E.F1, s.Gold)
	}
	return nil
}

func (b *bench) scoreAttribution(name string, predictions []byte, gold string) (attributionScores, error) {
	file, err := b.kept(name, predictions)
	if err != nil {
		return nil, err
	}
	s := attributionScores{}
	return s, b.scored(&s, "attribution.py", gold, file, "--json")
}

// said is the whole of the trivial method.
var said = regexp.MustCompile(`(\p{Lu}[\p{L}\d.’' -]{1,60}?) (said|says) (?:that )?([^\n.]+)`)

// saidOnly predicts one attribution for each "X said Y".
func saidOnly(file string) ([]byte, error) {
	type spans = [][2]int
	type attribution struct {
		Source  spans `json:"source"`
		Cue     spans `json:"cue"`
		Content spans `json:"content"`
	}
	var out bytes.Buffer
	err := eachJSON(file, func(line []byte) error {
		var doc struct{ ID, Text string }
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		found := []attribution{}
		for _, m := range said.FindAllStringSubmatchIndex(doc.Text, -1) {
			points := func(group int) spans {
				from := utf8.RuneCountInString(doc.Text[:m[2*group]])
				return spans{{from, from + utf8.RuneCountInString(doc.Text[m[2*group]:m[2*group+1]])}}
			}
			found = append(found, attribution{points(1), points(2), points(3)})
		}
		return json.NewEncoder(&out).Encode(map[string]any{"id": doc.ID, "attributions": found})
	})
	return out.Bytes(), err
}
