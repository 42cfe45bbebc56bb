// Package export prints a dossier in the formats of other programs.
package export

import (
	"io"

	"hearsay/schema"
)

// Markdown prints the dossier as Markdown.
func Markdown(w io.Writer, d *schema.Dossier) error { return nil }

// CSV prints the statements as a table.
func CSV(w io.Writer, d *schema.Dossier) error { return nil }
