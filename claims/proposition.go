package claims

import (
	"slices"
	"strings"
	"sync"

	"hearsay"
	"hearsay/lang/en"
)

// propositions leaves out the drafts that propose nothing: of all their units none
// is a clause or names something that happened, or all decline to speak. A
// draft that another statement is aimed at stays.
func (rd *reader) propositions(drafts []*draft) []*draft {
	return slices.DeleteFunc(drafts, func(dr *draft) bool {
		if len(dr.units) == 0 {
			return false
		}
		aimed := slices.ContainsFunc(dr.attached, func(p position) bool { return rd.statement(rd.units[p.unit].ref).Act != hearsay.ActDecline })
		if aimed || slices.ContainsFunc(dr.units, func(i int32) bool { return rd.proposes(i) }) {
			return false
		}
		for _, i := range dr.units {
			rd.units[i].draft = nil
		}
		for _, p := range dr.attached {
			rd.units[p.unit].draft = nil
		}
		return true
	})
}

// proposes reports whether a unit says something that can be so or not: a clause,
// a verb with its object, or a noun of what
// happens or is said ("his release"); what is quoted counts by itself.
func (rd *reader) proposes(i int32) bool {
	u := &rd.units[i]
	s, r := rd.statement(u.ref), rd.d.Readings[u.ref.Article]
	switch {
	case s.Act == hearsay.ActDecline && !rd.willNot(u) && (rd.telling(u) < 2 || speaks(r, within(r, u.spans))):
		return false
	case !u.fragment && (directive(s.Act) || s.Form != hearsay.Indirect || !thing(r, within(r, rd.rejoined(u)))):
		return true
	case rd.telling(u) == 0 && rd.qualities(u) == 0:
		return false
	case s.Form != hearsay.Indirect:
		return true
	}
	tokens := within(r, rd.rejoined(u))
	if !directive(s.Act) && thing(r, tokens) {
		return false
	}
	return len(u.features) > 1 && slices.ContainsFunc(tokens, func(t int32) bool { return happening(r, t) || calls(r, t) })
}

// calls reports whether a word says what somebody or something is called: "him as
// the leader".
func calls(r *hearsay.Reading, i int32) bool {
	return strings.EqualFold(r.Tokens[i].Of(r.Article.Text), "as")
}

// thing reports whether a parsed stretch only names a thing or a person, "the
// fighters who have ties to it": its top is a noun of no act and nothing said, and
// its finite verbs stand in relative clauses. "His release" is an act, "him as the
// leader" says what he is.
func thing(r *hearsay.Reading, tokens []int32) bool {
	head := top(r, tokens)
	if head < 0 || !nominal(r.Tokens[head].Tag) || !clauseless(r, tokens) || happening(r, head) || utterance(r, head) || moment(r, tokens, head) {
		return false
	}
	return !slices.ContainsFunc(tokens, func(i int32) bool {
		t := r.Tokens[i]
		return calls(r, i) || finite(t.Tag) && t.Dep != hearsay.DepAclRelcl && (t.Head < 0 || r.Tokens[t.Head].Dep != hearsay.DepAclRelcl)
	})
}

// moment reports whether a noun of time stands for the clause behind it: "the moment
// the bridge fell".
func moment(r *hearsay.Reading, tokens []int32, head int32) bool {
	switch base(r.Tokens[head].Of(r.Article.Text), r.Tokens[head].Tag) {
	case "moment", "instant", "second", "minute", "hour", "night", "day":
		return child(r, tokens, head, hearsay.DepAcl, hearsay.DepAclRelcl) >= 0
	}
	return false
}

func (rd *reader) qualities(u *unit) int {
	n := 0
	for _, f := range u.features {
		if rd.vocab.kinds[f.id] == quality {
			n++
		}
	}
	return n
}

// speaks reports whether the first verb of a stretch is one of saying: "to comment
// on the case".
func speaks(r *hearsay.Reading, tokens []int32) bool {
	k := slices.IndexFunc(tokens, func(i int32) bool { return verbal(r.Tokens[i].Tag) })
	return k >= 0 && len(en.Cues(base(r.Tokens[tokens[k]].Of(r.Article.Text), r.Tokens[tokens[k]].Tag))) > 0
}

// complement is how many words away the complement of a noun can stand.
const complement = 8

// happening reports whether a word is a verb that is no auxiliary, or a noun of an
// act, an event or something said. By its ending alone a noun is one when it tells
// what is acted on: "the evacuation of Orr", not "their options".
func happening(r *hearsay.Reading, i int32) bool {
	t := r.Tokens[i]
	w := base(t.Of(r.Article.Text), t.Tag)
	switch {
	case verbal(t.Tag):
		return !en.FunctionWord(w)
	case t.Tag != hearsay.TagNN && t.Tag != hearsay.TagNNS:
		return false
	}
	if _, class := en.Synonym(w); en.Act(w) || !class && eventNoun()[w] {
		return true
	}
	if !slices.ContainsFunc(r.Tokens[max(0, i-complement):min(int32(len(r.Tokens)), i+complement)], func(t hearsay.Token) bool {
		return t.Head == i && (t.Dep == hearsay.DepNmod || t.Dep == hearsay.DepAcl || t.Dep == hearsay.DepNmodPoss && t.Tag != hearsay.TagPRPS)
	}) {
		return false
	}
	return strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion") || strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "ance") ||
		strings.HasSuffix(w, "ure") || strings.HasSuffix(w, "ity") || strings.HasSuffix(w, "ness")
}

var eventNoun = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, group := range en.EventNouns() {
		for _, w := range group {
			set[w] = true
		}
	}
	return set
})
