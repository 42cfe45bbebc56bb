package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// tripleLength is the number of words by which a block of text is looked up in
// the text that an extractor keeps.
const tripleLength = 3

// vote is the text that an extractor keeps of a page: its word triples and its
// blocks as wholes.
type vote struct {
	triples map[uint64]bool
	blocks  map[uint64]bool
	words   int
}

// add puts one block of text into the vote.
func (v *vote) add(text string) {
	ws := lexemes(text)
	if len(ws) == 0 {
		return
	}
	v.words += len(ws)
	v.blocks[hashWords(ws)] = true
	for i := 0; i+tripleLength <= len(ws); i++ {
		v.triples[hashWords(ws[i:i+tripleLength])] = true
	}
}

// share is how much of a block the extractor keeps, 0 to 1.
func (v *vote) share(ws []string) float32 {
	if v == nil || len(ws) == 0 {
		return 0
	}
	if v.blocks[hashWords(ws)] {
		return 1
	}
	if len(ws) < tripleLength {
		return 0
	}
	hit := 0
	for i := 0; i+tripleLength <= len(ws); i++ {
		if v.triples[hashWords(ws[i:i+tripleLength])] {
			hit++
		}
	}
	return float32(hit) / float32(len(ws)-tripleLength+1)
}

// hashWords is FNV-1a over the words with a zero byte behind each.
func hashWords(ws []string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range ws {
		for i := 0; i < len(w); i++ {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h *= 1099511628211
	}
	return h
}

const softHyphen = "\u00ad"

// lexemes are the words of a text, without marks and soft hyphens; in scripts
// without spaces each letter is one.
func lexemes(text string) []string {
	if strings.Contains(text, softHyphen) {
		text = strings.ReplaceAll(text, softHyphen, "")
	}
	var out []string
	start := -1
	for i, r := range text {
		wordRune := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		alone := wordRune && r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
		if start >= 0 && (!wordRune || alone) {
			out = append(out, text[start:i])
			start = -1
		}
		switch {
		case alone:
			out = append(out, string(r))
		case wordRune && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, text[start:])
	}
	return out
}

// voteOf collects the blocks of text below a node.
func voteOf(root *html.Node) *vote {
	v := &vote{triples: map[uint64]bool{}, blocks: map[uint64]bool{}}
	var text strings.Builder
	flush := func() {
		v.add(text.String())
		text.Reset()
	}
	for n, end := root, root; n != nil; {
		switch {
		case n.Type == html.TextNode:
			text.WriteString(n.Data)
		case n.Type == html.ElementNode && (!inline[n.Data] || n.Data == "br"):
			flush()
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != nil && n != end && n.NextSibling == nil {
			n = n.Parent
			if n != nil && n.Type == html.ElementNode && !inline[n.Data] {
				flush()
			}
		}
		if n == nil || n == end {
			break
		}
		n = n.NextSibling
	}
	flush()
	return v
}
