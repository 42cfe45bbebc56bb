package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed synonyms.txt
var synonymsText string

// Synonym returns the word that stands for the class of a base form, or of
// several with single spaces between; ok is false for a word without a class.
func Synonym(lemma string) (class string, ok bool) {
	class, ok = synonymTable()[lemma]
	return class, ok
}

var synonymTable = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for line := range lines(synonymsText) {
		words := strings.Split(line, ", ")
		for _, w := range words {
			table[w] = words[0]
		}
	}
	return table
})

// lines yields the entries of a list: its lines without comments and blanks.
func lines(list string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
