package en

import _ "embed"

// Model is the language model: clusters, tags and dependency relations, as
// written by cmd/train and described in docs/models.md.
//
//go:embed model.bin
var Model string
