package stories

import (
	"fmt"
	"math"
	"strings"
)

// Stream is texts in order of arrival with the event that each tells and the
// fold of its topic.
type Stream struct {
	Texts  []*Text
	Events []string
	Folds  []int
	Weight float64 // of its examples against those of other streams
}

// Learn fits the weights of the decision to the joins of the loose groups of
// labelled streams, leaving out a fold (-1 for none), and returns the bytes of
// lang/en/story-weights.txt.
func Learn(streams []Stream, without int) []byte {
	var kept []example
	for _, e := range examples(streams) {
		if e.fold != without {
			kept = append(kept, e)
		}
	}
	w := fit(kept)
	var out strings.Builder
	out.WriteString("# Weights of the evidence on whether two branches of a group tell one event;\n# learnt by cmd/train from the development data.\n")
	for i, name := range featureNames {
		fmt.Fprintf(&out, "%s %.4f\n", name, w[i])
	}
	return []byte(out.String())
}

type example struct {
	x      features
	same   float64 // 1 when the halves tell one event
	weight float64
	fold   int
}

// examples are the joins of the trees of loose groups. A join counts by its
// smaller half and by how clear it is.
func examples(streams []Stream) []example {
	var out []example
	for _, s := range streams {
		for _, members := range looseGroups(s.Texts) {
			texts := make([]*Text, len(members))
			for i, m := range members {
				texts[i] = s.Texts[m]
			}
			g := newGroup(texts, nil)
			for k, b := range g.tree {
				if b.a < 0 {
					continue
				}
				x, y := g.tree[b.a].docs, g.tree[b.b].docs
				share := sameEvent(s.Events, members, x, y)
				e := example{x: g.evidence(k), fold: s.Folds[members[0]], weight: s.Weight * math.Sqrt(float64(min(len(x), len(y)))) * 2 * math.Abs(share-.5)}
				if share >= .5 {
					e.same = 1
				}
				out = append(out, e)
			}
		}
	}
	return out
}

func sameEvent(events []string, members, x, y []int) float64 {
	n := 0
	for _, i := range x {
		for _, j := range y {
			if events[members[i]] == events[members[j]] {
				n++
			}
		}
	}
	return float64(n) / float64(len(x)*len(y))
}

// ridge keeps weights small that the examples do not ask for.
const ridge = 3

// fit is logistic regression by Newton's method.
func fit(examples []example) features {
	var w features
	for range 25 {
		var gradient features
		var hessian [len(w)][len(w)]float64
		for i := range w {
			hessian[i][i] = ridge
			gradient[i] = ridge * w[i]
		}
		for _, e := range examples {
			p := 1 / (1 + math.Exp(-w.dot(e.x)))
			for i := range w {
				gradient[i] += e.weight * (p - e.same) * e.x[i]
				for j := range w {
					hessian[i][j] += e.weight * p * (1 - p) * e.x[i] * e.x[j]
				}
			}
		}
		step := solve(hessian, gradient)
		for i := range w {
			w[i] -= step[i]
		}
	}
	return w
}

// solve is Gaussian elimination on a positive definite matrix.
func solve(m [len(featureNames)][len(featureNames)]float64, v features) features {
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
