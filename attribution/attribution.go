// Package attribution finds who said what, according to whom.
//
// From "The bridge was safe, officials told the Daily Post, citing a survey" it
// makes a statement of the officials, by the cue "told", with the content "The
// bridge was safe", and a second one of the survey with the same content, told
// within the first.
//
// Clauses are read from the dependency trees by the frames of the cues in
// lang/en; quotations complete them over sentence and paragraph ends.
package attribution

import (
	"slices"

	"hearsay"
)

// Find returns the statements of a reading in order of the text.
func Find(r *hearsay.Reading) []hearsay.Statement { return FindWith(r, learnt()) }

// FindWith is Find with other weights; without any, the rules alone decide.
func FindWith(r *hearsay.Reading, w *Weights) []hearsay.Statement {
	v := newView(r)
	return v.link(v.collect(w))
}

// collect gathers the attributions of all sentences, then of quotations.
func (v *view) collect(w *Weights) []found {
	all := v.ruled()
	if w != nil {
		all = v.detect(all, w)
	}
	s := speech{view: v, found: v.settle(v.edges(all))}
	s.attribute()
	v.hedgedHeads(s.found)
	for i := range s.found {
		v.oneSide(&s.found[i])
	}
	s.found = v.onward(s.found)
	v.untangle(s.found)
	v.unjudged(s.found)
	v.relays(s.found)
	v.participles(s.found)
	v.brief(s.found)
	v.answers(s.found)
	return v.settle(s.found)
}

// ruled are the attributions that the rules find: in sentences, and in the layout. Of
// "reached the conclusion" and "conclusion" the longer cue counts.
func (v *view) ruled() (all []found) {
	for s := range v.r.Sentences {
		some := v.clauses(int32(s))
		v.retorts(some)
		for i := range some {
			f := &some[i]
			if !slices.ContainsFunc(some, func(g found) bool {
				return g.head != f.head && len(f.cue) == 1 && len(g.cue) == 1 && f.cue[0] != g.cue[0] && g.cue[0].contains(f.cue[0])
			}) {
				all = append(all, *f)
			}
		}
	}
	return append(all, v.turns()...)
}

// clauses are the attributions that one sentence shows by itself.
func (v *view) clauses(s int32) []found {
	sentence := v.r.Sentences[s]
	var out []found
	limit := sentence.Last
	add := func(f found) {
		if limit < sentence.Last && f.head >= 0 {
			f.content = subtract(f.content, []run{{limit, sentence.Last}})
		}
		v.sober(&f)
		if f.content = v.trimAll(v.byBlock(f.content)); len(f.content) > 0 || len(f.source) > 0 {
			v.backward(&f)
			out = append(out, f)
		}
	}
	if !v.r.Article.Blocks[sentence.Block].Role.Body() {
		for _, f := range v.headline(sentence.First, sentence.Last) {
			add(f)
			limit = max(f.cue[0].from, sentence.First)
			if f.source[0].from < limit {
				limit = sentence.Last
			}
		}
	}
	for t := sentence.First; t < limit; t++ {
		if f, ok := v.headlineNoun(t); ok {
			add(f)
		} else if f, ok := v.retort(t, out); ok {
			add(f)
			t = f.cue[0].to - 1
		} else if f, ok := v.phrasal(t); ok {
			add(f)
			t = f.cue[0].to - 1
		} else if f, ok := v.verb(t); ok {
			add(f)
		} else if f, ok := v.nominalCue(t); ok {
			add(f)
		} else if f, ok := v.hedge(t); ok {
			add(f)
			t = f.cue[0].to - 1
		}
	}
	return out
}

// verb reads a verb's attribution off the tree, and off the surface where the
// tree shows no content or nobody who speaks.
func (v *view) verb(t int32) (found, bool) {
	if f, ok := v.askedAbout(t); ok && (v.tag(t) == hearsay.TagVBN || v.at(t-1) == "when") {
		return f, true
	}
	if f, ok := v.trailing(t); ok {
		return f, true
	}
	f, ok := v.verbal(t)
	ok = ok && total(f.content) > 0
	if ok && (len(f.source) > 0 || v.tag(t) == hearsay.TagVBN || v.tag(t) == hearsay.TagVBG) {
		return f, true
	}
	if g, flat := v.flat(t); flat {
		return g, true
	}
	return f, ok
}

