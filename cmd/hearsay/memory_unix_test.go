//go:build unix

package main

import (
	"os/exec"
	"runtime"
	"strconv"
	"syscall"

	"github.com/rogpeppe/go-internal/testscript"
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
	used := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS == "darwin" { // counts in bytes there, in KB elsewhere
		used /= 1024
	}
	if used/1024 > int64(limit) {
		ts.Fatalf("%v held %d MB, more than %d", args[1:], used/1024, limit)
	}
}
