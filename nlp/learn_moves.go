package nlp

import (
	"encoding/binary"
	"math"
)

// moveLearner learns the structural model: an averaged perceptron over three
// moves.
type moveLearner struct {
	index   index
	weights [][moveCount]int32
	sums    [][moveCount]int64
	updates []uint32
	step    int64
	numbers []int32
}

func (l *moveLearner) score(features []uint64) (sums [moveCount]int32) {
	l.step++
	l.numbers = l.numbers[:0]
	for _, key := range features {
		n := l.index.find(key)
		l.numbers = append(l.numbers, n)
		if n >= 0 {
			w := &l.weights[n]
			sums[0] += w[0]
			sums[1] += w[1]
			sums[2] += w[2]
		}
	}
	return sums
}

func (l *moveLearner) correct(features []uint64, good, bad move) {
	for i, key := range features {
		n := l.numbers[i]
		if n < 0 {
			if n = l.index.number(key); int(n) == len(l.weights) {
				l.weights, l.sums = append(l.weights, [moveCount]int32{}), append(l.sums, [moveCount]int64{})
				l.updates = append(l.updates, 0)
			}
		}
		l.updates[n]++
		l.weights[n][good]++
		l.weights[n][bad]--
		l.sums[n][good] += l.step
		l.sums[n][bad] -= l.step
	}
}

// moveWeights are the averaged weights of one or more learners: several that
// saw the lessons in different orders err less together than each alone.
type moveWeights struct {
	index   index
	weights [][moveCount]float64
	updates []uint32
}

func (w *moveWeights) join(l *moveLearner) {
	for i, key := range l.index.keys {
		n := w.index.number(key)
		if int(n) == len(w.weights) {
			w.weights, w.updates = append(w.weights, [moveCount]float64{}), append(w.updates, 0)
		}
		w.updates[n] += l.updates[i]
		for m := range moveCount {
			w.weights[n][m] += average(l.weights[i][m], l.sums[i][m], l.step)
		}
	}
}

// clip is half of the largest weight.
func (w *moveWeights) clip() float64 {
	most := 1.0
	for _, row := range w.weights {
		for _, x := range row {
			most = max(most, math.Abs(x))
		}
	}
	return most / 2
}

// pack writes the table of the features that were updated at least least times.
func (w *moveWeights) pack(least uint32) (seeds, slots []byte) {
	var keys []uint64
	var packed []uint32
	clip := w.clip()
	for n, row := range w.weights {
		if w.updates[n] < least {
			continue
		}
		left, right := quantised(row[moveLeft], clip), quantised(row[moveRight], clip)
		if left != 0 || right != 0 {
			keys = append(keys, w.index.keys[n])
			packed = append(packed, print(w.index.keys[n])&0xffff|uint32(uint8(left))<<16|uint32(uint8(right))<<24)
		}
	}
	p := place(keys)
	for _, s := range p.seeds {
		seeds = binary.LittleEndian.AppendUint16(seeds, s)
	}
	for _, k := range p.keys {
		if k < 0 {
			slots = append(slots, 0, 0, 0, 0)
		} else {
			slots = binary.LittleEndian.AppendUint32(slots, packed[k])
		}
	}
	return seeds, slots
}
