package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// family groups the marks that open and close one another.
type family uint8

const (
	double   family = iota // " “ ” „ `` ''
	single                 // ' ‘ ’ ‚ `
	angled                 // « »
	angledIn               // ‹ ›
)

// mark is a quotation mark with the direction that was settled on.
type mark struct {
	hearsay.Span
	family family
	open   bool
}

// sign is a character that may be a quotation mark, and what stands around it.
type sign struct {
	hearsay.Span
	family family
	leans  int8 // 1 opens by its shape, -1 closes, 0 says nothing
	left   rune // the character before it in the block; 0 at the start
	right  rune // the one behind it; 0 at the end
}

// signAt reads the sign at i of a block that ends at end.
func signAt(s string, start, i, end int) (sign, bool) {
	g := sign{Span: hearsay.Span{Start: int32(i)}}
	n := 1
	switch s[i] {
	case '"':
	case '\'':
		if g.family = single; i+1 < end && s[i+1] == '\'' {
			n, g.family = 2, double
		}
	case '`':
		if g.family, g.leans = single, 1; i+1 < end && s[i+1] == '`' {
			n, g.family = 2, double
		}
	case 0xC2:
		if n = 2; i+1 >= end || s[i+1] != 0xAB && s[i+1] != 0xBB {
			return g, false
		}
		g.family, g.leans = angled, 1
		if s[i+1] == 0xBB {
			g.leans = -1
		}
	case 0xE2:
		if n = 3; i+2 >= end || s[i+1] != 0x80 {
			return g, false
		}
		switch s[i+2] {
		case 0x9C, 0x9E, 0x9F: // “ „ ‟
			g.leans = 1
		case 0x9D: // ”
			g.leans = -1
		case 0x98, 0x9A, 0x9B: // ‘ ‚ ‛
			g.family, g.leans = single, 1
		case 0x99: // ’
			g.family, g.leans = single, -1
		case 0xB9, 0xBA: // ‹ ›
			g.family, g.leans = angledIn, 1
			if s[i+2] == 0xBA {
				g.leans = -1
			}
		default:
			return g, false
		}
	default:
		return g, false
	}
	g.End = int32(i + n)
	if i > start {
		g.left, _ = utf8.DecodeLastRuneInString(s[start:i])
	}
	if i+n < end {
		g.right, _ = utf8.DecodeRuneInString(s[i+n : end])
	}
	return g, true
}

// edge reports whether what stands before the sign lets a quotation begin.
func (g sign) edge() bool {
	return g.left == 0 || unicode.IsSpace(g.left) || strings.ContainsRune("([{—–-/:;,>*|", g.left) || strings.ContainsRune("\"“„«‹‘‚`", g.left)
}

// inside reports whether what stands behind the sign can begin a quotation.
func (g sign) inside() bool {
	return g.right != 0 && !unicode.IsSpace(g.right) && !strings.ContainsRune(",;:!?)]}", g.right)
}

func (g sign) opens() bool { return g.edge() && g.inside() }

// wordly reports whether letters or digits touch the sign on both sides.
func (g sign) wordly() bool {
	return (unicode.IsLetter(g.left) || unicode.IsDigit(g.left)) && (unicode.IsLetter(g.right) || unicode.IsDigit(g.right))
}

// closesFirmly reports whether a closing mark is likelier here than an
// apostrophe: punctuation or an edge of the text stands beside it.
func (g sign) closesFirmly() bool {
	return strings.ContainsRune(".,!?…;", g.left) && g.left != 0 ||
		g.right == 0 || strings.ContainsRune(".,!?…;:)]”\"—–", g.right)
}
