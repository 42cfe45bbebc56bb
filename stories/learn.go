package stories

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Stream is texts in order of arrival with the event that each tells and the
// fold of its topic.
type Stream struct {
	Texts  []string
	Events []string
	Folds  []int
	Weight float64 // of its examples against those of other streams
}

// Without makes the background that leaves out the texts of two folds, which may
// be the same or -1 for none.
type Without func(fold, other int) *Background

// Learn fits the weights of the decision to the pairs and the joins of the loose
// groups of labelled streams and returns the bytes of lang/en/story-weights.txt.
// A text is read by a background that does not count its fold, since the words of
// texts yet to come are not counted either.
func Learn(streams []Stream, folds int, without Without) []byte {
	d := learn(lessonsOf(streams, folds, -1, without), -1)
	var out strings.Builder
	out.WriteString("# Weights of the evidence on whether two texts, alone and among others, and two branches of a\n# group tell one event; learnt by cmd/train from the development data.\n")
	for i, name := range pairNames {
		fmt.Fprintf(&out, "%s %.4f\n", name, d.pairs[i])
	}
	for i, name := range othersNames {
		fmt.Fprintf(&out, "%s %.4f\n", name, d.others[i])
	}
	for i, name := range featureNames {
		fmt.Fprintf(&out, "%s %.4f\n", name, d.joins[i])
	}
	return []byte(out.String())
}

// lesson is texts with their events and folds.
type lesson struct {
	texts  []*Text
	events []string
	folds  []int
	weight float64
}

func lessonsOf(streams []Stream, folds, leave int, without Without) []lesson {
	by := make([]*Background, folds)
	for k := range by {
		by[k] = without(k, leave)
	}
	var out []lesson
	for _, s := range streams {
		l := lesson{make([]*Text, len(s.Texts)), s.Events, s.Folds, s.Weight}
		for i, t := range s.Texts {
			l.texts[i] = wordsBy(by[s.Folds[i]], "", t)
		}
		out = append(out, l)
	}
	return out
}

// Folds measures the decision: the texts of each fold are grouped, among those of
// the others, by weights and a background that leave the fold out. P and r are
// those of Agree; stories counts by stream.
func Folds(streams []Stream, folds int, without Without) (p, r [][]float64, stories []int) {
	p, r, stories = make([][]float64, len(streams)), make([][]float64, len(streams)), make([]int, len(streams))
	for fold := range folds {
		lessons := lessonsOf(streams, folds, fold, without)
		d := learn(lessons, fold)
		for k, l := range lessons {
			found := l.grouped(d)
			ps, rs := Agree(l.events, found)
			seen := map[string]bool{}
			for i, f := range l.folds {
				if f == fold {
					p[k], r[k] = append(p[k], ps[i]), append(r[k], rs[i])
					seen[found[i]] = true
				}
			}
			stories[k] += len(seen)
		}
	}
	return p, r, stories
}

// grouped are the stories of the texts of l.
func (l lesson) grouped(d *decision) []string {
	found := make([]string, len(l.texts))
	for _, members := range looseGroups(l.texts) {
		texts := make([]*Text, len(members))
		for k, m := range members {
			texts[k] = l.texts[m]
		}
		for _, story := range newGroup(texts, d, nil).stories(&d.joins, func(int) float64 { return 0 }) {
			for _, k := range story {
				found[members[k]] = strconv.Itoa(members[slices.Min(story)])
			}
		}
	}
	return found
}

// learn leaves out the texts of a fold, -1 for none.
func learn(lessons []lesson, without int) *decision {
	var groups []lesson
	for _, l := range lessons {
		for _, members := range looseGroups(l.texts) {
			if g := l.of(members, without); len(g.texts) > 1 {
				groups = append(groups, g)
			}
		}
	}
	d := &decision{pairs: learnPairs(groups)}
	// What comes after the pairs is learnt on pairs judged by weights that have not
	// seen their group.
	const parts = 4
	part := make([][]lesson, parts)
	for i, g := range groups {
		part[i%parts] = append(part[i%parts], g)
	}
	unseen := make([]pair, parts)
	var heard, joins []example
	for k := range parts {
		unseen[k] = learnPairs(slices.Concat(slices.Delete(slices.Clone(part), k, k+1)...))
		heard = append(heard, othersExamples(part[k], &unseen[k])...)
	}
	copy(d.others[:], fit(heard, len(othersNames), pairRidge))
	for k := range parts {
		joins = append(joins, joinExamples(part[k], &decision{pairs: unseen[k], others: d.others})...)
	}
	copy(d.joins[:], fit(joins, len(featureNames), joinRidge))
	return d
}

