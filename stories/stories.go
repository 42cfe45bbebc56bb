// Package stories groups articles by the event they tell, and events that
// continue one another into storylines.
package stories

import "hearsay"

// Group returns the stories of readings in order of their first article. Every
// article belongs to exactly one story.
func Group(readings []*hearsay.Reading, copies []hearsay.Copy) []hearsay.Story { return nil }
