package mentions

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"hearsay"
)

// Lesson is a reading with the names that it should show. Tokens, sentences and
// quotations must be there.
type Lesson struct {
	Reading *hearsay.Reading
	Names   []Name
	Twice   int // how often the lesson is gone over in a round
}

const (
	nameBits  = 17 // logarithm of the rows of the model
	countBits = 24
	rare      = 4 // features seen less often are left out
	rounds    = 6
	margin    = 0.5
	voices    = 4 // taggers that saw the lessons in different orders and are added up
)

// Learn trains the tagger of names: an averaged structured perceptron (Collins
// 2002). Equal lessons give equal weights.
func Learn(lessons []Lesson, progress func(string)) *Weights {
	return newClassroom(lessons).teach(func(int) bool { return true }, progress)
}

// classroom holds the windows of all lessons.
type classroom struct{ tasks []task }

// task is one window with what is right in it.
type task struct {
	features [][]uint32
	truth    []label
	times    int
	lesson   int
}

// newClassroom notes the features of all windows and keeps those that are not
// rare.
func newClassroom(lessons []Lesson) *classroom {
	c := &classroom{}
	count := make([]uint8, 1<<countBits)
	var raw [][]uint64 // of each unit
	for n := range lessons {
		l := &lessons[n]
		f := newFinder(l.Reading)
		f.findNames()
		s := newScout(f)
		truth := f.truth(l.Names)
		for _, w := range f.windows() {
			t := task{times: max(l.Twice, 1), lesson: n, truth: slices.Clone(truth[w.from:w.to])}
			t.mend()
			for i := w.from; i < w.to; i++ {
				features := s.features(w, i, f.begin(i), f.end(i), nil)
				for _, x := range features {
					if at := x >> (64 - countBits); count[at] < 255 {
						count[at]++
					}
				}
				raw = append(raw, features)
			}
			c.tasks = append(c.tasks, t)
		}
	}
	for k := range c.tasks {
		t := &c.tasks[k]
		for range t.truth {
			var kept []uint32
			for _, x := range raw[0] {
				if count[x>>(64-countBits)] >= rare {
					kept = append(kept, uint32(x>>(64-nameBits)))
				}
			}
			t.features = append(t.features, kept)
			raw[0], raw = nil, raw[1:]
		}
	}
	return c
}

// truth labels the units of a text. A name that is part of a unit is left out.
func (f *finder) truth(names []Name) []label {
	out := make([]label, len(f.units))
	for _, n := range names {
		i, _ := slices.BinarySearchFunc(f.units, n.Start, func(u unit, at int32) int { return cmp.Compare(u.Start, at) })
		for k := i; k < len(f.units) && f.units[k].End <= n.End; k++ {
			if out[k] = inside(n.Kind); k == i {
				out[k] = begins(n.Kind)
			}
		}
	}
	return out
}

// mend makes the inside of a name whose beginning is outside the window a
// beginning.
func (t *task) mend() {
	for i, l := range t.truth {
		if l != outside && l%2 == 0 && (i == 0 || t.truth[i-1] != l && t.truth[i-1] != l-1) {
			t.truth[i] = l - 1
		}
	}
}

// teach learns from the lessons that want chooses.
func (c *classroom) teach(want func(lesson int) bool, progress func(string)) *Weights {
	sum := &pupil{row: make([]float32, labelCount<<nameBits)}
	for voice := range voices {
		p := &pupil{row: make([]float32, labelCount<<nameBits), sum: make([]float32, labelCount<<nameBits)}
		wrong, units := 0, 0
		for round := range rounds {
			wrong, units = 0, 0
			for _, k := range shuffled(len(c.tasks), uint64(voice*rounds+round)) {
				t := &c.tasks[k]
				if !want(t.lesson) {
					continue
				}
				for range t.times {
					wrong += p.learn(t)
					units += len(t.truth)
				}
			}
		}
		progress(fmt.Sprintf("names, voice %d: %.2f %% of %d units wrong in the last round", voice+1, 100*float64(wrong)/float64(max(units, 1)), units))
		sum.add(p)
	}
	return sum.weights()
}

// add adds the means of q over all its steps to the weights of p.
func (p *pupil) add(q *pupil) {
	for i := range q.row {
		p.row[i] += q.row[i] - q.sum[i]/(q.step+1)
	}
	for a := range q.turn {
		for b := range q.turn[a] {
			p.turn[a][b] += q.turn[a][b] - q.turnSum[a][b]/(q.step+1)
		}
	}
}

// pupil learns; sums remember each weight over all steps, for the average.
type pupil struct {
	row, sum      []float32
	turn, turnSum [labelCount][labelCount]float32
	step          float32
	scores        [][labelCount]float32
	back          [][labelCount]label
	path          []label
}

// learn labels one window, with a bonus for wrong labels so that a margin is
// learnt, and corrects the weights; it returns the number of wrong labels.
func (p *pupil) learn(x *task) int {
	p.step++
	p.scores = p.scores[:0]
	for i, features := range x.features {
		var s [labelCount]float32
		for _, f := range features {
			row := p.row[int(f)*labelCount:][:labelCount]
			for l := range s {
				s[l] += row[l]
			}
		}
		for l := range s {
			if label(l) != x.truth[i] {
				s[l] += margin
			}
		}
		p.scores = append(p.scores, s)
	}
	for len(p.back) < len(x.truth) {
		p.back, p.path = append(p.back, [labelCount]label{}), append(p.path, outside)
	}
	got := path(p.scores, &p.turn, p.back, p.path)
	wrong := 0
	before, was := outside, outside
	for i, l := range x.truth {
		if got[i] != l {
			wrong++
			for _, f := range x.features[i] {
				p.change(int(f)*labelCount+int(l), 1)
				p.change(int(f)*labelCount+int(got[i]), -1)
			}
		}
		if before != was || got[i] != l {
			p.turn[before][l]++
			p.turnSum[before][l] += p.step
			p.turn[was][got[i]]--
			p.turnSum[was][got[i]] -= p.step
		}
		before, was = l, got[i]
	}
	return wrong
}

func (p *pupil) change(at int, by float32) {
	p.row[at] += by
	p.sum[at] += by * p.step
}

// weights are p's as signed bytes, the largest two in a thousand cut.
func (p *pupil) weights() *Weights {
	w := &Weights{Bits: nameBits, Scale: 1}
	var sizes []float32
	for _, x := range p.row {
		if x != 0 {
			sizes = append(sizes, max(x, -x))
		}
	}
	slices.Sort(sizes)
	if len(sizes) > 0 {
		w.Scale = sizes[len(sizes)-1-len(sizes)/500] / 127
	}
	rows := make([]byte, len(p.row))
	for i, x := range p.row {
		rows[i] = byte(int8(max(-127, min(127, math.Round(float64(x/w.Scale))))))
	}
	w.rows = string(rows)
	for a := range w.turns {
		for b := range w.turns[a] {
			w.turns[a][b] = p.turn[a][b] / voices
		}
	}
	w.Scale /= voices
	return w
}

// shuffled is a fixed permutation of n numbers for a round.
func shuffled(n int, round uint64) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	state := round << 32
	for i := n - 1; i > 0; i-- {
		state++
		j := int(fact(0, state, 0, 0) % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
