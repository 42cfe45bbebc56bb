package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/lang/en"
)

// unit is a word as a reader sees it: one token, or several that hyphens hold
// together.
type unit struct {
	hearsay.Span
	first, last int32 // tokens, both included
	sentence    int32
	bits        bits
}

// bits are what the letters of a unit tell.
type bits uint16

const (
	isWord    bits = 1 << iota // has a letter
	isCapital                  // begins with an upper-case letter
	isUpper                    // two or more letters, all upper case
	isOpening                  // first word of a sentence, a quotation or after a colon
	isNumber                   // begins with a digit
	isClitic                   // 's
	isTitled                   // in a block whose words are nearly all capitalised
	isListed                   // lower-cased it is a common word: a function word or one met in lower case
	isDate                     // a month or a weekday
	isHyphen                   // made of several tokens
	isInner                    // begins small and has a capital: "eBay"
)

func (u unit) has(b bits) bool { return u.bits&b != 0 }

// finder holds what is known while the mentions of one reading are looked for.
type finder struct {
	r         *hearsay.Reading
	text, low string
	units     []unit
	unitOf    []int32 // of each token
	common    map[string]bool
	found     []expression
	bearers   map[string]int // surnames and other words that name alone, to an expression
	covered   []bool         // units inside a name with its titles
	endsAt    []int32        // of each unit: 1 + index in found of the name that ends before it
	startsAt  []int32        // of each unit: 1 + index in found of the name that starts with it
	entities  []hearsay.Entity
	facts     []facts            // of each entity
	people    []int32            // the named persons in order of first mention
	nations   map[string]int32   // governments by country
	lastWords map[string][]int32 // organisations by the last word of a longer name
	recent    []int32            // entities, the last mentioned first
	chains    map[string]int32   // entities of descriptions, by noun and nation
	voice     int32              // the last sentence in which somebody speaks
	unnamed   []int32            // unnamed people in order of introduction
	placeOnly map[string]bool    // nations whose capital is never more than a place
	moved     []int              // of each expression as found: its place in order
}

func newFinder(r *hearsay.Reading) *finder {
	f := &finder{r: r, text: r.Article.Text, low: en.Lower(r.Article.Text), common: map[string]bool{}, placeOnly: map[string]bool{}, nations: map[string]int32{}, voice: -1}
	f.units = make([]unit, 0, len(r.Tokens))
	f.unitOf = make([]int32, len(r.Tokens))
	for i := range r.Sentences {
		f.cut(int32(i))
	}
	f.notice()
	f.covered = make([]bool, len(f.units))
	f.endsAt = make([]int32, len(f.units)+1)
	f.startsAt = make([]int32, len(f.units)+1)
	return f
}

// cut makes the units of a sentence.
func (f *finder) cut(sentence int32) {
	s := &f.r.Sentences[sentence]
	opening := true
	for t := s.First; t < s.Last; t++ {
		u := unit{Span: f.r.Tokens[t].Span, first: t, last: t, sentence: sentence}
		for t+2 < s.Last && f.hyphenated(t) {
			t += 2
			u.last, u.End = t, f.r.Tokens[t].End
			u.bits |= isHyphen
		}
		u.bits |= shape(u.Of(f.text))
		if u.has(isWord | isNumber) {
			if opening {
				u.bits |= isOpening
			}
			opening = false
		} else if f.opens(u) {
			opening = true
		}
		for k := u.first; k <= u.last; k++ {
			f.unitOf[k] = int32(len(f.units))
		}
		f.units = append(f.units, u)
	}
}

// opens reports whether a mark lets a capital follow that makes no name: a
// colon, a bullet, an opening quotation mark.
func (f *finder) opens(u unit) bool {
	switch w := u.Of(f.text); w {
	case ":", "•", "“", "‘", "«", "``":
		return true
	case "\"", "'", "-", "–", "—", "''":
		before, _ := utf8.DecodeLastRuneInString(f.text[:u.Start])
		after, _ := utf8.DecodeRuneInString(f.text[u.End:])
		return !unicode.IsLetter(before) && !strings.ContainsRune(",.!?;", before) && (w != "\"" && w != "'" || !unicode.IsSpace(after))
	}
	return false
}

// hyphenated reports whether token t, a hyphen and token t+2 stand together.
func (f *finder) hyphenated(t int32) bool {
	a, h, b := f.r.Tokens[t], f.r.Tokens[t+1], f.r.Tokens[t+2]
	if a.End != h.Start || h.End != b.Start {
		return false
	}
	mark := h.Of(f.text)
	if mark != "-" && mark != "‑" {
		return false
	}
	return shape(a.Of(f.text))&(isWord|isNumber) != 0 && shape(b.Of(f.text))&(isWord|isNumber) != 0
}

