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

// clip is half of the largest weight.
func (l *moveLearner) clip() float64 {
	most := 1.0
	for n, w := range l.weights {
		for m := range w {
			most = max(most, math.Abs(average(w[m], l.sums[n][m], l.step)))
		}
	}
	return most / 2
}

// pack writes the table of the features that were updated at least least times.
func (l *moveLearner) pack(least uint32, clip float64) (seeds, slots []byte) {
	var keys []uint64
	var packed []uint32
	for n, w := range l.weights {
		if l.updates[n] < least {
			continue
		}
		slot := uint32(print8(l.index.keys[n]))
		for m := range w {
			q := quantised(average(w[m], l.sums[n][m], l.step), clip)
			slot |= uint32(uint8(q)) << (8 * (m + 1))
		}
		if slot>>8 != 0 {
			keys, packed = append(keys, l.index.keys[n]), append(packed, slot)
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
