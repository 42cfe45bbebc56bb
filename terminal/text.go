package terminal

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// clean makes text from an input safe to print: white space becomes one blank,
// and whatever could steer a terminal or reorder a line becomes U+FFFD.
func clean(s string) string {
	var out strings.Builder
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = true
			continue
		case r == '\u00ad': // a soft hyphen shows only where a line breaks
			continue
		case steers(r):
			r = unicode.ReplacementChar
		}
		if blank {
			out.WriteByte(' ')
		}
		blank = false
		out.WriteRune(r)
	}
	if blank {
		out.WriteByte(' ')
	}
	return out.String()
}

// steers reports control characters and invisible format characters, except
// the joiners and marks that scripts are written with.
func steers(r rune) bool {
	switch r {
	case '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff':
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// width is the number of terminal columns that clean text takes.
func width(s string) int { return uniseg.StringWidth(s) }

// cut shortens clean text to at most columns, at a grapheme; the ellipsis that
// then ends it counts.
func cut(s string, columns int) string {
	if width(s) <= columns {
		return s
	}
	head, _ := take(s, columns-1)
	return strings.TrimRight(head, " ") + "…"
}

// take splits clean text after as many graphemes as fit into columns, but at
// least one.
func take(s string, columns int) (head, rest string) {
	rest, state := s, -1
	for used := 0; rest != ""; {
		cluster, tail, w, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if used+w > columns && used > 0 {
			break
		}
		used += w
		head, rest, state = s[:len(head)+len(cluster)], tail, next
	}
	return head, rest
}

// pad fills clean text with blanks up to columns.
func pad(s string, columns int) string {
	return s + strings.Repeat(" ", max(columns-width(s), 0))
}

// excerpt shortens clean text at a word to at most columns. Whether it did is
// for the caller to show outside the quotation marks.
func excerpt(s string, columns int) (string, bool) {
	if width(s) <= columns {
		return s, false
	}
	head, _ := take(s, columns)
	if at := strings.LastIndexByte(head, ' '); at > len(head)/2 {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;:"), true
}
