package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed predicates.txt
var predicatesText string

// Opposites are pairs of acts of which one excludes the other, and Singles the acts
// on one thing that one side has done: base forms, as Synonym returns them.
func Opposites() [][2]string { return predicateTable().opposites }

// Singles: see Opposites.
func Singles() []string { return predicateTable().singles }

type predicates struct {
	opposites [][2]string
	singles   []string
}

var predicateTable = sync.OnceValue(func() predicates {
	var p predicates
	for line := range lines(predicatesText) {
		f := strings.Split(line, " | ")
		if f[0] == "opposite" {
			p.opposites = append(p.opposites, [2]string{f[1], f[2]})
			continue
		}
		p.singles = append(p.singles, f[1])
	}
	return p
})
