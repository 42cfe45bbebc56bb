package nlp

import (
	"math/rand/v2"

	"hearsay"
)

// Course is what an English model is learnt from.
type Course struct {
	Name      string
	Treebanks []*Treebank
	Silver    []*Treebank // labelled by a teacher; they count less
	Texts     []string    // plain texts of which word clusters are made
	Rounds    int         // passes of the parser over the treebanks; 0 for the usual number
	Note      func(format string, args ...any)
	Do        func(tasks []func()) // does tasks that share nothing, in any order or at once; nil for in order
}

const (
	tagRounds  = 4
	moveRounds = 6
	folds      = 2
	voices     = 2
	// what the features may take in the model file; those that were updated least
	// are left out
	tagBytes, moveBytes, labelBytes = 1_500_000, 7_000_000, 3_600_000
	// The tagger learns from a word when the right tag leads by no more; those
	// that tag the parser's lessons learn from their errors alone.
	tagMargin = 25
	// A sentence of a treebank counts as often as so many of a teacher's.
	goldWeight = 2
	// Every so many sentences of the treebanks, one is not learnt from but tells
	// how sure a stage must be.
	heldEvery = 25
)

// lesson is a sentence with what is to be learnt from it.
type lesson struct {
	words  []form
	tags   []hearsay.Tag
	given  []hearsay.Tag // tags by a tagger that has not seen the sentence
	heads  []int32       // the root is -1
	deps   []hearsay.Dep
	weight int32
	gold   bool
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
	lessons, held := m.lessons(&c)
	c.Note("%d sentences, and %d to try on", len(lessons), len(held))

	tagger := learnTaggers(lessons, &c)
	tagger.packAll(&parts, sectionTags, tagBytes)
	moves, labels := learnTrees(lessons, &c)
	moves.packAll(&parts, moveBytes)
	labels.packAll(&parts, sectionLabels, labelBytes)
	parts[sectionSure] = learnSureness(&parts, held, &c)
	for i, p := range parts {
		c.Note("section %d: %d bytes", i, len(p))
	}
	return modelFile(parts)
}

// lessons describes the sentences of the treebanks, and those that are held
// back.
func (m *model) lessons(c *Course) (lessons, held []lesson) {
	weight := int32(1)
	if len(c.Silver) > 0 {
		weight = goldWeight
	}
	for _, b := range c.Treebanks {
		for i, l := range m.lessonsOf(b, weight, true) {
			if i%heldEvery == heldEvery-1 {
				held = append(held, l)
			} else {
				lessons = append(lessons, l)
			}
		}
	}
	for _, b := range c.Silver {
		lessons = append(lessons, m.lessonsOf(b, 1, false)...)
	}
	return lessons, held
}

func (m *model) lessonsOf(b *Treebank, weight int32, gold bool) []lesson {
	var out []lesson
	r := b.reader(m)
	for _, s := range b.Gold.Sentences {
		r.look(s.First, s.Last)
		l := lesson{words: append([]form(nil), r.words...), weight: weight, gold: gold}
		for _, t := range b.Gold.Tokens[s.First:s.Last] {
			head := int32(-1)
			if t.Head >= 0 {
				head = t.Head - s.First
			}
			l.tags, l.heads, l.deps = append(l.tags, t.Tag), append(l.heads, head), append(l.deps, t.Dep)
		}
		out = append(out, l)
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
