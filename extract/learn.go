package extract

import (
	"math"
	"slices"

	"hearsay/boost"
)

// Example is a block of a page whose fate is known or believed.
type Example struct {
	Features []float32 // by FeatureNames, perhaps more behind them; those named hint are filled by Learn and Judge
	Class    []uint32  // hashes of the words of class and id around the block
	Above    []uint32  // those of the block above it
	Below    []uint32  // those of the block below it

	Words, WordsAbove, WordsBelow []uint32 // hashes of the words of the text, likewise; nil where they are not to tell

	Keep   float32 // probability that it belongs to the article: 0 or 1 for a judged block
	Weight float32 // 1 for a judged block, less for another
	Site   int     // examples of one site stay together
}

// The settings were chosen by five folds of sites on the development pages.
const (
	treeCount   = 300
	treeLeaves  = 31
	learnRate   = .06
	leafPenalty = 4 // added to a leaf's weight
	leastWeight = 3 // of the examples of a leaf
	hintFolds   = 5
	hintPrior   = 2 // examples added to each side of a class word
	hintLeast   = 3 // sites that a class word must stand on
)

// Learn fits a model to examples.
func Learn(examples []Example) (*Model, []uint32) {
	for fold := range hintFolds {
		hints := learnHints(examples, func(site int) bool { return site%hintFolds != fold })
		for i := range examples {
			if examples[i].Site%hintFolds == fold {
				examples[i].hint(hints)
			}
		}
	}
	m := &Model{Forest: *boosted(examples), Hints: learnHints(examples, func(int) bool { return true })}
	order := make([]uint32, 0, len(m.Hints))
	for h := range m.Hints {
		order = append(order, h)
	}
	slices.Sort(order)
	return m, order
}

// Judge is the probability that the block of e belongs to its article.
func (m *Model) Judge(e *Example) float32 {
	e.hint(m.Hints)
	return m.Score(e.Features)
}

var hintColumn, hintAbove, hintBelow = slices.Index(FeatureNames, "hint"), slices.Index(FeatureNames, "hint-1"), slices.Index(FeatureNames, "hint+1")

var wordingColumn, wordingAbove, wordingBelow = slices.Index(FeatureNames, "wording"), slices.Index(FeatureNames, "wording-1"), slices.Index(FeatureNames, "wording+1")

// hint fills the features that the words of class and text make.
func (e *Example) hint(hints map[uint32]float32) {
	e.Features[hintColumn] = hintOf(e.Class, hints)
	e.Features[hintAbove] = hintOf(e.Above, hints)
	e.Features[hintBelow] = hintOf(e.Below, hints)
	w := wordOddsOf(e.Words, hints)
	copy(e.Features[wordingColumn:], w[:])
	e.Features[wordingAbove] = wordOddsOf(e.WordsAbove, hints)[0]
	e.Features[wordingBelow] = wordOddsOf(e.WordsBelow, hints)[0]
}

// learnHints finds, for each word of class or text on the sites in use, the log
// odds that its block belongs to the article.
func learnHints(examples []Example, use func(site int) bool) map[uint32]float32 {
	counts := hintCounts{}
	var keep, drop float64
	for i := range examples {
		e := &examples[i]
		if !use(e.Site) {
			continue
		}
		kept, dropped := float64(e.Weight*e.Keep), float64(e.Weight*(1-e.Keep))
		keep += kept
		drop += dropped
		for k, w := range e.Class {
			if !slices.Contains(e.Class[:k], w) {
				counts.add(w, e, kept, dropped)
			}
		}
		for _, w := range e.Words { // each once
			counts.add(w, e, kept, dropped)
		}
	}
	prior := keep / (keep + drop)
	hints := map[uint32]float32{}
	for w, c := range counts {
		if len(c.sites) >= hintLeast {
			odds := (c.keep + 2*hintPrior*prior) / (c.drop + 2*hintPrior*(1-prior)) * (1 - prior) / prior
			hints[w] = float32(math.Log(odds))
		}
	}
	return hints
}

// hintCounts are the weights of the blocks of a word, by its hash.
type hintCounts map[uint32]*hintCount

type hintCount struct {
	keep, drop float64
	sites      map[int]bool
}

func (h hintCounts) add(word uint32, e *Example, kept, dropped float64) {
	c := h[word]
	if c == nil {
		c = &hintCount{sites: map[int]bool{}}
		h[word] = c
	}
	c.keep += kept
	c.drop += dropped
	c.sites[e.Site] = true
}

// boosted grows the trees. Each round looks at two features of three, in turn,
// so that the trees differ.
func boosted(examples []Example) *boost.Forest {
	c := boost.Course{Trees: treeCount, Leaves: treeLeaves, Rate: learnRate, Penalty: leafPenalty, Least: leastWeight,
		Uses: func(feature, tree int) bool { return (feature+tree)%3 != 0 }}
	for i := range examples {
		e := &examples[i]
		c.Rows, c.Likely, c.Weights = append(c.Rows, e.Features), append(c.Likely, float64(e.Keep)), append(c.Weights, float64(e.Weight))
	}
	return boost.Grow(c)
}
