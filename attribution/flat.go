package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

// flat reads a verb of saying off the words around it, where the tree shows no
// frame: trees of short or unusual sentences go wrong where their surface is
// plain.
func (v *view) flat(t int32) (found, bool) {
	if f, ok := v.askedAbout(t); ok {
		return f, true
	}
	for _, c := range en.Cues(v.word[t]) {
		if c.Part != en.CueVerb || !c.Frames.Has(en.FrameThat|en.FrameQuote|en.FrameObjTo) || !v.restFollows(t, c) || !v.finite(t) {
			continue
		}
		group := v.groupBefore(t, c)
		subject := v.subjectBefore(group.from)
		content := run{}
		switch {
		case c.Frames.Has(en.FrameObjTo):
			content = v.addressed(group.to)
		default:
			content, subject = v.placed(t, c, group, subject)
		}
		content = v.trim(content)
		if content.len() < 2 && v.at(content.from) != "so" || subject.empty() || !v.wordIn(content) {
			continue
		}
		f := newFound(t, c)
		f.cue, f.source, f.content = []run{group}, []run{v.trimSource(subject)}, []run{content}
		f.speaker = v.headOf(subject)
		if noun, ok := v.relative(f.speaker); ok {
			f.speaker = noun
		}
		return f, !f.source[0].empty()
	}
	return found{}, false
}

// trailing: "..., the mayor has said." and "..., said the mayor." at the end of
// a sentence, and "as the mayor said" in it, which need no tree.
func (v *view) trailing(t int32) (found, bool) {
	for _, c := range en.Cues(v.word[t]) {
		if c.Part != en.CueVerb || len(c.Rest) > 0 || !c.Frames.Has(en.FrameThat) || !c.Frames.Has(en.FrameQuote) || !v.finite(t) || v.quote[t] >= 0 {
			continue
		}
		group := v.groupBefore(t, c)
		sentence := v.sentenceOf(t)
		subject := v.subjectBefore(group.from)
		var content []run
		switch inverted := v.chunkAfter(group.to); {
		case !subject.empty() && v.at(subject.from-1) == "as" && !isWord(v.at(group.to)):
			content = (run{sentence.from, sentence.to}).without(run{subject.from - 1, group.to})
		case v.at(group.from-1) == "," && inverted.from == group.to && !inverted.empty() && c.Lemma != "tell" && v.fewFollow(inverted.to, sentence.to):
			subject, content = inverted, []run{{sentence.from, group.from - 1}}
		case !subject.empty() && v.at(group.to) == "," && v.at(subject.from-1) == "," && !v.hasVerb(run{sentence.from, subject.from}) && v.hasVerb(run{group.to, sentence.to}):
			content = (run{sentence.from, sentence.to}).without(run{subject.from - 1, group.to + 1}) // between subject and verb
		case !subject.empty() && v.at(group.to) == "," && v.at(v.fullSubject(group.from, subject).from-1) == "," && goingOn[v.at(group.to+1)]:
			subject = v.fullSubject(group.from, subject)
			content = (run{sentence.from, sentence.to}).without(run{subject.from - 1, group.to + 1})
		case !subject.empty() && (v.fewFollow(group.to, sentence.to) || c.Lemma == "tell" && v.at(subject.from-1) == "," && v.fewFollow(v.chunkAfter(group.to).to, sentence.to)) && (!v.nounFollows(group.to) || c.Lemma == "tell"):
			subject = v.wider(t, v.fullSubject(group.from, subject))
			if v.at(subject.from-1) == "," {
				content = []run{{sentence.from, subject.from - 1}}
			}
		}
		if content = v.trimAll(content); total(content) < 3 || !v.hasVerb(cover(content)) {
			continue
		}
		f := newFound(t, c)
		f.sure = true
		f.cue, f.source, f.content = []run{group}, []run{v.trimSource(subject)}, v.plain(content)
		f.speaker = v.headOf(subject)
		return f, !f.source[0].empty()
	}
	return found{}, false
}

