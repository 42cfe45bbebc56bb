// Package attribution finds who said what, according to whom.
package attribution

import "hearsay"

// Find returns the statements of a reading in order of the text.
func Find(r *hearsay.Reading) []hearsay.Statement { return nil }

// Doubts lists the statements and quotations without a source.
func Doubts(r *hearsay.Reading) []hearsay.Doubt { return nil }
