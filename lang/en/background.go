package en

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

var (
	//go:embed background.txt
	backgroundText string
	//go:embed general.txt
	generalText string
)

// Background returns in how many of so many news texts each word in lower case
// occurs. Words of fewer than three texts are not in the map, which is shared
// and must not be changed.
func Background() (texts int, frequency map[string]int) {
	b := backgroundTable()
	return b.texts, b.frequency
}

// General returns the same for texts of every kind.
func General() (texts int, frequency map[string]int) {
	b := generalTable()
	return b.texts, b.frequency
}

type wordCounts struct {
	texts     int
	frequency map[string]int
}

var (
	backgroundTable = sync.OnceValue(func() wordCounts { return countsOf(backgroundText) })
	generalTable    = sync.OnceValue(func() wordCounts { return countsOf(generalText) })
)

func countsOf(table string) wordCounts {
	c := wordCounts{frequency: map[string]int{}}
	for line := range strings.Lines(table) {
		word, number, ok := strings.Cut(strings.TrimSpace(line), " ")
		n, err := strconv.Atoi(number)
		switch {
		case !ok || err != nil:
		case c.texts == 0:
			c.texts = n
		default:
			c.frequency[word] = n
		}
	}
	return c
}
