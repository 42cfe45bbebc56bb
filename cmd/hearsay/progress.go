package main

import (
	"fmt"
	"io"
)

// progress counts work on a terminal; elsewhere, and for little work, it is silent.
type progress struct {
	w        io.Writer
	what     string
	n, total int
}

// silentBelow is how many steps are over before a reader would see them count.
const silentBelow = 20

// newProgress counts to total; 0 for an unknown one.
func newProgress(w io.Writer, what string, total int) *progress {
	if !isTerminal(w) || total > 0 && total < silentBelow {
		w = nil
	}
	return &progress{w: w, what: what, total: total}
}

func (p *progress) step() {
	p.n++
	switch {
	case p.w == nil:
	case p.total > 0:
		fmt.Fprintf(p.w, "\r%s %d of %d", p.what, p.n, p.total)
	case p.n >= silentBelow:
		fmt.Fprintf(p.w, "\r%s %d", p.what, p.n)
	}
}

func (p *progress) end() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
