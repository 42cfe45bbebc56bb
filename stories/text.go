package stories

import (
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/lang/en"
)

// Text is an article's words as they are grouped.
type Text struct {
	words int
	terms []term // distinct, by word
	years []uint32
	days  []uint32 // names of months and weekdays
	all   vector   // weighted against the background
}

// term is a word of a text: lower case, without plural and genitive endings.
type term struct {
	word    uint32  // hash
	idf     float32 // inverse document frequency against the background
	n, lead uint16  // times in the text, and in its first leadWords words
	name    bool    // written with a capital inside sentences
	number  bool    // begins with a digit
}

const leadWords = 60

// Words reads a text for grouping.
func Words(title, text string) *Text { return wordsBy(background(), title, text) }

func wordsBy(news *Background, title, text string) *Text {
	r := reader{news: news}
	r.read(title)
	r.read(text)
	return r.text()
}

// short reports whether t is a headline alone: too few words to split a group by.
func (t *Text) short() bool { return t.words < shortText }

// needed is the mean likeness to a loose group from which t is in it.
func (t *Text) needed() float64 {
	if t.short() {
		return shortLike
	}
	return looseLike
}

// reader collects the words of a text.
type reader struct {
	news  *Background
	words []seen
	buf   []byte
}

type seen struct {
	hearsay.Span
	word           uint32
	capital, start bool // start: first of a sentence or of a quotation
	year, day      bool
	number         bool
}

func (r *reader) read(text string) {
	start := true
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if !letter(c) && !unicode.IsDigit(c) {
			start = start || c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"' || c == '“'
			i += n
			continue
		}
		end := wordEnd(text, i)
		if w, ok := r.word(text[i:end]); ok {
			w.start, w.Span = start, hearsay.Span{Start: int32(i), End: int32(end)}
			r.words = append(r.words, w)
		}
		start = false
		i = end
	}
}

func letter(c rune) bool { return unicode.IsLetter(c) }

// wordEnd is the end of the word at i: apostrophes before a letter, and points
// and commas between digits, belong to it.
func wordEnd(text string, i int) int {
	digit := false
	for i < len(text) {
		c, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(c):
			digit = true
		case letter(c):
			digit = false
		default:
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !((c == '\'' || c == '’') && letter(next) || (c == ',' || c == '.') && digit && unicode.IsDigit(next)) {
				return i
			}
			digit = false
		}
		i += n
	}
	return i
}

// word gives the form of a word that is compared; single letters are left out.
func (r *reader) word(s string) (seen, bool) {
	first, n := utf8.DecodeRuneInString(s)
	if len(s) == n && !unicode.IsDigit(first) {
		return seen{}, false
	}
	b := r.buf[:0]
	for _, c := range s {
		if c == '’' {
			c = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(c))
	}
	r.buf = b
	b = stem(b)
	h := hash(string(b))
	w := seen{word: h, capital: unicode.IsUpper(first), day: dayNames()[h], number: unicode.IsDigit(first)}
	if w.number && len(b) == 4 {
		w.year = "1950" <= string(b) && string(b) < "2040" && digits(b)
	}
	return w, true
}

func digits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// stem takes off the genitive and the plural.
func stem(b []byte) []byte {
	if n := len(b); n > 2 && b[n-2] == '\'' && b[n-1] == 's' {
		b = b[:n-2]
	}
	n := len(b)
	switch {
	case n > 4 && string(b[n-3:]) == "ies":
		return append(b[:n-3], 'y')
	case n > 3 && b[n-1] == 's' && b[n-2] != 's' && b[n-2] != 'u' && b[n-2] != 'i':
		return b[:n-1]
	}
	return b
}

// hash is FNV-1a, 32 bits.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func (r *reader) text() *Text {
	t := &Text{words: len(r.words), terms: r.news.terms(r.words)}
	for _, w := range r.words {
		if w.year {
			t.years = append(t.years, w.word)
		}
		if w.day && w.capital {
			t.days = append(t.days, w.word)
		}
	}
	t.years, t.days = distinct(t.years), distinct(t.days)
	t.all = weigh(t.terms, term.weight)
	return t
}

func distinct(s []uint32) []uint32 {
	slices.Sort(s)
	return slices.Compact(s)
}

// terms counts words. A name is a word that more often than not has a capital
// where no sentence starts.
func (b *Background) terms(words []seen) []term {
	order := make([]uint64, len(words)) // word, then place
	for i, w := range words {
		order[i] = uint64(w.word)<<32 | uint64(i)
	}
	slices.Sort(order)
	out := make([]term, 0, len(words))
	for i := 0; i < len(order); {
		t := term{word: uint32(order[i] >> 32), number: words[uint32(order[i])].number}
		inside, capital := 0, 0
		for ; i < len(order) && uint32(order[i]>>32) == t.word; i++ {
			at := uint32(order[i])
			if t.n < mostTimes {
				t.n++
			}
			if at < leadWords {
				t.lead++
			}
			if w := &words[at]; !w.start {
				inside++
				if w.capital {
					capital++
				}
			}
		}
		t.name, t.idf = 2*capital > inside, b.idf(t.word)
		out = append(out, t)
	}
	return slices.Clone(out)
}

// mostTimes bounds how often a word of a text is counted.
const mostTimes = 1<<16 - 1

func compare(a, b uint32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Background is in how many of how many texts words occur, by hash.
type Background struct {
	texts float64
	in    map[uint32]float64
}

// Count adds texts: their number, and in how many of them words in lower case occur.
func (b *Background) Count(texts int, frequency map[string]int) {
	in := make(map[uint32]float64, len(frequency)) // the most frequent of the forms of a word counts
	for word, n := range frequency {
		h := hash(string(stem([]byte(word))))
		in[h] = max(in[h], float64(n))
	}
	b.texts += float64(texts)
	if b.in == nil {
		b.in = in
		return
	}
	for h, n := range in {
		b.in[h] += n
	}
}

// background is news and general texts.
var background = sync.OnceValue(func() *Background {
	b := &Background{}
	b.Count(en.Background())
	b.Count(en.General())
	return b
})

func (b *Background) idf(word uint32) float32 {
	return float32(math.Log((b.texts + 1) / (b.in[word] + 1)))
}

var dayNames = sync.OnceValue(func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range en.Calendar() {
		switch w.Class {
		case "month", "weekday", "namemonth":
			if w.Word != "may" {
				m[hash(string(stem([]byte(w.Word))))] = true
			}
		}
	}
	return m
})
