package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed bearings.txt
var bearingsText string

// Bearings are the classes of words that tell how a text bears on what it
// reports, in the order of the file.
var Bearings = sync.OnceValue(func() []string {
	var names []string
	for line := range lines(bearingsText) {
		name, _, _ := strings.Cut(line, ":")
		names = append(names, name)
	}
	return names
})

// Bearing finds the phrases of the classes; the value is a set of classes, a bit
// for each.
var Bearing = sync.OnceValue(func() *Phrases[uint32] {
	sets := map[string]uint32{}
	var order []string
	k := 0
	for line := range lines(bearingsText) {
		_, list, _ := strings.Cut(line, ":")
		for _, phrase := range alternatives(list) {
			if sets[phrase] == 0 {
				order = append(order, phrase)
			}
			sets[phrase] |= 1 << k
		}
		k++
	}
	p := newPhrases[uint32]()
	for _, phrase := range order {
		p.add(phrase, sets[phrase])
	}
	return p
})

// BearingWords are the words and phrases of a class.
func BearingWords(class string) []string {
	for line := range lines(bearingsText) {
		if name, list, _ := strings.Cut(line, ":"); name == class {
			return alternatives(list)
		}
	}
	return nil
}
