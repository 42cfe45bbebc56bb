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
	s, ok := synonymTable()[lemma]
	return s.class, ok
}

// Act reports whether a base form is of a class of acts and events, and not of one of
// people and things.
func Act(lemma string) bool {
	s, ok := synonymTable()[lemma]
	return ok && !s.thing
}

type synonym struct {
	class string
	thing bool
}

var synonymTable = sync.OnceValue(func() map[string]synonym {
	table := map[string]synonym{}
	for line := range lines(synonymsText) {
		list, thing := strings.CutPrefix(line, "thing | ")
		words := strings.Split(list, ", ")
		for _, w := range words {
			table[w] = synonym{words[0], thing}
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