// goingOn are words by which a sentence goes on behind an insertion.
var goingOn = wordSet("so and but because although though while which who when if as or")

// fullSubject is everything between the last comma and a verb when the noun
// phrase right before the verb is only its end: "three sources with knowledge of
// the talks".
func (v *view) fullSubject(t int32, chunk run) run {
	if long := v.saidBy(t); !long.empty() && long.contains(chunk) && !v.isTime(long.from) {
		for v.tag(long.to-1) == hearsay.TagRB || v.tag(long.to-1) == hearsay.TagRBR {
			long.to--
		}
		return long
	}
	return chunk
}

// nounFollows reports whether an object follows a verb at once.
func (v *view) nounFollows(t int32) bool {
	return int(t) < len(v.word) && !v.isTime(t) && (bare[v.word[t]] || v.noun(t) || v.modifies(t) || v.tag(t) == hearsay.TagPRP)
}

// wider is the noun phrase of the tree's subject when it holds the one read off
// the surface and begins behind a comma: "Ann Lee, a doctor, said".
func (v *view) wider(t int32, chunk run) run {
	s := v.subject(t)
	if s.token < 0 || s.passive {
		return chunk
	}
	if r := v.phrase(s.token, s.limit); r.contains(chunk) && v.at(r.from-1) == "," {
		return r
	}
	return chunk
}

func (v *view) hasVerb(r run) bool {
	for t := r.from; t < r.to; t++ {
		if v.isVerb(t) || v.tag(t) == hearsay.TagMD {
			return true
		}
	}
	return false
}

// askedAbout: "asked (by a student) about the fees", "when asked whether".
func (v *view) askedAbout(t int32) (found, bool) {
	if v.word[t] != "asked" && v.word[t] != "questioned" || v.tag(t) != hearsay.TagVBN && v.tag(t) != hearsay.TagVBD {
		return found{}, false
	}
	at, by := t+1, run{}
	if v.at(at) == "by" {
		by = v.chunkAfter(at + 1)
		at = max(by.to, at)
	}
	for steps := 0; steps < 3 && (v.tag(min(at, int32(len(v.word)-1))) == hearsay.TagRB || v.at(at) == "on" && v.isTime(at+1) || v.isTime(min(at, int32(len(v.word)-1)))); steps++ {
		at++
	}
	switch v.at(at) {
	case "about", "whether", "if", "why", "how", "what", "when", "where":
	default:
		return found{}, false
	}
	to := at
	for sentence := v.sentenceOf(t); to < sentence.to && v.at(to) != "," && v.quote[to] == v.quote[t] && v.at(to) != ";" && v.at(to) != ":"; to++ {
	}
	f := newFound(t, en.Cue{Lemma: "ask", Act: hearsay.ActQuestion})
	f.sure = true
	f.cue, f.content = []run{single(t)}, []run{v.trim(run{at, to})}
	if !by.empty() {
		f.source, f.speaker = []run{by}, v.headOf(by)
	}
	return f, true
}

