package main

import (
	"os"
	"strings"
	"testing"
)

func TestLonger(t *testing.T) {
	text := []byte("a\nb\nc\n")
	for rows, want := range map[int]bool{0: false, 2: true, 3: true, 4: false} {
		if longer(text, rows) != want {
			t.Errorf("%d rows: %v", rows, !want)
		}
	}
}

func TestPagerCommand(t *testing.T) {
	t.Setenv("LESS", "")
	t.Setenv("PAGER", "go version -m")
	cmd := pagerCommand(os.Stdout)
	if cmd == nil || strings.Join(cmd.Args[1:], " ") != "version -m" || cmd.Env[len(cmd.Env)-1] != "LESS=FRX" {
		t.Errorf("%+v", cmd)
	}
	t.Setenv("PAGER", "no-such-pager-anywhere")
	if cmd := pagerCommand(os.Stdout); cmd != nil {
		t.Errorf("%+v", cmd)
	}
}
