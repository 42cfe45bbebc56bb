package en

import _ "embed"

// Stance is the model that holds headlines against accounts, as written by
// cmd/train and described in docs/models.md.
//
//go:embed stance.bin
var Stance string
