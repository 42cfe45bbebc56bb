package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"hearsay/internal/usage"
	"hearsay/schema"
)

// readingScores is what reading.py prints with --json.
type readingScores struct {
	Total      float64
	Spans      int
	Violations int `json:"span_law_violations"`
	Parts      map[string]struct {
		Weight int
		Score  float64
		N      int
	}
}

// reading scores the dossier of the five development texts against the part of
// an expert reading that is shown.
func (b *bench) reading() error {
	seeds, err := filepath.Glob(filepath.Join(b.shared, "seeds", "*.txt"))
	if err != nil {
		return err
	}
	gold := filepath.Join(b.shared, "seeds", "gold-shown.json")
	sum, err := digest(append(seeds, gold)...)
	if err != nil {
		return err
	}
	dossier, err := b.run(b.hearsay, append([]string{"read", "--format", "json"}, seeds...)...)
	if err != nil {
		return err
	}
	trivial, err := linesOnly(seeds)
	if err != nil {
		return err
	}
	have, err := b.scoreReading("dossier.json", dossier, gold)
	if err != nil {
		return err
	}
	base, err := b.scoreReading("baseline.json", trivial, gold)
	if err != nil {
		return err
	}
	b.printf("\nreading: hearsay read ../shared/seeds/*.txt --format json | score/reading.py, data %s, %d texts\n", sum, len(seeds))
	b.printf("baseline: every line is a paragraph, nothing else is read\n\n")
	b.printf("%-16s %8s %8s %9s %6s\n", "part", "weight", "score", "baseline", "n")
	names := make([]string, 0, len(have.Parts))
	for name := range have.Parts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(x, y string) int {
		if d := have.Parts[y].Weight - have.Parts[x].Weight; d != 0 {
			return d
		}
		return strings.Compare(x, y)
	})
	for _, name := range names {
		p := have.Parts[name]
		b.printf("%-16s %8d %8.3f %9.3f %6d\n", name, p.Weight, p.Score, base.Parts[name].Score, p.N)
	}
	b.printf("%-16s %8s %8.3f %9.3f\n", "total", "", have.Total, base.Total)
	b.printf("%-16s %8s %8d %9d %6d\n", "span violations", "", have.Violations, base.Violations, have.Spans)
	return b.cost(seeds)
}

func (b *bench) scoreReading(name string, dossier []byte, gold string) (*readingScores, error) {
	file, err := b.kept(name, dossier)
	if err != nil {
		return nil, err
	}
	var s readingScores
	return &s, b.scored(&s, "reading.py", file, gold, "--inputs", filepath.Dir(gold), "--json")
}

// linesOnly is a dossier in which every line of an input is a paragraph.
func linesOnly(files []string) ([]byte, error) {
	d := schema.Dossier{Hearsay: schema.Version, Model: "lines"}
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		a := schema.Article{ID: fmt.Sprintf("a%d", i+1), Input: name, Text: string(data)}
		at := 0
		for line := range strings.Lines(string(data)) {
			if text := strings.TrimSpace(line); text != "" {
				from := at + strings.Index(line, text)
				a.Paragraphs = append(a.Paragraphs, schema.Span{Article: a.ID, Text: text, Raw: [2]int32{int32(from), int32(from + len(text))}})
			}
			at += len(line)
		}
		d.Articles = append(d.Articles, a)
	}
	return json.Marshal(d)
}

// costRuns is how often reading is timed; the fastest run counts.
const costRuns = 5

// cost prints time and memory, with the time of starting the program beside
// it: what a machine is worth shows in that row.
func (b *bench) cost(seeds []string) error {
	read, memory, err := b.fastest(append([]string{"read", "--format", "json"}, seeds...)...)
	if err != nil {
		return err
	}
	start, _, err := b.fastest("schema")
	if err != nil {
		return err
	}
	b.printf("%-16s %8s %8.2f %9.2f\n", "seconds", "", read.Seconds(), start.Seconds())
	b.printf("%-16s %8s %8.0f\n", "MB at most", "", memory)
	b.printf("seconds: fastest of %d; baseline: hearsay schema, which reads nothing. %s/%s, %d cores\n", costRuns, runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	return nil
}

func (b *bench) fastest(args ...string) (best time.Duration, mb float64, err error) {
	for i := range costRuns {
		cmd := exec.Command(b.hearsay, args...)
		cmd.Stdout = &bytes.Buffer{}
		from := time.Now()
		if err := cmd.Run(); err != nil {
			return 0, 0, fmt.Errorf("hearsay %s: %w", args[0], err)
		}
		if took := time.Since(from); i == 0 || took < best {
			best = took
		}
		mb = max(mb, usage.Peak(cmd.ProcessState))
	}
	return best, mb, nil
}