// placed looks for content behind "that", or before a comma that the subject
// and the verb end the sentence after.
func (v *view) placed(t int32, c en.Cue, group, subject run) (content, by run) {
	sentence := v.sentenceOf(t)
	if !c.Frames.Has(en.FrameThat) {
		return run{}, run{}
	}
	if w := v.at(group.to); w == "so" && subject.len() > 0 && v.fewFollow(group.to+1, sentence.to) {
		return run{group.to, group.to + 1}, subject // points back
	}
	for i := group.to; i < min(group.to+6, sentence.to); i++ {
		if v.word[i] == "that" && (v.introducing(i) || v.mistagged(t) || i+1 < sentence.to && !v.isVerb(i+1) && isWord(v.word[i+1])) {
			return run{i + 1, sentence.to}, subject
		}
		if !isWord(v.word[i]) {
			if at := v.pastInsertion(i, sentence.to); at > i {
				return run{at, sentence.to}, subject
			}
			break
		}
	}
	if long := v.saidBy(group.from); c.Lemma == "say" && !long.empty() && v.clauseAt(group.to) {
		return run{group.to, sentence.to}, long
	}
	inverted := v.chunkAfter(group.to)
	if v.at(group.from-1) == "," && !inverted.empty() && c.Lemma != "tell" && v.fewFollow(inverted.to, sentence.to) && c.Frames.Has(en.FrameQuote) {
		return run{sentence.from, group.from - 1}, inverted
	}
	if !v.fewFollow(group.to, sentence.to) {
		return run{}, run{}
	}
	if !subject.empty() && v.at(subject.from-1) == "," {
		return run{sentence.from, subject.from - 1}, subject
	}
	return run{}, run{}
}

// saidBy is everything between the last comma or mark and a verb, as long as it
// begins with a noun phrase and holds no verb of its own.
func (v *view) saidBy(t int32) run {
	from := v.sentenceOf(t).from
	r := run{t, t}
	for r.from > from && isWord(v.at(r.from-1)) && t-r.from < 14 && v.quote[r.from-1] == v.quote[t] {
		switch v.tag(r.from - 1) {
		case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD, hearsay.TagCC, hearsay.TagWP, hearsay.TagWDT:
			return run{}
		}
		r.from--
	}
	if first := v.chunkAfter(r.from); first.empty() || first.from != r.from {
		return run{}
	}
	return r
}

// clauseAt reports whether a clause begins at t: a noun phrase and a finite verb.
func (v *view) clauseAt(t int32) bool {
	chunk := v.chunkAfter(t)
	if chunk.empty() || int(chunk.to) >= len(v.word) {
		return false
	}
	switch v.tag(chunk.to) {
	case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD:
		return true
	}
	return false
}

// addressed: "(called on) both sides to lay down": the infinitive behind a noun
// phrase.
func (v *view) addressed(from int32) run {
	chunk := v.chunkAfter(from)
	if chunk.empty() || v.at(chunk.to) != "to" || int(chunk.to+1) >= len(v.word) || !v.isVerb(chunk.to+1) {
		return run{}
	}
	return run{chunk.to, v.sentenceOf(from).to}
}

// fewFollow reports whether the sentence ends at from, but for a time or an
// adverb.
func (v *view) fewFollow(from, to int32) bool {
	words := 0
	for t := from; t < to; t++ {
		if v.word[t] == ":" || v.quote[t] >= 0 {
			return false
		}
		if !isWord(v.word[t]) {
			continue
		}
		if words++; words > 3 || v.isVerb(t) {
			return false
		}
	}
	return true
}

// finite reports whether a verb can be the head of a clause with a subject.
func (v *view) finite(t int32) bool {
	switch v.tag(t) {
	case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP:
		return true
	case hearsay.TagVBG:
		return t > 0 && (v.word[t-1] == "is" || v.word[t-1] == "are")
	case hearsay.TagNN, hearsay.TagNNS, hearsay.TagNNPS, hearsay.TagJJ:
		return v.mistagged(t)
	case hearsay.TagVBN, hearsay.TagVB:
		for i := t - 1; i >= max(t-3, 0); i-- {
			switch v.word[i] {
			case "has", "have", "had", "will", "would", "did", "does":
				return true
			case "is", "are", "was", "were", "be", "been", "being":
				return false
			}
		}
		return v.tag(t) == hearsay.TagVBN && v.dep(t) != hearsay.DepXcomp && (v.dep(t) != hearsay.DepAcl || v.verbless(v.sentenceOf(t)))
	}
	return false
}

