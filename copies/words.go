package copies

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// Text is an article's words as they are compared: letters and digits in lower
// case, apostrophes inside a word kept, all kinds of apostrophe alike. Marks,
// white space and case make no difference.
type Text struct {
	words  []uint32       // hashes, in order
	spans  []hearsay.Span // of the words; nil where it does not matter
	quoted []bool         // the word stands between quotation marks
}

// Words reads a text without keeping where its words stand.
func Words(text string) *Text {
	t := &Text{}
	t.read(text, 0, len(text))
	return &Text{words: slices.Clone(t.words), quoted: slices.Clone(t.quoted)}
}

// Body reads the body of an article: its words carry spans of article.Text.
func Body(article *hearsay.Article) *Text {
	t := &Text{}
	for _, b := range article.Blocks {
		if b.Role.Body() {
			t.read(article.Text, int(b.Start), int(b.End))
		}
	}
	if len(article.Blocks) == 0 {
		t.read(article.Text, 0, len(article.Text))
	}
	return t
}

// Len is the number of words.
func (t *Text) Len() int { return len(t.words) }

const (
	wordBasis = 2166136261 // FNV-1a, 32 bits
	wordPrime = 16777619
)

// read appends the words of text[from:to]. Quotation marks left open end with
// their line.
func (t *Text) read(text string, from, to int) {
	inside := false
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(text[i:to])
		if !wordRune(r) {
			inside = quotes(r, inside)
			i += n
			continue
		}
		start, end := i, i
		h := uint32(wordBasis)
		for i < to {
			r, n := utf8.DecodeRuneInString(text[i:to])
			if apostrophe(r) && i > start {
				if next, _ := utf8.DecodeRuneInString(text[i+n : to]); !wordRune(next) {
					break
				}
				r = '\''
			} else if !wordRune(r) {
				break
			}
			h = (h ^ uint32(lower(r))) * wordPrime
			i += n
			end = i
		}
		t.words = append(t.words, h)
		t.spans = append(t.spans, hearsay.Span{Start: int32(start), End: int32(end)})
		t.quoted = append(t.quoted, inside)
	}
}

func lower(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	return unicode.ToLower(r)
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

func quotes(r rune, inside bool) bool {
	switch r {
	case '"':
		return !inside
	case '“', '„', '«':
		return true
	case '”', '»', '\n':
		return false
	}
	return inside
}

// shingle is the length of the word sequences that are compared.
const shingle = 5

const (
	gramPrime = 0x9E3779B97F4A7C15
	gramDrop  = gramPrime * (gramPrime * (gramPrime * gramPrime % (1 << 64)) % (1 << 64)) % (1 << 64)
)

// grams hashes the word 5-grams of t, in order.
func (t *Text) grams() []uint64 {
	if len(t.words) < shingle {
		return nil
	}
	g := make([]uint64, 0, len(t.words)-shingle+1)
	var h uint64
	for i, w := range t.words {
		if i >= shingle {
			h -= uint64(t.words[i-shingle]) * gramDrop
		}
		h = h*gramPrime + uint64(w)
		if i >= shingle-1 {
			g = append(g, mix(h))
		}
	}
	return g
}

// mix is the finalizer of SplitMix64 (Steele et al. 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 27
	x *= 0x94D049BB133111EB
	return x ^ x>>31
}

// fingerprint is one of the shingles chosen to stand for a text in the index.
type fingerprint struct {
	hash uint32
	at   int32 // first word
}

// window is the number of consecutive shingles of which at least one is a
// fingerprint: texts that share window+shingle-1 = 12 words in a row share one
// (winnowing; Schleimer, Wilkerson, Aiken 2003).
const window = 8

func fingerprints(grams []uint64) []fingerprint {
	var out []fingerprint
	last := -1
	for end := min(window, len(grams)); end <= len(grams) && end > 0; end++ {
		start := max(0, end-window)
		if last >= start && grams[end-1] > grams[last] {
			continue
		}
		least := last
		if last < start {
			least = start
			for k := start + 1; k < end; k++ {
				if grams[k] <= grams[least] {
					least = k
				}
			}
		} else {
			least = end - 1
		}
		if least != last {
			out = append(out, fingerprint{uint32(grams[least] >> 32), int32(least)})
			last = least
		}
	}
	return out
}
