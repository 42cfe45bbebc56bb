package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

// phrasal finds the attribution of a phrase that begins at t: "according to
// ...", "in the words of ...", "citing ...", "per ...".
func (v *view) phrasal(t int32) (found, bool) {
	for _, c := range en.Cues(v.word[t]) {
		if c.Part != en.CuePhrase || !c.Frames.Has(en.FrameSource) || !v.exactly(t, c) {
			continue
		}
		after := t + 1 + int32(len(c.Rest))
		if c.Lemma == "per" && !v.perSource(after) || int(after) >= len(v.word) {
			continue
		}
		source := v.phraseSource(t, after)
		if source.empty() || c.Lemma == "according to" && source.len() == 1 && v.tag(after) == hearsay.TagNN {
			continue // "cut according to size"
		}
		if sentence := v.sentenceOf(t); sentence.from == t && source.to < sentence.to && v.isVerb(source.to) && isWord(v.at(source.to-1)) && v.tag(source.to) != hearsay.TagVBZ {
			to := source.to
			for to < sentence.to && v.at(to) != "," {
				to++
			}
			if v.clauseAt(to + 1) {
				source.to = to // "according to a report filed in May, the bank was sound"
			}
		}
		f := newFound(t, c)
		f.sure = true
		f.cue = []run{{t, after}}
		f.source = []run{v.trimSource(source)}
		f.speaker = v.headOf(source)
		f.content = v.around(t, run{t, v.pastRelative(source.to)})
		if len(f.source) == 0 || f.source[0].empty() || total(f.content) == 0 {
			continue
		}
		return f, true
	}
	return found{}, false
}

func (v *view) exactly(t int32, c en.Cue) bool {
	for i, w := range c.Rest {
		if v.at(t+1+int32(i)) != w {
			return false
		}
	}
	return true
}

// pastRelative is the end of a relative clause that follows a source at to, or
// to itself.
func (v *view) pastRelative(to int32) int32 {
	at := to
	for at < to+2 && int(at) < len(v.word) && !isWord(v.word[at]) {
		at++
	}
	switch v.at(at) {
	case "who", "which", "whom", "whose":
	default:
		return to
	}
	for end := v.sentenceOf(at).to; at < end; at++ {
		if v.word[at] == "," {
			return at
		}
	}
	return to
}

// perSource tells "per Reuters" from "per cent" and "per day": a name follows.
func (v *view) perSource(t int32) bool {
	return int(t) < len(v.word) && (v.tag(t) == hearsay.TagNNP || v.at(t) == "the")
}

// phraseSource is the noun phrase that begins at token from, behind a cue that
// begins at t.
func (v *view) phraseSource(t, from int32) run {
	sentence := v.sentenceOf(t)
	if !sentence.has(from) {
		return run{}
	}
	best := v.chunkAfter(from).join(single(from))
	if q := v.quote[from]; q >= 0 && v.quoted[q].from == from && v.quote[t] < 0 {
		return v.quoted[q] // the source's name in quotation marks
	}
	h := v.headOf(best)
	for steps := 0; steps < 8; steps++ {
		if v.reach[h].from <= t && !v.nominal(h) {
			break
		}
		if r := v.reach[h]; r.to > best.to && v.nominal(h) {
			best.to = r.to
		}
		n := v.head(h)
		if n < 0 || v.reach[n].from < t && n < t || v.dep(h) == hearsay.DepObl && v.isVerb(n) || v.dep(h) == hearsay.DepNsubj {
			break
		}
		h = n
	}
	return v.named(v.madeBy(best, sentence.to))
}

// madeBy takes in who made or got a document that the phrase r names: "audio
// provided by the station".
func (v *view) madeBy(r run, end int32) run {
	if r.to+2 >= end || v.tag(r.to) != hearsay.TagVBN && v.tag(r.to) != hearsay.TagVBD {
		return r
	}
	switch v.at(r.to + 1) {
	case "by", "to", "from":
		if who := v.chunkAfter(r.to + 2); !who.empty() {
			r.to = who.to
		}
	}
	return r
}

// headOf is the token of r whose head lies outside r.
func (v *view) headOf(r run) int32 {
	for t := r.from; t < r.to; t++ {
		if h := v.head(t); !r.has(h) && v.nominal(t) {
			return t
		}
	}
	return r.from
}

// around is the clause that a phrase belongs to, without the phrase: its
// sentence, or what a cue before it in the sentence does not already introduce.
func (v *view) around(t int32, phrase run) []run {
	sentence := v.sentenceOf(t)
	clause := sentence
	if q := v.quote[t]; q >= 0 && v.quoted[q].from < t {
		clause = run{max(clause.from, v.quoted[q].from), min(clause.to, v.quoted[q].to)}
	}
	return v.plain(clause.without(phrase))
}

// plain drops the conjunction or linking adverb that opens a sentence.
func (v *view) plain(runs []run) []run {
	if len(runs) == 0 {
		return nil
	}
	r := &runs[0]
	*r = v.pastDateline(*r)
	for r.len() > 0 {
		w := v.at(r.from)
		if isWord(w) && !linking[w] || v.opens(r.from) {
			break
		}
		r.from++
	}
	return runs
}

var linking = wordSet("however but and meanwhile moreover furthermore also instead still yet nevertheless nonetheless so then thus therefore")

// hedged finds adverbs that keep a distance without a source: "allegedly".
func (v *view) hedge(t int32) (found, bool) {
	for _, c := range en.Cues(v.word[t]) {
		if c.Part != en.CuePhrase || !c.Frames.Has(en.FrameHedge) || len(c.Rest) > 0 {
			continue
		}
		h := v.head(t)
		if h < 0 {
			return found{}, false
		}
		f := newFound(t, c)
		f.hedged = true
		if content, ok := v.referring(t, &f); ok {
			f.content, f.own, f.sure = content, true, true
			return f, true
		}
		if v.word[t] == "apparently" || v.word[t] == "ostensibly" {
			return found{}, false // a guess of the outlet's own
		}
		f.cue = []run{single(t)}
		if clause := v.telegraphic(t); !clause.empty() {
			f.content, f.sure = clause.without(single(t)), true
			return f, true
		}
		f.content = v.reach[h].without(single(t))
		for _, k := range v.kids(h) {
			if (v.dep(k) == hearsay.DepConj || v.dep(k) == hearsay.DepParataxis) && v.child(k, hearsay.DepNsubj, hearsay.DepNsubjPass) >= 0 {
				f.content = subtract(f.content, []run{v.reach[k]})
			}
		}
		return f, true
	}
	return found{}, false
}

// referring: "apparently referring to ...", where the outlet says what somebody
// meant.
func (v *view) referring(t int32, f *found) ([]run, bool) {
	if v.at(t+2) != "to" {
		return nil, false
	}
	switch v.at(t + 1) {
	case "referring", "alluding", "pointing":
	default:
		return nil, false
	}
	f.cue = []run{{t, t + 3}}
	for _, k := range v.kids(t + 1) {
		if k > t+2 {
			return []run{{t + 3, max(v.reach[t+1].to, v.reach[k].to)}}, true
		}
	}
	return []run{{t + 3, v.sentenceOf(t).to}}, true
}
