package extract

import (
	"strings"

	"hearsay"
)

const (
	leastRepeats  = 3 // accounts of an outlet that make a line its chrome
	leastRepeated = 3 // words of such a line
	mostRepeated  = 2 // an account of which more than one word in so many repeats is a version of another
)

// spoken begins the key of a line that is never dropped for being repeated.
const spoken = '\x00'

// Repeated finds lines that stand in several accounts of one outlet and nobody
// speaks in: chrome that a page by itself does not show to be some. It returns
// them for each article, nil where there are none. Versions of one account
// share most of their lines, which are its text: those are left alone.
func Repeated(articles []*hearsay.Article) []map[string]bool {
	out := make([]map[string]bool, len(articles))
	byOutlet := map[string][]int{}
	for i, a := range articles {
		if key := outletKey(a); key != "" {
			byOutlet[key] = append(byOutlet[key], i)
		}
	}
	for _, of := range byOutlet {
		if len(of) < leastRepeats {
			continue
		}
		lines := make([]map[string]int, len(of))
		for k, i := range of {
			lines[k] = bodyLines(articles[i])
		}
		counts := countLines(lines)
		for k := range lines {
			if counts.version(lines[k]) {
				lines[k] = nil
			}
		}
		counts = countLines(lines)
		for k, i := range of {
			for line := range lines[k] {
				if counts[line] >= leastRepeats && line[0] != spoken {
					if out[i] == nil {
						out[i] = map[string]bool{}
					}
					out[i][line] = true
				}
			}
		}
	}
	return out
}

// outletKey is the outlet that published a, or its host.
func outletKey(a *hearsay.Article) string {
	if a.Outlet.Name != "" {
		return strings.ToLower(a.Outlet.Name)
	}
	_, rest, _ := strings.Cut(a.Address, "://")
	host, _, _ := strings.Cut(rest, "/")
	return strings.ToLower(host)
}

// bodyLines are the paragraphs and list items in which nobody speaks, by their
// words, with the number of these.
func bodyLines(a *hearsay.Article) map[string]int {
	out := map[string]int{}
	for _, b := range a.Blocks {
		if b.Role != hearsay.RoleParagraph && b.Role != hearsay.RoleListItem {
			continue
		}
		text := b.Of(a.Text)
		l := line{passage: passage{text: text}, to: len(text)}
		l.measure()
		key, n := lineKey(text)
		if l.speech || n < leastRepeated {
			key = string(spoken) + key
		}
		out[key] = n
	}
	return out
}

// lineKey is a line's words by which it is known on another page.
func lineKey(text string) (string, int) {
	words := lexemes(strings.ToLower(text))
	return strings.Join(words, " "), len(words)
}

// lineCounts are in how many accounts a line stands.
type lineCounts map[string]int

func countLines(accounts []map[string]int) lineCounts {
	counts := lineCounts{}
	for _, lines := range accounts {
		for line := range lines {
			counts[line]++
		}
	}
	return counts
}

// version reports whether much of an account stands in others.
func (c lineCounts) version(lines map[string]int) bool {
	shared, all := 0, 0
	for line, n := range lines {
		all += n
		if c[line] > 1 {
			shared += n
		}
	}
	return shared*mostRepeated > all
}

// dropRepeated drops the lines of d that other accounts of its outlet have, too.
func (d *draft) dropRepeated(repeated map[string]bool) {
	if len(repeated) == 0 {
		return
	}
	for i := range d.lines {
		l := &d.lines[i]
		if l.as != paragraph && l.as != listItem {
			continue
		}
		if key, _ := lineKey(l.body()); repeated[key] {
			l.as, l.reason = dropped, "repeated on other pages"
		}
	}
}
