package extract

import (
	"slices"

	"hearsay"
)

// Blocks are the blocks of a page as the model sees them, with the text of each.
type Blocks struct {
	Text     []string
	Features [][]float32 // by FeatureNames; those named hint are filled when class words are known
	Class    [][]uint32
	Words    [][]uint32 // hashes of the first words; nil where words are not to tell
	Vote     []float32  // share of the block that the readability library keeps
}

// BlocksOf measures the blocks of an HTML page without judging them.
func BlocksOf(p *hearsay.Page) Blocks {
	s := read(decode(p))
	var v *vote
	if s.beyond == 0 && int(s.count) <= mostElements {
		v = askLibrary(s.src.text)
	}
	ms := measureAll(s.out, v, nil)
	b := blocksOf(ms)
	for i := range ms {
		b.Words = append(b.Words, wordingHashes(ms[i].words))
	}
	return b
}

func blocksOf(ms []measured) Blocks {
	b := Blocks{Features: features(ms)}
	for i := range ms {
		b.Text = append(b.Text, ms[i].text)
		b.Class = append(b.Class, ms[i].class)
		b.Vote = append(b.Vote, ms[i].vote)
	}
	return b
}

// Judge is the probability of each block that it belongs to the article.
func (b *Blocks) Judge(m *Model) []float32 {
	out := make([]float32, len(b.Text))
	for i := range b.Text {
		e := b.Example(i)
		out[i] = m.Judge(&e)
	}
	return out
}

// Example is block i as an example without a label.
func (b *Blocks) Example(i int) Example {
	e := Example{Features: slices.Clone(b.Features[i]), Class: b.Class[i]}
	above, below := i > 0, i+1 < len(b.Text)
	if above {
		e.Above = b.Class[i-1]
	}
	if below {
		e.Below = b.Class[i+1]
	}
	if b.Words == nil {
		return e
	}
	e.Words = b.Words[i]
	if above {
		e.WordsAbove = b.Words[i-1]
	}
	if below {
		e.WordsBelow = b.Words[i+1]
	}
	return e
}

// Kept are the shares of the blocks of b that stand in the texts of another
// extractor.
func (b *Blocks) Kept(blocks []string) []float32 {
	v := &vote{triples: map[uint64]bool{}, blocks: map[uint64]bool{}}
	for _, t := range blocks {
		v.add(t)
	}
	out := make([]float32, len(b.Text))
	for i, t := range b.Text {
		out[i] = v.share(lexemes(t))
	}
	return out
}
