// Package web prints a dossier as a page.
package web

import (
	"io"

	"hearsay/schema"
)

// Report prints the dossier as one HTML file; inputs are the raw inputs by name,
// as far as they are at hand.
func Report(w io.Writer, d *schema.Dossier, inputs map[string][]byte) error { return nil }
