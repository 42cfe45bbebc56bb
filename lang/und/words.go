package und

import _ "embed"

// Months are the names of months in lower case, one language a line.
//
//go:embed months.txt
var Months string

// DateWords are the words that stand beside dates, by kind: one kind a line.
//
//go:embed date-words.txt
var DateWords string

// BylineWords are the phrases that stand beside the names of writers: a kind, a
// phrase.
//
//go:embed byline-words.txt
var BylineWords string
