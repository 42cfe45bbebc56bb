package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	mostWording   = 30 // first words of a block that tell what it is
	leastOfBlock  = 3
	firstOfBlock  = 3
	wordingBefore = "text " // parts the hashes of words of the text from those of class and id
)

// wordingHashes are the hashes of the different words among the first of a block.
func wordingHashes(words []string) []uint32 {
	var out []uint32
	for _, w := range words[:min(len(words), mostWording)] {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) {
			continue
		}
		if h := hashWord(wordingBefore + strings.ToLower(w)); !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	return out
}

// wordOdds are what the words of a block say of its place on a page, in log odds:
// their mean, the least, the most, the sums of the three least and of the first three.
type wordOdds [5]float32

// wordOddsOf looks the words up that stood on several sites.
func wordOddsOf(words []uint32, hints map[uint32]float32) wordOdds {
	if len(words) == 0 || hints == nil {
		return wordOdds{}
	}
	odds := make([]float32, len(words))
	var w wordOdds
	for i, h := range words {
		odds[i] = hints[h]
		w[0] += odds[i]
		if i < firstOfBlock {
			w[4] += odds[i]
		}
	}
	w[0] /= float32(len(words))
	slices.Sort(odds)
	w[1], w[2] = odds[0], odds[len(odds)-1]
	for _, o := range odds[:min(len(odds), leastOfBlock)] {
		w[3] += o
	}
	return w
}
