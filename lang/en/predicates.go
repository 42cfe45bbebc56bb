package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed predicates.txt
var predicatesText string

// Opposites are pairs of acts of which one excludes the other: base forms, as Synonym
// returns them.
func Opposites() [][2]string { return predicateTable().opposites }

// Singles are the acts on one thing that one side has done: base forms, as Synonym
// returns them.
func Singles() []string { return predicateTable().singles }

// Owns are the acts that each side says of itself: base forms, as Synonym returns them.
func Owns() []string { return predicateTable().owns }

type predicates struct {
	opposites     [][2]string
	singles, owns []string
}

var predicateTable = sync.OnceValue(func() predicates {
	var p predicates
	for line := range lines(predicatesText) {
		f := strings.Split(line, " | ")
		switch f[0] {
		case "opposite":
			p.opposites = append(p.opposites, [2]string{f[1], f[2]})
		case "single":
			p.singles = append(p.singles, f[1])
		case "own":
			p.owns = append(p.owns, f[1])
		}
	}
	return p
})
