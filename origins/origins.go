// Package origins counts the independent roots of a claim.
package origins

import "hearsay"

// Trace follows a claim's statements through chains, credits and copies to the
// roots of information. An unknown link never makes two roots of one.
func Trace(d *hearsay.Dossier, c *hearsay.Claim) hearsay.Origins { return hearsay.Origins{} }
