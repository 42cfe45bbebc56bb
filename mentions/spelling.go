package mentions

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// spelling reduces a name to what its transliterations share: "Zelenskyy",
// "Zelenskiy" and "Zelensky" are one, "Müller" and "Muller", not "Mueller".
func spelling(name string) string {
	var out strings.Builder
	out.Grow(len(name))
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		if r >= 'a' && r <= 'z' {
			out.WriteRune(r)
		} else if r == 'ł' {
			out.WriteByte('l')
		} else if r == 'ø' {
			out.WriteByte('o')
		} else if r > 0x36f {
			out.WriteRune(r)
		}
	}
	s := respelling.Replace(out.String())
	return squeeze(s)
}

// respelling maps spellings of one sound to one of them.
var respelling = strings.NewReplacer("iy", "i", "ii", "i", "ij", "i", "yy", "i", "y", "i", "w", "v", "kh", "h", "ck", "k", "ts", "c", "tz", "c", "ph", "f", "q", "k", "dzh", "j", "zh", "j", "oo", "u", "ou", "u", "ee", "i", "x", "ks")

// squeeze drops repeated letters.
func squeeze(s string) string {
	var out strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}
