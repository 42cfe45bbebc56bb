package stories

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"slices"
)

// saved is a grouper as Save writes it: what cannot be computed again.
type saved struct {
	Window  int
	First   int32
	Groups  int32
	Stories int32
	Texts   []savedText
	Loose   []savedGroup
	Rulings []savedRuling
}

type savedRuling struct{ A, B []int32 }

type savedText struct {
	Words       int
	Terms       []savedTerm
	Years, Days []uint32
	Story       int32
}

type savedTerm struct {
	Word         uint32
	N, Lead      uint16
	Name, Number bool
}

type savedGroup struct {
	ID      int32
	Members []int32
	Split   int
	Words   []uint32
	Sums    []float32
}

// Save writes the live texts of g, their groups and their stories.
func (g *Grouper) Save(w io.Writer) error {
	s := saved{Window: g.Window, First: g.first, Groups: g.groups, Stories: g.stories}
	for _, r := range g.rulings {
		s.Rulings = append(s.Rulings, savedRuling{r.a, r.b})
	}
	for i, m := range g.live {
		t := m.text
		s.Texts = append(s.Texts, savedText{t.words, saveTerms(t.terms), t.years, t.days, m.story})
		if m.group.members[0] == g.first+int32(i) {
			s.Loose = append(s.Loose, saveGroup(m.group))
		}
	}
	if err := gob.NewEncoder(w).Encode(s); err != nil {
		return fmt.Errorf("save stories: %w", err)
	}
	return nil
}

func saveTerms(terms []term) []savedTerm {
	out := make([]savedTerm, len(terms))
	for i, t := range terms {
		out[i] = savedTerm{t.word, t.n, t.lead, t.name, t.number}
	}
	return out
}

func saveGroup(l *loose) savedGroup {
	out := savedGroup{ID: l.id, Members: l.members, Split: l.split}
	for word := range l.sum {
		out.Words = append(out.Words, word)
	}
	slices.Sort(out.Words)
	for _, word := range out.Words {
		out.Sums = append(out.Sums, l.sum[word])
	}
	return out
}

// Restore reads what Save wrote. The grouper then goes on as the saved one would.
func Restore(r io.Reader) (*Grouper, error) {
	var s saved
	if err := gob.NewDecoder(r).Decode(&s); err != nil {
		return nil, fmt.Errorf("restore stories: %w", err)
	}
	g := &Grouper{Window: s.Window, first: s.First, groups: s.Groups, stories: s.Stories}
	for i, x := range s.Texts {
		t := &Text{words: x.Words, terms: restoreTerms(x.Terms), years: x.Years, days: x.Days}
		t.all = weigh(t.terms, term.weight)
		m := &member{text: t, keys: heaviest(t.all), story: x.Story}
		g.live = append(g.live, m)
		g.seen = append(g.seen, 0)
		g.lists.add(s.First+int32(i), m.keys)
	}
	for _, x := range s.Loose {
		if err := g.restoreGroup(x); err != nil {
			return nil, err
		}
	}
	for _, r := range s.Rulings {
		g.rulings = append(g.rulings, ruling{g.alive(r.A), g.alive(r.B)})
	}
	if slices.ContainsFunc(g.live, func(m *member) bool { return m.group == nil }) {
		return nil, errors.New("restore stories: a text without a group")
	}
	return g, nil
}

func restoreTerms(terms []savedTerm) []term {
	out := make([]term, len(terms))
	for i, t := range terms {
		out[i] = term{word: t.Word, idf: background().idf(t.Word), n: t.N, lead: t.Lead, name: t.Name, number: t.Number}
	}
	return out
}

func (g *Grouper) restoreGroup(x savedGroup) error {
	l := &loose{id: x.ID, members: x.Members, split: x.Split, sum: make(map[uint32]float32, len(x.Words))}
	if len(x.Words) != len(x.Sums) {
		return errors.New("restore stories: damaged group")
	}
	for i, word := range x.Words {
		l.sum[word] = x.Sums[i]
	}
	for _, t := range x.Members {
		if i := int(t - g.first); i < 0 || i >= len(g.live) || g.live[i].group != nil {
			return errors.New("restore stories: damaged members")
		}
		g.member(t).group = l
	}
	return nil
}
