package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

// verbal finds the attribution that the verb t makes, when it stands in one of
// the frames of its entries.
func (v *view) verbal(t int32) (found, bool) {
	if !v.isVerb(t) || v.dep(t) == hearsay.DepAmod || v.dep(t) == hearsay.DepAux || v.dep(t) == hearsay.DepCompound {
		return found{}, false
	}
	for _, c := range en.Cues(v.word[t]) {
		if c.Part != en.CueVerb || !v.restFollows(t, c) {
			continue
		}
		if content, ok := v.framed(t, c); ok {
			return v.withSource(t, c, content), true
		}
	}
	return found{}, false
}

// restFollows reports whether the further words of a cue of several words stand
// behind its head, with at most one word in between.
func (v *view) restFollows(t int32, c en.Cue) bool {
	at := t + 1
	for i, w := range c.Rest {
		if v.at(at) != w && i == 0 && v.at(at+1) == w {
			at++
		}
		if v.at(at) != w {
			return false
		}
		at++
	}
	return true
}

// framed tries the frames of a cue in the order of how surely they introduce
// content.
func (v *view) framed(t int32, c en.Cue) ([]run, bool) {
	if c.Frames.Has(en.FrameObj) && !v.role(t).Body() && bare[v.at(t+1)] && v.sentenceOf(t).to <= t+3 {
		return []run{single(t + 1)}, true // "... , palace denies claim"
	}
	if r, ok := v.clausal(t, c); ok {
		return r, true
	}
	if r, ok := v.parenthetical(t, c); ok {
		return r, true
	}
	if r, ok := v.infinitive(t, c); ok {
		return r, true
	}
	if r, ok := v.passive(t, c); ok {
		return r, true
	}
	if r, ok := v.prepositional(t, c); ok {
		return r, true
	}
	if r, ok := v.relativeObject(t, c); ok {
		return r, true
	}
	return v.object(t, c)
}

const clauseFrames = en.FrameThat | en.FrameQuote | en.FrameWh | en.FrameObjThat

// clausal: "said (that) ...", "asked whether ...", "said: ...".
func (v *view) clausal(t int32, c en.Cue) ([]run, bool) {
	if !c.Frames.Has(clauseFrames) {
		return nil, false
	}
	for _, k := range v.kids(t) {
		switch v.dep(k) {
		case hearsay.DepCcomp:
		case hearsay.DepParataxis:
			if !v.introduced(t, k) {
				continue
			}
		default:
			continue
		}
		if v.nominal(k) && k > t && v.child(k, hearsay.DepCop, hearsay.DepNsubj, hearsay.DepMark) < 0 && v.child(t, hearsay.DepNsubj) < 0 {
			continue // "said X" with X taken for a clause
		}
		content := v.pastAddress(t, v.pastDateline(v.reach[k]))
		if content.empty() {
			continue
		}
		if content.from > t && v.at(content.from) == "," && v.at(content.from+1) != "\"" && v.quote[content.from] < 0 && !v.introduced(t, k) && v.at(content.from+1) != "that" {
			continue // a clause of its own: "transfer agreed, club denies claim"
		}
		if at := content.from; at > t+1 && v.at(at) == "that" && v.noun(at-1) {
			if np := v.chunkBefore(at); np.from > t && v.saying(at-1, en.CueNoun) {
				content.from = np.from // "dismissed the tenant's claim that"
			}
		}
		return v.goesOn(t, content).without(single(t)), true
	}
	return nil, false
}

// pastAddress is a clause without the phrase between commas that parts it from those
// whom the verb addresses: "told the council, through her lawyer, she would stay".
func (v *view) pastAddress(verb int32, content run) run {
	if v.childAfter(verb, hearsay.DepIobj, hearsay.DepObj) < 0 {
		return content
	}
	for i := verb + 2; i < min(verb+8, content.to); i++ {
		if v.isVerb(i) || v.tag(i) == hearsay.TagMD {
			break
		}
		if v.at(i) != "," || v.tag(i+1) != hearsay.TagIN {
			continue
		}
		for k := i + 2; k < min(i+8, content.to); k++ {
			if v.at(k) == "," && k >= content.from && v.clauseAt(k+1) {
				return run{k + 1, content.to}
			}
		}
		break
	}
	return content
}

