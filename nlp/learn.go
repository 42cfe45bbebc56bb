package nlp

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"hearsay"
)

// Course is what an English model is learnt from.
type Course struct {
	Name      string
	Treebanks []*Treebank
	Texts     []string // plain texts of which word clusters are made
	Rounds    int      // passes of the parser over the treebanks; 0 for the usual number
	Note      func(format string, args ...any)
	Do        func(tasks []func()) // does tasks that share nothing, in any order or at once; nil for in order
}

const (
	tagRounds  = 6
	moveRounds = 6
	folds      = 5
	voices     = 2
	// the least number of updates of a feature that is kept
	tagLeast, moveLeast, labelLeast = 3, 3, 5
	// The tagger learns from a word when the right tag leads by no more; those
	// that tag the parser's lessons learn from their errors alone.
	tagMargin = 25
)

// lesson is a sentence with what is to be learnt from it.
type lesson struct {
	words []form
	tags  []hearsay.Tag
	given []hearsay.Tag // tags by a tagger that has not seen the sentence
	heads []int32       // the root is -1
	deps  []hearsay.Dep
}

// Learn makes a model file. It depends on the course alone: equal courses give
// equal bytes.
func Learn(c Course) []byte {
	if c.Rounds == 0 {
		c.Rounds = moveRounds
	}
	if c.Do == nil {
		c.Do = func(tasks []func()) {
			for _, do := range tasks {
				do()
			}
		}
	}
	var parts [sectionCount][]byte
	parts[sectionName] = []byte(c.Name)
	m := &model{}
	parts[sectionLexiconSeeds], parts[sectionLexiconSlots] = learnLexicon(&c)
	m.lexicon.table = table{string(parts[sectionLexiconSeeds]), string(parts[sectionLexiconSlots])}
	lessons := m.lessons(c.Treebanks)
	c.Note("%d sentences", len(lessons))

	var tagger rankWeights
	tagger.join(learnTags(lessons, &c, "all", tagMargin))
	parts[sectionTagSeeds], parts[sectionTagSlots], parts[sectionTagRows] = tagger.pack(tagLeast)
	m.tagOthers(lessons, &c)

	moves, labels := learnTrees(lessons, &c)
	parts[sectionMoveSeeds], parts[sectionMoveSlots] = moves.pack(moveLeast)
	parts[sectionLabelSeeds], parts[sectionLabelSlots], parts[sectionLabelRows] = labels.pack(labelLeast)
	for i, p := range parts {
		c.Note("section %d: %d bytes", i, len(p))
	}
	return modelFile(parts)
}

// lessons describes the sentences of the treebanks.
func (m *model) lessons(banks []*Treebank) []lesson {
	var out []lesson
	for _, b := range banks {
		r := b.reader(m)
		for _, s := range b.Gold.Sentences {
			r.look(s.First, s.Last)
			l := lesson{words: append([]form(nil), r.words...)}
			for _, t := range b.Gold.Tokens[s.First:s.Last] {
				head := int32(-1)
				if t.Head >= 0 {
					head = t.Head - s.First
				}
				l.tags, l.heads, l.deps = append(l.tags, t.Tag), append(l.heads, head), append(l.deps, t.Dep)
			}
			out = append(out, l)
		}
	}
	return out
}

// reader reads the treebank's own tokens.
func (b *Treebank) reader(m *model) *reader {
	q := quoter{text: b.Text, pending: -1}
	for _, block := range b.Blocks {
		q.block(int(block.Start), int(block.End), true)
	}
	return &reader{model: m, text: b.Text, tokens: b.Gold.Tokens, marks: q.marks, quotations: q.quotations}
}

func shuffled(n int, round int) []int {
	return rand.New(rand.NewPCG(20, uint64(round))).Perm(n)
}

// learnTags learns the tagger of some lessons.
func learnTags(lessons []lesson, c *Course, name string, margin int32) *rankLearner {
	l := &rankLearner{}
	work := &scratch{}
	for round := range tagRounds {
		wrong, all := 0, 0
		for _, k := range shuffled(len(lessons), round) {
			x := &lessons[k]
			words := x.words
			for i, gold := range x.tags {
				t := words[i].only
				if t == hearsay.TagNone {
					var sums [maxClasses]int32
					tagAtoms(&work.atoms, words, i)
					features := tagAgenda.features(work)
					l.score(&sums, features)
					t = hearsay.Tag(best(&sums, 1, int(hearsay.TagCount)))
					bad := t
					if t == gold {
						bad = hearsay.Tag(second(&sums, int(t), int(hearsay.TagCount)))
					} else {
						wrong++
					}
					if gold != hearsay.TagNone && (t != gold || sums[gold]-sums[bad] <= margin) {
						l.correct(features, uint8(gold), uint8(bad))
					}
				}
				words[i].tag = small[t]
				all++
			}
		}
		c.Note("tags, %s: round %d: %d of %d wrong", name, round+1, wrong, all)
	}
	return l
}

