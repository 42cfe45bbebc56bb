// Package report reads a compared dossier along the lines people ask about:
// renderings of one utterance, time, omissions and wording.
package report

import "hearsay"

// Absences says which articles of the claim's story lack it, and whether they
// could have had it.
func Absences(d *hearsay.Dossier, c *hearsay.Claim) []hearsay.Absence { return nil }

// Renderings groups the statements that render one utterance.
func Renderings(d *hearsay.Dossier) []hearsay.Rendering { return nil }

// Timeline returns the dated events of d in order of input and text.
func Timeline(d *hearsay.Dossier) []hearsay.Event { return nil }

// Wording returns the labels used for each referent.
func Wording(d *hearsay.Dossier) []hearsay.Wording { return nil }
