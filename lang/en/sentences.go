package en

import _ "embed"

// Abbreviations lists abbreviations with their class.
//
//go:embed abbreviations.txt
var Abbreviations string

// Starters lists words that usually begin a sentence.
//
//go:embed starters.txt
var Starters string
