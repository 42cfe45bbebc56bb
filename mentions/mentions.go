// Package mentions finds the expressions that refer to people, organisations,
// places, documents and groups, and what they refer to.
//
//	the text    Vera Holm, the mayor of Aldby, said she would resign. The mayor ...
//	Mention     Vera Holm · the mayor of Aldby · Aldby · she · The mayor
//	Entity      Vera Holm (person): four of them; Aldby (place): one
//
// Names are found by lists and by their shape and are gathered into entities
// first, over the whole text; descriptions and pronouns are then resolved in
// the order of the text. A mention that fits several entities equally, or none,
// keeps Entity -1.
package mentions

import (
	"strings"

	"hearsay"
)

// Find returns the mentions of a reading in order of the text, and the entities
// they refer to in order of first mention.
func Find(r *hearsay.Reading) ([]hearsay.Mention, []hearsay.Entity) {
	return findWith(r, learnt())
}

func findWith(r *hearsay.Reading, w *Weights) ([]hearsay.Mention, []hearsay.Entity) {
	if len(r.Tokens) == 0 {
		return nil, nil
	}
	f := newFinder(r)
	f.findNames()
	f.learntNames(w)
	f.findDescriptions()
	f.findPronouns()
	f.order()
	f.gather()
	f.resolve()
	return f.results()
}

// results turns expressions into mentions and numbers the entities by first
// mention.
func (f *finder) results() ([]hearsay.Mention, []hearsay.Entity) {
	number := make([]int32, len(f.entities))
	for i := range number {
		number[i] = -1
	}
	mentions := make([]hearsay.Mention, 0, len(f.found))
	var entities []hearsay.Entity
	for i := range f.found {
		x := &f.found[i]
		if x.absorbed {
			continue
		}
		m := hearsay.Mention{Span: f.span(x), Head: f.units[x.head].last, Form: x.form, Entity: -1}
		if x.entity >= 0 {
			if number[x.entity] < 0 {
				number[x.entity] = int32(len(entities))
				entities = append(entities, f.entities[x.entity])
			}
			m.Entity = number[x.entity]
			e := &entities[m.Entity]
			e.Mentions = append(e.Mentions, int32(len(mentions)))
		}
		mentions = append(mentions, m)
	}
	for i := range entities {
		f.callByMention(&entities[i], mentions)
	}
	return mentions, entities
}

// callByMention gives an entity whose name stands in none of its mentions, since
// the expression that had it became a part of another, that of the longest one.
func (f *finder) callByMention(e *hearsay.Entity, mentions []hearsay.Mention) {
	longest := ""
	for _, m := range e.Mentions {
		text := mentions[m].Of(f.text)
		if strings.Contains(text, e.Name) {
			return
		}
		if len(text) > len(longest) {
			longest = text
		}
	}
	e.Name = longest
}
