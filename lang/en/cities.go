package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed cities.txt
var cityList string

// Cities lists the names of the world's cities, in the case in which they are
// written. Many are words or surnames too, so that the list proves nothing
// alone.
var Cities = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(cityList) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out[line] = true
		}
	}
	return out
})
