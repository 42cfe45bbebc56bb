package nlp

import (
	"strings"
	"unicode/utf8"

	"hearsay"
)

// lexer cuts a text into tokens as the English treebanks of Universal
// Dependencies do: clitics are split ("do n't", "Kim 's"), so are hyphens except
// behind a prefix ("Russian - backed", "re-elected"), units ("9 am") and signs;
// abbreviations keep their stop, numbers their inner marks.
type lexer struct {
	text   string
	tokens []hearsay.Token
}

// tokens appends the tokens of text[from:to].
func (x *lexer) scan(from, to int) {
	s := x.text[:to]
	for i := from; i < len(s); {
		if n := spaceAt(s, i); n > 0 {
			i += n
			continue
		}
		j, plain := chunk(s, i)
		if plain {
			x.word(s, i, j)
		} else {
			x.chunk(s[:j], i)
		}
		i = j
	}
}

// chunk returns the end of the stretch without spaces that starts at i, and
// whether it is all letters.
func chunk(s string, i int) (end int, plain bool) {
	plain = true
	for j := i; j < len(s); j++ {
		switch classes[s[j]] {
		case classSpace:
			return j, plain
		case classWide:
			plain = false
			if n := spaceAt(s, j); n > 0 {
				return j, plain
			}
		case classMark, classDigit:
			plain = false
		}
	}
	return len(s), plain
}

func (x *lexer) emit(from, to int) {
	x.tokens = append(x.tokens, hearsay.Token{Span: hearsay.Span{Start: int32(from), End: int32(to)}, Head: -1})
}

// chunk cuts s[i:], which holds no space.
func (x *lexer) chunk(s string, i int) {
	for i < len(s) {
		n := address(s, i)
		if n == 0 {
			n = faceAt(s, i)
		}
		if n > 0 {
			x.emit(i, i+n)
			i += n
			continue
		}
		switch {
		case letterAt(s, i) > 0:
			i = x.letters(s, i)
		case isDigit(s[i]) || s[i] == '.' && i+1 < len(s) && isDigit(s[i+1]):
			i = x.number(s, i)
		default:
			i = x.mark(s, i)
		}
	}
}

// letters cuts the word that starts at i and returns its end.
func (x *lexer) letters(s string, i int) int {
	j := wordEnd(s, i)
	if j < len(s) && s[j] == '.' && (j+1 == len(s) || !isAlpha(s[j+1]) && s[j+1] != '.') && x.keepsStop(s, i, j) {
		x.emit(i, j+1)
		return j + 1
	}
	x.word(s, i, j)
	return j
}

// wordEnd is the end of the word at i: letters and digits with the apostrophes,
// stops, ampersands and prefix hyphens that belong to it.
func wordEnd(s string, i int) int {
	j := i
	for j < len(s) {
		if n := letterAt(s, j); n > 0 {
			j += n
			continue
		}
		c := s[j]
		switch {
		case isDigit(c) || c == '_':
			j++
			continue
		case c == '.' && letterAt(s, j+1) > 0 && (pointed(s[i:j+2]) || domain(s, j+1)):
			j++
			continue
		case c == '&' && j+1 < len(s) && isUpper(s[j-1]) && isUpper(s[j+1]):
			j++
			continue
		case c == '$' && j-i <= 2 && isUpper(s[i]) && isUpper(s[j-1]):
			return j + 1 // US$, A$
		case c == '-' && letterAt(s, j+1) > 0 && prefix(s[i:j]):
			j++
			continue
		}
		if n := apostropheAt(s, j); n > 0 && letterAt(s, j+n) > 0 && letterBefore(s, j) > 0 {
			j += n
			continue
		}
		break
	}
	return j
}

var prefixes = set("e", "pre", "post", "non", "re", "co", "pro", "anti", "ex", "semi", "multi", "inter", "un", "sub", "mid", "mini",
	"socio", "cross", "counter", "pan", "psycho", "vice", "ultra", "neo", "pseudo", "quasi", "intra", "extra", "trans", "micro", "macro", "over", "under", "uh", "euro", "tele", "bio", "geo", "de", "hyper", "super")

// prefix reports whether a hyphen behind w joins rather than divides.
func prefix(w string) bool {
	var buf [8]byte
	return len(w) <= len(buf) && prefixes[string(lowerInto(buf[:0], w))]
}

