package extract

import (
	"sort"
	"strings"
)

// Keep judges the lines of a page that was extracted without its markup: true
// for those of the main text, the headline not among them.
func Keep(texts []string) []bool {
	var page strings.Builder
	starts := make([]int, len(texts))
	for i, t := range texts {
		starts[i] = page.Len()
		page.WriteString(strings.Map(func(r rune) rune {
			if r == '\n' || r == '\r' {
				return ' '
			}
			return r
		}, t))
		page.WriteByte('\n')
	}
	keep := make([]bool, len(texts))
	d := readText(page.String())
	for i := range d.lines {
		l := &d.lines[i]
		if l.as == dropped || l.as == headline {
			continue
		}
		at := int(l.raw().Start)
		keep[sort.Search(len(starts), func(k int) bool { return starts[k] > at })-1] = true
	}
	return keep
}