// goesOn takes in the clauses that follow content at once and hang on the same
// cue, unless they are attributions themselves: "... open, but it should close".
func (v *view) goesOn(t int32, content run) run {
	for i := content.to - 1; i <= content.to; i++ {
		if w := v.at(i); w == "'" || w == "’" || w == "\"" || w == "”" {
			return content // a quotation ends here
		}
	}
	for _, k := range v.kids(t) {
		if k < content.to || v.dep(k) != hearsay.DepParataxis && v.dep(k) != hearsay.DepConj || v.reach[k].from > content.to+1 {
			continue
		}
		if v.dep(k) == hearsay.DepConj && v.child(k, hearsay.DepNsubj, hearsay.DepNsubjPass) < 0 || en.Verbal(v.word[k]) || v.quote[k] != v.quote[content.from] || v.child(k, hearsay.DepNsubj, hearsay.DepNsubjPass) < 0 {
			continue
		}
		content.to = v.reach[k].to
	}
	return content
}

// saying reports whether t is a word of the given part for something said.
func (v *view) saying(t int32, part en.Part) bool {
	for _, c := range en.Cues(v.word[t]) {
		if c.Part == part && c.Frames.Has(en.FrameThat) {
			return true
		}
	}
	return false
}

// introduced reports whether a colon or an opening mark stands between the cue
// and the clause k.
func (v *view) introduced(t, k int32) bool {
	if k < t {
		return false
	}
	from := v.reach[k].from
	for i := max(t+1, from-2); i < from+2 && i < k+1; i++ {
		if v.at(i) == ":" || v.quote[i] >= 0 && v.quote[t] < 0 {
			return true
		}
	}
	return false
}

// parenthetical: "..., he said", "The bill, she added, would ...".
func (v *view) parenthetical(t int32, c en.Cue) ([]run, bool) {
	h := v.head(t)
	as := v.asClause(t)
	if !c.Frames.Has(en.FrameThat|en.FrameQuote|en.FrameWh) || h < 0 || v.dep(t) != hearsay.DepParataxis && !as {
		return nil, false
	}
	if !as && !c.Frames.Has(en.FrameThat|en.FrameWh) && v.quote[h] < 0 {
		return nil, false
	}
	if v.child(t, hearsay.DepCcomp, hearsay.DepXcomp) >= 0 && v.inverted(t) < 0 || v.subject(t).token < 0 && v.inverted(t) < 0 {
		return nil, false
	}
	if v.at(v.reach[t].from) == ":" {
		return nil, false
	}
	return v.reach[h].without(v.reach[t]), true
}

// asClause: "as Reuters reported".
func (v *view) asClause(t int32) bool {
	k := v.child(t, hearsay.DepMark, hearsay.DepAdvmod, hearsay.DepCase)
	return k >= 0 && v.word[k] == "as" && v.dep(t) != hearsay.DepRoot
}

// infinitive: "promised to pay", "urged them to pay", "denied paying".
func (v *view) infinitive(t int32, c en.Cue) ([]run, bool) {
	k := v.childAfter(t, hearsay.DepXcomp)
	if k < 0 && c.Frames.Has(en.FrameIng) {
		if k = v.childAfter(t, hearsay.DepCcomp, hearsay.DepAdvcl); k >= 0 && (v.tag(k) != hearsay.TagVBG || v.child(k, hearsay.DepMark) >= 0) {
			k = -1
		}
	}
	if k < 0 {
		return nil, false
	}
	mark := v.child(k, hearsay.DepMark)
	to := mark >= 0 && v.word[mark] == "to"
	obj := v.childAfter(t, hearsay.DepObj, hearsay.DepIobj)
	switch {
	case to && obj >= 0 && c.Frames.Has(en.FrameObjTo), to && obj < 0 && c.Frames.Has(en.FrameTo) && v.child(t, hearsay.DepNsubjPass) < 0,
		!to && v.tag(k) == hearsay.TagVBG && c.Frames.Has(en.FrameIng):
		return []run{v.reach[k].after(t)}, true
	case to && c.Frames.Has(en.FrameObjTo) && v.child(t, hearsay.DepNsubjPass) >= 0 && c.Act != hearsay.ActBelieve:
		return []run{v.reach[k]}, true
	case to && c.Frames.Has(en.FrameToNoun) && !v.role(t).Body():
		return []run{v.reach[k]}, true // "responds to report ..."
	case !to && obj >= 0 && c.Frames.Has(en.FrameObjPred|en.FrameObjAs):
		return []run{v.reach[obj].join(v.reach[k])}, true
	}
	return nil, false
}

