package stories

import (
	"math"
	"slices"
)

// pairNames are the evidence on whether two texts of a group tell one event, in
// the order of pair. Weights are learnt by Learn.
var pairNames = [...]string{
	"pair-bias",
	"pair-words",         // likeness against the background
	"pair-names",         // of names only
	"pair-opening",       // of the first words
	"pair-numbers",       //
	"pair-local",         // likeness against the words of the group
	"pair-local-opening", //
	"pair-local-plain",   // of words that are neither names nor numbers
	"pair-contained",     // share of the lighter text that the other has
	"pair-years-differ",  // both name years, and no year both
	"pair-days-differ",   // the same for months and weekdays
	"pair-shorter",       // log of the words of the shorter text
}

type pair [len(pairNames)]float32

// The kinds of likeness, which are also the evidence from 1 on.
const (
	likeWords = iota
	likeNames
	likeOpening
	likeNumbers
	likeLocal
	likeLocalOpening
	likeLocalPlain
	likeKinds
)

const (
	pairContained = 1 + likeKinds + iota
	pairYears
	pairDays
	pairShorter
)

func (x *pair) dot(w *pair) float64 {
	var s float32
	for i := range w {
		s += w[i] * x[i]
	}
	return float64(s)
}

// entry is a word of a text of a group, with its weights in the kinds of likeness.
type entry struct {
	text int32
	x    [likeKinds]float32
}

// weights are those of a term of which the group has the inverse document
// frequency rare.
func (t term) weights(rare float64) (x [likeKinds]float32) {
	n, lead, idf := often(t.n), often(t.lead), float64(t.idf)
	x[likeWords] = float32(n * idf)
	x[likeOpening] = float32(lead * idf)
	x[likeLocal] = float32(n * rare)
	x[likeLocalOpening] = float32(lead * rare)
	switch {
	case t.number:
		x[likeNumbers] = x[likeWords]
	case t.name:
		x[likeNames] = x[likeWords]
	default:
		x[likeLocalPlain] = x[likeLocal]
	}
	if t.name {
		x[likeLocal] *= 2
	}
	return x
}

// pairs is the evidence on all pairs of texts, by [i*n+j] with j < i.
type pairs struct {
	n  int
	of []pair
}

func (p pairs) at(i, j int) *pair { return &p.of[max(i, j)*p.n+min(i, j)] }

// pairsOf compares all texts of a group with each other.
func pairsOf(texts []*Text) pairs {
	n := len(texts)
	p := pairs{n, make([]pair, n*n)}
	entries, runs := entriesOf(texts)
	sums := make([]float32, n) // of the weights of each text
	var norms [likeKinds][]float32
	for k := range norms {
		norms[k] = make([]float32, n)
	}
	for _, e := range entries {
		sums[e.text] += e.x[likeWords]
		for k, x := range e.x {
			norms[k][e.text] += x * x
		}
	}
	for k := range norms {
		for i, s := range norms[k] {
			if s > 0 {
				norms[k][i] = float32(1 / math.Sqrt(float64(s)))
			}
		}
	}
	for _, run := range runs {
		p.count(entries[run[0]:run[1]])
	}
	for i := range n {
		for j := range i {
			v := p.at(i, j)
			v[0] = 1
			for k := range norms {
				v[1+k] *= norms[k][i] * norms[k][j]
			}
			v[pairContained] /= max(min(sums[i], sums[j]), 1)
			v[pairYears] = float32(differ(texts[i].years, texts[j].years))
			v[pairDays] = float32(differ(texts[i].days, texts[j].days))
			v[pairShorter] = float32(math.Log1p(float64(min(texts[i].words, texts[j].words))))
		}
	}
	return p
}

// count adds a word to the pairs of the texts that share it, which are in order.
func (p pairs) count(in []entry) {
	for a := range in {
		for b := range in[:a] {
			v, x, y := &p.of[int(in[a].text)*p.n+int(in[b].text)], &in[a].x, &in[b].x
			for k := range x {
				v[1+k] += x[k] * y[k]
			}
			v[pairContained] += min(x[likeWords], y[likeWords])
		}
	}
}

// local is the inverse document frequency inside a group of n texts, of which in
// have the word, as a share of the background has: what all have says nothing.
func local(n, in, share float64) float64 { return math.Log((n + 1) / (in + share)) }

// entriesOf are the words of the texts by word, and where in them the texts stand
// that have the same word.
func entriesOf(texts []*Text) (entries []entry, runs [][2]int) {
	total := 0
	for _, t := range texts {
		total += len(t.terms)
	}
	order := make([]uint64, 0, total) // word, then place
	from := make([]place, 0, total)
	for i, t := range texts {
		for k := range t.terms {
			order = append(order, uint64(t.terms[k].word)<<32|uint64(len(from)))
			from = append(from, place{int32(i), int32(k)})
		}
	}
	slices.Sort(order)
	entries = make([]entry, total)
	for i := 0; i < total; {
		j := i + 1
		for j < total && order[j]>>32 == order[i]>>32 {
			j++
		}
		rare := -1.0
		for k := i; k < j; k++ {
			at := from[uint32(order[k])]
			t := texts[at.text].terms[at.term]
			if rare < 0 {
				rare = local(float64(len(texts)), float64(j-i), math.Exp(-float64(t.idf)))
			}
			entries[k] = entry{at.text, t.weights(rare)}
		}
		if j-i > 1 {
			runs = append(runs, [2]int{i, j})
		}
		i = j
	}
	return entries, runs
}

type place struct{ text, term int32 }
