package nlp

import (
	"math/rand/v2"
	"slices"

	"hearsay"
)

// learnTrees learns the structural model and the labels together, as often as
// there are voices, which share the teacher's sentences out among them.
func learnTrees(lessons []lesson, c *Course) (*moveWeights, *rankWeights) {
	learners := make([]*treeLearner, voices)
	tasks := make([]func(), voices)
	for v := range learners {
		learners[v] = &treeLearner{random: rand.New(rand.NewPCG(7, uint64(v))), labels: rankLearner{agenda: &labelAgenda}}
		var mine []*lesson
		for i := range lessons {
			if x := &lessons[i]; x.gold || i%voices == v {
				mine = append(mine, x)
			}
		}
		tasks[v] = func() { learners[v].learn(mine, c, v) }
	}
	c.Do(tasks)
	moves, labels := &moveWeights{}, &rankWeights{}
	for _, l := range learners {
		moves.join(&l.moves)
		labels.join(&l.labels)
	}
	return moves, labels
}

func (p *treeLearner) learn(lessons []*lesson, c *Course, voice int) {
	for round := range c.Rounds {
		p.wrong, p.mislabelled, p.all = 0, 0, 0
		p.explore = round > 0
		for _, k := range shuffled(len(lessons), 100*(voice+1)+round) {
			p.sentence(lessons[k])
		}
		c.Note("trees, voice %d: round %d: %d moves, %.2f%% wrong, %d labels wrong, %d features", voice+1, round+1, p.all, 100*float64(p.wrong)/float64(p.all), p.mislabelled, len(p.moves.weights))
	}
}

// treeLearner learns by parsing: it follows its own moves, right or wrong, and
// is corrected towards the moves that lose the fewest arcs from there. Each
// stage learns to decide with those before it.
type treeLearner struct {
	moves                   moveLearner
	labels                  rankLearner
	oracle                  oracle
	state                   state
	random                  *rand.Rand
	explore                 bool
	wrong, mislabelled, all int
	work                    scratch
	heads                   []int32 // gold heads among the words that are parsed
}

func (p *treeLearner) sentence(x *lesson) {
	s := &p.state
	s.reset(x.words, x.given)
	p.heads = x.solid(s, p.heads[:0])
	p.oracle.reset(p.heads)
	for !s.done() {
		mv := p.move(s, x.weight)
		if mv == moveShift {
			s.shift()
			continue
		}
		head, child := s.arc(mv)
		s.attach(head, child, p.label(x, head, child))
	}
}

// move chooses the next move and learns from it.
func (p *treeLearner) move(s *state, weight int32) move {
	legal := s.legal()
	if legal&(legal-1) == 0 {
		return only(legal)
	}
	zero := p.oracle.zero(s, legal)
	worse := legal &^ zero
	s.moveAtoms(&p.work.atoms)
	features := moveAgenda.features(&p.work, 0, len(moveAgenda.templates))
	var sums [moveCount]int32
	var good, bad [moveStages]move
	var learn [moveStages]bool
	p.moves.begin()
	for stage := range moveStages {
		from, to := moveAgenda.stage(stage)
		p.moves.score(&sums, features[from:to])
		if good[stage] = top(&sums, zero); worse != 0 {
			bad[stage] = top(&sums, worse)
			learn[stage] = sums[good[stage]]-sums[bad[stage]] <= 0
		}
	}
	p.all++
	for stage, wanted := range learn {
		if wanted {
			_, to := moveAgenda.stage(stage)
			p.moves.correct(features[:to], good[stage], bad[stage], weight)
		}
	}
	chosen, right := top(&sums, legal), good[moveStages-1]
	if zero>>chosen&1 == 0 {
		p.wrong++
		if !p.explore || p.random.Float64() > 0.9 {
			return right
		}
	}
	return chosen
}

// label chooses the label of an arc and learns from it when the arc is right.
func (p *treeLearner) label(x *lesson, head, child int32) hearsay.Dep {
	if head == p.state.root() {
		return hearsay.DepRoot
	}
	p.state.labelAtoms(&p.work.atoms, head, child)
	gold := x.deps[p.state.place[child]]
	if p.heads[child] != head {
		gold = hearsay.DepNone
	}
	sums := notRoot
	d := hearsay.Dep(p.labels.decide(&sums, int(hearsay.DepCount), uint8(gold), 0, x.weight, &p.work))
	if gold != hearsay.DepNone && d != gold {
		p.mislabelled++
		if !p.explore {
			return gold
		}
	}
	return d
}

// solid appends the heads of the words that s parses, as places among them: a
// word under punctuation hangs where that does.
func (x *lesson) solid(s *state, heads []int32) []int32 {
	for _, at := range s.place[:s.root()] {
		h := x.heads[at]
		k, found := 0, false
		for h >= 0 && !found {
			if k, found = slices.BinarySearch(s.place, h); !found {
				h = x.heads[h]
			}
		}
		if h < 0 {
			k = int(s.root())
		}
		heads = append(heads, int32(k))
	}
	return heads
}
