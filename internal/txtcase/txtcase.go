// Package txtcase runs the case files of a stage. A case is one txtar file in
// the stage's testdata:
//
//	Why the case exists: the comment before the first file.
//	-- in --
//	what goes in (may be left out when want is a marked text that holds the input)
//	-- want --
//	what must come out
//	-- wrong --
//	what comes out today, when that is known to be wrong
//
// A case with a "wrong" section fails as soon as the result changes, so that a
// mended case is noticed and its section removed. Other sections are the
// stage's own. "go test -update" rewrites want, or wrong where it stands.
package txtcase

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations of case files")

// Case is one case file.
type Case struct {
	Name string // file name without extension
	Why  string
	In   string
	Want string
	More map[string]string // sections other than in, want and wrong
}

// Run finds the case files by glob and compares what got returns with what each
// wants. No matching file is a failure.
func Run(t *testing.T, glob string, got func(t *testing.T, c Case) string) {
	t.Helper()
	names, err := filepath.Glob(glob)
	if err != nil || len(names) == 0 {
		t.Fatalf("no case files at %s (%v)", glob, err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		t.Run(base, func(t *testing.T) { run(t, name, base, got) })
	}
}

// Inputs lists the "in" sections of the case files, for properties and fuzzing.
func Inputs(t testing.TB, glob string) []string {
	t.Helper()
	names, err := filepath.Glob(glob)
	if err != nil || len(names) == 0 {
		t.Fatalf("no case files at %s (%v)", glob, err)
	}
	var out []string
	for _, name := range names {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range ar.Files {
			if f.Name == "in" {
				out = append(out, string(f.Data))
			}
		}
	}
	return out
}

func run(t *testing.T, name, base string, got func(t *testing.T, c Case) string) {
	ar, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	c := Case{Name: base, Why: strings.TrimSpace(string(ar.Comment)), More: map[string]string{}}
	want, wrong := -1, -1
	for i, f := range ar.Files {
		switch f.Name {
		case "in":
			c.In = string(f.Data)
		case "want":
			want, c.Want = i, string(f.Data)
		case "wrong":
			wrong = i
		default:
			c.More[f.Name] = string(f.Data)
		}
	}
	if want < 0 || c.Why == "" {
		t.Fatalf("%s: a case needs a reason before its first section, and a want section", name)
	}
	have := got(t, c)
	if !strings.HasSuffix(have, "\n") {
		have += "\n"
	}
	target := want
	if wrong >= 0 {
		target = wrong
		if have == c.Want {
			t.Errorf("%s: mended: remove its wrong section", name)
			return
		}
	}
	if have == string(ar.Files[target].Data) {
		return
	}
	if *update {
		ar.Files[target].Data = []byte(have)
		if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s: %s\n(-want +got)\n%s", name, c.Why, cmp.Diff(string(ar.Files[target].Data), have))
}
