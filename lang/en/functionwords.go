package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed function-words.txt
var functionWordsText string

// FunctionWord reports whether a base form says nothing about what a clause is
// about.
func FunctionWord(lemma string) bool { return functionWordTable()[lemma] }

var functionWordTable = sync.OnceValue(func() map[string]bool {
	table := map[string]bool{}
	for line := range lines(functionWordsText) {
		for _, w := range strings.Fields(line) {
			table[w] = true
		}
	}
	return table
})
