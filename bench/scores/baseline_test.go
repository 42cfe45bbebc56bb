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

func TestTreesAreCounted(t *testing.T) {
	bank := "# text = We left.\n" +
		"1\tWe\twe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n" +
		"2-3\tleft.\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
		"3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
	same, err := compareTrees([]byte(bank), []byte(bank))
	if err != nil || same != (trees{words: 2, tags: 2, heads: 2, labelled: 2}) {
		t.Errorf("%+v %v", same, err)
	}
	base, err := compareTrees([]byte(bank), chained([]byte(bank)))
	if err != nil || base.heads != 0 || base.words != 2 {
		t.Errorf("baseline %+v %v", base, err)
	}
	if _, err := compareTrees([]byte(bank), nil); err == nil {
		t.Error("a prediction without words was scored")
	}
}

func TestSameBeginning(t *testing.T) {
	long := "The harbour will close on Monday for repairs, the council has said, and will reopen in May."
	docs := `{"id":"a","text":"` + long + `"}` + "\n" + `{"id":"b","text":"Menu. ` + long + `"}` + "\n" + `{"id":"c","text":"Another text."}`
	out, err := sameBeginning(written(t, docs), written(t, `{"id":1,"a":"a","b":"b"}`+"\n"+`{"id":2,"a":"a","b":"c"}`))
	if want := `{"id":1,"score":1}` + "\n" + `{"id":2,"score":0}` + "\n"; err != nil || string(out) != want {
		t.Errorf("%s %v", out, err)
	}
}
