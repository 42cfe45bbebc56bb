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

// weigh makes the TF-IDF vector of the terms that keep accepts (nil for all);
// names count nameWeight times as much.
func weigh(terms []term, idf func(term) float64, nameWeight float64, keep func(term) bool) vector {
	v := make(vector, 0, len(terms))
	norm := 0.0
	for _, t := range terms {
		if keep != nil && !keep(t) {
			continue
		}
		x := (1 + math.Log(float64(t.n))) * idf(t)
		if t.name {
			x *= nameWeight
		}
		if x > 0 {
			v = append(v, weight{t.word, float32(x)})
			norm += x * x
		}
	}
	v.scale(norm)
	return slices.Clone(v)
}

// general is the inverse document frequency of a term against the background.
func general(t term) float64 { return float64(t.idf) }

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
