package nlp

import (
	"encoding/binary"
	"math"
)

// rankLearner learns a ranker: an averaged perceptron over classes (Collins
// 2002). A weight's average is found from its sum over the steps since it
// changed (Daumé 2006).
type rankLearner struct {
	agenda  *agenda
	index   index
	rows    [][]cell
	updates []uint32
	stages  []uint8
	step    int64
	numbers []int32 // of the features of the decision at hand
}

// cell is the weight of one class, and the step-weighted sum of its changes.
type cell struct {
	class  uint8
	weight int32
	sum    int64
}

// begin begins a decision.
func (l *rankLearner) begin() {
	l.step++
	l.numbers = l.numbers[:0]
}

// score adds up the weights of further features of the decision.
func (l *rankLearner) score(sums *[maxClasses]int32, features []uint64) {
	for _, key := range features {
		n := l.index.find(key)
		l.numbers = append(l.numbers, n)
		if n < 0 {
			continue
		}
		for _, c := range l.rows[n] {
			sums[c.class] += c.weight
		}
	}
}

// correct moves the first features of the decision towards a class and away from
// another.
func (l *rankLearner) correct(features []uint64, good, bad uint8, by int32) {
	for i, key := range features {
		n := l.numbers[i]
		if n < 0 {
			if n = l.index.number(key); int(n) == len(l.rows) {
				l.rows, l.updates = append(l.rows, nil), append(l.updates, 0)
				l.stages = append(l.stages, l.agenda.stageOf(i))
			}
			l.numbers[i] = n
		}
		l.updates[n]++
		l.add(n, good, by)
		l.add(n, bad, -by)
	}
}

// decide chooses a class for the atoms in work, over sums that are given, and
// learns from it unless the true class is 0: each stage learns to decide with
// those before it, by a lead of more than margin.
func (l *rankLearner) decide(sums *[maxClasses]int32, classes int, gold uint8, margin, weight int32, work *scratch) (class int) {
	features := l.agenda.features(work, 0, len(l.agenda.templates))
	var bad [rankStages]int
	var learn [rankStages]bool
	l.begin()
	for stage := range rankStages {
		from, to := l.agenda.stage(stage)
		l.score(sums, features[from:to])
		var second int
		class, second = best(sums, classes)
		if bad[stage] = class; class == int(gold) {
			bad[stage] = second
		}
		learn[stage] = gold != 0 && (class != int(gold) || sums[gold]-sums[bad[stage]] <= margin)
	}
	for stage, wanted := range learn {
		if wanted {
			_, to := l.agenda.stage(stage)
			l.correct(features[:to], gold, uint8(bad[stage]), weight)
		}
	}
	return class
}

func (l *rankLearner) add(n int32, class uint8, by int32) {
	row := l.rows[n]
	for i := range row {
		if row[i].class == class {
			row[i].weight += by
			row[i].sum += int64(by) * l.step
			return
		}
	}
	l.rows[n] = append(row, cell{class, by, int64(by) * l.step})
}

// average is a weight's mean over all steps.
func average(weight int32, sum, step int64) float64 {
	return float64(weight) - float64(sum)/float64(step+1)
}

// rankWeights are the averaged weights of one or more learners.
type rankWeights struct {
	index   index
	rows    [][]share
	updates []uint32
	stages  []uint8
}

// share is the weight of one class.
type share struct {
	class  uint8
	weight float64
}

func (w *rankWeights) join(l *rankLearner) {
	for i, key := range l.index.keys {
		n := w.index.number(key)
		if int(n) == len(w.rows) {
			w.rows, w.updates = append(w.rows, nil), append(w.updates, 0)
			w.stages = append(w.stages, l.stages[i])
		}
		w.updates[n] += l.updates[i]
		for _, c := range l.rows[i] {
			w.add(n, c.class, average(c.weight, c.sum, l.step))
		}
	}
}

func (w *rankWeights) add(n int32, class uint8, by float64) {
	row := w.rows[n]
	for i := range row {
		if row[i].class == class {
			row[i].weight += by
			return
		}
	}
	w.rows[n] = append(row, share{class, by})
}

// clip is half of the largest weight: few are larger, and small ones need the
// steps.
func (w *rankWeights) clip() float64 {
	most := 1.0
	for _, row := range w.rows {
		for _, c := range row {
			most = max(most, math.Abs(c.weight))
		}
	}
	return most / 2
}

// least is the number of updates that a feature needs for all to go into so many
// bytes, were no two rows equal.
func (w *rankWeights) least(bytes int) uint32 {
	clip := w.clip()
	return leastUpdates(w.updates, func(n int) float64 {
		classes := 0
		for _, c := range w.rows[n] {
			if quantised(c.weight, clip) != 0 {
				classes++
			}
		}
		if classes == 0 {
			return 0
		}
		return slotBytes + 2 + 2*float64(classes)
	}, bytes)
}

// packAll writes the sections of all stages, which take about so many bytes.
func (w *rankWeights) packAll(parts *[sectionCount][]byte, section, bytes int) {
	least := w.least(bytes)
	for i := range rankStages {
		at := section + 3*i
		parts[at], parts[at+1], parts[at+2] = w.pack(i, least)
	}
}

// pack writes the table and rows of a stage's features that were updated at
// least least times.
func (w *rankWeights) pack(stage int, least uint32) (seeds, slots, rows []byte) {
	var keys []uint64
	var places []uint32
	clip := w.clip()
	seen := map[string]uint32{} // equal rows are stored once
	for n, row := range w.rows {
		if int(w.stages[n]) != stage || w.updates[n] < least {
			continue
		}
		packed := []byte{0, 0}
		for _, c := range row {
			if x := quantised(c.weight, clip); x != 0 {
				packed = append(packed, c.class, byte(x))
			}
		}
		if len(packed) == 2 || len(rows) >= 2<<(32-rowBits)-512 {
			continue
		}
		packed[0] = byte(len(packed)/2 - 1)
		at, ok := seen[string(packed)]
		if !ok {
			at = uint32(len(rows) / 2)
			seen[string(packed)] = at
			rows = append(rows, packed...)
		}
		keys, places = append(keys, w.index.keys[n]), append(places, at)
	}
	p := place(keys)
	for _, s := range p.seeds {
		seeds = binary.LittleEndian.AppendUint16(seeds, s)
	}
	for _, k := range p.keys {
		if k < 0 {
			slots = append(slots, 0, 0, 0, 0)
			continue
		}
		slots = binary.LittleEndian.AppendUint32(slots, places[k]<<rowBits|print(keys[k])&(1<<rowBits-1))
	}
	return seeds, slots, rows
}

// quantised is a weight in steps of clip/127, held within a signed byte.
func quantised(w, clip float64) int8 {
	x := w / clip * 127
	if x < 0 {
		x -= 0.5
	} else {
		x += 0.5
	}
	return int8(min(max(int(x), -127), 127))
}
