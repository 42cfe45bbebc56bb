package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hearsay": main})
}

// TestScripts runs the whole program as its user does. Besides the commands of
// testscript, a script may use
//
//	exits N COMMAND...     runs COMMAND, which must end with status N
//	make KIND FILE         writes an input too large or odd to stand in a script
//	replace FILE OLD NEW   alters the first OLD in FILE
//	memory MB COMMAND...   runs COMMAND and fails when it held more memory
//	serve FOLDER           answers from FOLDER at $SERVER
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs(examples)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", examples)
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "make": makeInput, "replace": replace, "memory": memory, "serve": serve,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits N COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	have := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		have = exit.ExitCode()
	}
	if have != want {
		ts.Fatalf("status %d, not %d", have, want)
	}
}

func makeInput(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 || oddities[args[0]] == nil {
		ts.Fatalf("usage: make KIND FILE")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), oddities[args[0]](), 0o644))
}

func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not contain %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o644))
}