func learnPairs(groups []lesson) (w pair) {
	for i, x := range fit(pairExamples(groups), len(pairNames), pairRidge) {
		w[i] = float32(x)
	}
	return w
}

// of is the members of l but for those of a fold.
func (l lesson) of(members []int, without int) lesson {
	g := lesson{weight: l.weight}
	for _, m := range members {
		if l.folds[m] != without {
			g.texts, g.events = append(g.texts, l.texts[m]), append(g.events, l.events[m])
		}
	}
	return g
}

type example struct {
	x      []float64
	same   float64 // 1 when the halves tell one event
	weight float64
}

// pairExamples are the pairs of texts of groups.
func pairExamples(groups []lesson) []example {
	var out []example
	for _, l := range groups {
		p := pairsOf(l.texts)
		out = l.eachPair(out, func(i, j int) []float64 {
			x := make([]float64, len(pairNames))
			for k, v := range p.at(i, j) {
				x[k] = float64(v)
			}
			return x
		})
	}
	return out
}

// othersExamples are the same with the other texts heard.
func othersExamples(groups []lesson, w *pair) []example {
	var out []example
	for _, l := range groups {
		p := pairsOf(l.texts)
		c := companyOf(newSquare(len(l.texts), func(i, j int) float64 { return p.at(i, j).dot(w) }))
		out = l.eachPair(out, func(i, j int) []float64 { return c.of(i, j)[:] })
	}
	return out
}

// eachPair adds the pairs of texts of a group. It counts by less than its pairs,
// which are not independent.
func (l lesson) eachPair(out []example, evidence func(i, j int) []float64) []example {
	n := float64(len(l.texts) * (len(l.texts) - 1) / 2)
	for i := range l.texts {
		for j := range i {
			e := example{x: evidence(i, j), weight: l.weight / math.Sqrt(n)}
			if l.events[i] == l.events[j] {
				e.same = 1
			}
			out = append(out, e)
		}
	}
	return out
}

// joinExamples are the joins of the trees of groups. A join counts by its smaller
// half and by how clear it is.
func joinExamples(groups []lesson, w *decision) []example {
	var out []example
	for _, l := range groups {
		g := newGroup(l.texts, w, nil)
		for k, b := range g.tree {
			if b.a < 0 {
				continue
			}
			x, y := g.tree[b.a].docs, g.tree[b.b].docs
			share, v := sameEvent(l.events, x, y), g.evidence(k)
			e := example{x: v[:], weight: l.weight * math.Sqrt(float64(min(len(x), len(y)))) * 2 * math.Abs(share-.5)}
			if share >= .5 {
				e.same = 1
			}
			out = append(out, e)
		}
	}
	return out
}

func sameEvent(events []string, x, y []int) float64 {
	n := 0
	for _, i := range x {
		for _, j := range y {
			if events[i] == events[j] {
				n++
			}
		}
	}
	return float64(n) / float64(len(x)*len(y))
}

// Ridges keep weights small that the examples do not ask for.
const (
	pairRidge = .1
	joinRidge = 3
)

// fit is logistic regression of n weights by Newton's method.
func fit(examples []example, n int, ridge float64) []float64 {
	w := make([]float64, n)
	for range 12 {
		gradient, hessian := make([]float64, n), make([][]float64, n)
		for i := range w {
			hessian[i] = make([]float64, n)
			hessian[i][i] = ridge
			gradient[i] = ridge * w[i]
		}
		for _, e := range examples {
			z := 0.0
			for i, x := range e.x {
				z += w[i] * x
			}
			p := 1 / (1 + math.Exp(-z))
			for i, x := range e.x {
				gradient[i] += e.weight * (p - e.same) * x
				for j, y := range e.x {
					hessian[i][j] += e.weight * p * (1 - p) * x * y
				}
			}
		}
		for i, step := range solve(hessian, gradient) {
			w[i] -= step
		}
	}
	return w
}

// solve is Gaussian elimination on a positive definite matrix.
func solve(m [][]float64, v []float64) []float64 {
	n := len(v)
	for i := range n {
		for r := i + 1; r < n; r++ {
			f := m[r][i] / m[i][i]
			for c := i; c < n; c++ {
				m[r][c] -= f * m[i][c]
			}
			v[r] -= f * v[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for c := i + 1; c < n; c++ {
			v[i] -= m[i][c] * v[c]
		}
		v[i] /= m[i][i]
	}
	return v
}
