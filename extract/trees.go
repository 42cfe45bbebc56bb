package extract

import (
	"hearsay/boost"
	"hearsay/flat"
)

// Model decides which blocks of a page belong to its article: boosted trees
// over [FeatureNames], and what the words of class and id say.
type Model struct {
	boost.Forest
	Hints map[uint32]float32 // log odds by hash of a word of class or id
}

// A model file holds the number before the first tree, the numbers of trees and
// of hints, and both.
const (
	modelKind    = "keep"
	modelVersion = 3
)

// Marshal is the model file that Unmarshal reads.
func (m *Model) Marshal(hints []uint32) []byte {
	body := flat.AppendWords(flat.AppendFloats(nil, m.Base), uint32(len(m.Trees)), uint32(len(hints)))
	for _, t := range m.Trees {
		body = boost.AppendTree(body, t)
	}
	for _, h := range hints {
		body = flat.AppendFloats(flat.AppendWords(body, h), m.Hints[h])
	}
	return flat.Seal(modelKind, modelVersion, body)
}

// Unmarshal reads what Marshal wrote.
func Unmarshal(file string) (*Model, error) {
	r, err := flat.Open(file, modelKind, modelVersion)
	if err != nil {
		return nil, err
	}
	m := &Model{Hints: map[uint32]float32{}}
	m.Base = r.Float()
	trees, hints := r.Word(), r.Word()
	for range trees {
		t, err := boost.ReadTree(r, len(FeatureNames))
		if err != nil {
			return nil, err
		}
		m.Trees = append(m.Trees, t)
	}
	for range hints {
		h := r.Word()
		m.Hints[h] = r.Float()
		if r.Short() {
			break
		}
	}
	if err := r.Done(); err != nil {
		return nil, err
	}
	return m, nil
}
