package attribution

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"hearsay"
)

// Lesson is a reading with the attributions that it should show, the outermost
// ones alone. Its stages before this one must have run.
type Lesson struct {
	Reading *hearsay.Reading
	Truth   []Marks
}

// Marks are the parts of one annotated attribution.
type Marks struct{ Source, Cue, Content []hearsay.Span }

// Annotations are the attributions of the lesson, in bytes of its text.
func (l *Lesson) Annotations() (out []Annotation) {
	for _, m := range l.Truth {
		out = append(out, Annotation{inBytes(m.Source), inBytes(m.Cue), inBytes(m.Content)})
	}
	return out
}

const (
	cueBits      = 20
	tagBits      = 20
	sourceBits   = 18
	judgeBits    = 15
	contentBits  = 20
	countBits    = 24
	rare         = 3 // features seen less often are left out
	epochs       = 4
	choiceRounds = 3
	orders       = 3 // in which lessons are seen, for weights that depend little on one
)

// Learn trains the detector of cues and the tagger of their parts. progress is
// told how it goes.
func Learn(lessons []Lesson, progress func(string)) *Weights {
	c := gather(lessons)
	progress(fmt.Sprintf("%d tokens that may be cues, %d cues", len(c.tokens), len(c.cues)))
	w := &Weights{TagBits: tagBits}
	learnCues(c.tokens, w, progress)
	learnParts(c.cues, w, progress)
	c.learnChoices(lessons, w, progress)
	return w
}

// classroom holds the examples of all lessons as features.
type classroom struct {
	tokens []judged
	cues   []staged
}

// judged is one token that may head a cue, or an attribution that may be right.
type judged struct {
	features []uint32
	right    bool
	missed   bool // wrong, where there is something to be found
	held     bool // kept back to choose the threshold
	lesson   int
}

// staged is the window of one cue.
type staged struct {
	features [][]uint32
	turns    []int
	truth    []Label
	cue      int
	lesson   int
}

func gather(lessons []Lesson) *classroom {
	count := newCounter()
	c := &classroom{}
	for pass := range 2 {
		for n := range lessons {
			c.study(lessons, n, count, pass == 0)
		}
	}
	return c
}

// counter counts features by hash, to leave out the rare ones.
type counter struct{ seen []uint8 }

func newCounter() *counter { return &counter{make([]uint8, 1<<countBits)} }

func (c *counter) add(features []uint64) {
	for _, f := range features {
		if at := f >> (64 - countBits); c.seen[at] < 255 {
			c.seen[at]++
		}
	}
}

// common keeps the features that are frequent enough, as places in a table.
func (c *counter) common(features []uint64, bits int) []uint32 {
	var out []uint32
	for _, f := range features {
		if c.seen[f>>(64-countBits)] >= rare {
			out = append(out, uint32(f>>(64-bits)))
		}
	}
	return out
}

// study goes over one lesson, to count its features or to keep its examples.
func (c *classroom) study(lessons []Lesson, n int, count *counter, counting bool) {
	l, held := &lessons[n], n%10 == 9
	s := l.scene()
	cue, skip := s.truth(l.Truth)
	var features []uint64
	for t := range int32(len(s.word)) {
		if cue[t] == nil && (skip[t] || !s.candidate(t)) {
			continue
		}
		features = s.cueFeatures(t, features[:0])
		if counting {
			count.add(features)
		} else {
			c.tokens = append(c.tokens, judged{features: count.common(features, cueBits), right: cue[t] != nil, held: held, lesson: n})
		}
		if cue[t] == nil {
			continue
		}
		c.perform(s.stage(t), cue[t], n, count, counting)
	}
}

func (c *classroom) perform(th *theatre, truth *Marks, lesson int, count *counter, counting bool) {
	p := staged{cue: int(th.cue - th.window.from), lesson: lesson}
	var features []uint64
	for t := th.window.from; t < th.window.to; t++ {
		features = th.features(t, features[:0])
		if counting {
			count.add(features)
			continue
		}
		p.features = append(p.features, count.common(features, tagBits))
		p.turns = append(p.turns, th.turn(t))
		p.truth = append(p.truth, truth.label(th.r.Tokens[t].Span))
	}
	if !counting {
		p.truth[p.cue] = InCue
		c.cues = append(c.cues, p)
	}
}

func (m *Marks) label(s hearsay.Span) Label {
	switch {
	case overlapsAny(m.Cue, s):
		return InCue
	case overlapsAny(m.Source, s):
		return InSource
	case overlapsAny(m.Content, s):
		return InContent
	}
	return Outside
}

