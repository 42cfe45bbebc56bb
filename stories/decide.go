package stories

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"hearsay/lang/en"
)

// featureNames are the evidence on whether two branches of a group tell one
// event, in the order of features. Weights are learnt by Learn.
var featureNames = [...]string{
	"bias",
	"pairs",          // mean evidence on the pairs across
	"chance",         // the same as chances
	"pairs-cohesion", // evidence across against that within
	"words",          // mean likeness across, against the background
	"local",          // the same against the words of the group
	"cohesion",       // likeness across to the looser likeness within
	"local-cohesion", // the same against the words of the group
	"smaller",        // log size of the smaller branch
	"pairs-by-size",  // pairs times smaller
	"alone",          // pairs, chance and pairs-cohesion of the pairs alone
	"alone-chance",   //
	"alone-cohesion", //
}

type features [len(featureNames)]float64

// decision is the weights of the three kinds of evidence.
type decision struct {
	pairs  pair
	others others
	joins  features
}

// group is a loose group of texts with the tree that its stories are cut from,
// and the tables of likeness as sums over the branches.
type group struct {
	tree               []branch
	like, chance       sums
	alone, aloneChance sums
	words, local       sums
}

// newGroup compares all texts with each other and grows their tree; bind may
// set the likeness, in logits, of pairs of which more is known than words say of
// them alone.
func newGroup(texts []*Text, w *decision, bind func(like, alone square)) *group {
	p, n := pairsOf(texts), len(texts)
	of := func(feature int) square {
		return newSquare(n, func(i, j int) float64 { return float64(p.at(i, j)[feature]) })
	}
	alone := newSquare(n, func(i, j int) float64 { return p.at(i, j).dot(&w.pairs) })
	like := companyOf(alone).heard(&w.others)
	if bind != nil {
		bind(like, alone)
	}
	g := &group{tree: grow(like)}
	g.like, g.chance = like.sums(g.tree), like.chances().sums(g.tree)
	g.alone, g.aloneChance = alone.sums(g.tree), alone.chances().sums(g.tree)
	g.words, g.local = of(1+likeWords).sums(g.tree), of(1+likeLocal).sums(g.tree)
	return g
}

func (s square) chances() square {
	return newSquare(s.n, func(i, j int) float64 { return float64(chance(s.at(i, j))) })
}

// chance is that of evidence in logits.
func chance(logit float32) float32 { return float32(1 / (1 + math.Exp(-float64(logit)))) }

// differ is 1 when both lists hold something and nothing in common.
func differ(a, b []uint32) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			return 0
		}
	}
	return 1
}

// sums is the sum of a square over the pairs of each branch of a tree.
type sums []float64

func (s square) sums(tree []branch) sums {
	out := make(sums, len(tree))
	for k, b := range tree {
		if b.a < 0 {
			continue
		}
		out[k] = out[b.a] + out[b.b]
		for _, i := range tree[b.a].docs {
			for _, j := range tree[b.b].docs {
				out[k] += float64(s.at(i, j))
			}
		}
	}
	return out
}

// means are those over the pairs across the halves of a branch and within the
// looser half; ok is false where both halves are single texts.
func (g *group) means(s sums, k int) (across, within float64, ok bool) {
	b := g.tree[k]
	x, y := len(g.tree[b.a].docs), len(g.tree[b.b].docs)
	across = (s[k] - s[b.a] - s[b.b]) / float64(x*y)
	in := func(k, n int) float64 { return s[k] / float64(n*(n-1)/2) }
	switch {
	case x == 1 && y == 1:
		return across, 0, false
	case x == 1:
		return across, in(b.b, y), true
	case y == 1:
		return across, in(b.a, x), true
	}
	return across, min(in(b.a, x), in(b.b, y)), true
}

// cohesion is the likeness across the halves of a branch and its ratio to that
// within the looser. Two single texts are taken to be as loose as they may be.
func (g *group) cohesion(s sums, k int) (across, ratio float64) {
	const least, singles, most = .02, 1.5, 2
	across, within, ok := g.means(s, k)
	if !ok {
		within = singles * across
	}
	return across, min(most, across/max(least, within))
}

// evidence describes the join k of the tree. The factors bring the features to
// like sizes.
func (g *group) evidence(k int) features {
	b := g.tree[k]
	words, ratio := g.cohesion(g.words, k)
	locally, localRatio := g.cohesion(g.local, k)
	chance, _, _ := g.means(g.chance, k)
	aloneChance, _, _ := g.means(g.aloneChance, k)
	pairs, tighter := g.tighter(g.like, k)
	alone, aloneTighter := g.tighter(g.alone, k)
	smaller := math.Log(float64(min(len(g.tree[b.a].docs), len(g.tree[b.b].docs))))
	return features{1, pairs / 3, chance, tighter / 3, 5 * words, 5 * locally, ratio, localRatio,
		smaller / 3, pairs * smaller / 3, alone / 3, aloneChance, aloneTighter / 3}
}

// tighter is the mean evidence across the halves of a branch, and by how much it
// is above that within the looser: 0 for two single texts.
func (g *group) tighter(s sums, k int) (across, by float64) {
	const most = 4
	across, within, ok := g.means(s, k)
	if ok {
		by = max(-most, min(most, across-within))
	}
	return across, by
}

// stories cuts the tree from the root down. A branch is a story when its halves
// tell one event and no join below speaks clearly against it. lean adds to the
// evidence of a join.
func (g *group) stories(w *features, lean func(k int) float64) [][]int {
	says := make([]float64, len(g.tree))  // evidence of each join
	least := make([]float64, len(g.tree)) // the same, least of it and the joins below
	for k, b := range g.tree {
		if b.a >= 0 {
			x := g.evidence(k)
			says[k] = w.dot(&x) + lean(k)
			least[k] = min(says[k], least[b.a], least[b.b])
		}
	}
	var out [][]int
	var down func(k int)
	down = func(k int) {
		b := g.tree[k]
		if b.a >= 0 && (says[k] < 0 || least[k] < -clearly) {
			down(b.a)
			down(b.b)
			return
		}
		out = append(out, b.docs)
	}
	down(len(g.tree) - 1)
	return out
}

// clearly is the evidence, in logits, against a join from which no branch above it
// is one story.
const clearly = 1

func (w *features) dot(x *features) float64 {
	s := 0.0
	for i := range w {
		s += w[i] * x[i]
	}
	return s
}

// learnt are the weights that are shipped.
var learnt = sync.OnceValue(func() *decision {
	d := &decision{}
	for line := range strings.Lines(en.StoryWeights) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		x, _ := strconv.ParseFloat(value, 64)
		if i := slices.Index(pairNames[:], name); i >= 0 {
			d.pairs[i] = float32(x)
		} else if i := slices.Index(othersNames[:], name); i >= 0 {
			d.others[i] = x
		} else if i := slices.Index(featureNames[:], name); i >= 0 {
			d.joins[i] = x
		}
	}
	return d
})
