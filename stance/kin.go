package stance

import (
	"strings"
	"sync"

	"hearsay/lang/en"
	"hearsay/vectors"
)

// kinClasses are the classes of bearings whose words are also looked for by
// meaning: "bunk" is near the words that refute, though no list has it.
var kinClasses = [...]string{"refute", "deny", "doubt", "unverified", "rumour", "hedge", "confirm", "satire"}

// kinship is how near a word is to the middle of each class.
type kinship [len(kinClasses)]float32

// middles are the sums over the single words of the classes.
var middles = sync.OnceValue(func() (out [len(kinClasses)]vectors.Sum) {
	for k, class := range kinClasses {
		for _, phrase := range en.BearingWords(class) {
			if strings.Contains(phrase, " ") {
				continue
			}
			if v, ok := vectors.Of(phrase); ok && v.Weight() > 0 {
				out[k].Add(v, 1/v.Weight())
			}
		}
	}
	return out
})

func kin(v vectors.Vector) (out kinship) {
	var s vectors.Sum
	s.Add(v, 1)
	all := middles()
	for k := range all {
		out[k] = s.Like(&all[k])
	}
	return out
}

// nearestKin are the highest kinships among words that the other text lacks.
func nearestKin(words []word, shared []bool) (out kinship) {
	for i := range words {
		if shared[i] || words[i].function {
			continue
		}
		for k, x := range words[i].kin {
			out[k] = max(out[k], x)
		}
	}
	return out
}
