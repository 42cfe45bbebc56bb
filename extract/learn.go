package extract

import (
	"math"
	"slices"
)

// Example is a block of a page whose fate is known.
type Example struct {
	Features []float32 // by FeatureNames; those named hint are filled by Learn
	Class    []uint32  // hashes of the words of class and id around the block
	Above    []uint32  // those of the block above it
	Below    []uint32  // those of the block below it
	Keep     bool
	Weight   float32 // 1 for a judged block, less for one that extractors agree on
	Site     int     // examples of one site stay together
}

// The settings were chosen by five folds of sites on the development pages.
const (
	treeCount   = 160
	treeLeaves  = 24
	learnRate   = .1
	leafPenalty = 4  // added to a leaf's weight
	leastWeight = 3  // of the examples of a leaf
	binCount    = 64 // thresholds a feature
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
	m := boost(examples)
	m.Hints = learnHints(examples, func(int) bool { return true })
	order := make([]uint32, 0, len(m.Hints))
	for h := range m.Hints {
		order = append(order, h)
	}
	slices.Sort(order)
	return m, order
}

var hintColumn, hintAbove, hintBelow = slices.Index(FeatureNames, "hint"), slices.Index(FeatureNames, "hint-1"), slices.Index(FeatureNames, "hint+1")

// hint fills the features that class words make.
func (e *Example) hint(hints map[uint32]float32) {
	e.Features[hintColumn] = hintOf(e.Class, hints)
	e.Features[hintAbove] = hintOf(e.Above, hints)
	e.Features[hintBelow] = hintOf(e.Below, hints)
}

