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
	stages  []uint8
	step    int64
	numbers []int32 // of the features of the decision at hand
}

// begin begins a decision.
func (l *moveLearner) begin() {
	l.step++
	l.numbers = l.numbers[:0]
}

// score adds up the weights of further features of the decision.
func (l *moveLearner) score(sums *[moveCount]int32, features []uint64) {
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
}

// correct moves the first features of the decision towards a move and away from
// another.
func (l *moveLearner) correct(features []uint64, good, bad move, by int32) {
	for i, key := range features {
		n := l.numbers[i]
		if n < 0 {
			if n = l.index.number(key); int(n) == len(l.weights) {
				l.weights, l.sums = append(l.weights, [moveCount]int32{}), append(l.sums, [moveCount]int64{})
				l.updates, l.stages = append(l.updates, 0), append(l.stages, moveAgenda.stageOf(i))
			}
			l.numbers[i] = n
		}
		l.updates[n]++
		l.weights[n][good] += by
		l.weights[n][bad] -= by
		l.sums[n][good] += int64(by) * l.step
		l.sums[n][bad] -= int64(by) * l.step
	}
}

// moveWeights are the averaged weights of one or more learners: several that
// saw the lessons in different orders err less together than each alone.
type moveWeights struct {
	index   index
	weights [][moveCount]float64
	updates []uint32
	stages  []uint8
}

func (w *moveWeights) join(l *moveLearner) {
	for i, key := range l.index.keys {
		n := w.index.number(key)
		if int(n) == len(w.weights) {
			w.weights, w.updates = append(w.weights, [moveCount]float64{}), append(w.updates, 0)
			w.stages = append(w.stages, l.stages[i])
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

// least is the number of updates that a feature needs for all to go into so many
// bytes.
func (w *moveWeights) least(bytes int) uint32 {
	return leastUpdates(w.updates, func(n int) float64 { return slotBytes }, bytes)
}

// slotBytes is what a feature takes in a table of 4-byte slots with its share of
// free slots and seeds.
const slotBytes = 4*13/12. + 2/4.

// leastUpdates is the smallest number of updates such that the features with as
// many take no more than so many bytes.
func leastUpdates(updates []uint32, size func(feature int) float64, bytes int) uint32 {
	const most = 1 << 12
	var taken [most]float64
	for n, u := range updates {
		taken[min(u, most-1)] += size(n)
	}
	sum := 0.
	for u := most - 1; u > 0; u-- {
		if sum += taken[u]; sum > float64(bytes) {
			return uint32(u + 1)
		}
	}
	return 1
}

// packAll writes the sections of all stages, which take about so many bytes.
func (w *moveWeights) packAll(parts *[sectionCount][]byte, bytes int) {
	least := w.least(bytes)
	for i := range moveStages {
		at := sectionMoves + 2*i
		parts[at], parts[at+1] = w.pack(i, least)
	}
}

// pack writes the table of a stage's features that were updated at least least
// times.
func (w *moveWeights) pack(stage int, least uint32) (seeds, slots []byte) {
	var keys []uint64
	var packed []uint32
	clip := w.clip()
	for n, row := range w.weights {
		if int(w.stages[n]) != stage || w.updates[n] < least {
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
