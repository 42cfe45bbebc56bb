package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"

	"golang.org/x/term"
)

// page shows a text on a terminal, by the reader's pager when it is longer than
// the screen.
func page(s streams, text []byte) error {
	file, ok := s.out.(*os.File)
	if !ok {
		return direct(s, text)
	}
	_, rows, err := term.GetSize(int(file.Fd()))
	if err != nil || !longer(text, rows) {
		return direct(s, text)
	}
	pager := pagerCommand(file)
	if pager == nil {
		return direct(s, text)
	}
	pager.Stdin = bytes.NewReader(text)
	var quit *exec.ExitError
	if err := pager.Run(); err != nil && !errors.As(err, &quit) {
		return direct(s, text)
	}
	return nil
}

func direct(s streams, text []byte) error {
	_, err := s.out.Write(text)
	return err
}

// longer reports whether a text has more lines than a screen; a terminal that
// does not tell its height is taken to be long enough.
func longer(text []byte, rows int) bool {
	return rows > 0 && bytes.Count(text, []byte("\n")) >= rows
}

// pagerCommand is what PAGER names, else less; nil where there is none. Less
// keeps colours, stays out of the way of short texts and leaves the text behind.
func pagerCommand(terminal *os.File) *exec.Cmd {
	words := strings.Fields(os.Getenv("PAGER"))
	if len(words) == 0 {
		words = []string{"less"}
	}
	program, err := exec.LookPath(words[0])
	if err != nil {
		return nil
	}
	cmd := exec.Command(program, words[1:]...)
	cmd.Stdout, cmd.Stderr = terminal, os.Stderr
	cmd.Env = os.Environ()
	if os.Getenv("LESS") == "" {
		cmd.Env = append(cmd.Env, "LESS=FRX")
	}
	return cmd
}
