// Package terminal shows a dossier as text for a terminal: who said what,
// according to whom, who disputes it, in the order of the page.
//
//	✕ “the valve was corroded”                     ●  ●  ✕   1-2 origins
//	  ● Press Agency ‹ two officials 1 2   ✕ Henrik Aldous 1 2 3
//
// What stands between quotation marks is source text; everything else is
// hearsay's own. Colour only repeats what a sign or word says.
package terminal

import (
	"io"

	"hearsay/schema"
)

// Options say how to lay a dossier out.
type Options struct {
	Width  int  // columns; lines are never longer
	Colour bool // 16 colours
	Full   bool // everything, instead of about two screens
}

// narrowest is the width below which lines could not hold a sign and a word.
const narrowest = 24

// Render prints a dossier. Text of the accounts cannot steer the terminal.
func Render(w io.Writer, d *schema.Dossier, o Options) error {
	o.Width = max(o.Width, narrowest)
	p := &printer{Lookup: schema.NewLookup(d), Options: o}
	p.head()
	p.claims()
	p.disputes()
	p.origins()
	p.renderings()
	p.dates()
	p.alone()
	p.wording()
	p.doubts()
	if o.Full {
		p.accounts()
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}
