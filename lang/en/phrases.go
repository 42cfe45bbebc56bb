package en

import (
	"iter"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrases finds the longest listed phrase at a place of a text. Keys are
// compared with the text as it stands, so that a lookup copies nothing; a table
// of lower-cased phrases is asked with [Lower] of the text.
type Phrases[V any] struct {
	values map[string]V
	reach  map[string]int // leading letters of a phrase to the length of the longest
}

func newPhrases[V any]() *Phrases[V] {
	return &Phrases[V]{values: map[string]V{}, reach: map[string]int{}}
}

// add keeps the first value of a phrase and lists it with the curly apostrophe
// too.
func (p *Phrases[V]) add(phrase string, v V) {
	for _, form := range []string{phrase, strings.ReplaceAll(phrase, "'", "’")} {
		if _, ok := p.values[form]; form == "" || ok {
			continue
		}
		p.values[form] = v
		lead := Lead(form)
		p.reach[lead] = max(p.reach[lead], len(form))
	}
}

// Reach is the length in bytes of the longest phrase that begins with the
// letters that word begins with.
func (p *Phrases[V]) Reach(word string) int { return p.reach[Lead(word)] }

// Get returns the value of exactly this phrase.
func (p *Phrases[V]) Get(phrase string) (V, bool) {
	v, ok := p.values[phrase]
	return v, ok
}

// All yields the phrases in no order.
func (p *Phrases[V]) All() iter.Seq2[string, V] { return maps.All(p.values) }

// Lead is the run of letters and digits that s begins with; the first rune of
// a string that begins with neither.
func Lead(s string) string {
	for i, r := range s {
		if r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9') {
			continue
		}
		if !unicode.IsLetter(r) {
			return s[:max(i, 1)]
		}
	}
	return s
}

// Lower lower-cases those letters of a text whose lower form is equally long,
// so that offsets hold.
func Lower(text string) string {
	out := []byte(text)
	for i := 0; i < len(out); i++ {
		if c := out[i]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				out[i] = c + 'a' - 'A'
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if l := unicode.ToLower(r); r != utf8.RuneError && utf8.RuneLen(l) == n {
			utf8.EncodeRune(out[i:i+n], l)
		}
		i += n - 1
	}
	return string(out)
}

// entries yields the lines of a list without comments, cut at "|".
func entries(list string, yield func(fields []string)) {
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		yield(fields)
	}
}

// alternatives cuts a field at its commas.
func alternatives(field string) []string {
	if field == "" {
		return nil
	}
	out := strings.Split(field, ",")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

// field is the i-th field, empty when the line has fewer.
func field(fields []string, i int) string {
	if i < len(fields) {
		return fields[i]
	}
	return ""
}
