package attribution

import (
	"sync"

	"hearsay/flat"
	"hearsay/lang/en"
)

// The body of the model file:
//
//	4 bytes  logarithm of the number of rows of labels, 4 bytes their scale (float)
//	4 + 4 bytes the thresholds of cues and of attributions (floats)
//	         transitions (floats), rows of label weights (signed bytes)
//	         the choosers of cues, sources, contents and attributions: each 4 bytes
//	         the logarithm of the number of its weights, 4 bytes their scale (float),
//	         its weights (signed bytes)
const (
	modelKind    = "attr"
	modelVersion = 3
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

// learnt is the embedded model, nil when the build has none.
var learnt = sync.OnceValue(func() *Weights {
	if en.Attribution == "" {
		return nil
	}
	return flat.Embedded(ReadWeights(en.Attribution))
})

// ReadWeights checks a model file and returns what it holds, without a copy.
func ReadWeights(file string) (*Weights, error) {
	r, err := flat.Open(file, modelKind, modelVersion)
	if err != nil {
		return nil, err
	}
	w := &Weights{TagBits: r.Bits(), TagScale: r.Float(), Threshold: r.Float(), Verdict: r.Float()}
	for k := range w.Transitions {
		for a := range w.Transitions[k] {
			r.Floats(w.Transitions[k][a][:])
		}
	}
	w.Labels = r.Cut(int(labelCount) << w.TagBits)
	for _, c := range w.choosers() {
		c.Bits, c.Scale = r.Bits(), r.Float()
		c.Weights = r.Cut(1 << c.Bits)
	}
	if err := r.Done(); err != nil {
		return nil, err
	}
	return w, nil
}

func (w *Weights) choosers() []*chooser {
	return []*chooser{&w.Cues, &w.Sources, &w.Contents, &w.Judge}
}

// Bytes is the model file that ReadWeights reads.
func (w *Weights) Bytes() []byte {
	body := flat.AppendWords(nil, uint32(w.TagBits))
	body = flat.AppendFloats(body, w.TagScale, w.Threshold, w.Verdict)
	for k := range w.Transitions {
		for a := range w.Transitions[k] {
			body = flat.AppendFloats(body, w.Transitions[k][a][:]...)
		}
	}
	body = append(body, w.Labels...)
	for _, c := range w.choosers() {
		body = flat.AppendFloats(flat.AppendWords(body, uint32(c.Bits)), c.Scale)
		body = append(body, c.Weights...)
	}
	return flat.Seal(modelKind, modelVersion, body)
}

// labelScores are the tagger's scores of a token's features.
func (w *Weights) labelScores(features []uint64) (scores [labelCount]float32) {
	var out, cue, source, content int32
	for _, f := range features {
		row := w.Labels[int(f>>(64-w.TagBits))*int(labelCount):][:labelCount]
		out += int32(int8(row[Outside]))
		cue += int32(int8(row[InCue]))
		source += int32(int8(row[InSource]))
		content += int32(int8(row[InContent]))
	}
	for l, sum := range [labelCount]int32{out, cue, source, content} {
		scores[l] = float32(sum) * w.TagScale
	}
	return scores
}
