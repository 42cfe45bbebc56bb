//go:build !unix

package main

import "github.com/rogpeppe/go-internal/testscript"

// memory runs a command; this system does not tell what it held.
func memory(ts *testscript.TestScript, neg bool, args []string) {
	if err := ts.Exec(args[1], args[2:]...); (err != nil) != neg {
		ts.Fatalf("%v: %v", args[1:], err)
	}
}
