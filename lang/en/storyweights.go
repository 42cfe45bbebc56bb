package en

import _ "embed"

// StoryWeights are the weights of the evidence on whether two groups of texts
// tell one event: a name and a number a line, as written by cmd/train and
// described in docs/models.md.
//
//go:embed story-weights.txt
var StoryWeights string
