package times

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/lang/en"
)

type class uint8

const (
	other class = iota
	mark
	number // digits; value is the number, -1 when too long
	month
	monthAbbr
	nameMonth
	weekday
	weekdayAbbr
	seasonName
	unit
	count
	vague
	ordinal
	part
	dayName
	shift
	edge
	prep
	future
	said
	named
	habit
	about
	counted
	holiday
)

var classNames = map[string]class{"month": month, "monthabbr": monthAbbr, "namemonth": nameMonth, "weekday": weekday,
	"weekdayabbr": weekdayAbbr, "season": seasonName, "unit": unit, "number": count, "vague": vague, "ordinal": ordinal,
	"part": part, "day": dayName, "shift": shift, "edge": edge, "prep": prep, "future": future, "said": said,
	"named": named, "habit": habit, "about": about, "counted": counted, "holiday": holiday}

type sense struct {
	class class
	value int
}

var lexicon = sync.OnceValue(func() map[string]sense {
	m := map[string]sense{}
	for _, w := range en.Calendar() {
		m[w.Word] = sense{classNames[w.Class], w.Value}
	}
	return m
})

// word is a run of letters, a run of digits, or one mark.
type word struct {
	hearsay.Span
	sense
	capital bool
	glued   bool // follows the word before without white space
	newline bool // a line break stands before it
}

// longest is more than the length of any word of the calendar, in bytes.
const longest = 16

func split(text string) []word {
	words := make([]word, 0, len(text)/5)
	lex := lexicon()
	glued, newline := false, false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			glued, newline = false, newline || r == '\n'
			i += n
			continue
		}
		w := word{capital: unicode.IsUpper(r), glued: glued, newline: newline}
		from := i
		switch {
		case isDigit(r):
			i, w.sense = digitRun(text, i)
		case unicode.IsLetter(r):
			i = letterRun(text, i)
			w.sense = look(lex, text[from:i])
		default:
			i += n
			w.class = mark
		}
		w.Span = hearsay.Span{Start: int32(from), End: int32(i)}
		words = append(words, w)
		glued, newline = true, false
	}
	return words
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func digitRun(text string, i int) (int, sense) {
	from, v := i, 0
	for i < len(text) && isDigit(rune(text[i])) {
		if i-from < 8 {
			v = v*10 + int(text[i]-'0')
		}
		i++
	}
	if i-from > 8 {
		v = -1
	}
	return i, sense{number, v}
}

func letterRun(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			break
		}
		i += n
	}
	return i
}

func look(lex map[string]sense, s string) sense {
	var low [longest]byte
	if len(s) > len(low) {
		return sense{}
	}
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		low[i] = c
	}
	return lex[string(low[:len(s)])]
}

// scan is a text being read against its time of publication.
type scan struct {
	text  string
	words []word
	now   anchor
}

func (s *scan) at(i int) word {
	if i < 0 || i >= len(s.words) {
		return word{}
	}
	return s.words[i]
}

// is reports whether word i is one of the spellings, lower case or not.
func (s *scan) is(i int, spellings ...string) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	w := s.words[i].Of(s.text)
	for _, v := range spellings {
		if equalFold(w, v) {
			return true
		}
	}
	return false
}

func equalFold(s, low string) bool {
	if len(s) != len(low) {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != low[i] {
			return false
		}
	}
	return true
}

// length is the number of digits of number i.
func (s *scan) length(i int) int { return s.at(i).Len() }

// skip steps over word i when it is one of the spellings.
func (s *scan) skip(i int, spellings ...string) int {
	if s.is(i, spellings...) {
		return i + 1
	}
	return i
}
