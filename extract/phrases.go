package extract

import (
	"strings"
	"sync"

	"hearsay/lang/en"
)

// phrase is one wording of page chrome.
type phrase struct {
	words  []string
	reason string
	place  byte // as in lang/en/chrome.txt
}

// phrases is the table of chrome wording, by first word.
var phrases = sync.OnceValue(func() map[string][]phrase {
	table := map[string][]phrase{}
	for line := range entries(en.Chrome) {
		f := strings.SplitN(line, "\t", 3)
		var p phrase
		for _, w := range split(f[2]) {
			if w.kind != mark {
				p.words = append(p.words, w.lower)
			}
		}
		p.reason, p.place = f[0], f[1][0]
		table[p.words[0]] = append(table[p.words[0]], p)
	}
	return table
})

// match is a phrase found in a line.
type match struct {
	phrase
	from, to int  // bytes of the line
	proof    bool // the wording and its marks leave no doubt
}

// matchPhrase finds the most telling phrase of the words of a line: the whole
// line first, then beginnings, then anything inside. A number in front counts
// for nothing.
func matchPhrase(ws []word) (match, bool) {
	plain := make([]word, 0, len(ws))
	for _, w := range ws {
		if w.kind == letters || w.kind == digits && len(plain) > 0 {
			plain = append(plain, w)
		}
	}
	best, rank := match{}, 0
	for i := range plain {
		for _, p := range phrases()[plain[i].lower] {
			if !startsWith(plain[i:], p.words) {
				continue
			}
			m := match{phrase: p, from: plain[i].from, to: plain[i+len(p.words)-1].to}
			if r := p.rank(plain, ws, i, &m); r > rank {
				best, rank = m, r
			}
		}
	}
	return best, rank > 0
}

func startsWith(ws []word, words []string) bool {
	if len(ws) < len(words) {
		return false
	}
	for i, w := range words {
		if ws[i].lower != w {
			return false
		}
	}
	return true
}

// rank says how telling p is at plain word i; 0 when its place does not fit.
func (p phrase) rank(plain, ws []word, i int, m *match) int {
	whole := i == 0 && len(p.words) == len(plain)
	switch p.place {
	case '=':
		if whole {
			m.proof = true
			return 40
		}
	case '!':
		if i == 0 && (whole || markFollows(ws, m.to)) {
			m.proof = true
			return 30 + len(p.words)
		}
	case '^':
		if i == 0 {
			m.proof = whole
			return 20 + len(p.words)
		}
	case '*':
		return 10 + len(p.words)
	case '$':
		if i+len(p.words) == len(plain) {
			return 10 + len(p.words)
		}
	}
	return 0
}

// markFollows reports whether the word that ends at byte to is followed by a
// mark that sets off a link.
func markFollows(ws []word, to int) bool {
	for _, w := range ws {
		if w.from >= to {
			return strings.Contains("|:>»–—-•·/→", w.lower)
		}
	}
	return false
}
