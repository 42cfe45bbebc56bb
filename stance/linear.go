package stance

import (
	"math"

	"hearsay/vectors"
)

// Linear scores the three stances of a related pair by its words and by where
// the headline's meaning lies from the account's. Words fall on places by hash
// and count by their rarity.
type Linear struct {
	Scale   float32
	Weights []int8  // places and dimensions, then stances
	Rarity  []uint8 // of a place, in sixteenths
}

// bag is what the linear model looks at.
type bag struct {
	words   []uint32
	meaning vectors.Sum // of the headline, less that of the account, each of length 1
}

// meaningWeight is the length of the meaning beside words of length 1 together.
const meaningWeight = .5

const (
	places  = 1 << 15
	stances = 3 // Agree, Disagree, Discuss

	linearWeights = (places + vectors.Dimensions) * stances
)

// shares are the probabilities of the stances.
type shares [stances]float64

// part is a place with how much of a bag's direction it makes up.
type part struct {
	place int
	value float64
}

// parts are the places of a bag, of length 1 together, and its meaning.
func parts(b *bag, rarity []uint8) []part {
	out := make([]part, len(b.words), len(b.words)+vectors.Dimensions)
	length := 0.0
	for i, w := range b.words {
		k := int(w % places)
		x := float64(rarity[k]) / 16
		out[i] = part{k, x}
		length += x * x
	}
	length = math.Sqrt(length + 1e-9)
	for i := range out {
		out[i].value /= length
	}
	for d, x := range b.meaning {
		out = append(out, part{places + d, meaningWeight * float64(x)})
	}
	return out
}

// shares judges a bag.
func (l *Linear) shares(b *bag) shares {
	var sum shares
	for _, p := range parts(b, l.Rarity) {
		for k := range sum {
			sum[k] += p.value * float64(l.Weights[p.place*stances+k])
		}
	}
	for k := range sum {
		sum[k] *= float64(l.Scale)
	}
	return soft(sum)
}

// soft turns scores into probabilities.
func soft(sum shares) shares {
	most := max(sum[0], sum[1], sum[2])
	total := 0.0
	for k := range sum {
		sum[k] = math.Exp(sum[k] - most)
		total += sum[k]
	}
	for k := range sum {
		sum[k] /= total
	}
	return sum
}

// lesson is a bag with its stance.
type lesson struct {
	bag    *bag
	truth  int
	weight float64
}

const (
	linearRounds = 20
	linearStep   = 2.0
	linearRidge  = .3 // over the number of lessons: what holds the weights small
)

// learnLinear is multinomial logistic regression with a ridge, by stochastic
// gradients with falling steps (Bottou 2010), the lessons in turn.
func learnLinear(lessons []lesson) *Linear {
	rarity := rarities(lessons)
	bags := make([][]part, len(lessons))
	for i := range lessons {
		bags[i] = parts(lessons[i].bag, rarity)
	}
	weights := make([]float64, linearWeights) // times scale
	scale, ridge := 1.0, linearRidge/float64(len(lessons))
	for step := range linearRounds * len(lessons) {
		i := step * 7919 % len(lessons) // a stride that goes round all of them
		e, bag := &lessons[i], bags[i]
		var sum shares
		for _, p := range bag {
			for k := range sum {
				sum[k] += p.value * weights[p.place*stances+k]
			}
		}
		for k := range sum {
			sum[k] *= scale
		}
		found := soft(sum)
		found[e.truth]--
		rate := linearStep / (1 + linearStep*ridge*float64(step))
		scale *= 1 - rate*ridge
		for _, p := range bag {
			for k := range found {
				weights[p.place*stances+k] -= rate * e.weight * found[k] * p.value / scale
			}
		}
	}
	for i := range weights {
		weights[i] *= scale
	}
	return quantised(weights, rarity)
}

// rarities are the inverse document frequencies of the places, in sixteenths.
func rarities(lessons []lesson) []uint8 {
	count := make([]float64, places)
	for i := range lessons {
		for _, w := range lessons[i].bag.words {
			count[w%places]++
		}
	}
	out := make([]uint8, places)
	for i, n := range count {
		out[i] = uint8(min(255, 16*(1+math.Log(float64(len(lessons)+1)/(n+1)))))
	}
	return out
}

func quantised(weights []float64, rarity []uint8) *Linear {
	largest := 1e-9
	for _, w := range weights {
		largest = max(largest, w, -w)
	}
	l := &Linear{Scale: float32(largest / 127), Weights: make([]int8, len(weights)), Rarity: rarity}
	for i, w := range weights {
		l.Weights[i] = int8(math.Round(w / largest * 127))
	}
	return l
}
