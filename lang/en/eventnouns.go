package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed event-nouns.txt
var eventNounsText string

// EventNouns returns groups of nouns and noun phrases, in lower case, that can
// name the same event and differ in what they make of it.
var EventNouns = sync.OnceValue(func() [][]string {
	var groups [][]string
	for line := range lines(eventNounsText) {
		groups = append(groups, strings.Split(line, ", "))
	}
	return groups
})
