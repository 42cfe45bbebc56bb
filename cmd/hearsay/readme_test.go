package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	readme      = "../../README.md"
	outputFrom  = "<!-- hearsay read examples -->\n```\n"
	outputTo    = "```\n<!-- end -->"
	readmeWidth = "110"
)

// TestReadmeShowsRealOutput holds that the example in the README is how the
// report on the examples begins today.
func TestReadmeShowsRealOutput(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), outputFrom)
	shown, after, closed := strings.Cut(rest, outputTo)
	if !ok || !closed {
		t.Fatalf("%s has no %q", readme, outputFrom)
	}
	status, report, errs := command("read", examples, "--width", readmeWidth)
	if status != 0 {
		t.Fatalf("status %d: %s", status, errs)
	}
	want, _, _ := strings.Cut(report, "\nWHEN ")
	if *update {
		if err := os.WriteFile(readme, []byte(before+outputFrom+want+outputTo+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Errorf("go test ./cmd/hearsay -run Readme -update writes it anew (-program +file)\n%s", diff)
	}
}
