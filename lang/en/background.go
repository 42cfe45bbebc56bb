package en

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed background.txt
var backgroundText string

// Background returns in how many of so many news texts each word in lower case
// occurs. Words of fewer than three texts are not in the map, which is shared
// and must not be changed.
func Background() (texts int, frequency map[string]int) {
	b := backgroundTable()
	return b.texts, b.frequency
}

type backgroundCounts struct {
	texts     int
	frequency map[string]int
}

var backgroundTable = sync.OnceValue(func() backgroundCounts {
	b := backgroundCounts{frequency: map[string]int{}}
	for line := range strings.Lines(backgroundText) {
		word, number, ok := strings.Cut(strings.TrimSpace(line), " ")
		n, err := strconv.Atoi(number)
		switch {
		case !ok || err != nil:
		case b.texts == 0:
			b.texts = n
		default:
			b.frequency[word] = n
		}
	}
	return b
})
