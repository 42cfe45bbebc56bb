package mentions

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"sync"

	"hearsay/lang/en"
)

// The model file is flat and little-endian:
//
//	8 bytes  "hearsay\n"
//	4 bytes  "name"
//	4 bytes  version of the layout
//	4 bytes  CRC-32C of everything behind it
//	4 bytes  logarithm of the number of rows
//	4 bytes  scale of the weights (float)
//	         transitions (floats), rows of labelCount signed bytes
const (
	modelMagic   = "hearsay\nname"
	modelVersion = 1
	modelHead    = len(modelMagic) + 8
)

// Weights are what the tagger of names has learnt.
type Weights struct {
	Bits  int
	Scale float32
	turns [labelCount][labelCount]float32
	rows  string // of labelCount signed bytes, by feature
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// learnt is the embedded model, nil when the build has none.
var learnt = sync.OnceValue(func() *Weights {
	if en.NameModel == "" {
		return nil
	}
	w, err := ReadWeights(en.NameModel)
	if err != nil {
		panic(err) // the build embedded a damaged file
	}
	return w
})

// ReadWeights checks a model file and returns what it holds, without a copy.
func ReadWeights(file string) (*Weights, error) {
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32([]byte(file[at : at+4])) }
	const fixed = modelHead + 8 + 4*labelCount*labelCount
	switch {
	case len(file) < fixed || file[:len(modelMagic)] != modelMagic:
		return nil, errors.New("model of names: not a model file")
	case u32(len(modelMagic)) != modelVersion:
		return nil, errors.New("model of names: unknown version")
	case crc32.Checksum([]byte(file[modelHead:]), castagnoli) != u32(len(modelMagic)+4):
		return nil, errors.New("model of names: checksum does not match")
	}
	w := &Weights{Bits: int(u32(modelHead)), Scale: math.Float32frombits(u32(modelHead + 4))}
	if w.Bits > 24 || len(file) != fixed+labelCount<<w.Bits {
		return nil, errors.New("model of names: wrong length")
	}
	at := modelHead + 8
	for a := range w.turns {
		for b := range w.turns[a] {
			w.turns[a][b] = math.Float32frombits(u32(at))
			at += 4
		}
	}
	w.rows = file[at:]
	return w, nil
}

// Bytes is the model file that ReadWeights reads.
func (w *Weights) Bytes() []byte {
	body := binary.LittleEndian.AppendUint32(nil, uint32(w.Bits))
	body = binary.LittleEndian.AppendUint32(body, math.Float32bits(w.Scale))
	for a := range w.turns {
		for _, x := range w.turns[a] {
			body = binary.LittleEndian.AppendUint32(body, math.Float32bits(x))
		}
	}
	body = append(body, w.rows...)
	file := binary.LittleEndian.AppendUint32([]byte(modelMagic), modelVersion)
	file = binary.LittleEndian.AppendUint32(file, crc32.Checksum(body, castagnoli))
	return append(file, body...)
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
