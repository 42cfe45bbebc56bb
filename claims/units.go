package claims

import (
	"slices"
	"strings"

	"hearsay"
)

// unit is a stretch of one statement's content that can be a claim: the whole
// content, or one of the clauses it is made of.
type unit struct {
	ref      hearsay.Ref
	spans    []hearsay.Span
	features []feature // by id
	root     int32     // feature of the main predicate; -1 unknown
	agent    int32     // feature of its subject; -1 unknown
	negated  bool      // says that something is not so
	unsure   bool      // says that something is not known to be so
	empty    bool      // says nothing of its own: "this is not true", "the report"
	speaker  int32     // entity that "I" and "we" mean; -1 in indirect speech
	asked    bool      // what its source demands, promises or warns of, without a clause of its own
	sought   bool      // tells what somebody tries to do
	fragment bool      // no clause: "to freeze the conflict"
	denial   bool      // tells that somebody denies something
	whole    int32     // the unit of the whole content; itself for a whole
	parts    []int32   // of a whole that is several clauses
	apart    bool      // its parts are claims, not the whole
	node     int32     // units of equal features share a node
	draft    *draft    // the claim it is in; of a whole that is taken apart, nil
}

// feature is a word class, name or number of a unit.
type feature struct {
	id     int32
	weight float64
}

// reader turns the statements of one story into units.
type reader struct {
	d        *hearsay.Dossier
	names    map[hearsay.Ref]string // entity of a reading -> name over all readings
	nations  map[string]string      // by such a name: its country
	mentions map[int32][]int32      // by article: its mentions in order of the text
	vocab    vocabulary
	units    []unit
	nodes    []node                // of the units that are claims
	index    *index                // of nodes
	size     float64               // how many nodes the features were weighed over
	of       map[hearsay.Ref]int32 // statement -> its whole unit
}

// read makes the units of all statements of a story, in order.
func (rd *reader) read(articles []int32) {
	order := slices.Clone(articles)
	slices.Sort(order)
	for _, a := range order {
		r := rd.d.Readings[a]
		for i := range r.Statements {
			if s := &r.Statements[i]; (len(s.Content) > 0 || bears(s.Act)) && !aside(r, s) {
				rd.add(a, int32(i), s)
			}
		}
	}
}

func (rd *reader) statement(ref hearsay.Ref) *hearsay.Statement {
	return &rd.d.Readings[ref.Article].Statements[ref.Index]
}

func (rd *reader) add(article, index int32, s *hearsay.Statement) {
	ref := hearsay.Ref{Article: article, Index: index}
	r := rd.d.Readings[article]
	whole := int32(len(rd.units))
	rd.of[ref] = whole
	content := judged(r, s)
	rd.units = append(rd.units, rd.unit(ref, r, content, whole))
	clauses := split(r, content)
	if len(clauses) < 2 {
		return
	}
	for _, c := range clauses {
		u := rd.unit(ref, r, c, whole)
		if len(u.features) < 2 {
			continue
		}
		rd.units[whole].parts = append(rd.units[whole].parts, int32(len(rd.units)))
		rd.units = append(rd.units, u)
	}
}

// bears reports whether a statement of an act may be about what another one
// says.
func bears(a hearsay.Act) bool {
	switch a {
	case hearsay.ActDeny, hearsay.ActConfirm, hearsay.ActQuestion, hearsay.ActDecline:
		return true
	}
	return false
}

func (rd *reader) unit(ref hearsay.Ref, r *hearsay.Reading, spans []hearsay.Span, whole int32) unit {
	u := unit{ref: ref, spans: spans, whole: whole, root: -1, agent: -1, speaker: -1}
	if s := &r.Statements[ref.Index]; s.Form != hearsay.Indirect {
		u.speaker = s.Source.Entity
	}
	tokens := within(r, spans)
	rd.features(&u, r, ref.Article, tokens)
	u.negated, u.unsure = negated(r, tokens)
	infinitive := len(tokens) > 0 && r.Tokens[tokens[0]].Tag == hearsay.TagTO
	if s := &r.Statements[ref.Index]; (u.fragment || infinitive) && directive(s.Act) && s.Source.Entity >= 0 {
		u.asked = true
		if key := rd.names[hearsay.Ref{Article: ref.Article, Index: s.Source.Entity}]; key != "" {
			u.agent = rd.vocab.id(key, name)
			rd.vocab.person[u.agent] = r.Entities[s.Source.Entity].Kind == hearsay.KindPerson
		}
	}
	return u
}