// prepositional: "called for a ban", "warned against a ban", "asked about it".
func (v *view) prepositional(t int32, c en.Cue) ([]run, bool) {
	for _, k := range v.kids(t) {
		if k < t {
			continue
		}
		mark := int32(-1)
		switch v.dep(k) {
		case hearsay.DepObl:
			mark = v.child(k, hearsay.DepCase)
		case hearsay.DepAdvcl:
			mark = v.child(k, hearsay.DepMark)
		}
		if mark < 0 || v.dep(k) == hearsay.DepAdvcl && v.word[mark] == "to" {
			continue
		}
		if f := en.Preposition(v.word[mark]); f != 0 && c.Frames.Has(f) && !v.isTime(k) {
			return []run{v.stretched(v.reach[k])}, true
		}
		obj := v.childAfter(t, hearsay.DepObj)
		if obj >= 0 && obj < k && c.Frames.Has(complementFrame(v.word[mark])) {
			return []run{v.reach[obj].join(v.reach[k])}, true
		}
	}
	return nil, false
}

// complementFrame is the frame of "accused them of", "blamed them for",
// "described them as", "banned them from", "compared them to".
func complementFrame(preposition string) en.Frame {
	switch preposition {
	case "of":
		return en.FrameObjOf
	case "for":
		return en.FrameObjFor
	case "as":
		return en.FrameObjAs
	case "from":
		return en.FrameObjFrom
	}
	return 0
}

func (v *view) isTime(k int32) bool {
	if int(k) >= len(v.word) {
		return false
	}
	at := v.r.Tokens[k].Span
	for _, t := range v.r.Times {
		if t.Span.Overlaps(at) {
			return true
		}
	}
	return false
}

// object: "denied the report", "reports a rise", with the complements that
// belong to it. A subject that undergoes the verb is content too.
func (v *view) object(t int32, c en.Cue) ([]run, bool) {
	if !c.Frames.Has(en.FrameObj) {
		return nil, false
	}
	k := v.childAfter(t, hearsay.DepObj)
	if k < 0 || v.isTime(k) || v.inverted(t) == k && v.subject(t).token < 0 {
		return nil, false
	}
	content := v.reach[k]
	for _, o := range v.kids(t) {
		if o <= k || v.dep(o) != hearsay.DepObl || v.isTime(o) {
			continue
		}
		if m := v.child(o, hearsay.DepCase); m >= 0 && m == content.to && complementFrame(v.word[m]) != 0 {
			content = content.join(v.reach[o])
		}
	}
	return []run{v.stretched(content)}, true
}

// stretched takes in the prepositional phrases that follow a noun phrase, which
// the tree may have hung elsewhere.
func (v *view) stretched(r run) run {
	to := v.sentenceOf(r.from).to
	if r.to >= to || v.tag(r.to) != hearsay.TagIN && v.word[r.to] != "to" || subordinators[v.word[r.to]] || r.to+1 < to && v.isTime(r.to+1) {
		return r
	}
	for t := r.to; t < to; t++ {
		if !isWord(v.word[t]) || v.tag(t) == hearsay.TagCC || v.isVerb(t) || v.isTime(t) || t > r.to && subordinators[v.word[t]] || v.quote[t] != v.quote[r.to-1] {
			break
		}
		r.to = t + 1
	}
	for r.len() > 1 && (v.tag(r.to-1) == hearsay.TagIN || v.tag(r.to-1) == hearsay.TagDT || v.tag(r.to-1) == hearsay.TagTO) {
		r.to--
	}
	return r
}

