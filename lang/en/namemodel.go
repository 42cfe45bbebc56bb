package en

import _ "embed"

// NameModel is the model that tells names and their kinds; empty when none was
// trained.
//
//go:embed names.bin
var NameModel string
