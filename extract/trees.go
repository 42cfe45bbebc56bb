package extract

import (
	"encoding/binary"
	"errors"
	"math"
)

// Model decides which blocks of a page belong to its article: boosted trees
// over [FeatureNames], and what the words of class and id say.
type Model struct {
	Base  float32 // log odds before the first tree
	Trees []Tree
	Hints map[uint32]float32 // log odds by hash of a word of class or id
}

// Tree is a binary decision tree; node 0 is its root.
type Tree []Node

// Node is a test of one feature, or a leaf when Left is 0.
type Node struct {
	Feature     uint8
	Left, Right uint16
	Value       float32 // a row goes left when its feature is at most Value; a leaf's log odds
}

// Score is the probability that the row is a block of the article.
func (m *Model) Score(row []float32) float32 {
	sum := m.Base
	for _, t := range m.Trees {
		sum += t.value(row)
	}
	return float32(1 / (1 + math.Exp(-float64(sum))))
}

func (t Tree) value(row []float32) float32 {
	n := &t[0]
	for n.Left != 0 {
		if row[n.Feature] <= n.Value {
			n = &t[n.Left]
		} else {
			n = &t[n.Right]
		}
	}
	return n.Value
}

// modelMagic begins a model file and names its version.
const modelMagic = "HSX1"

// Marshal writes the model: counts and numbers, little endian.
func (m *Model) Marshal(hints []uint32) []byte {
	out := []byte(modelMagic)
	out = append32(out, math.Float32bits(m.Base), uint32(len(m.Trees)), uint32(len(hints)))
	for _, t := range m.Trees {
		out = binary.LittleEndian.AppendUint16(out, uint16(len(t)))
		for _, n := range t {
			out = append(out, n.Feature)
			out = binary.LittleEndian.AppendUint16(out, n.Left)
			out = binary.LittleEndian.AppendUint16(out, n.Right)
			out = append32(out, math.Float32bits(n.Value))
		}
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
	r := reader{data: data, at: 4}
	m := &Model{Base: r.float(), Hints: map[uint32]float32{}}
	trees, hints := r.word(), r.word()
	for range trees {
		t := make(Tree, r.half())
		for i := range t {
			t[i] = Node{Feature: r.byte(), Left: r.half(), Right: r.half(), Value: r.float()}
			if int(t[i].Feature) >= len(FeatureNames) || int(t[i].Left) >= len(t) || int(t[i].Right) >= len(t) ||
				t[i].Left != 0 && (int(t[i].Left) <= i || int(t[i].Right) <= i) {
				return nil, errModel
			}
		}
		if len(t) == 0 || r.short {
			return nil, errModel
		}
		m.Trees = append(m.Trees, t)
	}
	for range hints {
		h := r.word()
		m.Hints[h] = r.float()
		if r.short {
			return nil, errModel
		}
	}
	return m, nil
}

// reader reads little endian numbers; past the end it reads zeros and is short.
type reader struct {
	data  []byte
	at    int
	short bool
}

func (r *reader) take(n int) []byte {
	if r.at+n > len(r.data) {
		r.short = true
		return make([]byte, n)
	}
	r.at += n
	return r.data[r.at-n : r.at]
}

func (r *reader) byte() uint8    { return r.take(1)[0] }
func (r *reader) half() uint16   { return binary.LittleEndian.Uint16(r.take(2)) }
func (r *reader) word() uint32   { return binary.LittleEndian.Uint32(r.take(4)) }
func (r *reader) float() float32 { return math.Float32frombits(r.word()) }
