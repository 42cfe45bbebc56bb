package mentions

import (
	"sync"

	"hearsay/flat"
	"hearsay/lang/en"
)

// The body of the model file:
//
//	4 bytes  logarithm of the number of rows
//	4 bytes  scale of the weights (float)
//	         transitions (floats), rows of labelCount signed bytes
const (
	modelKind    = "name"
	modelVersion = 1
)

// Weights are what the tagger of names has learnt.
type Weights struct {
	Bits  int
	Scale float32
	turns [labelCount][labelCount]float32
	rows  string // of labelCount signed bytes, by feature
}

// learnt is the embedded model, nil when the build has none.
var learnt = sync.OnceValue(func() *Weights {
	if en.NameModel == "" {
		return nil
	}
	return flat.Embedded(ReadWeights(en.NameModel))
})

// ReadWeights checks a model file and returns what it holds, without a copy.
func ReadWeights(file string) (*Weights, error) {
	r, err := flat.Open(file, modelKind, modelVersion)
	if err != nil {
		return nil, err
	}
	w := &Weights{Bits: r.Bits(), Scale: r.Float()}
	for a := range w.turns {
		r.Floats(w.turns[a][:])
	}
	w.rows = r.Cut(labelCount << w.Bits)
	if err := r.Done(); err != nil {
		return nil, err
	}
	return w, nil
}

// Bytes is the model file that ReadWeights reads.
func (w *Weights) Bytes() []byte {
	body := flat.AppendFloats(flat.AppendWords(nil, uint32(w.Bits)), w.Scale)
	for a := range w.turns {
		body = flat.AppendFloats(body, w.turns[a][:]...)
	}
	return flat.Seal(modelKind, modelVersion, append(body, w.rows...))
}

// score is how well each label suits a unit with these features.
func (w *Weights) score(features []uint64) (scores [labelCount]float32) {
	var sums [labelCount]int32
	for _, f := range features {
		at := int(f>>(64-w.Bits)) * labelCount
		row := w.rows[at : at+labelCount]
		for l := range sums {
			sums[l] += int32(int8(row[l]))
		}
	}
	for l := range scores {
		scores[l] = float32(sums[l]) * w.Scale
	}
	return scores
}