// truth tells for each token whether it heads a cue, and which tokens teach
// nothing: those within what somebody says, where attributions were not marked.
func (s *scene) truth(all []Marks) (cue []*Marks, skip []bool) {
	cue, skip = make([]*Marks, len(s.word)), make([]bool, len(s.word))
	for i := range all {
		m := &all[i]
		best := int32(-1)
		for t := s.first(m.Cue); t >= 0 && int(t) < len(s.word) && s.r.Tokens[t].Start < hearsay.Cover(m.Cue).End; t++ {
			if overlapsAny(m.Cue, s.r.Tokens[t].Span) && (best < 0 || s.heads(t, m) > s.heads(best, m)) {
				best = t
			}
		}
		if best >= 0 {
			cue[best] = m
		}
		for _, span := range append(append([]hearsay.Span(nil), m.Content...), m.Cue...) {
			for t := s.first([]hearsay.Span{span}); t >= 0 && int(t) < len(s.word) && s.r.Tokens[t].Start < span.End; t++ {
				skip[t] = true
			}
		}
	}
	return cue, skip
}

// first is the first token that spans reach, -1 for none.
func (s *scene) first(spans []hearsay.Span) int32 {
	if len(spans) == 0 {
		return -1
	}
	start := hearsay.Cover(spans).Start
	at, _ := slices.BinarySearchFunc(s.r.Tokens, start, func(t hearsay.Token, start int32) int { return int(t.End) - int(start) - 1 })
	return int32(at)
}

// heads ranks the tokens of a cue: verbs that depend on none of its words first.
func (s *scene) heads(t int32, m *Marks) int {
	rank := 0
	if h := s.head(t); h < 0 || !overlapsAny(m.Cue, s.r.Tokens[h].Span) {
		rank += 4
	}
	if s.isVerb(t) {
		rank += 2
	}
	if isWord(s.word[t]) {
		rank++
	}
	return rank
}

// learnCues fits the detector and chooses its threshold on the lessons kept back.
func learnCues(tokens []judged, w *Weights, progress func(string)) {
	w.Cues, w.Threshold = logistic(tokens, cueBits, progress)
}

// logistic fits a decision and its threshold: the threshold on the lessons kept
// back, and then the decision on all.
func logistic(tokens []judged, bits int, progress func(string)) (chooser, float32) {
	part := fit(tokens, bits, false)
	threshold := part.threshold(tokens, progress)
	return fit(tokens, bits, true), threshold
}

// fit makes a logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), with
// or without the lessons kept back. Weights are the mean over the steps behind the
// first round.
func fit(tokens []judged, bits int, all bool) chooser {
	total := make([]float32, 1<<bits)
	for way := range orders {
		for f, x := range descend(tokens, bits, all, shuffled(len(tokens), way)) {
			total[f] += x / orders
		}
	}
	c := chooser{Bits: bits}
	c.Weights, c.Scale = quantise(total)
	return c
}

// descend is one such regression, which sees the lessons in the given order.
func descend(tokens []judged, bits int, all bool, order []int) []float32 {
	weights := newAdagrad(bits, 0.1)
	for round := range epochs {
		for _, k := range order {
			x := &tokens[k]
			if x.held && !all {
				continue
			}
			if round > 0 {
				weights.step++
			}
			g := float32(1 / (1 + math.Exp(-float64(weights.score(x.features)))))
			if x.right {
				g--
			}
			weights.descend(x.features, g)
		}
	}
	return weights.mean()
}

