package stance

import (
	"fmt"

	"hearsay/boost"
)

// Lessons are pairs whose stances are known. Folds keep what is told in one
// together, so that a judge is measured on claims that it has not seen.
type Lessons struct {
	Set   *Set
	Truth []Label
	Fold  []int
	Made  []bool // pairs put together for learning, which are not scored

	Leave func(column string) bool // columns of evidence that are left out, to see what they are worth; nil for none

	Folds int
	Do    func(tasks []func()) // does tasks that share nothing, in any order or at once
	Note  func(format string, args ...any)

	found []pairEvidence
}

// Outcome is how a judge does on the folds that it was not learnt from.
type Outcome struct {
	Alone, Together []Label // by the pair alone, among the others
}

// Learn learns a judge and tells how well it does out of fold.
func Learn(l *Lessons) (*Judge, *Outcome) {
	l.gather()
	judges := make([]Judge, l.Folds+1) // the last one learns from all
	var tasks []func()
	for k := range judges {
		tasks = append(tasks, func() { l.alone(&judges[k], k) })
	}
	l.Do(tasks)
	views := make([]view, len(l.Truth))
	for i := range views {
		views[i] = judges[l.Fold[i]].view(l.found[i])
	}
	debugParts(l, judges)
	in := newJoint(l.Set, l.found, views)
	relating, bearing := make([][]float32, len(views)), make([][]float32, len(views))
	for i := range views {
		relating[i], bearing[i] = in.rows(i)
	}
	tasks = nil
	for k := range judges {
		tasks = append(tasks, func() { l.together(&judges[k], k, relating, bearing) })
	}
	l.Do(tasks)
	settled := make([]view, len(views))
	for i := range settled {
		settled[i] = judges[l.Fold[i]].settle(in, i)
	}
	last := &judges[l.Folds]
	o := &Outcome{Alone: make([]Label, len(views)), Together: make([]Label, len(views))}
	alone := l.tilt(views)
	last.Tilt = l.tilt(settled)
	for i := range views {
		o.Alone[i], o.Together[i] = views[i].label(&alone), settled[i].label(&last.Tilt)
	}
	l.Note("tilts %v alone, %v together", alone, last.Tilt)
	return last, o
}

func (l *Lessons) gather() {
	l.found = make([]pairEvidence, len(l.Set.Pairs))
	l.halves(func(i int) { l.found[i] = gather(l.Set, l.Set.Pairs[i]) })
	for c, name := range columns() {
		if l.Leave != nil && l.Leave(name) {
			for i := range l.found {
				l.found[i].row[c] = 0
			}
		}
	}
	l.Note("%d pairs, %d columns", len(l.found), len(columns()))
}

// halves does something for each pair, in two tasks.
func (l *Lessons) halves(do func(i int)) {
	n := len(l.Set.Pairs)
	half := func(from, to int) func() {
		return func() {
			for i := from; i < to; i++ {
				do(i)
			}
		}
	}
	l.Do([]func(){half(0, n/2), half(n/2, n)})
}

// alone learns what one pair shows, leaving out a fold.
func (l *Lessons) alone(j *Judge, without int) {
	var related, bearing boost.Course
	var lessons []lesson
	kinds := l.weights(without)
	for i, e := range l.found {
		if l.Fold[i] == without {
			continue
		}
		addExample(&related, e.row[:relatedColumns], l.Truth[i] != Unrelated, 1)
		if k := l.Truth[i]; k != Unrelated {
			addExample(&bearing, e.row, false, kinds[k])
			lessons = append(lessons, lesson{e.bag, int(k), kinds[k]})
		}
	}
	j.Related = *grow(related, 120, 16)
	for k := range j.Stances {
		j.Stances[k] = *grow(l.against(bearing, without, Label(k)), 120, 8)
	}
	j.Linear = *learnLinear(lessons)
}

