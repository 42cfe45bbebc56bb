// Package claims aligns statements of different articles that say the same, and
// finds where they contradict one another.
package claims

import "hearsay"

// Align returns the claims of a dossier whose Readings, Referents, Copies and
// Stories are known. Origins and Absent are left to others.
func Align(d *hearsay.Dossier) []hearsay.Claim { return nil }

// Contradictions returns the disagreements about the claims of d.
func Contradictions(d *hearsay.Dossier) []hearsay.Contradiction { return nil }

// Doubts lists denials without a target and alignments that could not be decided.
func Doubts(d *hearsay.Dossier) []hearsay.Doubt { return nil }
