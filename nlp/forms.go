package nlp

import (
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// form is what the models see of a token, as hashes.
type form struct {
	word, exact          uint64 // normalised; with its case
	fine, coarse         uint64 // its cluster
	senses               uint64 // the tags it had in training
	suffix               [4]uint64
	prefix               [3]uint64
	shape                uint64
	tag                  uint64
	inside               uint64 // whether it stands in a quotation
	marks                uint64 // the punctuation right before it
	only                 hearsay.Tag
	quotation            int32 // the innermost double quotation around it plus one; 0 for none
	capital, low, figure bool
}

// shapes of words; the tagger sees one of them.
const (
	shapeLower = iota + 1
	shapeUpper
	shapeCapital
	shapeMixed
	shapeNumber
	shapeAlnum
	shapeMark
	shapeInitial
	shapeDotted
)

// normal is a token's normalised spelling: small letters, digits as 0, marks by
// their direction. It appends to buf.
func normal(buf []byte, s string, direction int) []byte {
	switch {
	case direction > 0:
		return append(buf, "``"...)
	case direction < 0:
		return append(buf, "''"...)
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isUpper(c):
			buf = append(buf, c+'a'-'A')
		case isDigit(c):
			buf = append(buf, '0')
		case c < utf8.RuneSelf:
			buf = append(buf, c)
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch r {
			case '\u2019', '\u2018':
				buf = append(buf, '\'')
			case '\u2014', '\u2015':
				buf = append(buf, "--"...)
			case '\u2026':
				buf = append(buf, "..."...)
			default:
				buf = utf8.AppendRune(buf, unicode.ToLower(r))
			}
			i += n - 1
		}
	}
	return buf
}

// describe fills f for the word s. direction is that of a quotation mark, 0 for
// everything else.
func (m *model) describe(f *form, s string, direction int) {
	var space [64]byte
	low := normal(space[:0], s, direction)
	text := string(low)
	f.word = spell(text)
	f.exact = f.word
	f.sketch(s)
	if f.capital {
		f.exact = mix(f.word ^ f.shape)
	}
	for i := range f.suffix {
		if f.suffix[i] = 0; len(text) > i+1 {
			f.suffix[i] = spell(text[len(text)-i-1:])
		}
	}
	for i := range f.prefix {
		if f.prefix[i] = 0; len(text) > i+1 {
			f.prefix[i] = spell(text[:i+1]) ^ 1
		}
	}
	m.lexicon.describe(f)
	f.tag, f.quotation, f.inside, f.marks = 0, 0, 0, 0
}

// sketch finds the shape of s.
func (f *form) sketch(s string) {
	var lower, upper, digit, other, dots int
	for i := 0; i < len(s); i++ {
		switch classes[s[i]] {
		case classLower, classWide:
			lower++
		case classUpper:
			upper++
		case classDigit:
			digit++
		default:
			if other++; s[i] == '.' {
				dots++
			}
		}
	}
	f.capital, f.figure = upperAt(s, 0), digit > 0
	f.low = upper == 0 && !f.capital
	shape := shapeMark
	switch {
	case digit > 0 && lower+upper == 0:
		shape = shapeNumber
	case digit > 0:
		shape = shapeAlnum
	case upper == 1 && lower == 0:
		shape = shapeInitial
	case dots > 0 && lower+upper > 0:
		shape = shapeDotted
	case upper > 0 && lower == 0:
		shape = shapeUpper
	case f.capital && upper <= 1:
		shape = shapeCapital
	case lower > 0 && upper > 0:
		shape = shapeMixed
	case lower > 0:
		shape = shapeLower
	}
	f.shape = small[shape]
}
