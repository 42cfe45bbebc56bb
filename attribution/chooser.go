package attribution

import "math"

// chooser picks one of several candidates by a linear score over hashed features.
type chooser struct {
	Bits    int
	Scale   float32
	Weights string // signed bytes, by feature
}

func (c *chooser) score(features []uint64) float32 {
	if c.Bits == 0 {
		return 0
	}
	sum := int32(0)
	for _, f := range features {
		sum += int32(int8(c.Weights[f>>(64-c.Bits)]))
	}
	return float32(sum) * c.Scale
}

// pick is the best of n candidates, the first one at a tie, and by how much it
// leads over the next.
func (c *chooser) pick(n int, features func(int) []uint64) (best int, lead float32) {
	first, second := float32(math.Inf(-1)), float32(math.Inf(-1))
	for i := range n {
		switch s := c.score(features(i)); {
		case s > first:
			best, first, second = i, s, first
		case s > second:
			second = s
		}
	}
	return best, min(first-second, 20)
}

// choice is a lesson for a chooser: the features of each candidate, and how good
// each is, 0 for wrong.
type choice struct {
	candidates [][]uint32
	worth      []float32
}

// learnChooser fits a log-linear model (softmax over the candidates) by AdaGrad:
// the probability of a candidate shall be in proportion to its worth. Weights are
// the mean over all steps.
func learnChooser(lessons []choice, bits, rounds int) chooser {
	weights, order := newAdagrad(bits, 0.05), shuffled(len(lessons), 0)
	var p []float64
	for range rounds {
		for _, k := range order {
			x := &lessons[k]
			weights.step++
			p = p[:0]
			highest, all, good := math.Inf(-1), 0.0, 0.0
			for _, features := range x.candidates {
				score := float64(weights.score(features))
				p = append(p, score)
				highest = max(highest, score)
			}
			for i := range p {
				p[i] = math.Exp(p[i] - highest)
				all += p[i]
				good += p[i] * float64(x.worth[i])
			}
			if good == 0 {
				continue
			}
			for i, features := range x.candidates {
				g := float32(p[i]/all - p[i]*float64(x.worth[i])/good)
				if g > -1e-4 && g < 1e-4 {
					continue
				}
				weights.descend(features, g)
			}
		}
	}
	c := chooser{Bits: bits}
	c.Weights, c.Scale = quantise(weights.mean())
	return c
}

// shortened are features as places in a table.
func shortened(features []uint64, bits int) []uint32 {
	out := make([]uint32, len(features))
	for i, f := range features {
		out[i] = uint32(f >> (64 - bits))
	}
	return out
}