// aside reports whether a statement is no position on any claim: nobody makes it
// ("no one saw"), it is asked about and not made ("whether he would deny"), it tells
// what is known and not that it is so ("what he saw"), it turns down a thing, or it is
// a part of what an outer one says, what somebody in it wants, offers or refuses ("to freeze the
// conflict").
func aside(r *hearsay.Reading, s *hearsay.Statement) bool {
	if slices.ContainsFunc(s.Source.Spans, func(sp hearsay.Span) bool { return nobody(sp.Of(r.Article.Text)) }) || supposed(r, s) || open(r, s) || turnedDown(r, s) {
		return true
	}
	if s.Within < 0 {
		return false
	}
	switch s.Act {
	case hearsay.ActAssert, hearsay.ActConfirm, hearsay.ActDeny:
		return false
	}
	return !clause(r, within(r, s.Content))
}

// supposed reports whether a denial or confirmation is only asked about: "if he
// would deny it".
func supposed(r *hearsay.Reading, s *hearsay.Statement) bool {
	if s.Act != hearsay.ActDeny && s.Act != hearsay.ActConfirm || len(s.Cue) == 0 {
		return false
	}
	cue := within(r, s.Cue[:1])
	if len(cue) == 0 || r.Tokens[cue[0]].Tag != hearsay.TagMD {
		return false
	}
	switch wordBefore(r, lead(s)) {
	case "if", "whether":
		return true
	}
	return false
}

// turnedDown reports whether a denial is of a thing that can neither be so nor not be
// so: "dismissed 849 cases", "is not thinking about rats".
func turnedDown(r *hearsay.Reading, s *hearsay.Statement) bool {
	switch s.Lemma {
	case "dismiss", "reject", "refuse", "turn down", "think":
		return (s.Act == hearsay.ActDeny || s.Act == hearsay.ActBelieve) && s.Form == hearsay.Indirect && len(s.Content) > 0 && thing(r, within(r, s.Content))
	}
	return false
}

// open reports whether a content has a gap that a word before it stands for: "what
// the right hand is doing", "what they say they have seen". It says of nothing that
// it is so.
func open(r *hearsay.Reading, s *hearsay.Statement) bool {
	if s.Form != hearsay.Indirect || s.Act == hearsay.ActQuestion || len(s.Content) == 0 {
		return false
	}
	tokens := within(r, s.Content[:1])
	if len(tokens) == 0 {
		return false
	}
	switch first := strings.ToLower(r.Tokens[tokens[0]].Of(r.Article.Text)); first {
	case "what", "who", "whom", "where":
		return true
	}
	return wordBefore(r, r.Tokens[tokens[0]].Start) == "what" || wordBefore(r, lead(s)) == "what"
}

// lead is where a statement begins: its source, cue or content.
func lead(s *hearsay.Statement) int32 {
	at := s.Content
	for _, spans := range [...][]hearsay.Span{s.Cue, s.Source.Spans} {
		if len(spans) > 0 && (len(at) == 0 || spans[0].Start < at[0].Start) {
			at = spans
		}
	}
	if len(at) == 0 {
		return 0
	}
	return at[0].Start
}

// wordBefore is the word before a place of a text, in lower case; empty for none.
func wordBefore(r *hearsay.Reading, at int32) string {
	i, _ := slices.BinarySearchFunc(r.Tokens, at, func(t hearsay.Token, at int32) int { return int(t.Start - at) })
	if i == 0 {
		return ""
	}
	return strings.ToLower(r.Tokens[i-1].Of(r.Article.Text))
}

func nobody(source string) bool {
	switch first, _, _ := strings.Cut(strings.ToLower(source), " "); first {
	case "no", "nobody", "none", "neither", "no-one", "nothing":
		return true
	}
	return false
}

// within lists the tokens of spans.
func within(r *hearsay.Reading, spans []hearsay.Span) []int32 {
	var tokens []int32
	for _, s := range spans {
		first, _ := slices.BinarySearchFunc(r.Tokens, s.Start, func(t hearsay.Token, at int32) int { return int(t.Start - at) })
		for i := first; i < len(r.Tokens) && r.Tokens[i].Start < s.End; i++ {
			tokens = append(tokens, int32(i))
		}
	}
	return tokens
}