var subordinators = wordSet("as when while after before because if since although though until unless once during by at")

// passive: "it was reported that", "X was accused of", "X is expected to".
func (v *view) passive(t int32, c en.Cue) ([]run, bool) {
	s := v.child(t, hearsay.DepNsubjPass)
	if s < 0 {
		return v.reducedPassive(t, c)
	}
	content := v.reach[s]
	if that := v.thatWithin(t); v.word[s] == "it" && that >= 0 {
		return []run{{that, v.sentenceOf(t).to}}, true
	}
	if x := v.childAfter(t, hearsay.DepXcomp, hearsay.DepCcomp); x >= 0 && c.Frames.Has(en.FrameThat|en.FrameObj|en.FrameObjPred|en.FrameObjAs) {
		return []run{content, v.reach[x]}, true
	}
	for _, k := range v.kids(t) {
		if k < t || v.dep(k) != hearsay.DepObl && v.dep(k) != hearsay.DepAdvcl {
			continue
		}
		if m := v.child(k, hearsay.DepCase, hearsay.DepMark); m >= 0 && c.Frames.Has(complementFrame(v.word[m])) {
			return []run{content, v.reach[k]}, true
		}
	}
	by := v.agent(t)
	if c.Frames.Has(en.FrameObjAs) && by >= 0 && v.at(by+1) == "as" && v.reach[by].to > by+2 {
		return []run{content, {by + 1, v.reach[by].to}}, true // "identified by the guard as Ann Lee"
	}
	if c.Frames.Has(en.FrameObj) && by >= 0 {
		return []run{content}, true
	}
	return nil, false
}

// reducedPassive: "a woman, identified by the guards as Ann Lee, ...".
func (v *view) reducedPassive(t int32, c en.Cue) ([]run, bool) {
	by := v.agent(t)
	if v.tag(t) != hearsay.TagVBN || v.dep(t) != hearsay.DepAcl || by < 0 || !c.Frames.Has(en.FrameObjAs) {
		return nil, false
	}
	who := v.phrase(v.head(t), t)
	for as := by + 1; as < by+4; as++ {
		if v.at(as) != "as" || who.to > t {
			continue
		}
		if name := v.chunkAfter(as + 1); !name.empty() {
			return []run{who, {as, name.to}}, true
		}
	}
	return nil, false
}

// relativeObject: "the visit, which the two firms described as a success".
func (v *view) relativeObject(t int32, c en.Cue) ([]run, bool) {
	o := v.child(t, hearsay.DepObj)
	if o < 0 || o > t || !relatives[v.word[o]] || !c.Frames.Has(en.FrameObjAs) {
		return nil, false
	}
	for _, k := range v.kids(t) {
		if k < t || v.dep(k) != hearsay.DepObl && v.dep(k) != hearsay.DepAdvcl && v.dep(k) != hearsay.DepXcomp {
			continue
		}
		if r := v.reach[k]; v.at(r.from) == "as" || v.at(r.from-1) == "as" {
			return []run{r}, true
		}
	}
	return nil, false
}

// thatWithin is a "that" close behind t, -1 for none.
func (v *view) thatWithin(t int32) int32 {
	for i := t + 1; i < min(t+12, v.sentenceOf(t).to); i++ {
		if v.word[i] == "that" {
			return i
		}
	}
	return -1
}

// agent is the one by whom a passive verb is done.
func (v *view) agent(t int32) int32 {
	for _, k := range v.kids(t) {
		if v.dep(k) != hearsay.DepOblAgent && v.dep(k) != hearsay.DepObl {
			continue
		}
		if m := v.child(k, hearsay.DepCase); m >= 0 && v.word[m] == "by" && k > t && !v.isTime(k) {
			return k
		}
	}
	return -1
}

