package nlp

import (
	"fmt"
	"math/rand/v2"

	"hearsay"
)

// Course is what an English model is learnt from.
type Course struct {
	Name      string
	Treebanks []*Treebank
	Texts     []string // plain texts of which word clusters are made
	Rounds    int      // passes over the treebanks of the parser; 0 for the usual number
	Note      func(format string, args ...any)
}

const (
	tagRounds  = 6
	moveRounds = 8
	folds      = 5
	// least updates of a feature that is kept; the weight that falls on 127,
	// as a share of the rounds' number of steps in the same feature
	tagLeast, moveLeast, labelLeast = 3, 3, 3
)

// lesson is a sentence with what is to be learnt from it.
type lesson struct {
	words []form // and the root
	tags  []hearsay.Tag
	given []hearsay.Tag // tags by a tagger that has not seen the sentence
	heads []int32       // the root is len(tags)
	deps  []hearsay.Dep
}

// Learn makes a model file. It depends on the course alone: equal courses give
// equal bytes.
func Learn(c Course) []byte {
	if c.Rounds == 0 {
		c.Rounds = moveRounds
	}
	var parts [sectionCount][]byte
	parts[sectionName] = []byte(c.Name)
	m := &model{}
	parts[sectionLexiconSeeds], parts[sectionLexiconSlots] = learnLexicon(&c)
	m.lexicon.table = table{string(parts[sectionLexiconSeeds]), string(parts[sectionLexiconSlots])}
	lessons := m.lessons(c.Treebanks)
	c.Note("%d sentences", len(lessons))

	tagger := learnTags(lessons, &c, "all")
	parts[sectionTagSeeds], parts[sectionTagSlots], parts[sectionTagRows] = tagger.pack(tagLeast, tagger.clip())
	m.tagOthers(lessons, &c)

	moves, labels := learnTrees(lessons, &c)
	parts[sectionMoveSeeds], parts[sectionMoveSlots] = moves.pack(moveLeast, moves.clip())
	parts[sectionLabelSeeds], parts[sectionLabelSlots], parts[sectionLabelRows] = labels.pack(labelLeast, labels.clip())
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
			n := s.Last - s.First
			for _, t := range b.Gold.Tokens[s.First:s.Last] {
				head := n
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
func learnTags(lessons []lesson, c *Course, name string) *rankLearner {
	l := &rankLearner{}
	var hashes [maxTemplates]uint64
	features := hashes[:len(tagTemplates)]
	for round := range tagRounds {
		wrong, all := 0, 0
		for _, k := range shuffled(len(lessons), round) {
			x := &lessons[k]
			words := x.words[:len(x.tags)]
			for i, gold := range x.tags {
				t := words[i].only
				if t == hearsay.TagNone {
					var sums [maxClasses]int32
					tagFeatures(features, words, i)
					l.score(&sums, features)
					t = hearsay.Tag(best(&sums, 1, int(hearsay.TagCount)))
					if t != gold && gold != hearsay.TagNone {
						l.correct(features, uint8(gold), uint8(t))
						wrong++
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
	for fold := range folds {
		var rest []lesson
		for i, x := range lessons {
			if i%folds != fold {
				rest = append(rest, x)
			}
		}
		l := learnTags(rest, c, fmt.Sprintf("without fold %d", fold+1))
		seeds, slots, rows := l.pack(tagLeast, l.clip())
		m.tags = ranker{table{string(seeds), string(slots)}, string(rows)}
		wrong, all := 0, 0
		for i := range lessons {
			if x := &lessons[i]; i%folds == fold {
				x.given = make([]hearsay.Tag, len(x.tags))
				m.tag(x.words[:len(x.tags)], x.given)
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

// learnTrees learns the structural model and the labels together.
func learnTrees(lessons []lesson, c *Course) (*moveLearner, *rankLearner) {
	p := &treeLearner{random: rand.New(rand.NewPCG(7, 7))}
	for round := range c.Rounds {
		p.wrong, p.mislabelled, p.all = 0, 0, 0
		p.explore = round > 0
		for _, k := range shuffled(len(lessons), round+100) {
			p.sentence(&lessons[k])
		}
		c.Note("trees: round %d: %d moves, %.2f%% wrong, %d labels wrong, %d features", round+1, p.all, 100*float64(p.wrong)/float64(p.all), p.mislabelled, len(p.moves.weights))
	}
	return &p.moves, &p.labels
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
	hashes                  [maxTemplates]uint64
}

func (p *treeLearner) sentence(x *lesson) {
	s := &p.state
	s.reset(x.words, x.given)
	p.oracle.reset(x.heads)
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
	features := p.hashes[:len(moveTemplates)]
	s.moveFeatures(features)
	sums := p.moves.score(features)
	zero := p.oracle.zero(s, legal)
	chosen, good := top(&sums, legal), top(&sums, zero)
	p.all++
	if zero>>chosen&1 == 0 {
		p.moves.correct(features, good, chosen)
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
	features := p.hashes[:len(labelTemplates)]
	var sums [maxClasses]int32
	p.state.labelFeatures(features, head, child)
	p.labels.score(&sums, features)
	sums[hearsay.DepRoot] = -1 << 30
	d := hearsay.Dep(best(&sums, 1, int(hearsay.DepCount)))
	if gold := x.deps[child]; x.heads[child] == head && gold != d && gold != hearsay.DepNone {
		p.labels.correct(features, uint8(gold), uint8(d))
		p.mislabelled++
		if !p.explore {
			return gold
		}
	}
	return d
}
