// Package terminal prints a dossier for a terminal.
package terminal

import (
	"io"

	"hearsay/schema"
)

// Options are how the report is printed.
type Options struct {
	Width  int  // columns
	Colour bool // 16 colours
	Full   bool // leave nothing out
}

// Render prints the report.
func Render(w io.Writer, d *schema.Dossier, o Options) error { return nil }
