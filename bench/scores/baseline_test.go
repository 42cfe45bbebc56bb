package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"hearsay/schema"
)

func written(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "in")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestLinesOnlyPointsIntoTheInput(t *testing.T) {
	text := "Title\n\n  Élan, a line.  \r\nLast"
	out, err := linesOnly([]string{written(t, text)})
	if err != nil {
		t.Fatal(err)
	}
	d, err := schema.Parse(out)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range d.Articles[0].Paragraphs {
		if text[p.Raw[0]:p.Raw[1]] != p.Text {
			t.Errorf("bytes %v are not %q", p.Raw, p.Text)
		}
		lines = append(lines, p.Text)
	}
	if len(lines) != 3 || lines[1] != "Élan, a line." {
		t.Errorf("lines %q", lines)
	}
}

func TestSaidOnlyCountsCodePoints(t *testing.T) {
	text := "Müller said that the well is dry."
	line, _ := json.Marshal(map[string]string{"id": "x", "text": text})
	out, err := saidOnly(written(t, string(line)))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Attributions []struct{ Source, Cue, Content [][2]int }
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Attributions) != 1 {
		t.Fatalf("%d attributions: %s", len(got.Attributions), out)
	}
	points := []rune(text)
	a := got.Attributions[0]
	for want, span := range map[string][2]int{"Müller": a.Source[0], "said": a.Cue[0], "the well is dry": a.Content[0]} {
		if have := string(points[span[0]:span[1]]); have != want {
			t.Errorf("%q, not %q", have, want)
		}
	}
}
