package attribution

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
//	4 bytes  "attr"
//	4 bytes  version of the layout
//	4 bytes  CRC-32C of everything behind it
//	4 bytes  logarithm of the number of rows of labels, 4 bytes their scale (float)
//	4 + 4 bytes the thresholds of cues and of attributions (floats)
//	         transitions (floats), rows of label weights (signed bytes)
//	         the choosers of cues, sources, contents and attributions: each 4 bytes
//	         the logarithm of the number of its weights, 4 bytes their scale (float),
//	         its weights (signed bytes)
const (
	modelMagic   = "hearsay\nattr"
	modelVersion = 3
	modelHead    = len(modelMagic) + 8
)

// Weights are what the models of this room have learnt.
type Weights struct {
	Cues              chooser // of words that may be cues
	Threshold         float32 // of their scores
	TagBits           int
	TagScale          float32
	Transitions       [turnCount][labelCount][labelCount]float32
	Labels            string // rows of labelCount signed bytes, by feature
	Sources, Contents chooser
	Judge             chooser // of attributions that may be right
	Verdict           float32 // threshold of their scores
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// learnt is the embedded model, nil when the build has none.
var learnt = sync.OnceValue(func() *Weights {
	if en.Attribution == "" {
		return nil
	}
	w, err := ReadWeights(en.Attribution)
	if err != nil {
		panic(err) // the build embedded a damaged file
	}
	return w
})

// ReadWeights checks a model file and returns what it holds, without a copy.
func ReadWeights(file string) (*Weights, error) {
	if len(file) < modelHead+20 || file[:len(modelMagic)] != modelMagic {
		return nil, errors.New("attribution model: not a model file")
	}
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32([]byte(file[at : at+4])) }
	if u32(len(modelMagic)) != modelVersion {
		return nil, errors.New("attribution model: unknown version")
	}
	if crc32.Checksum([]byte(file[modelHead:]), castagnoli) != u32(len(modelMagic)+4) {
		return nil, errors.New("attribution model: checksum does not match")
	}
	w := &Weights{TagBits: int(u32(modelHead))}
	at := modelHead + 4
	float := func() float32 {
		at += 4
		return math.Float32frombits(u32(at - 4))
	}
	w.TagScale, w.Threshold, w.Verdict = float(), float(), float()
	short := errors.New("attribution model: wrong length")
	if w.TagBits > 24 || len(file) < at+4*turnCount*int(labelCount)*int(labelCount)+int(labelCount)<<w.TagBits {
		return nil, short
	}
	for k := range w.Transitions {
		for a := range w.Transitions[k] {
			for b := range w.Transitions[k][a] {
				w.Transitions[k][a][b] = float()
			}
		}
	}
	cut := func(n int) string {
		at += n
		return file[at-n : at]
	}
	w.Labels = cut(int(labelCount) << w.TagBits)
	for _, c := range w.choosers() {
		if len(file) < at+8 {
			return nil, short
		}
		c.Bits, c.Scale = int(u32(at)), math.Float32frombits(u32(at+4))
		if at += 8; c.Bits > 24 || len(file) < at+1<<c.Bits {
			return nil, short
		}
		c.Weights = cut(1 << c.Bits)
	}
	if at != len(file) {
		return nil, short
	}
	return w, nil
}

func (w *Weights) choosers() []*chooser {
	return []*chooser{&w.Cues, &w.Sources, &w.Contents, &w.Judge}
}

// Bytes is the model file that ReadWeights reads.
func (w *Weights) Bytes() []byte {
	var body []byte
	put := func(x uint32) { body = binary.LittleEndian.AppendUint32(body, x) }
	put(uint32(w.TagBits))
	for _, x := range []float32{w.TagScale, w.Threshold, w.Verdict} {
		put(math.Float32bits(x))
	}
	for k := range w.Transitions {
		for a := range w.Transitions[k] {
			for _, x := range w.Transitions[k][a] {
				put(math.Float32bits(x))
			}
		}
	}
	body = append(body, w.Labels...)
	for _, c := range w.choosers() {
		put(uint32(c.Bits))
		put(math.Float32bits(c.Scale))
		body = append(body, c.Weights...)
	}
	file := binary.LittleEndian.AppendUint32([]byte(modelMagic), modelVersion)
	file = binary.LittleEndian.AppendUint32(file, crc32.Checksum(body, castagnoli))
	return append(file, body...)
}

// labelScores are the tagger's scores of a token's features.
func (w *Weights) labelScores(features []uint64) (scores [labelCount]float32) {
	var sums [labelCount]int32
	for _, f := range features {
		at := int(f>>(64-w.TagBits)) * int(labelCount)
		row := w.Labels[at : at+int(labelCount)]
		for l := range sums {
			sums[l] += int32(int8(row[l]))
		}
	}
	for l := range scores {
		scores[l] = float32(sums[l]) * w.TagScale
	}
	return scores
}
