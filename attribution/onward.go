package attribution

import (
	"hearsay"
)

// onward lets the sentence after "according to two officials, ..." be theirs too where
// it goes on with what they told and no voice of its own stands in it: "He had asked for
// a truce, but did not want to give up the port."
func (v *view) onward(all []found) []found {
	for i := range all {
		f := &all[i]
		if f.carried >= 0 || f.relay >= 0 || f.head < 0 || len(f.content) != 1 || !v.unnamedGroup(f) || !v.phraseOf(f) {
			continue
		}
		told := v.sentenceOf(f.head)
		next := v.sentence[told.to-1] + 1
		if int(next) >= len(v.r.Sentences) {
			continue
		}
		s := v.r.Sentences[next]
		if b := v.block(f.head); s.Block != b && (s.Block != b+1 || !v.r.Article.Blocks[s.Block].Role.Body() || v.r.Sentences[v.sentence[f.cue[0].from]].Start != v.r.Article.Blocks[b].Start) {
			continue
		}
		r := run{s.First, s.Last}
		if !v.resumes(r, f.content[0]) || v.ownVoiceIn(all, r) {
			continue
		}
		if content := v.trimAll([]run{r}); len(content) == 1 {
			all = append(all, found{head: -1, content: content, relay: -1, carried: int32(i), speaker: -1})
		}
	}
	return all
}

// phraseOf reports whether the cue of an attribution is "according to".
func (v *view) phraseOf(f *found) bool {
	return len(f.cue) > 0 && v.at(f.cue[0].from) == "according"
}

// unnamedGroup reports whether a source goes by a common noun for people who tell.
func (v *view) unnamedGroup(f *found) bool {
	if len(f.source) != 1 || f.speaker < 0 {
		return false
	}
	switch v.word[f.speaker] {
	case "source", "sources", "official", "officials", "person", "people", "interlocutor", "interlocutors", "insiders", "diplomats", "aides", "witnesses":
		return true
	}
	return false
}

// resumes reports whether a sentence goes on with what content tells, in the past: its
// subject is a pronoun, "these talks", or a name in the content.
func (v *view) resumes(r, content run) bool {
	root := v.root(r)
	if !v.isVerb(root) && v.child(root, hearsay.DepCop) < 0 || v.asks(r) || !v.past(root) {
		return false
	}
	s := v.child(root, hearsay.DepNsubj, hearsay.DepNsubjPass)
	if s < r.from || s > root {
		return false
	}
	switch v.tag(s) {
	case hearsay.TagPRP:
		switch v.word[s] {
		case "he", "she", "it", "they":
			return true
		}
	case hearsay.TagNNP:
		for t := content.from; t < content.to; t++ {
			if v.word[t] == v.word[s] && v.tag(t) == hearsay.TagNNP {
				return true
			}
		}
	case hearsay.TagNN, hearsay.TagNNS:
		if d := v.child(s, hearsay.DepDet); d >= 0 {
			switch v.word[d] {
			case "this", "these", "those", "such":
				return true
			}
		}
	}
	return false
}

// past reports whether a predicate stands in the past or the past perfect.
func (v *view) past(root int32) bool {
	if v.tag(root) == hearsay.TagVBD {
		return true
	}
	for _, k := range v.kids(root) {
		if d := v.dep(k); d == hearsay.DepAux || d == hearsay.DepAuxPass || d == hearsay.DepCop {
			return v.tag(k) == hearsay.TagVBD
		}
	}
	return false
}

// ownVoiceIn reports whether somebody tells something in a sentence: then it is told by
// him or by the outlet. What somebody in it wants or refuses is told too.
func (v *view) ownVoiceIn(all []found, r run) bool {
	for i := range all {
		g := &all[i]
		if g.carried < 0 && !r.has(g.head) {
			if anyHas(g.content, r.from) || anyHas(g.content, r.to-1) {
				return true
			}
			continue
		}
		if r.has(g.head) && len(g.source) > 0 {
			switch g.act {
			case hearsay.ActBelieve, hearsay.ActDecline, hearsay.ActDemand, hearsay.ActPromise:
			default:
				return true
			}
		}
	}
	return false
}
