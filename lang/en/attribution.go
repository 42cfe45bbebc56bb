package en

import _ "embed"

// Attribution is the model that finds cues and what belongs to them; empty when
// none was trained.
//
//go:embed attribution.bin
var Attribution string
