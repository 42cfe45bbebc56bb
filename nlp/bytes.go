package nlp

import (
	"unicode"
	"unicode/utf8"
)

// class sorts bytes; a byte of a multi-byte rune is classWide.
type class uint8

const (
	classMark class = iota // punctuation and symbols
	classSpace
	classLower
	classUpper
	classDigit
	classWide
)

var classes = func() (t [256]class) {
	for i := range t {
		switch c := byte(i); {
		case c >= utf8.RuneSelf:
			t[i] = classWide
		case c >= 'a' && c <= 'z':
			t[i] = classLower
		case c >= 'A' && c <= 'Z':
			t[i] = classUpper
		case c >= '0' && c <= '9':
			t[i] = classDigit
		case c <= ' ' || c == 0x7f:
			t[i] = classSpace
		}
	}
	return t
}()

func isUpper(c byte) bool { return classes[c] == classUpper }
func isLower(c byte) bool { return classes[c] == classLower }
func isDigit(c byte) bool { return classes[c] == classDigit }
func isAlpha(c byte) bool { return classes[c] == classLower || classes[c] == classUpper }

// letterAt is the width of the letter or combining mark at i, 0 for none.
func letterAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch classes[s[i]] {
	case classLower, classUpper:
		return 1
	case classWide:
		if r, n := utf8.DecodeRuneInString(s[i:]); unicode.IsLetter(r) || unicode.IsMark(r) {
			return n
		}
	}
	return 0
}

// letterBefore is the width of the letter that ends at i, 0 for none.
func letterBefore(s string, i int) int {
	if i <= 0 {
		return 0
	}
	if c := s[i-1]; c < utf8.RuneSelf {
		if isAlpha(c) {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeLastRuneInString(s[:i]); unicode.IsLetter(r) || unicode.IsMark(r) {
		return n
	}
	return 0
}

// spaceAt is the width of the space or invisible character at i, 0 for none.
func spaceAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch classes[s[i]] {
	case classSpace:
		return 1
	case classWide:
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) || r == 0xFEFF || r == 0x200B || r == 0x2060 || r == 0x200E || r == 0x200F {
			return n
		}
	}
	return 0
}

// upperAt reports whether the character at i is a capital.
func upperAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return isUpper(s[i])
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// apostropheAt is the width of the straight or curly apostrophe at i, 0 for
// none.
func apostropheAt(s string, i int) int {
	if i < len(s) && s[i] == '\'' {
		return 1
	}
	if i+2 < len(s) && s[i] == 0xE2 && s[i+1] == 0x80 && s[i+2] == 0x99 {
		return 3
	}
	return 0
}
