package stories

import (
	"math"
	"slices"
)

// vector is a sparse vector of length 1, or empty, by word.
type vector []weight

type weight struct {
	word uint32
	x    float32
}

// weigh makes the vector of the terms by their weights; those of weight 0 are
// left out.
func weigh(terms []term, weightOf func(term) float64) vector {
	v := make(vector, 0, len(terms))
	norm := 0.0
	for _, t := range terms {
		if x := weightOf(t); x > 0 {
			v = append(v, weight{t.word, float32(x)})
			norm += x * x
		}
	}
	v.scale(norm)
	return slices.Clone(v)
}

// weight is that of a term in its text (TF-IDF).
func (t term) weight() float64 { return often(t.n) * float64(t.idf) }

// opening is the weight of a term in the first words of its text.
func (t term) opening() float64 { return often(t.lead) * float64(t.idf) }

// often is how much a word counts that occurs n times.
func often(n uint16) float64 {
	if int(n) < len(oftenTable) {
		return oftenTable[n]
	}
	return 1 + math.Log(float64(n))
}

var oftenTable = func() (t [64]float64) {
	for n := 1; n < len(t); n++ {
		t[n] = 1 + math.Log(float64(n))
	}
	return t
}()

// scale divides v by the root of norm.
func (v vector) scale(norm float64) {
	if norm <= 0 {
		return
	}
	by := float32(1 / math.Sqrt(norm))
	for i := range v {
		v[i].x *= by
	}
}

func dot(a, b vector) float64 {
	var s float32
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].word < b[j].word:
			i++
		case a[i].word > b[j].word:
			j++
		default:
			s += a[i].x * b[j].x
			i, j = i+1, j+1
		}
	}
	return float64(s)
}
