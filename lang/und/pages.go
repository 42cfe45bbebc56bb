package und

import _ "embed"

// Pages is the model that tells the blocks of an article from the rest of a
// page, as written by cmd/train and described in docs/models.md.
//
//go:embed pages.bin
var Pages string

// Lines is the model that decides which lines without markup are an article;
// cmd/train makes it from what Pages decides.
//
//go:embed lines.bin
var Lines string