// tagOthers gives each lesson the tags of a tagger that has not seen it.
func (m *model) tagOthers(lessons []lesson, c *Course) {
	work := &scratch{}
	for fold := range folds {
		var rest []lesson
		for i, x := range lessons {
			if i%folds != fold {
				rest = append(rest, x)
			}
		}
		var w rankWeights
		w.join(learnTags(rest, c, fmt.Sprintf("without fold %d", fold+1), -1))
		seeds, slots, rows := w.pack(tagLeast)
		m.tags = ranker{table: table{string(seeds), string(slots)}, rows: string(rows)}
		wrong, all := 0, 0
		for i := range lessons {
			if x := &lessons[i]; i%folds == fold {
				x.given = make([]hearsay.Tag, len(x.tags))
				m.tag(x.words, x.given, work)
				for j := range x.given {
					if all++; x.given[j] != x.tags[j] {
						wrong++
					}
				}
			}
		}
		c.Note("tags of fold %d: %.2f%% right", fold+1, 100-100*float64(wrong)/float64(all))
	}
	for i := range lessons {
		x := &lessons[i]
		for j, t := range x.given {
			x.words[j].tag = small[t]
		}
	}
}

// learnTrees learns the structural model and the labels together, as often as
// there are voices.
func learnTrees(lessons []lesson, c *Course) (*moveWeights, *rankWeights) {
	learners := make([]*treeLearner, voices)
	tasks := make([]func(), voices)
	for v := range learners {
		learners[v] = &treeLearner{random: rand.New(rand.NewPCG(7, uint64(v)))}
		tasks[v] = func() { learners[v].learn(lessons, c, v) }
	}
	c.Do(tasks)
	moves, labels := &moveWeights{}, &rankWeights{}
	for _, l := range learners {
		moves.join(&l.moves)
		labels.join(&l.labels)
	}
	return moves, labels
}

func (p *treeLearner) learn(lessons []lesson, c *Course, voice int) {
	for round := range c.Rounds {
		p.wrong, p.mislabelled, p.all = 0, 0, 0
		p.explore = round > 0
		for _, k := range shuffled(len(lessons), 100*(voice+1)+round) {
			p.sentence(&lessons[k])
		}
		c.Note("trees, voice %d: round %d: %d moves, %.2f%% wrong, %d labels wrong, %d features", voice+1, round+1, p.all, 100*float64(p.wrong)/float64(p.all), p.mislabelled, len(p.moves.weights))
	}
}

// treeLearner learns by parsing: it follows its own moves, right or wrong, and
// is corrected towards the moves that lose the fewest arcs from there.
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
		mv := p.move(s)
		if mv == moveShift {
			s.shift()
			continue
		}
		head, child := s.arc(mv)
		s.attach(head, child, p.label(x, head, child))
	}
}

// move chooses the next move and learns from it.
func (p *treeLearner) move(s *state) move {
	legal := s.legal()
	if legal&(legal-1) == 0 {
		return only(legal)
	}
	s.moveAtoms(&p.work.atoms)
	features := moveAgenda.features(&p.work)
	sums := p.moves.score(features)
	zero := p.oracle.zero(s, legal)
	chosen, good := top(&sums, legal), top(&sums, zero)
	p.all++
	if worse := legal &^ zero; worse != 0 {
		if bad := top(&sums, worse); sums[good] <= sums[bad] {
			p.moves.correct(features, good, bad)
		}
	}
	if zero>>chosen&1 == 0 {
		p.wrong++
		if !p.explore || p.random.Float64() > 0.9 {
			return good
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
	features := labelAgenda.features(&p.work)
	sums := notRoot
	p.labels.score(&sums, features)
	d := hearsay.Dep(best(&sums, 1, int(hearsay.DepCount)))
	gold := x.deps[p.state.place[child]]
	if p.heads[child] != head || gold == hearsay.DepNone {
		return d
	}
	bad := d
	if d == gold {
		bad = hearsay.Dep(second(&sums, int(d), int(hearsay.DepCount)))
	}
	if sums[gold] <= sums[bad] {
		p.labels.correct(features, uint8(gold), uint8(bad))
	}
	if d != gold {
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
