package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"hearsay/lang/en"
)

// word is a token of a line: letters and digits, or one mark.
type word struct {
	from, to int
	lower    string // lower case; of a mark, the mark
	kind     wordKind
	number   int // of a numeral of at most nine digits
}

type wordKind uint8

const (
	letters wordKind = iota
	digits
	mark
)

// split breaks s into words and marks. An apostrophe or a hyphen between
// letters stays inside the word; digits and letters part.
func split(s string) []word {
	ws := make([]word, 0, len(s)/5+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r) || blank(r):
			i += n
		case r >= '0' && r <= '9':
			w := word{from: i, kind: digits}
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				if i-w.from < 9 {
					w.number = w.number*10 + int(s[i]-'0')
				}
				i++
			}
			w.to = i
			w.lower = s[w.from:i]
			ws = append(ws, w)
		case unicode.IsLetter(r) || unicode.IsMark(r):
			end := i + wordLength(s[i:])
			ws = append(ws, word{from: i, to: end, kind: letters, lower: lowered(s[i:end])})
			i = end
		default:
			ws = append(ws, word{from: i, to: i + n, kind: mark, lower: s[i : i+n]})
			i += n
		}
	}
	return ws
}

func lowered(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "\u2019", "'")
}

func wordLength(s string) int {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			if r != '\'' && r != '\u2019' && r != '-' || i == 0 {
				break
			}
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if !unicode.IsLetter(next) {
				break
			}
		}
		i += n
	}
	return i
}

var stopwords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for w := range entries(en.Stopwords) {
		set[w] = true
	}
	return set
})

// entries yields the lines of a word list, without comments.
func entries(list string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}
