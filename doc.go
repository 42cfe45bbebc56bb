// Package hearsay holds the words of the program: the values that the stages
// hand to one another, and nothing that does work.
//
// One article alone becomes a [Reading]; the readings of many articles become a
// [Dossier]. Text is never copied: an [Article] owns the only text, and
// everything found in it is a [Span] of it.
//
//	the text         "The bridge is safe," the mayor said.
//	Statement        Source: the mayor · Cue: said · Content: The bridge is safe,
//
// The package imports the standard library only, and every other package of the
// program may import it.
package hearsay
