package nlp

import (
	"strings"

	"hearsay"
)

// Scores compares an analysis with a treebank's gold. LAS takes the universal
// part of a relation, as the CoNLL 2018 shared task did; Full takes all of it.
// Punctuation counts.
type Scores struct {
	Words, XPOS, UAS, LAS, Full int
}

// Score compares the analysis of a treebank's own tokens with its gold, in the
// sentences of one genre; an empty genre stands for all.
func (b *Treebank) Score(a Analysis, genre string) Scores {
	var s Scores
	for i, sentence := range b.Gold.Sentences {
		if genre != "" && b.Genres[i] != genre {
			continue
		}
		for k := sentence.First; k < sentence.Last; k++ {
			g, t := b.Gold.Tokens[k], a.Tokens[k]
			s.Words++
			if g.Tag == t.Tag {
				s.XPOS++
			}
			if g.Head != t.Head {
				continue
			}
			s.UAS++
			if g.Dep == t.Dep {
				s.Full++
			}
			if universal(g.Dep) == universal(t.Dep) {
				s.LAS++
			}
		}
	}
	return s
}

// universal is a relation without its subtype.
func universal(d hearsay.Dep) string {
	name, _, _ := strings.Cut(d.String(), ":")
	return name
}

// Parse tags and parses the treebank's own tokens.
func (b *Treebank) Parse() Analysis { return b.parseWith(english()) }

// ParseWith does the same with the model of a file.
func (b *Treebank) ParseWith(file []byte) (Analysis, error) {
	m, err := readModel(string(file))
	if err != nil {
		return Analysis{}, err
	}
	return b.parseWith(m), nil
}

func (b *Treebank) parseWith(m *model) Analysis {
	a := Analysis{Tokens: make([]hearsay.Token, len(b.Gold.Tokens)), Sentences: append([]hearsay.Sentence(nil), b.Gold.Sentences...)}
	for i, t := range b.Gold.Tokens {
		a.Tokens[i] = hearsay.Token{Span: t.Span, Head: -1}
	}
	r := b.reader(m)
	r.tokens = a.Tokens
	for i := range a.Sentences {
		r.sentence(&a.Sentences[i])
	}
	return a
}

// Segmentation counts units of text that gold and analysis share, token by
// token or sentence by sentence.
type Segmentation struct{ Gold, Found, Both int }

// F1 is the harmonic mean of precision and recall.
func (s Segmentation) F1() float64 {
	if s.Gold+s.Found == 0 {
		return 0
	}
	return 2 * float64(s.Both) / float64(s.Gold+s.Found)
}

// Segment compares the tokens and sentences found in the treebank's raw text,
// within the blocks of one genre; an empty genre stands for all.
func (b *Treebank) Segment(genre string) (tokens, sentences Segmentation) {
	a, _ := segment(b.Text, b.Blocks)
	wanted := make([]bool, len(b.Blocks))
	for i, s := range b.Gold.Sentences {
		wanted[s.Block] = genre == "" || b.Genres[i] == genre
	}
	spans := func(a Analysis) (t, s map[hearsay.Span]bool) {
		t, s = map[hearsay.Span]bool{}, map[hearsay.Span]bool{}
		for _, x := range a.Sentences {
			if !wanted[x.Block] {
				continue
			}
			s[x.Span] = true
			for _, k := range a.Tokens[x.First:x.Last] {
				t[k.Span] = true
			}
		}
		return t, s
	}
	gt, gs := spans(b.Gold)
	ft, fs := spans(a)
	return shared(gt, ft), shared(gs, fs)
}

func shared(gold, found map[hearsay.Span]bool) Segmentation {
	s := Segmentation{Gold: len(gold), Found: len(found)}
	for x := range found {
		if gold[x] {
			s.Both++
		}
	}
	return s
}
