package en

import _ "embed"

// Lemmas lists irregular forms with their bases.
//
//go:embed lemmas.txt
var Lemmas string