// mistagged reports whether a word that can only be a cue as a verb stands
// between a noun and "that": "historians point out that".
func (v *view) mistagged(t int32) bool {
	for _, c := range en.Cues(v.word[t]) {
		if c.Part == en.CueNoun {
			return false
		}
	}
	return t > 0 && (v.noun(t-1) || v.tag(t-1) == hearsay.TagJJ && v.sentenceOf(t).from == t-1) && (v.at(t+1) == "that" || v.at(t+2) == "that" && !v.noun(t+1))
}

// verbless reports whether no verb of a sentence has a tense: one of its
// participles must then be mistaken for one.
func (v *view) verbless(r run) bool {
	for t := r.from; t < r.to; t++ {
		if v.tensed(t) {
			return false
		}
	}
	return true
}

// groupBefore is a verb with the auxiliaries and adverbs before it.
func (v *view) groupBefore(t int32, c en.Cue) run {
	g := run{t, t + 1 + int32(len(c.Rest))}
	for i := t - 1; i >= v.sentenceOf(t).from && i >= t-3; i-- {
		switch v.word[i] {
		case "has", "have", "had", "'ve", "'d":
			g.from = i
		case "is", "are":
			if v.tag(t) != hearsay.TagVBG {
				return g
			}
			g.from = i
		default:
			if v.tag(i) != hearsay.TagRB {
				return g
			}
		}
	}
	return g
}

// chunkBefore is the noun phrase that ends before token t, over adverbs.
func (v *view) chunkBefore(t int32) run {
	from := v.sentenceOf(max(t-1, 0)).from
	end := t
	for end > from && (v.tag(end-1) == hearsay.TagRB || v.tag(end-1) == hearsay.TagRBR) {
		end--
	}
	begin := end
	for begin > from && v.inChunk(begin-1) && v.quote[begin-1] == v.quote[max(end-1, 0)] {
		begin--
	}
	return v.chunk(run{begin, end})
}

// subjectBefore is the noun phrase before a verb that begins at t, also over an
// insertion between commas: an apposition, which belongs to it, or a phrase.
func (v *view) subjectBefore(t int32) run {
	if v.at(t-1) != "," {
		return v.chunkBefore(t)
	}
	for p := t - 2; p >= v.sentenceOf(t).from && t-p < 16; p-- {
		if v.tensed(p) || v.quote[p] != v.quote[t] {
			break
		}
		if v.word[p] != "," {
			continue
		}
		chunk := v.chunkBefore(p)
		if !chunk.empty() && (v.noun(p+1) || v.modifies(p+1)) {
			chunk.to = t - 1
		}
		return chunk
	}
	return run{}
}

// chunkAfter is the noun phrase that begins at token t.
func (v *view) chunkAfter(t int32) run {
	if int(t) >= len(v.word) {
		return run{}
	}
	end, to := t, v.sentenceOf(t).to
	for end < to && v.inChunk(end) && v.quote[end] == v.quote[t] {
		end++
	}
	return v.chunk(run{t, end})
}

// chunk drops what cannot begin or end a noun phrase.
func (v *view) chunk(r run) run {
	for !r.empty() && (v.tag(r.from) == hearsay.TagPOS || v.word[r.from] == "of") {
		r.from++
	}
	for !r.empty() && !v.nominal(r.to-1) {
		r.to--
	}
	if r.len() > 1 && v.tag(r.to-1) == hearsay.TagPRP {
		r.from = r.to - 1
	}
	return r
}

func (v *view) inChunk(t int32) bool {
	switch v.tag(t) {
	case hearsay.TagNN, hearsay.TagNNS, hearsay.TagNNP, hearsay.TagNNPS, hearsay.TagDT, hearsay.TagPDT, hearsay.TagJJ, hearsay.TagJJR, hearsay.TagJJS,
		hearsay.TagCD, hearsay.TagPRP, hearsay.TagPRPS, hearsay.TagPOS, hearsay.TagHYPH, hearsay.TagWP:
		return !v.isTime(t)
	}
	return v.word[t] == "of"
}