// settle drops what is left without content or says the same as another, and
// marks as hedged what a bare hedge says of another's cue.
func (v *view) settle(all []found) []found {
	place := make([]int32, len(all))
	var out []found
	for i := range all {
		f := &all[i]
		place[i] = -1
		f.source, f.cue, f.content = v.byBlock(f.source), v.byBlock(f.cue), v.byBlock(f.content)
		if len(f.content) == 0 || v.hollow(all, i) || v.spurious(all, i) {
			continue
		}
		place[i] = int32(len(out))
		out = append(out, *f)
	}
	for i := range out {
		if out[i].relay >= 0 {
			out[i].relay = place[out[i].relay]
		}
		if out[i].carried >= 0 {
			out[i].carried = place[out[i].carried]
		}
	}
	return out
}

// spurious reports whether attribution i is a hedge on the cue of another, or
// repeats one that was found before.
func (v *view) spurious(all []found, i int) bool {
	f := &all[i]
	for j := range all {
		g := &all[j]
		if j == i || f.head < 0 {
			continue
		}
		if len(f.source) == 0 && f.hedged && v.head(f.head) == g.head && g.head >= 0 {
			g.hedged = true
			return true
		}
		if !slices.Equal(f.content, g.content) || f.relay >= 0 || g.relay >= 0 {
			continue
		}
		if j < i && slices.Equal(f.source, g.source) || len(f.cue) > 0 && len(g.cue) > 0 && f.cue[0] != g.cue[0] && g.cue[0].contains(f.cue[0]) {
			return true
		}
	}
	return v.wish(all, f)
}

// wish reports whether f is a wish told within what somebody says, or what a
// speaker says of himself: part of the claim, and no voice of its own.
func (v *view) wish(all []found, f *found) bool {
	if f.head >= 0 && !f.sure && v.bareVerb(f.head) && v.child(f.head, hearsay.DepAux) < 0 && v.insideOther(all, f) {
		return true
	}
	if f.head >= 0 && v.quote[f.head] >= 0 && f.speaker >= 0 && ownVoice[v.word[f.speaker]] {
		return true
	}
	if f.head >= 0 && f.speaker >= 0 && (v.word[f.speaker] == "we" || v.word[f.speaker] == "i") && v.insideOther(all, f) {
		return true
	}
	if f.act != hearsay.ActBelieve || f.head < 0 || len(f.content) == 0 || v.at(f.content[0].from) != "to" {
		return false
	}
	if v.quote[f.head] >= 0 {
		return true
	}
	for j := range all {
		if anyHas(all[j].content, f.head) {
			return true
		}
	}
	return false
}

// bareVerb reports whether t is an infinitive, also one that "and" joins to another.
func (v *view) bareVerb(t int32) bool {
	h := v.head(t)
	return v.tag(t) == hearsay.TagVB || v.tag(t) == hearsay.TagVBP && v.dep(t) == hearsay.DepConj && h >= 0 && v.tag(h) == hearsay.TagVB
}

func (v *view) insideOther(all []found, f *found) bool {
	for j := range all {
		if g := &all[j]; g != f && anyHas(g.content, f.head) {
			return true
		}
	}
	return false
}

// ownVoice are the words by which a quoted speaker means himself or his hearer.
var ownVoice = wordSet("i we you me us")

// Doubts lists the statements and quotations without a source.
func Doubts(r *hearsay.Reading) []hearsay.Doubt {
	var doubts []hearsay.Doubt
	add := func(span hearsay.Span, note string) {
		e := r.Article.Evidence(span)
		doubts = append(doubts, hearsay.Doubt{Kind: hearsay.DoubtNoSource, Evidence: &e, Note: note})
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if len(s.Source.Spans) == 0 && s.Source.Entity < 0 && s.Carried < 0 {
			add(s.Anchor(), "No source is named for this.")
		}
	}
	v := newView(r)
	for _, q := range v.unattributed() {
		add(q, "Nobody is named as the speaker of these words.")
	}
	return doubts
}
