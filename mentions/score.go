package mentions

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/lang/en"
	"hearsay/nlp"
)

// NameScores count the names of each kind that were found, that a treebank
// shows, and that are the same: equal spans of equal kind.
type NameScores [NamePlace + 1]struct{ Right, Found, Gold int }

// Add counts one text.
func (s *NameScores) Add(found, gold []Name) {
	want := map[hearsay.Span]NameKind{}
	for _, g := range gold {
		want[g.Span] = g.Kind
		s[g.Kind].Gold++
	}
	for _, n := range found {
		s[n.Kind].Found++
		if k, ok := want[n.Span]; ok && k == n.Kind {
			s[k].Right++
		}
	}
}

// Of is precision, recall and F1 of one kind.
func (s *NameScores) Of(k NameKind) (p, r, f1 float64) {
	x := s[k]
	if x.Right == 0 {
		return 0, 0, 0
	}
	right := float64(x.Right)
	return right / float64(x.Found), right / float64(x.Gold), 2 * right / float64(x.Found+x.Gold)
}

// Links count the expressions that take up somebody or something named or
// described before: Wanted by the annotation, Found by the reading, Right when
// the entity found is the annotated one.
type Links struct{ Right, Found, Wanted int }

// Of is precision, recall and F1.
func (l Links) Of() (p, r, f1 float64) {
	if l.Right == 0 {
		return 0, 0, 0
	}
	right := float64(l.Right)
	return right / float64(l.Found), right / float64(l.Wanted), 2 * right / float64(l.Found+l.Wanted)
}

// LinkScores compare the coreference of a reading with a treebank's, for
// pronouns of the third person and for descriptions; the nearest fitting mention
// before each is the baseline.
type LinkScores struct {
	Pronouns, Descriptions               Links
	NearestPronouns, NearestDescriptions Links
}

// Add counts one text, whose mentions and entities have been found.
func (s *LinkScores) Add(r *hearsay.Reading, b *nlp.Treebank) {
	c := newComparison(r, b)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		gold := c.gold[i]
		switch m.Form {
		case hearsay.MentionPronoun:
			if p, _ := pronounOf(en.Lower(m.Of(b.Text))); p.relative {
				continue // GUM leaves most relatives unannotated
			}
			c.count(&s.Pronouns, i, m.Entity, gold)
			c.count(&s.NearestPronouns, i, c.nearest(i), gold)
		case hearsay.MentionNominal:
			if m.Entity >= 0 && r.Entities[m.Entity].Mentions[0] == int32(i) {
				continue // introduced here
			}
			c.count(&s.Descriptions, i, m.Entity, gold)
			c.count(&s.NearestDescriptions, i, c.nearest(i), gold)
		}
	}
	pronouns, descriptions := c.wanted()
	s.Pronouns.Wanted += pronouns
	s.NearestPronouns.Wanted += pronouns
	s.Descriptions.Wanted += descriptions
	s.NearestDescriptions.Wanted += descriptions
}

// comparison holds a reading beside the treebank's annotation.
type comparison struct {
	r     *hearsay.Reading
	b     *nlp.Treebank
	marks []nlp.Marked
	gold  []*nlp.Marked    // of each mention the annotated one that it shares most with, or nil
	means map[int32]string // of each entity the annotated one that most of its names and descriptions are
}

func newComparison(r *hearsay.Reading, b *nlp.Treebank) *comparison {
	c := &comparison{r: r, b: b, marks: b.Marks(), gold: make([]*nlp.Marked, len(r.Mentions)), means: map[int32]string{}}
	count := map[int32]map[string]int{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		c.gold[i] = c.match(m.Span)
		if g := c.gold[i]; g != nil && m.Form != hearsay.MentionPronoun && m.Entity >= 0 {
			if count[m.Entity] == nil {
				count[m.Entity] = map[string]int{}
			}
			count[m.Entity][g.Entity]++
		}
	}
	for e, byGold := range count {
		best := ""
		for g, n := range byGold {
			if n > byGold[best] || n == byGold[best] && g < best {
				best = g
			}
		}
		c.means[e] = best
	}
	return c
}

// match is the annotated mention whose head the span holds and that shares most
// with it.
func (c *comparison) match(s hearsay.Span) (out *nlp.Marked) {
	best := 0.0
	for k := range c.marks {
		x := &c.marks[k]
		shared := min(x.End, s.End) - max(x.Start, s.Start)
		if v := float64(shared) / float64(max(x.End, s.End)-min(x.Start, s.Start)); shared > 0 && v > best && s.Contains(c.b.Gold.Tokens[x.Head].Span) {
			best, out = v, x
		}
	}
	return out
}

// count adds the link of mention i to an entity.
func (c *comparison) count(l *Links, i int, entity int32, gold *nlp.Marked) {
	if entity < 0 || gold != nil && goldKind(gold.Kind) == NameOther {
		return // what is neither person nor house nor place is not asked for
	}
	l.Found++
	if gold != nil && c.means[entity] == gold.Entity {
		l.Right++
	}
}

// wanted counts the annotated pronouns of the third person whose person, house
// or place some name or description of the text tells, and the descriptions of
// those mentioned before.
func (c *comparison) wanted() (pronouns, descriptions int) {
	told, before := map[string]bool{}, map[string]bool{}
	for _, x := range c.marks {
		if !c.pronoun(&x) && goldKind(x.Kind) != NameOther {
			told[x.Entity] = true
		}
	}
	marks := slices.Clone(c.marks)
	slices.SortStableFunc(marks, func(a, b nlp.Marked) int { return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last)) })
	for i := range marks {
		x := &marks[i]
		switch tag := c.b.Gold.Tokens[x.Head].Tag; {
		case c.pronoun(x):
			if p, third := pronounOf(en.Lower(x.Of(c.b.Text))); third && !p.relative && told[x.Entity] {
				pronouns++
			}
		case (tag == hearsay.TagNN || tag == hearsay.TagNNS) && before[x.Entity] && goldKind(x.Kind) != NameOther:
			descriptions++
		}
		before[x.Entity] = true
	}
	return pronouns, descriptions
}

func (c *comparison) pronoun(x *nlp.Marked) bool {
	switch c.b.Gold.Tokens[x.First].Tag {
	case hearsay.TagPRP, hearsay.TagPRPS, hearsay.TagWP, hearsay.TagWPS:
		return x.First == x.Last
	}
	return false
}

// nearest is the entity of the nearest mention before i that fits by its kind
// alone, and for a description by its noun; -1 for none.
func (c *comparison) nearest(i int) int32 {
	m := &c.r.Mentions[i]
	word := en.Lower(c.r.Tokens[m.Head].Of(c.b.Text))
	p, _ := pronounOf(word)
	for k := i - 1; k >= 0; k-- {
		x := &c.r.Mentions[k]
		if x.Entity < 0 || x.Form == hearsay.MentionPronoun {
			continue
		}
		if m.Form == hearsay.MentionNominal {
			if en.Lower(c.r.Tokens[x.Head].Of(c.b.Text)) == word {
				return x.Entity
			}
			continue
		}
		kind := c.r.Entities[x.Entity].Kind
		person := kind == hearsay.KindPerson || kind == hearsay.KindRole || kind == hearsay.KindUnnamed
		if p.plural || p.thing != person {
			return x.Entity
		}
	}
	return -1
}
