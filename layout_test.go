package hearsay_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// house is the import table: a statement of policy, not a description. A
// package may import packages of lower floors only, and nothing that is not
// listed here. Do not change it to make a build pass.
var house = map[string]int{
	"hearsay": 0, "flat": 0,

	"boost": 1, "lang/en": 1, "lang/und": 1,

	"feed": 2, "extract": 2, "nlp": 2, "times": 2, "vectors": 2,

	"mentions": 3, "attribution": 3,

	"copies": 4, "stories": 4, "claims": 4, "origins": 4, "report": 4, "stance": 4,

	"pipeline": 5, "schema": 5,

	"web": 6, "terminal": 6, "export": 6, "fetch": 6,

	"cmd/hearsay": 7, "cmd/train": 7,
}

// harness may be imported by tests, benchmarks and itself alone.
var harness = []string{"internal/accounts", "internal/marked", "internal/txtcase", "internal/usage"}

const (
	maxFileLines = 700
	maxFuncLines = 80
)

func TestHouse(t *testing.T) {
	eachGoFile(t, func(name string, file *ast.File, _ *token.FileSet) {
		room := path.Dir(name)
		if room == "." {
			room = "hearsay"
		}
		test := strings.HasSuffix(name, "_test.go")
		floor, listed := house[room]
		if !listed && !slices.Contains(harness, room) && !strings.HasPrefix(room, "bench") {
			t.Errorf("%s: room %s has no floor", name, room)
		}
		for _, spec := range file.Imports {
			imported := strings.Trim(spec.Path.Value, `"`)
			if imported != "hearsay" && !strings.HasPrefix(imported, "hearsay/") {
				continue
			}
			to := strings.TrimPrefix(imported, "hearsay/")
			if slices.Contains(harness, to) && (test || slices.Contains(harness, room) || strings.HasPrefix(room, "bench")) || test && to == room {
				continue
			}
			if below, ok := house[to]; !ok {
				t.Errorf("%s imports %s, which has no floor", name, to)
			} else if !test && listed && below >= floor {
				t.Errorf("%s (floor %d) imports %s (floor %d)", name, floor, to, below)
			}
		}
	})
}

func TestSizes(t *testing.T) {
	eachGoFile(t, func(name string, file *ast.File, fset *token.FileSet) {
		if n := fset.Position(file.End()).Line; n > maxFileLines {
			t.Errorf("%s has %d lines, more than %d", name, n, maxFileLines)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := fset.Position(f.End()).Line - fset.Position(f.Pos()).Line + 1; n > maxFuncLines {
				t.Errorf("%s: %s has %d lines, more than %d", name, f.Name.Name, n, maxFuncLines)
			}
		}
	})
}

func eachGoFile(t *testing.T, visit func(name string, file *ast.File, fset *token.FileSet)) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (name != "." && strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || name == "tools") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		seen++
		visit(filepath.ToSlash(name), file, fset)
		return nil
	})
	if err != nil || seen == 0 {
		t.Fatalf("%d files read: %v", seen, err)
	}
}