var topDomains = set("com", "org", "net", "gov", "edu", "mil", "info", "uk", "de", "fr", "ru", "ua", "eu", "us", "ca", "au", "nz", "io", "tv", "co", "ly", "me", "pl", "es", "it", "cn", "jp", "in")

// domain reports whether the letters at i, behind a stop, are a top-level domain
// that ends the word or goes on as an address.
func domain(s string, i int) bool {
	j := i
	for j < len(s) && isLower(s[j]) {
		j++
	}
	return topDomains[s[i:j]] && (j == len(s) || !isAlpha(s[j]))
}

// keepsStop reports whether the full stop at j belongs to the word s[i:j].
func (x *lexer) keepsStop(s string, i, j int) bool {
	switch w := s[i:j]; abbreviated(w) {
	case abbrNone:
		return false
	case abbrNumber:
		k := j + 1
		for n := spaceAt(x.text, k); n > 0; n = spaceAt(x.text, k) {
			k += n
		}
		return k < len(x.text) && isDigit(x.text[k])
	case abbrPlain:
		// a lone "I" is the pronoun, unless another initial follows
		return w != "I" || j+3 < len(x.text) && upperAt(x.text, j+2) && x.text[j+3] == '.'
	}
	return true
}

// word emits s[i:j], a word without a final stop, cut where clitics begin.
func (x *lexer) word(s string, i, j int) {
	if j-i >= 3 && j-i <= 8 {
		var buf [8]byte
		if cut, ok := fused[string(lowerInto(buf[:0], s[i:j]))]; ok {
			x.emit(i, i+cut)
			x.emit(i+cut, j)
			return
		}
	}
	if k := clitic(s, i, j); k > i {
		x.word(s, i, k)
		x.emit(k, j)
		return
	}
	x.emit(i, j)
}

// fused are words written as one that are two tokens, with the length of the
// first.
var fused = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "wouldnt": 5,
	"couldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "arent": 3, "werent": 4, "aint": 2,
}

// clitic is where the clitic at the end of s[i:j] begins, i for none.
func clitic(s string, i, j int) int {
	if j-i >= 4 && s[j-1]|0x20 == 't' {
		for _, n := range [2]int{1, 3} {
			if k := j - 1 - n; k-1 > i && apostropheAt(s, k) == n && s[k-1]|0x20 == 'n' {
				return k - 1
			}
		}
	}
	for _, n := range [2]int{1, 2} { // letters behind the apostrophe
		for _, w := range [2]int{1, 3} {
			k := j - n - w
			if k <= i || apostropheAt(s, k) != w {
				continue
			}
			switch a := s[j-n] | 0x20; {
			case n == 1 && (a == 's' || a == 'd' || a == 'm'):
				return k
			case n == 2 && (a == 'l' && s[j-1]|0x20 == 'l' || (a == 'r' || a == 'v') && s[j-1]|0x20 == 'e'):
				return k
			}
		}
	}
	return i
}

// mark cuts one sign, or a run of signs that is one token, and returns its end.
func (x *lexer) mark(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	j := i + n
	switch {
	case r == '\'' && j < len(s) && s[j] == '\'', r == '`' && j < len(s) && s[j] == '`':
		j++
	case r == '\'' || r == '\u2019':
		j = elision(s, i, j)
	case r == '!' || r == '?':
		for j < len(s) && (s[j] == '!' || s[j] == '?') {
			j++
		}
	case strings.ContainsRune(".-*=_~#+<>…•", r):
		for strings.HasPrefix(s[j:], s[i:i+n]) {
			j += n
		}
	}
	x.emit(i, j)
	return j
}

var elided = set("em", "tis", "twas", "til", "till", "cause", "bout", "n", "s", "re", "ve", "ll", "d", "m")

// elision is the end of a token that begins with the apostrophe s[i:j]: a year
// ("'99"), a shortened word ("'em"), a clitic that stands alone, or the bare
// mark.
func elision(s string, i, j int) int {
	k := j
	for k < len(s) && isDigit(s[k]) {
		k++
	}
	if k-j == 2 {
		if k < len(s) && s[k] == 's' {
			k++
		}
		return k
	}
	for k = j; k < len(s) && isAlpha(s[k]); {
		k++
	}
	var buf [8]byte
	if k > j && k-j <= len(buf) && elided[string(lowerInto(buf[:0], s[j:k]))] && apostropheAt(s, k) == 0 {
		return k
	}
	return j
}
