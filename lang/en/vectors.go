package en

import _ "embed"

// Vectors holds a vector for each of the commonest words, as written by
// cmd/train and described in docs/models.md.
//
//go:embed vectors.bin
var Vectors string
