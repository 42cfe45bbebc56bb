package attribution

import "math"

// adagrad fits weights of features by AdaGrad (Duchi, Hazan and Singer 2011), each
// with a rate of its own and a touch of decay, and keeps their mean over all steps.
type adagrad struct {
	rate                float32
	weight, square, sum []float32
	since               []int32 // the step up to which sum is complete, by feature
	step                int32
}

func newAdagrad(bits int, rate float32) *adagrad {
	n := 1 << bits
	return &adagrad{rate: rate, weight: make([]float32, n), square: make([]float32, n), sum: make([]float32, n), since: make([]int32, n)}
}

func (a *adagrad) score(features []uint32) float32 {
	score := float32(0)
	for _, f := range features {
		score += a.weight[f]
	}
	return score
}

// descend moves the weights of features against the gradient of the loss.
func (a *adagrad) descend(features []uint32, gradient float32) {
	for _, f := range features {
		d := gradient + 1e-6*a.weight[f]
		a.square[f] += d * d
		a.sum[f] += a.weight[f] * float32(a.step-a.since[f])
		a.since[f] = a.step
		a.weight[f] -= a.rate * d / float32(math.Sqrt(float64(a.square[f])+1e-6))
	}
}

// mean is that of the weights over all steps; the fit ends with it.
func (a *adagrad) mean() []float32 {
	for f := range a.sum {
		a.sum[f] = (a.sum[f] + a.weight[f]*float32(a.step-a.since[f])) / float32(max(a.step, 1))
	}
	return a.sum
}
