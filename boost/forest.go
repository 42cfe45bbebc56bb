// Package boost sums decision trees that were grown by gradient boosting
// (Friedman 2001): the log odds of yes against no from a row of numbers.
package boost

import (
	"encoding/binary"
	"errors"
	"math"

	"hearsay/flat"
)

// Forest is trees that are added up.
type Forest struct {
	Base  float32 // log odds before the first tree
	Trees []Tree
}

// Tree is a binary decision tree; node 0 is its root.
type Tree []Node

// Node is a test of one feature, or a leaf when Left is 0.
type Node struct {
	Feature     uint8
	Left, Right uint16
	Value       float32 // a row goes left when its feature is at most Value; a leaf's log odds
}

// Odds are the log odds of yes.
func (f *Forest) Odds(row []float32) float32 {
	sum := f.Base
	for _, t := range f.Trees {
		sum += t.value(row)
	}
	return sum
}

// Score is the probability of yes.
func (f *Forest) Score(row []float32) float32 {
	return float32(1 / (1 + math.Exp(-float64(f.Odds(row)))))
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

// AppendTree writes a tree: numbers, little endian.
func AppendTree(out []byte, t Tree) []byte {
	out = binary.LittleEndian.AppendUint16(out, uint16(len(t)))
	for _, n := range t {
		out = append(out, n.Feature)
		out = binary.LittleEndian.AppendUint16(out, n.Left)
		out = binary.LittleEndian.AppendUint16(out, n.Right)
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(n.Value))
	}
	return out
}

var errTree = errors.New("boost: not a tree over so many features")

// ReadTree reads what AppendTree wrote, a tree over so many features.
func ReadTree(r *flat.Reader, features int) (Tree, error) {
	t := make(Tree, r.Half())
	for i := range t {
		t[i] = Node{Feature: r.Byte(), Left: r.Half(), Right: r.Half(), Value: r.Float()}
		if int(t[i].Feature) >= features || int(t[i].Left) >= len(t) || int(t[i].Right) >= len(t) ||
			t[i].Left != 0 && (int(t[i].Left) <= i || int(t[i].Right) <= i) {
			return nil, errTree
		}
	}
	if len(t) == 0 || r.Short() {
		return nil, errTree
	}
	return t, nil
}
