package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// copyScores is what copies.py prints.
type copyScores struct {
	N           int
	P, R, F1    float64
	MacroRecall float64 `json:"macro_recall"`
	MacroFPR    float64 `json:"macro_fpr"`
}

// copies scores which of two texts is a copy of the other.
func (b *bench) copies() error {
	documents := filepath.Join(b.shared, "data", "copies", "documents.jsonl")
	pairs := filepath.Join(b.shared, "data", "copies", "pairs.jsonl")
	sum, err := digest(documents, pairs)
	if err != nil {
		return err
	}
	predictions, err := b.run(b.hearsay, "eval", "copies", "--predict", documents, pairs)
	if err != nil {
		return err
	}
	trivial, err := sameBeginning(documents, pairs)
	if err != nil {
		return err
	}
	b.printf("\ncopies: hearsay eval copies --predict documents.jsonl pairs.jsonl, score/copies.py, data %s\n", sum)
	b.printf("baseline: the first 60 characters of one stand in the other; recall and false positives also as means over kinds\n\n")
	b.printf("%-16s %8s %8s %8s %12s %12s %8s\n", "method", "P", "R", "F1", "recall/kind", "false/kind", "n")
	for _, m := range []struct {
		name        string
		predictions []byte
	}{{"hearsay", predictions}, {"baseline", trivial}} {
		file, err := b.kept("copies-"+m.name+".jsonl", m.predictions)
		if err != nil {
			return err
		}
		var s copyScores
		if err := b.scored(&s, "copies.py", pairs, file); err != nil {
			return err
		}
		b.printf("%-16s %8.3f %8.3f %8.3f %12.3f %12.3f %8d\n", m.name, s.P, s.R, s.F1, s.MacroRecall, s.MacroFPR, s.N)
	}
	return nil
}

// beginning is how many bytes of a text the trivial method looks for.
const beginning = 60

func sameBeginning(documents, pairs string) ([]byte, error) {
	texts := map[string]string{}
	err := eachJSON(documents, func(line []byte) error {
		var d struct{ ID, Text string }
		err := json.Unmarshal(line, &d)
		texts[d.ID] = d.Text
		return err
	})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = eachJSON(pairs, func(line []byte) error {
		var p struct {
			ID   json.RawMessage
			A, B string
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		a, b, score := texts[p.A], texts[p.B], 0
		if strings.Contains(a, b[:min(len(b), beginning)]) || strings.Contains(b, a[:min(len(a), beginning)]) {
			score = 1
		}
		return json.NewEncoder(&out).Encode(map[string]any{"id": p.ID, "score": score})
	})
	return out.Bytes(), err
}

// eachJSON calls visit for each line of a file.
func eachJSON(file string, visit func(line []byte) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		if err := visit(lines.Bytes()); err != nil {
			return err
		}
	}
	return lines.Err()
}
