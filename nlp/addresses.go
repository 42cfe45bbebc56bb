package nlp

import "strings"

// address is the length of the web or mail address, handle or hashtag at i, 0
// for none. s ends where the chunk ends.
func address(s string, i int) int {
	rest := s[i:]
	switch c := rest[0]; {
	case c == '@' || c == '#':
		if j := handle(rest, 1); j > 2 && (c == '@' || isAlpha(rest[1])) {
			return j
		}
		return 0
	case !isAlpha(c) && !isDigit(c):
		return 0
	}
	if at := strings.IndexByte(rest, '@'); at > 0 && mailName(rest[:at]) {
		if j := host(rest, at+1); strings.IndexByte(rest[at:j], '.') > 0 {
			return j
		}
	}
	if scheme := strings.Index(rest, "://"); scheme > 0 && scheme <= 6 && letters(rest[:scheme]) || prefixFold(rest, "www.") || site(rest) {
		return trimAddress(rest)
	}
	return 0
}

// site reports whether rest is a host with a path: "bit.ly/abc".
func site(rest string) bool {
	j := host(rest, 0)
	if j == len(rest) || rest[j] != '/' {
		return false
	}
	dot := strings.LastIndexByte(rest[:j], '.')
	return dot > 0 && topDomains[rest[dot+1:j]]
}

func letters(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isAlpha(s[i]) {
			return false
		}
	}
	return true
}

func prefixFold(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func handle(s string, i int) int {
	for i < len(s) && (isAlpha(s[i]) || isDigit(s[i]) || s[i] == '_') {
		i++
	}
	return i
}

func mailName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isAlpha(c) && !isDigit(c) && c != '.' && c != '_' && c != '-' && c != '+' {
			return false
		}
	}
	return true
}

// host is the end of the host name at i; a final stop is not part of it.
func host(s string, i int) int {
	for i < len(s) && (isAlpha(s[i]) || isDigit(s[i]) || s[i] == '.' || s[i] == '-') {
		i++
	}
	for i > 0 && (s[i-1] == '.' || s[i-1] == '-') {
		i--
	}
	return i
}

// trimAddress is the length of an address without the punctuation that follows
// it.
func trimAddress(s string) int {
	n := len(s)
	for n > 0 {
		cut := 0
		switch {
		case strings.IndexByte(".,;:!?'\"]>", s[n-1]) >= 0:
			cut = 1
		case s[n-1] == ')' && strings.IndexByte(s[:n], '(') < 0:
			cut = 1
		case strings.HasSuffix(s[:n], "”") || strings.HasSuffix(s[:n], "’") || strings.HasSuffix(s[:n], "»") || strings.HasSuffix(s[:n], "…"):
			cut = 3
			if s[n-2] == 0xC2 {
				cut = 2
			}
		}
		if cut == 0 {
			break
		}
		n -= cut
	}
	return n
}

var faces = [...]string{":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)", ":(", ";)", ":D", ":P", ":p", "=)", "=(", ";-P", "<3", "^_^", ":'("}

// faceAt is the length of the emoticon at i, 0 for none.
func faceAt(s string, i int) int {
	switch s[i] {
	case ':', ';', '=', '<', '^':
	default:
		return 0
	}
	for _, f := range faces {
		if strings.HasPrefix(s[i:], f) && (i+len(f) == len(s) || !isAlpha(s[i+len(f)]) && !isDigit(s[i+len(f)])) {
			return len(f)
		}
	}
	return 0
}