// withSource completes an attribution of a verb by its source and cue.
func (v *view) withSource(t int32, c en.Cue, content []run) found {
	f := newFound(t, c)
	f.cue = []run{v.group(t, c)}
	s := v.subject(t)
	if s.token >= 0 && v.quote[s.token] >= 0 && v.quote[t] < 0 && v.at(v.quoted[v.quote[s.token]].to-2) == "," {
		s = subject{-1, -1, false, false} // the subject of what is said
	}
	switch {
	case (v.tag(t) == hearsay.TagVBN || v.at(t-1) == "when" && v.word[t] == "asked") && s.borne && v.dep(t) == hearsay.DepAdvcl:
		s = subject{v.agent(t), -1, false, false} // "asked by a student", "when asked"
	case s.passive || v.child(t, hearsay.DepNsubjPass) >= 0:
		s = subject{v.agent(t), -1, false, false}
	case s.token < 0 || s.borne && v.dep(t) == hearsay.DepParataxis:
		if k := v.inverted(t); k >= 0 && !anyHas(content, k) {
			s = subject{k, -1, false, false}
		}
	}
	if s.token >= 0 && !anyHas(content, s.token) && v.word[s.token] != "it" || s.token >= 0 && v.dep(s.token) != hearsay.DepExpl && !anyHas(content, s.token) {
		f.setSource(v, s)
	}
	if len(f.source) > 0 && len(content) > 0 && f.source[0].from < content[0].from {
		f.source[0].to = min(f.source[0].to, content[0].from)
	}
	f.content = subtract(content, append([]run{f.cue[0]}, f.source...))
	f.content = v.reached(f, c)
	v.modified(&f)
	return f
}

// modified takes in what stands between a source and its verb when it belongs to
// the source: "three people familiar with the talks".
func (v *view) modified(f *found) {
	if len(f.source) != 1 || f.source[0].to >= f.cue[0].from || f.cue[0].from-f.source[0].to > 10 {
		return
	}
	gap := run{f.source[0].to, f.cue[0].from}
	switch v.tag(gap.from) {
	case hearsay.TagIN, hearsay.TagJJ, hearsay.TagVBN, hearsay.TagVBG:
	default:
		return
	}
	for t := gap.from; t < gap.to; t++ {
		switch v.tag(t) {
		case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD, hearsay.TagCC:
			return
		}
		if !isWord(v.word[t]) || v.isTime(t) || v.quote[t] != v.quote[f.head] || anyHas(f.content, t) {
			return
		}
	}
	if v.tag(gap.to-1) != hearsay.TagRB {
		f.source[0].to = gap.to
	}
}

// reached closes the gap between a verb of saying and the clause behind it when
// only a noun phrase stands in it: the clause's own subject.
func (v *view) reached(f found, c en.Cue) []run {
	after := f.cue[len(f.cue)-1].to
	for i, r := range f.content {
		if r.from <= after || !c.Frames.Has(en.FrameThat) || c.Frames.Has(en.FrameObjThat|en.FrameObjTo) {
			continue
		}
		if gap := v.chunkAfter(after); gap.to == r.from && gap.from == after && v.quote[after] == v.quote[f.head] && (len(f.source) == 0 || !f.source[0].overlaps(gap)) && !v.isTime(after) {
			f.content[i].from = after
		}
		break
	}
	return f.content
}

func (f *found) setSource(v *view, s subject) {
	r := v.phrase(s.token, s.limit)
	if r.empty() {
		return
	}
	f.source = []run{r}
	f.speaker = s.token
	if noun, ok := v.relative(s.token); ok {
		f.speaker = noun
	}
}

// group is the verb with the auxiliaries before it and the words that complete
// a cue of several words.
func (v *view) group(t int32, c en.Cue) run {
	g := single(t)
	for _, k := range v.kids(t) {
		if k < t && (v.dep(k) == hearsay.DepAux || v.dep(k) == hearsay.DepAuxPass) {
			g.from = min(g.from, k)
		}
	}
	for i := g.from; i < t; i++ {
		if d := v.dep(i); v.head(i) != t || d != hearsay.DepAux && d != hearsay.DepAuxPass && d != hearsay.DepAdvmod {
			g.from = t
			break
		}
	}
	if n := int32(len(c.Rest)); n > 0 {
		for v.at(g.to+n-1) != c.Rest[n-1] {
			g.to++
		}
		g.to += n
	}
	return g
}