// threshold is where what is found and what is right balance best.
func (c *chooser) threshold(tokens []judged, progress func(string)) float32 {
	type scored struct {
		score float32
		right bool
	}
	var all []scored
	truth := 0
	for _, x := range tokens {
		if !x.held {
			continue
		}
		sum := int32(0)
		for _, f := range x.features {
			sum += int32(int8(c.Weights[f]))
		}
		all = append(all, scored{float32(sum) * c.Scale, x.right})
		if x.right || x.missed {
			truth++
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	best, at, right := 0.0, float32(0), 0
	for i, x := range all {
		if x.right {
			right++
		}
		if f := 2 * float64(right) / float64(truth+i+1); f > best {
			best, at = f, x.score
		}
	}
	progress(fmt.Sprintf("lessons kept back: F1 %.3f at %.2f", best, at))
	return at
}

// learnParts trains an averaged structured perceptron (Collins 2002).
func learnParts(cues []staged, w *Weights, progress func(string)) {
	var all []float32
	for way := range orders {
		p := newPerceptron()
		order := shuffled(len(cues), way)
		for epoch := range epochs {
			wrong, tokens := 0, 0
			for _, k := range order {
				wrong += p.learn(&cues[k])
				tokens += len(cues[k].truth)
			}
			progress(fmt.Sprintf("parts, round %d: %.2f %% of tokens wrong", epoch+1, 100*float64(wrong)/float64(max(tokens, 1))))
		}
		rows, turns := p.average()
		if all == nil {
			all = make([]float32, len(rows))
		}
		for f := range rows {
			all[f] += rows[f] / orders
		}
		for k := range turns {
			for a := range turns[k] {
				for b := range turns[k][a] {
					w.Transitions[k][a][b] += turns[k][a][b] / orders
				}
			}
		}
	}
	w.Labels, w.TagScale = quantise(all)
}

// parted is into how many parts lessons are divided to see what the tagger
// makes of texts that it has not learnt from (stacking, Wolpert 1992).
const parted = 4

// learnChoices trains the choosers on what taggers that have not seen a lesson
// make of it.
func (c *classroom) learnChoices(lessons []Lesson, w *Weights, progress func(string)) {
	var all []rehearsal
	var sources, contents []choice
	for part := range parted {
		student := c.student(part, w)
		for n := part; n < len(lessons); n += parted {
			s := lessons[n].scene()
			s.mark(student)
			cue, skip := s.truth(lessons[n].Truth)
			for t, truth := range cue {
				if truth == nil && (skip[t] || !s.candidate(int32(t)) || s.score[t] < -slack) {
					continue
				}
				th := s.stage(int32(t))
				f := th.tagged(student)
				all = append(all, rehearsal{th, f, truth, n})
				if truth == nil {
					continue
				}
				if choice, ok := th.sourceLesson(&f, truth); ok {
					sources = append(sources, choice)
				}
			}
		}
	}
	progress(fmt.Sprintf("%d choices of a source", len(sources)))
	w.Sources = learnChooser(sources, sourceBits, choiceRounds)
	for i := range all {
		r := &all[i]
		r.th.chooseSource(&r.f, w)
		r.th.finish(&r.f)
		if r.truth == nil {
			continue
		}
		if choice, ok := r.th.contentLesson(&r.f, r.truth); ok {
			contents = append(contents, choice)
		}
	}
	progress(fmt.Sprintf("%d choices of a content", len(contents)))
	w.Contents = learnChooser(contents, contentBits, choiceRounds)
	judgeAll(lessons, all, w, progress)
}

// rehearsal is a cue as a student that has not seen its lesson takes it, or a
// word that such a student takes for one.
type rehearsal struct {
	th     *theatre
	f      found
	truth  *Marks // nil for no cue
	lesson int
}

// student is a detector and a tagger that have not seen a part of the lessons.
func (c *classroom) student(part int, w *Weights) *Weights {
	student := *w
	student.Transitions = [turnCount][labelCount][labelCount]float32{}
	var tokens []judged
	for _, x := range c.tokens {
		if x.lesson%parted != part {
			tokens = append(tokens, x)
		}
	}
	learnCues(tokens, &student, func(string) {})
	var cues []staged
	for i := range c.cues {
		if c.cues[i].lesson%parted != part {
			cues = append(cues, c.cues[i])
		}
	}
	learnParts(cues, &student, func(string) {})
	return &student
}

// judgeAll learns which attributions are right, parts and all.
func judgeAll(lessons []Lesson, all []rehearsal, w *Weights, progress func(string)) {
	var tokens []judged
	for i := range all {
		r := &all[i]
		x := judged{held: r.lesson%5 == 4, lesson: r.lesson}
		s := r.th.scene
		if s.score[r.th.cue] >= -slack {
			r.th.chooseContent(&r.f, w)
			x.features = shortened(r.th.verdictFeatures(&r.f, nil), judgeBits)
			x.right = slices.ContainsFunc(lessons[r.lesson].Truth, func(m Marks) bool { return r.th.hits(&r.f, &m) })
		}
		x.missed = r.truth != nil && !x.right
		tokens = append(tokens, x)
	}
	var threshold float32
	w.Judge, threshold = logistic(tokens, judgeBits, progress)
	w.Verdict = threshold - lenience
}

// lenience is by how much the judge is milder than the lessons kept back ask: what
// lies between costs no F1, and is more often speech.
const lenience = 0.5

// hits reports whether f finds an annotated attribution end to end.
func (th *theatre) hits(f *found, m *Marks) bool {
	if th.agreement(f.content, m.Content) < .5 {
		return false
	}
	if len(f.source) == 0 || len(m.Source) == 0 {
		return len(f.source) == len(m.Source)
	}
	return slices.ContainsFunc(f.source, func(r run) bool { return overlapsAny(m.Source, th.span(r)) })
}

func (l *Lesson) scene() *scene {
	v := newView(l.Reading)
	return newScene(v, v.ruled())
}

// quantise turns weights into signed bytes, the largest two in a thousand cut.
func quantise(weight []float32) (string, float32) {
	var sizes []float32
	for _, x := range weight {
		if x != 0 {
			sizes = append(sizes, max(x, -x))
		}
	}
	if len(sizes) == 0 {
		return string(make([]byte, len(weight))), 1
	}
	slices.Sort(sizes)
	scale := sizes[len(sizes)-1-len(sizes)/500] / 127
	out := make([]byte, len(weight))
	for i, x := range weight {
		out[i] = byte(int8(max(-127, min(127, math.Round(float64(x/scale))))))
	}
	return string(out), scale
}

// shuffled is a fixed permutation of n numbers, one for each way.
func shuffled(n, way int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	state := uint64(1 + way)
	for i := n - 1; i > 0; i-- {
		state += 0x9e3779b97f4a7c15
		j := int(mix(state) % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
