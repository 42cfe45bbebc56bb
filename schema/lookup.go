package schema

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Lookup finds the parts of a dossier by their ids and gives what all faces
// show alike: labels of accounts, chains of voices, the order of the claims.
type Lookup struct {
	*Dossier
	articles   map[string]int
	entities   map[string]*Entity
	statements map[string]*Statement
	claims     map[string]*Claim
	labels     []string // of the articles, in their order
	texts      [][]string
	disowned   map[string]bool   // statements that the one they lie in denies or questions
	weights    map[string]weight // of the claims
}

// weight is what the order of claims goes by.
type weight struct {
	texts int // that carry the claim
	heat  int // 3 contradicted, 2 with voices on both sides, 1 only denied, 0 the rest
}

// NewLookup indexes a dossier. Ids that a dossier names and does not have are
// met with nil, zero or the id itself; [Prove] is what rejects them.
func NewLookup(d *Dossier) *Lookup {
	l := &Lookup{Dossier: d, articles: map[string]int{}, entities: map[string]*Entity{},
		statements: map[string]*Statement{}, claims: map[string]*Claim{}}
	used := map[string]int{}
	for i := range d.Articles {
		l.articles[d.Articles[i].ID] = i
		name := label(&d.Articles[i])
		if used[name]++; used[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, used[name])
		}
		l.labels = append(l.labels, name)
	}
	for i := range d.Entities {
		l.entities[d.Entities[i].ID] = &d.Entities[i]
	}
	for i := range d.Statements {
		l.statements[d.Statements[i].ID] = &d.Statements[i]
	}
	for i := range d.Claims {
		l.claims[d.Claims[i].ID] = &d.Claims[i]
	}
	l.texts = l.groups()
	l.disowned = l.denied()
	l.weights = l.weigh()
	return l
}

// denied finds the statements that the statement which holds them does not pass on,
// but denies or questions.
func (l *Lookup) denied() map[string]bool {
	out := map[string]bool{}
	for i := range l.Claims {
		against := map[string]bool{}
		for _, p := range l.Claims[i].Positions {
			against[p.Statement] = p.Stance == "denies" || p.Stance == "questions"
		}
		for _, p := range l.Claims[i].Positions {
			if s := l.statements[p.Statement]; s != nil && s.Within != nil && against[*s.Within] && !against[s.ID] {
				out[s.ID] = true
			}
		}
	}
	return out
}

