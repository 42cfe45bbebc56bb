// Package mentions finds the expressions that refer to people, organisations,
// places, documents and groups, and what they refer to.
package mentions

import "hearsay"

// Find returns the mentions of a reading in order of the text, and the entities
// they refer to in order of first mention.
func Find(r *hearsay.Reading) ([]hearsay.Mention, []hearsay.Entity) { return nil, nil }

// Speakers adds the first- and second-person mentions inside quotations, which
// can be resolved only when the statements are known.
func Speakers(r *hearsay.Reading) {}

// Doubts lists the mentions that could refer to several entities.
func Doubts(r *hearsay.Reading) []hearsay.Doubt { return nil }

// Merge joins the entities of many readings that are the same.
func Merge(readings []*hearsay.Reading) []hearsay.Referent { return nil }
