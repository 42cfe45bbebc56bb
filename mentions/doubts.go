package mentions

import (
	"fmt"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// Doubts lists the mentions that could refer to several entities, or to none
// that the text names: personal pronouns left unresolved, and surnames that two
// people of the text bear.
func Doubts(r *hearsay.Reading) []hearsay.Doubt {
	shared := sharedSurnames(r)
	var out []hearsay.Doubt
	for i := range r.Mentions {
		m := &r.Mentions[i]
		word := m.Of(r.Article.Text)
		switch {
		case m.Form == hearsay.MentionPronoun && m.Entity < 0 && personal(en.Lower(word)):
			out = append(out, unresolved(r, m, fmt.Sprintf("It is not decided whom %q means.", word)))
		case m.Form == hearsay.MentionName && m.Entity >= 0 && shared[word]:
			out = append(out, unresolved(r, m, fmt.Sprintf("Several people of the text are called %s.", word)))
		}
	}
	return out
}

func unresolved(r *hearsay.Reading, m *hearsay.Mention, note string) hearsay.Doubt {
	e := r.Article.Evidence(m.Span)
	return hearsay.Doubt{Kind: hearsay.DoubtUnresolved, Evidence: &e, Note: note}
}

// personal reports whether a pronoun asks for a person.
func personal(w string) bool {
	switch w {
	case "he", "him", "his", "she", "her":
		return true
	}
	return false
}

// sharedSurnames lists the surnames of more than one person of the text.
func sharedSurnames(r *hearsay.Reading) map[string]bool {
	count := map[string]int{}
	for i := range r.Entities {
		if e := &r.Entities[i]; e.Kind == hearsay.KindPerson {
			if w := strings.Fields(e.Name); len(w) > 1 {
				count[w[len(w)-1]]++
			}
		}
	}
	shared := map[string]bool{}
	for w, n := range count {
		if n > 1 {
			shared[w] = true
		}
	}
	return shared
}

// MergeDoubts lists the unnamed sources that are described alike and given to
// the same agency, and that Merge yet kept apart because a description fits
// several.
func MergeDoubts(readings []*hearsay.Reading, referents []hearsay.Referent) []hearsay.Doubt {
	of := map[hearsay.Ref]int{}
	for i := range referents {
		for _, ref := range referents[i].Members {
			of[ref] = i
		}
	}
	m := newMerger(readings)
	first := map[string]int32{}
	var out []hearsay.Doubt
	for n := range m.refs {
		for _, key := range m.sourceKeys(int32(n)) {
			o, ok := first[key]
			if !ok {
				first[key] = int32(n)
				continue
			}
			if a, b := m.refs[o], m.refs[n]; of[a] != of[b] && a.Article != b.Article {
				r := readings[b.Article]
				e := r.Article.Evidence(r.Mentions[r.Entities[b.Index].Mentions[0]].Span)
				out = append(out, hearsay.Doubt{Kind: hearsay.DoubtOrigin, Article: b.Article, Evidence: &e,
					Note: fmt.Sprintf("May be the same as %q of another article.", m.entity(o).Name)})
			}
		}
	}
	return out
}