// shape tells what the letters of a word are.
func shape(w string) bits {
	if w == "'s" || w == "’s" || w == "'S" {
		return isClitic
	}
	var b bits
	letters, upper := 0, 0
	for i, r := range w {
		switch {
		case unicode.IsUpper(r):
			letters++
			upper++
			if i == 0 {
				b |= isCapital
			}
		case unicode.IsLetter(r):
			letters++
		case i == 0 && unicode.IsDigit(r):
			b |= isNumber
		}
	}
	if letters > 0 {
		b |= isWord
	}
	if upper > 0 && b&isCapital == 0 {
		b |= isInner
	}
	if letters > 1 && letters == upper {
		b |= isUpper
	}
	return b
}

// notice marks the units in titled blocks, the dates, and the words that the
// text writes in lower case elsewhere.
func (f *finder) notice() {
	for i := range f.units {
		u := &f.units[i]
		if u.has(isWord) && !u.has(isCapital) {
			f.common[u.Of(f.text)] = true
		}
	}
	f.exceptNames()
	for i := range f.units {
		u := &f.units[i]
		w := u.Of(f.low)
		if u.has(isCapital) && (f.common[w] || ordinary(w)) {
			u.bits |= isListed
		}
		if u.has(isCapital) && calendar()[strings.TrimSuffix(w, ".")] {
			u.bits |= isDate
		}
	}
	f.eachBlock(func(first, last int) {
		words, capitals := 0, 0
		for _, u := range f.units[first:last] {
			if u.has(isWord) && u.Len() > 3 {
				words++
				if u.has(isCapital) {
					capitals++
				}
			}
		}
		if words < 3 || capitals*10 < words*7 || f.units[last-1].Of(f.text) == "." && (words < 5 || capitals*10 < words*9) {
			return
		}
		for i := first; i < last; i++ {
			f.units[i].bits |= isTitled
		}
	})
}

// exceptNames takes from the common words those that the text writes in lower
// case behind a given name in lower case: "vladimir putin".
func (f *finder) exceptNames() {
	for i := 1; i < len(f.units); i++ {
		w := f.units[i].Of(f.text)
		if f.common[w] && f.loweredGiven(i-1) && !ordinary(w) && !ordinary(f.units[i-1].Of(f.text)) {
			delete(f.common, w)
		}
	}
}

// eachBlock visits the units of each block.
func (f *finder) eachBlock(visit func(first, last int)) {
	for i := 0; i < len(f.units); {
		j, b := i, f.block(i)
		for j < len(f.units) && f.block(j) == b {
			j++
		}
		visit(i, j)
		i = j
	}
}

func (f *finder) block(unit int) int32 { return f.r.Sentences[f.units[unit].sentence].Block }

// ordinary reports whether a lower-cased word is one of the common words of the
// lists, which begin sentences without being names.
func ordinary(w string) bool {
	if en.FunctionWord(w) || en.Modifiers()[w] || en.Verbal(w) {
		return true
	}
	if _, ok := en.Nouns().Get(w); ok {
		return true
	}
	_, ok := en.Titles().Get(w)
	return ok
}

// end is one past the last unit of the sentence of unit i.
func (f *finder) end(i int) int {
	return int(f.unitOf[f.r.Sentences[f.units[i].sentence].Last-1]) + 1
}

// begin is the first unit of the sentence of unit i.
func (f *finder) begin(i int) int {
	return int(f.unitOf[f.r.Sentences[f.units[i].sentence].First])
}

// word is the lower-cased unit i; empty outside the text.
func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.units) {
		return ""
	}
	return f.units[i].Of(f.low)
}

// next is the lower-cased unit i when it is in the same sentence as i-1.
func (f *finder) next(i int) string {
	if i <= 0 || i >= len(f.units) || f.units[i].sentence != f.units[i-1].sentence {
		return ""
	}
	return f.units[i].Of(f.low)
}

// tag is the tag of the last token of unit i.
func (f *finder) tag(i int) hearsay.Tag {
	if i < 0 || i >= len(f.units) {
		return hearsay.TagNone
	}
	return f.r.Tokens[f.units[i].last].Tag
}

// longest finds the longest listed phrase that starts at unit i; to is one past
// its last unit.
func longest[V any](f *finder, p *en.Phrases[V], text string, i int) (to int, value V, ok bool) {
	u := f.units[i]
	reach := p.Reach(u.Of(text))
	if reach == 0 {
		return 0, value, false
	}
	limit, end := u.Start+int32(reach), f.end(i)
	for j := i; j < end && f.units[j].End <= limit; j++ {
		if v, found := p.Get(text[u.Start:f.units[j].End]); found {
			to, value, ok = j+1, v, true
		}
	}
	return to, value, ok
}
