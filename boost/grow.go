package boost

import (
	"math"
	"slices"
)

// Course is what a forest is grown from and how.
type Course struct {
	Rows    [][]float32 // of equal length, 256 at most
	Yes     []bool
	Likely  []float64 // instead of Yes: the probability of yes, where it is not known
	Weights []float64

	Trees   int
	Leaves  int                          // of a tree at most
	Rate    float64                      // how far a tree goes towards what it finds
	Penalty float64                      // added to a leaf's weight
	Least   float64                      // weight of the examples of a leaf
	Uses    func(feature, tree int) bool // which features a tree looks at, so that the trees differ
}

const bins = 64 // thresholds a feature

// Grow adds trees by the gradients of the logistic loss.
func Grow(c Course) *Forest {
	g := newGrower(c)
	yes, all := 0.0, 0.0
	for i, w := range c.Weights {
		all += w
		yes += w * g.label[i]
	}
	f := &Forest{Base: float32(math.Log(yes / (all - yes)))}
	for i := range g.sums {
		g.sums[i] = float64(f.Base)
	}
	for round := range c.Trees {
		for i := range g.sums {
			p := 1 / (1 + math.Exp(-g.sums[i]))
			g.pushes[i] = push{c.Weights[i] * (p - g.label[i]), c.Weights[i] * p * (1 - p), c.Weights[i]}
		}
		f.Trees = append(f.Trees, g.grow(round))
	}
	return f
}

// grower holds the examples with their features in bins.
type grower struct {
	Course
	bins   [][]uint8   // feature by example
	limits [][]float32 // feature by bin: the largest value of the bin
	sums   []float64   // log odds so far
	pushes []push
	label  []float64
}

// push is where the loss pulls an example, or the sum over several.
type push struct{ gradient, hessian, weight float64 }

func (p *push) add(o push) {
	p.gradient += o.gradient
	p.hessian += o.hessian
	p.weight += o.weight
}

func (p *push) take(o push) {
	p.gradient -= o.gradient
	p.hessian -= o.hessian
	p.weight -= o.weight
}

// gain is the loss that a leaf of these examples saves.
func (p push) gain(penalty float64) float64 { return p.gradient * p.gradient / (p.hessian + penalty) }

func newGrower(c Course) *grower {
	n, width := len(c.Rows), 0
	if n > 0 {
		width = len(c.Rows[0])
	}
	g := &grower{Course: c, bins: make([][]uint8, width), limits: make([][]float32, width), sums: make([]float64, n), pushes: make([]push, n), label: c.Likely}
	column := make([]float32, n)
	for f := range width {
		for i := range c.Rows {
			column[i] = c.Rows[i][f]
		}
		g.limits[f] = limits(column)
		g.bins[f] = make([]uint8, n)
		for i, x := range column {
			k, _ := slices.BinarySearch(g.limits[f], x)
			g.bins[f][i] = uint8(min(k, len(g.limits[f])-1))
		}
	}
	if g.label == nil {
		g.label = make([]float64, n)
		for i, yes := range c.Yes {
			if yes {
				g.label[i] = 1
			}
		}
	}
	return g
}

// limits are the upper ends of equally filled bins.
func limits(column []float32) []float32 {
	sorted := slices.Clone(column)
	slices.Sort(sorted)
	var out []float32
	for k := 1; k <= bins; k++ {
		x := sorted[k*len(sorted)/bins-1]
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
	sums     []push // feature by bin
	split    parting
}

// parting is the best way to part a leaf.
type parting struct {
	gain    float64
	feature int
	bin     int
}

// grow adds a tree leaf by leaf, the best gain first.
func (g *grower) grow(round int) Tree {
	all := make([]int32, len(g.sums))
	for i := range all {
		all[i] = int32(i)
	}
	tree := Tree{{}}
	root := leaf{node: 0, examples: all, sums: g.binned(all, round)}
	root.split = g.best(&root, round)
	leaves := []leaf{root}
	for len(leaves) < g.Leaves {
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
		n := &tree[l.node]
		n.Feature, n.Value = uint8(l.split.feature), g.limits[l.split.feature][l.split.bin]
		n.Left, n.Right = uint16(len(tree)), uint16(len(tree)+1)
		left, right := g.part(l, round, len(tree))
		leaves[k] = left
		leaves = append(leaves, right)
		tree = append(tree, Node{}, Node{})
	}
	for _, l := range leaves {
		all := g.sum(l.examples)
		v := -g.Rate * all.gradient / (all.hessian + g.Penalty)
		tree[l.node].Value = float32(v)
		for _, i := range l.examples {
			g.sums[i] += v
		}
	}
	return tree
}

// part splits a leaf in two, whose nodes are numbered from node on. The sums of
// the larger are those of the leaf without those of the smaller.
func (g *grower) part(l leaf, round, node int) (left, right leaf) {
	column := g.bins[l.split.feature]
	left, right = leaf{node: node}, leaf{node: node + 1}
	for _, i := range l.examples {
		if int(column[i]) <= l.split.bin {
			left.examples = append(left.examples, i)
		} else {
			right.examples = append(right.examples, i)
		}
	}
	small, large := &left, &right
	if len(small.examples) > len(large.examples) {
		small, large = large, small
	}
	small.sums, large.sums = g.binned(small.examples, round), l.sums
	for i := range large.sums {
		large.sums[i].take(small.sums[i])
	}
	left.split, right.split = g.best(&left, round), g.best(&right, round)
	return left, right
}

// binned sums examples by the features of the round and their bins.
func (g *grower) binned(examples []int32, round int) []push {
	sums := make([]push, len(g.bins)*bins)
	for f, column := range g.bins {
		if !g.Uses(f, round) {
			continue
		}
		of := sums[f*bins : (f+1)*bins]
		for _, i := range examples {
			of[column[i]%bins].add(g.pushes[i])
		}
	}
	return sums
}

func (g *grower) sum(examples []int32) (all push) {
	for _, i := range examples {
		all.add(g.pushes[i])
	}
	return all
}

// best finds the split of highest gain among the features of the round.
func (g *grower) best(l *leaf, round int) parting {
	var best parting
	all := g.sum(l.examples)
	if all.weight < 2*g.Least {
		return best
	}
	for f := range g.bins {
		if !g.Uses(f, round) {
			continue
		}
		var left push
		for k := range len(g.limits[f]) - 1 {
			left.add(l.sums[f*bins+k])
			right := all
			right.take(left)
			if left.weight < g.Least || right.weight < g.Least {
				continue
			}
			if gain := left.gain(g.Penalty) + right.gain(g.Penalty) - all.gain(g.Penalty); gain > best.gain {
				best = parting{gain, f, k}
			}
		}
	}
	return best
}
