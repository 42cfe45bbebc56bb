package main

import (
	"os/exec"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"

	"hearsay/internal/usage"
)

// memory runs a command, which must fail under "!", and in either case holds
// it to a peak of resident memory.
func memory(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: memory MB COMMAND...")
	}
	limit, err := strconv.Atoi(args[0])
	ts.Check(err)
	cmd := exec.Command(args[1], args[2:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = ts.MkAbs("."), ts.Stdout(), ts.Stderr()
	err = cmd.Run()
	if (err != nil) != neg {
		ts.Fatalf("%v: %v", args[1:], err)
	}
	if used := usage.Peak(cmd.ProcessState); used > float64(limit) {
		ts.Fatalf("%v held %.0f MB, more than %d", args[1:], used, limit)
	}
}