// learnHints finds, for each class word on the sites in use, the log odds that
// a block inside it belongs to the article.
func learnHints(examples []Example, use func(site int) bool) map[uint32]float32 {
	type count struct {
		keep, drop float64
		sites      map[int]bool
	}
	counts := map[uint32]*count{}
	var keep, drop float64
	for i := range examples {
		e := &examples[i]
		if !use(e.Site) {
			continue
		}
		if e.Keep {
			keep += float64(e.Weight)
		} else {
			drop += float64(e.Weight)
		}
		for k, w := range e.Class {
			if slices.Contains(e.Class[:k], w) {
				continue
			}
			c := counts[w]
			if c == nil {
				c = &count{sites: map[int]bool{}}
				counts[w] = c
			}
			if e.Keep {
				c.keep += float64(e.Weight)
			} else {
				c.drop += float64(e.Weight)
			}
			c.sites[e.Site] = true
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

// booster grows trees by gradients of the logistic loss over binned features.
type booster struct {
	bins     [][]uint8   // feature by example
	limits   [][]float32 // feature by bin: the largest value of the bin
	sums     []float64   // log odds so far
	gradient []float64
	hessian  []float64
	weight   []float64
	label    []float64
}

func boost(examples []Example) *Model {
	b := newBooster(examples)
	keep, all := 0.0, 0.0
	for i := range examples {
		all += b.weight[i]
		keep += b.weight[i] * b.label[i]
	}
	m := &Model{Base: float32(math.Log(keep / (all - keep)))}
	for i := range b.sums {
		b.sums[i] = float64(m.Base)
	}
	for round := range treeCount {
		for i := range b.sums {
			p := 1 / (1 + math.Exp(-b.sums[i]))
			b.gradient[i] = b.weight[i] * (p - b.label[i])
			b.hessian[i] = b.weight[i] * p * (1 - p)
		}
		m.Trees = append(m.Trees, b.grow(round))
	}
	return m
}

func newBooster(examples []Example) *booster {
	n, width := len(examples), len(FeatureNames)
	b := &booster{bins: make([][]uint8, width), limits: make([][]float32, width), sums: make([]float64, n), gradient: make([]float64, n),
		hessian: make([]float64, n), weight: make([]float64, n), label: make([]float64, n)}
	column := make([]float32, n)
	for f := range width {
		for i := range examples {
			column[i] = examples[i].Features[f]
		}
		b.limits[f] = limits(column)
		b.bins[f] = make([]uint8, n)
		for i, x := range column {
			k, _ := slices.BinarySearch(b.limits[f], x)
			b.bins[f][i] = uint8(min(k, len(b.limits[f])-1))
		}
	}
	for i := range examples {
		b.weight[i] = float64(examples[i].Weight)
		b.label[i] = float64(flag(examples[i].Keep))
	}
	return b
}

// limits are the upper ends of equally filled bins.
func limits(column []float32) []float32 {
	sorted := slices.Clone(column)
	slices.Sort(sorted)
	var out []float32
	for k := 1; k <= binCount; k++ {
		x := sorted[k*len(sorted)/binCount-1]
		if len(out) == 0 || x > out[len(out)-1] {
			out = append(out, x)
		}
	}
	return out
}

// leaf is a node that may still be split.
type leaf struct {
	node     int
	examples []int32
	split    parting
}

// parting is the best way to part a leaf.
type parting struct {
	gain    float64
	feature int
	bin     int
}

// grow adds a tree leaf by leaf, the best gain first.
func (b *booster) grow(round int) Tree {
	all := make([]int32, len(b.sums))
	for i := range all {
		all[i] = int32(i)
	}
	tree := Tree{{}}
	leaves := []leaf{{0, all, b.best(all, round)}}
	for len(leaves) < treeLeaves {
		k := 0
		for i := range leaves {
			if leaves[i].split.gain > leaves[k].split.gain {
				k = i
			}
		}
		l := leaves[k]
		if l.split.gain <= 1e-6 {
			break
		}
		left, right := b.part(l)
		n := &tree[l.node]
		n.Feature, n.Value = uint8(l.split.feature), b.limits[l.split.feature][l.split.bin]
		n.Left, n.Right = uint16(len(tree)), uint16(len(tree)+1)
		leaves[k] = leaf{len(tree), left, b.best(left, round)}
		leaves = append(leaves, leaf{len(tree) + 1, right, b.best(right, round)})
		tree = append(tree, Node{}, Node{})
	}
	for _, l := range leaves {
		g, h := 0.0, 0.0
		for _, i := range l.examples {
			g += b.gradient[i]
			h += b.hessian[i]
		}
		v := -learnRate * g / (h + leafPenalty)
		tree[l.node].Value = float32(v)
		for _, i := range l.examples {
			b.sums[i] += v
		}
	}
	return tree
}

func (b *booster) part(l leaf) (left, right []int32) {
	bins := b.bins[l.split.feature]
	for _, i := range l.examples {
		if int(bins[i]) <= l.split.bin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	return left, right
}

// best finds the split of highest gain. Each round looks at two features of
// three, in turn, so that the trees differ.
func (b *booster) best(examples []int32, round int) parting {
	var best parting
	g, h, w := 0.0, 0.0, 0.0
	for _, i := range examples {
		g += b.gradient[i]
		h += b.hessian[i]
		w += b.weight[i]
	}
	if w < 2*leastWeight {
		return best
	}
	for f := range b.bins {
		if (f+round)%3 == 0 {
			continue
		}
		var gs, hs, wt [binCount]float64
		bins := b.bins[f]
		for _, i := range examples {
			k := bins[i]
			gs[k] += b.gradient[i]
			hs[k] += b.hessian[i]
			wt[k] += b.weight[i]
		}
		gl, hl, wl := 0.0, 0.0, 0.0
		for k := range len(b.limits[f]) - 1 {
			gl, hl, wl = gl+gs[k], hl+hs[k], wl+wt[k]
			if wl < leastWeight || w-wl < leastWeight {
				continue
			}
			gain := gl*gl/(hl+leafPenalty) + (g-gl)*(g-gl)/(h-hl+leafPenalty) - g*g/(h+leafPenalty)
			if gain > best.gain {
				best = parting{gain, f, k}
			}
		}
	}
	return best
}
