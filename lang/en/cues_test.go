package en

import (
	"slices"
	"strings"
	"testing"

	"hearsay"
)

func TestCueLines(t *testing.T) {
	n := 0
	for line := range strings.Lines(cuesText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		field := strings.Split(line, " | ")
		if len(field) != 5 && len(field) != 6 {
			t.Errorf("%q: %d fields", line, len(field))
			continue
		}
		for _, f := range strings.Fields(field[2]) {
			if frameNamed(f) == 0 {
				t.Errorf("%q: unknown frame %q", line, f)
			}
		}
		if _, ok := hearsay.ParseAct(field[3]); !ok {
			t.Errorf("%q: unknown act %q", line, field[3])
		}
		if !slices.Contains(toneNames[:], field[4]) {
			t.Errorf("%q: unknown tone %q", line, field[4])
		}
	}
	if n < 500 {
		t.Errorf("%d entries", n)
	}
}

func TestCueForms(t *testing.T) {
	for form, lemma := range map[string]string{"said": "say", "denies": "deny", "denying": "deny", "told": "tell", "claims": "claim", "agreed": "agree",
		"refusing": "refuse", "reports": "report", "according": "according to", "pointed": "point out", "announced": "announce"} {
		if !slices.ContainsFunc(Cues(form), func(c Cue) bool { return c.Lemma == lemma }) {
			t.Errorf("%s: no entry %q", form, lemma)
		}
	}
	if Verbal("bridge") || !Verbal("said") {
		t.Error("verbs of saying are mixed up with other words")
	}
}
