package extract

import (
	"hearsay"
)

// Blocks are the blocks of a page as the model sees them, with the text of each.
type Blocks struct {
	Text     []string
	Features [][]float32 // by FeatureNames; those named hint are filled when class words are known
	Class    [][]uint32
	Vote     []float32 // share of the block that the readability library keeps
}

// BlocksOf measures the blocks of an HTML page without judging them.
func BlocksOf(p *hearsay.Page) Blocks {
	s := read(decode(p))
	var v *vote
	if s.beyond == 0 && int(s.count) <= mostElements {
		v = askLibrary(s.src.text)
	}
	ms := measureAll(s.out, v, nil)
	b := Blocks{Features: features(ms)}
	for i := range ms {
		b.Text = append(b.Text, ms[i].text)
		b.Class = append(b.Class, ms[i].class)
		b.Vote = append(b.Vote, ms[i].vote)
	}
	return b
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
