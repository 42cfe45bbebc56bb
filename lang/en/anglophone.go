package en

import (
	_ "embed"
	"sync"
)

//go:embed anglophone.txt
var anglophoneText string

// Anglophone reports whether the officials of a nation, by its ISO 3166 code,
// speak English to the press.
func Anglophone(nation string) bool { return anglophoneTable()[nation] }

var anglophoneTable = sync.OnceValue(func() map[string]bool { return wholeLines(anglophoneText) })
