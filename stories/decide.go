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
	"words",          // mean likeness across, against the background
	"local",          // the same against the words of the group
	"names",          // of names only
	"opening",        // of the first words
	"cohesion",       // likeness across to the looser likeness within
	"local-cohesion", // the same against the words of the group
	"core-least",     // share of one core that the other has
	"core-most",      //
	"names-least",    // the same for names
	"names-most",     //
	"years-differ",   // share of pairs of texts that both name years, and no year both
	"days-differ",    // the same for months and weekdays
	"smaller",        // log size of the smaller branch
	"size",           // log size of both
	"two-texts",      // both branches are single texts
	"names-apart",    // names that one side has and the other lacks, both ways
	"words-apart",    //
	"centroids",      // likeness of the branches as wholes
	"words-by-size",  // words times smaller
}

type features [len(featureNames)]float64

// group is a loose group of texts with the tables of likeness that its tree is
// grown and cut by.
type group struct {
	texts                        []*Text
	words, local, names, opening square
	years, days                  square // 1 where both have some and none in common
	tree                         []branch
	tallies                      []tally // of the branches
}

// Shares of the likeness that trees are grown by.
const (
	growWords = .3
	growLocal = .7
)

// newGroup compares all texts with each other and grows their tree; bind may
// set the likeness of pairs that are known to belong together.
func newGroup(texts []*Text, bind func(like square)) *group {
	g := &group{texts: texts}
	n := len(texts)
	locals := g.localVectors()
	g.words = newSquare(n, func(i, j int) float64 { return dot(texts[i].all, texts[j].all) })
	g.local = newSquare(n, func(i, j int) float64 { return dot(locals[i], locals[j]) })
	g.names = newSquare(n, func(i, j int) float64 { return dot(texts[i].names, texts[j].names) })
	g.opening = newSquare(n, func(i, j int) float64 { return dot(texts[i].opening, texts[j].opening) })
	g.years = newSquare(n, func(i, j int) float64 { return differ(texts[i].years, texts[j].years) })
	g.days = newSquare(n, func(i, j int) float64 { return differ(texts[i].days, texts[j].days) })
	like := newSquare(n, func(i, j int) float64 {
		return growWords*float64(g.words.at(i, j)) + growLocal*float64(g.local.at(i, j))
	})
	if bind != nil {
		bind(like)
	}
	g.tree = grow(like)
	g.tallies = make([]tally, len(g.tree))
	for i, b := range g.tree {
		if b.a < 0 {
			g.tallies[i] = tallyOf(texts[b.docs[0]])
		} else {
			g.tallies[i] = g.tallies[b.a].plus(g.tallies[b.b])
		}
	}
	return g
}

// localVectors weigh words by how few texts of the group have them; names count twice.
func (g *group) localVectors() []vector {
	var all []uint32
	for _, t := range g.texts {
		for _, x := range t.terms {
			all = append(all, x.word)
		}
	}
	slices.Sort(all)
	n := float64(len(g.texts))
	out := make([]vector, len(g.texts))
	for i, t := range g.texts {
		at := 0 // in all; the terms are sorted too
		out[i] = weigh(t.terms, func(x term) float64 {
			for all[at] < x.word {
				at++
			}
			in := 0
			for at+in < len(all) && all[at+in] == x.word {
				in++
			}
			return local(n, float64(in), x.rarity)
		}, 2, nil)
	}
	return out
}

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

// across is the mean of s over pairs of a and b.
func (s square) across(a, b []int) float64 {
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			sum += float64(s.at(i, j))
		}
	}
	return sum / float64(len(a)*len(b))
}

// within is the mean of s over pairs of a; ok is false for a single text.
func (s square) within(a []int) (mean float64, ok bool) {
	sum := 0.0
	for x, i := range a {
		for _, j := range a[:x] {
			sum += float64(s.at(i, j))
		}
	}
	return sum / max(1, float64(len(a)*(len(a)-1)/2)), len(a) > 1
}

// cohesion is the likeness across two branches and its ratio to the looser
// likeness within them. Two single texts are taken to be as loose as they may be.
func (s square) cohesion(a, b []int) (across, ratio float64) {
	const least, singles, most = .02, 1.5, 2
	across = s.across(a, b)
	inA, okA := s.within(a)
	inB, okB := s.within(b)
	switch {
	case !okA && !okB:
		inA, inB = singles*across, singles*across
	case !okA:
		inA = inB
	case !okB:
		inB = inA
	}
	return across, min(most, across/max(least, min(inA, inB)))
}

// evidence describes the join k of the tree. The factors bring the features to
// like sizes.
func (g *group) evidence(k int) features {
	b := g.tree[k]
	x, y := g.tree[b.a].docs, g.tree[b.b].docs
	words, ratio := g.words.cohesion(x, y)
	locally, localRatio := g.local.cohesion(x, y)
	c := contrastOf(g.tallies[b.a], g.tallies[b.b], len(x), len(y))
	smaller := math.Log(float64(min(len(x), len(y))))
	singles := 0.0
	if len(b.docs) == 2 {
		singles = 1
	}
	return features{1, 5 * words, 5 * locally, 3 * g.names.across(x, y), 5 * g.opening.across(x, y), ratio, localRatio,
		c.coreMin, c.coreMax, c.nameMin, c.nameMax, g.years.across(x, y), g.days.across(x, y),
		smaller / 3, math.Log(float64(len(b.docs))) / 4, singles, c.namesApart / 3, c.apart / 3, 3 * c.centroids, 5 * words * smaller}
}

// stories cuts the tree from the root down. A branch is a story when its halves
// tell one event and no join below speaks clearly against it. lean adds to the
// evidence of a join.
func (g *group) stories(w features, lean func(k int) float64) [][]int {
	says := make([]float64, len(g.tree))  // evidence of each join
	least := make([]float64, len(g.tree)) // the same, least of it and the joins below
	for k, b := range g.tree {
		if b.a >= 0 {
			says[k] = w.dot(g.evidence(k)) + lean(k)
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

func (w features) dot(x features) float64 {
	s := 0.0
	for i := range w {
		s += w[i] * x[i]
	}
	return s
}

// learnt are the weights that are shipped.
var learnt = sync.OnceValue(func() features {
	var w features
	for line := range strings.Lines(en.StoryWeights) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		for i, n := range featureNames {
			if n == name {
				w[i], _ = strconv.ParseFloat(value, 64)
			}
		}
	}
	return w
})
