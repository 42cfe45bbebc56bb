package extract

import (
	"encoding/binary"
	"errors"
	"math"

	"hearsay/boost"
)

// Model decides which blocks of a page belong to its article: boosted trees
// over [FeatureNames], and what the words of class and id say.
type Model struct {
	boost.Forest
	Hints map[uint32]float32 // log odds by hash of a word of class or id
}

// modelMagic begins a model file and names its version.
const modelMagic = "HSX2"

// Marshal writes the model: counts and numbers, little endian.
func (m *Model) Marshal(hints []uint32) []byte {
	out := []byte(modelMagic)
	out = append32(out, math.Float32bits(m.Base), uint32(len(m.Trees)), uint32(len(hints)))
	for _, t := range m.Trees {
		out = boost.AppendTree(out, t)
	}
	for _, h := range hints {
		out = append32(out, h, math.Float32bits(m.Hints[h]))
	}
	return out
}

func append32(out []byte, values ...uint32) []byte {
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}

var errModel = errors.New("extract: not a model of this version")

// Unmarshal reads what Marshal wrote.
func Unmarshal(data []byte) (*Model, error) {
	if len(data) < 16 || string(data[:4]) != modelMagic {
		return nil, errModel
	}
	r := &boost.Reader{Data: data, At: 4}
	m := &Model{Hints: map[uint32]float32{}}
	m.Base = r.Float()
	trees, hints := r.Word(), r.Word()
	for range trees {
		t, err := boost.ReadTree(r, len(FeatureNames))
		if err != nil {
			return nil, errModel
		}
		m.Trees = append(m.Trees, t)
	}
	for range hints {
		h := r.Word()
		m.Hints[h] = r.Float()
		if r.Short {
			return nil, errModel
		}
	}
	return m, nil
}
