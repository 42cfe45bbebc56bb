package en

import (
	_ "embed"
	"sync"
)

//go:embed vehicles.txt
var vehiclesText string

// Vehicle reports whether a noun, in lower case, names a document by which a
// voice speaks, such as a letter.
func Vehicle(noun string) bool { return vehicleTable()[noun] }

var vehicleTable = sync.OnceValue(func() map[string]bool { return wholeLines(vehiclesText) })

// wholeLines is the set of the lines of a list.
func wholeLines(list string) map[string]bool {
	set := map[string]bool{}
	for line := range lines(list) {
		set[line] = true
	}
	return set
}