// weights make rare stances count more, by the root of their rarity.
func (l *Lessons) weights(without int) (w [stances]float64) {
	var n shares
	for i, k := range l.Truth {
		if k != Unrelated && l.Fold[i] != without {
			n[k]++
		}
	}
	for k := range w {
		w[k] = root((n[0] + n[1] + n[2]) / 3 / n[k])
	}
	return w
}

// against sets the answers of a course: one stance against the others.
func (l *Lessons) against(c boost.Course, without int, yes Label) boost.Course {
	c.Yes = nil
	for i, k := range l.Truth {
		if k != Unrelated && l.Fold[i] != without {
			c.Yes = append(c.Yes, k == yes)
		}
	}
	return c
}

func addExample(c *boost.Course, row []float32, yes bool, weight float64) {
	c.Rows, c.Yes, c.Weights = append(c.Rows, row), append(c.Yes, yes), append(c.Weights, weight)
}

func grow(c boost.Course, trees, leaves int) *boost.Forest {
	c.Trees, c.Leaves, c.Rate, c.Penalty, c.Least, c.Uses = trees, leaves, .05, 8, 10, third
	return boost.Grow(c)
}

// third picks about a third of the features for each tree.
func third(feature, tree int) bool {
	return (uint32(feature)*2654435761^uint32(tree)*2246822519)>>7%3 == 0
}

// together learns what the others of a set show.
func (l *Lessons) together(j *Judge, without int, relating, bearing [][]float32) {
	var related, stance boost.Course
	kinds := l.weights(without)
	for i, k := range l.Truth {
		if l.Fold[i] == without {
			continue
		}
		addExample(&related, relating[i], k != Unrelated, 1)
		if k != Unrelated {
			addExample(&stance, bearing[i], false, kinds[k])
		}
	}
	j.Joint = *grow(related, 80, 12)
	for k := range j.Settled {
		j.Settled[k] = *grow(l.against(stance, without, Label(k)), 60, 6)
	}
}

// tilt finds what to add to the log odds of each label so that the mean of the
// F1 of the labels and the score of the Fake News Challenge is best.
func (l *Lessons) tilt(views []view) (best [stances + 1]float32) {
	found := make([]Label, len(views))
	judged := func(tilt *[stances + 1]float32) float64 {
		for i := range views {
			found[i] = views[i].label(tilt)
		}
		s := l.Score(found)
		return s.MacroF1() + s.Challenge()
	}
	top := judged(&best)
	for _, step := range []float32{1.2, .4, .2, .1} {
		for range 3 {
			for k := range best {
				for _, d := range []float32{-step, step} {
					try := best
					try[k] += d
					if x := judged(&try); x > top+1e-9 {
						top, best = x, try
					}
				}
			}
		}
	}
	return best
}

// Score scores labels against the truth.
func (l *Lessons) Score(found []Label) *Scores {
	s := &Scores{}
	for i := range found {
		if l.Made == nil || !l.Made[i] {
			s.Add(l.Truth[i], found[i])
		}
	}
	return s
}

// String tells the scores in a line.
func (s *Scores) String() string {
	return fmt.Sprintf("%d pairs, accuracy %.4f, macro-F1 %.4f (agree %.3f disagree %.3f discuss %.3f unrelated %.3f), challenge score %.4f, related or not %.4f",
		s.All, s.Accuracy(), s.MacroF1(), s.F1(Agree), s.F1(Disagree), s.F1(Discuss), s.F1(Unrelated), s.Challenge(), s.RelatedAccuracy())
}

func debugParts(l *Lessons, judges []Judge) {
	var a, b Scores
	for i, e := range l.found {
		if l.Truth[i] == Unrelated {
			continue
		}
		j := &judges[l.Fold[i]]
		top := func(s shares) Label {
			k := 0
			for x := range s {
				if s[x] > s[k] {
					k = x
				}
			}
			return Label(k)
		}
		a.Add(l.Truth[i], top(normal(&j.Stances, e.row)))
		b.Add(l.Truth[i], top(j.Linear.shares(e.bag)))
	}
	l.Note("trees  %v", &a)
	l.Note("linear %v", &b)
}