// label is the outlet, or the file where the account names none.
func label(a *Article) string {
	if a.Outlet != nil && a.Outlet.Name != "" {
		return a.Outlet.Name
	}
	base := strings.TrimSuffix(path.Base(strings.ReplaceAll(a.Input, `\`, "/")), ".gz")
	if name := strings.TrimSuffix(base, path.Ext(base)); name != "" {
		return name
	}
	return base
}

// Number is the place of an article in the dossier, counted from 1; 0 for none.
func (l *Lookup) Number(article string) int {
	if i, ok := l.articles[article]; ok {
		return i + 1
	}
	return 0
}

// Article is the article with an id, or nil.
func (l *Lookup) Article(id string) *Article {
	if i, ok := l.articles[id]; ok {
		return &l.Articles[i]
	}
	return nil
}

// Label names an account: its outlet or file, distinct within the dossier.
func (l *Lookup) Label(article string) string {
	if i, ok := l.articles[article]; ok {
		return l.labels[i]
	}
	return article
}

// Entity is the entity with an id, or nil.
func (l *Lookup) Entity(id string) *Entity { return l.entities[id] }

// Statement is the statement with an id, or nil.
func (l *Lookup) Statement(id string) *Statement { return l.statements[id] }

// Claim is the claim with an id, or nil.
func (l *Lookup) Claim(id string) *Claim { return l.claims[id] }

// Name is the name of an entity.
func (l *Lookup) Name(entity string) string {
	if e := l.entities[entity]; e != nil {
		return e.Name
	}
	return entity
}

// Chain are the entities of a statement's chain without who denies what it says: he
// passes nothing on.
func (l *Lookup) Chain(s *Statement) []string {
	o := l.holder(s)
	if o == nil || o.Source.Entity == nil {
		return s.Chain
	}
	return slices.DeleteFunc(slices.Clone(s.Chain), func(e string) bool { return e == *o.Source.Entity })
}

// Voices are the voices of a statement, outermost first; the outlet only where it
// speaks in its own words. It is empty when the text names none.
func (l *Lookup) Voices(s *Statement) []string {
	var names []string
	for _, e := range l.Chain(s) {
		names = append(names, l.Name(e))
	}
	if len(names) == 0 && s.Source.Entity != nil {
		names = append(names, l.Name(*s.Source.Entity))
	}
	switch {
	case len(names) > 0:
	case len(s.Source.Spans) > 0:
		names = append(names, Joined(s.Source.Spans))
	case l.Narrates(s):
		names = append(names, l.Label(s.Article))
	}
	return names
}

// Narrates reports whether a statement is the outlet's own.
func (l *Lookup) Narrates(s *Statement) bool {
	return s.Source.Kind == "media" && s.Source.Entity == nil && len(s.Source.Spans) == 0 && len(s.Cue) == 0
}

// holder is the statement that s lies in where that denies or questions it, or nil.
func (l *Lookup) holder(s *Statement) *Statement {
	if !l.disowned[s.ID] {
		return nil
	}
	return l.statements[*s.Within]
}

// Joined is the text of the parts of one cell, with " … " where something lies
// between them.
func Joined(spans []Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = s.Text
	}
	return strings.Join(parts, " … ")
}

// Stances are the stances that an article's statements take to a claim, each
// once, in the order of the positions; "relays" when it only carries the claim.
func (l *Lookup) Stances(c *Claim, article string) []string {
	var out []string
	for _, p := range c.Positions {
		if s := l.statements[p.Statement]; s != nil && s.Article == article && !slices.Contains(out, p.Stance) {
			out = append(out, p.Stance)
		}
	}
	if len(out) == 0 && slices.Contains(c.Present, article) {
		out = append(out, "relays")
	}
	return out
}

// Disputed reports whether a voice denies a claim or accounts contradict one
// another about it.
func (l *Lookup) Disputed(c *Claim) bool { return l.weights[c.ID].heat > 0 }

func (l *Lookup) weigh() map[string]weight {
	text := map[string]int{} // of the articles
	for i, group := range l.texts {
		for _, a := range group {
			text[a] = i
		}
	}
	contradicted := map[string]bool{}
	for _, x := range l.Contradictions {
		contradicted[x.Claim] = true
	}
	out := make(map[string]weight, len(l.Claims))
	for i := range l.Claims {
		c := &l.Claims[i]
		seen := map[int]bool{}
		for _, a := range c.Present {
			if t, known := text[a]; known {
				seen[t] = true
			}
		}
		w := weight{texts: len(seen)}
		has := func(stances ...string) bool {
			return slices.ContainsFunc(c.Positions, func(p Position) bool { return slices.Contains(stances, p.Stance) })
		}
		switch {
		case contradicted[c.ID]:
			w.heat = 3
		case !has("denies"):
		case has("asserts", "confirms", "relays"):
			w.heat = 2
		default:
			w.heat = 1
		}
		out[c.ID] = w
	}
	return out
}

// Ranked are the claims of a story in the order of reading: disputed ones first,
// then by origins and by accounts. A part follows the claim that it belongs to,
// which stands where the foremost of its parts would.
func (l *Lookup) Ranked(story string) []*Claim {
	var roots []*Claim
	parts := map[string][]*Claim{}
	for i := range l.Claims {
		c := &l.Claims[i]
		if c.Story != story {
			continue
		}
		if c.Parent != nil && l.claims[*c.Parent] != nil && l.claims[*c.Parent].Story == story && *c.Parent != c.ID {
			parts[*c.Parent] = append(parts[*c.Parent], c)
			continue
		}
		roots = append(roots, c)
	}
	foremost := map[string]*Claim{}
	for _, c := range roots {
		foremost[c.ID] = l.foremost(c, parts, map[string]bool{})
	}
	slices.SortStableFunc(roots, func(a, b *Claim) int { return l.Compare(foremost[a.ID], foremost[b.ID]) })
	var out []*Claim
	for _, c := range roots {
		out = l.withParts(out, c, parts)
	}
	return out
}

// foremost is the claim or the one of its parts that deserves reading first.
func (l *Lookup) foremost(c *Claim, parts map[string][]*Claim, seen map[string]bool) *Claim {
	best := c
	if seen[c.ID] {
		return best
	}
	seen[c.ID] = true
	for _, p := range parts[c.ID] {
		if f := l.foremost(p, parts, seen); l.Compare(f, best) < 0 {
			best = f
		}
	}
	return best
}

func (l *Lookup) withParts(out []*Claim, c *Claim, parts map[string][]*Claim) []*Claim {
	out = append(out, c)
	below := parts[c.ID]
	delete(parts, c.ID)
	for _, p := range below {
		out = l.withParts(out, p, parts)
	}
	return out
}

// Matters reports whether a claim concerns more than the text that tells it:
// somebody disputes it, or several texts tell it.
func (l *Lookup) Matters(c *Claim) bool { return l.weights[c.ID].tier() > 0 }

// Compare puts what deserves reading first in front: claims with voices on both
// sides, then those that more than one text tells or that are only denied, then
// the rest; among them by texts and by origins.
func (l *Lookup) Compare(a, b *Claim) int {
	v, w := l.weights[a.ID], l.weights[b.ID]
	return cmp.Or(
		w.tier()-v.tier(),
		w.texts-v.texts,
		w.heat-v.heat,
		b.Origins.Lower-a.Origins.Lower,
		len(b.Present)-len(a.Present),
		b.Origins.Upper-a.Origins.Upper)
}

func (w weight) tier() int {
	switch {
	case w.heat > 1 && w.texts > 1:
		return 3
	case w.heat > 1:
		return 2
	case w.heat == 1 || w.texts > 1:
		return 1
	}
	return 0
}

// MainFirst are the stories, the one with most accounts in front.
func (l *Lookup) MainFirst() []*Story {
	out := make([]*Story, len(l.Stories))
	for i := range l.Stories {
		out[i] = &l.Stories[i]
	}
	slices.SortStableFunc(out, func(a, b *Story) int { return len(b.Articles) - len(a.Articles) })
	return out
}

// Texts groups the articles that are one text, in order.
func (l *Lookup) Texts() [][]string { return l.texts }

func (l *Lookup) groups() [][]string {
	group := make([]int, len(l.Articles)) // index of the first article of the group
	for i := range group {
		group[i] = i
	}
	for _, c := range l.Copies {
		a, b := l.Number(c.A)-1, l.Number(c.B)-1
		if a < 0 || b < 0 || c.Relation != "copy" && c.Relation != "near-copy" {
			continue
		}
		low, high := min(group[a], group[b]), max(group[a], group[b])
		for i := range group {
			if group[i] == high {
				group[i] = low
			}
		}
	}
	var out [][]string
	for i := range group {
		if group[i] != i {
			continue
		}
		var ids []string
		for k := range group {
			if group[k] == i {
				ids = append(ids, l.Articles[k].ID)
			}
		}
		out = append(out, ids)
	}
	return out
}

// TextsOf is how many texts carry a claim.
func (l *Lookup) TextsOf(c *Claim) int { return l.weights[c.ID].texts }

// MostTold is the claim that most texts carry, of those with an origin; nil for
// none.
func (l *Lookup) MostTold() *Claim {
	var best *Claim
	most := 0
	for i := range l.Claims {
		c := &l.Claims[i]
		if c.Origins.Upper == 0 {
			continue
		}
		if n := l.TextsOf(c); n > most {
			best, most = c, n
		}
	}
	return best
}

// Disputers counts who denies or questions a claim: an entity once, a source
// that is not resolved once for each statement.
func (l *Lookup) Disputers() int {
	seen := map[string]bool{}
	for _, c := range l.Claims {
		for _, p := range c.Positions {
			s := l.statements[p.Statement]
			switch {
			case s == nil || p.Stance != "denies" && p.Stance != "questions":
			case s.Source.Entity != nil:
				seen[*s.Source.Entity] = true
			default:
				seen[s.ID] = true
			}
		}
	}
	return len(seen)
}

// Between prints bounds: "2", or "1-2" where they differ.
func (o Origins) Between() string {
	if o.Lower == o.Upper {
		return fmt.Sprint(o.Lower)
	}
	return fmt.Sprintf("%d-%d", o.Lower, o.Upper)
}
