package attribution

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// edges corrects where sources and contents begin and end, and which of two
// attributions holds the other, where a construction leaves no choice.
func (v *view) edges(all []found) []found {
	for i := range all {
		f := &all[i]
		if f.head < 0 || len(f.cue) == 0 || len(f.content) == 0 {
			continue
		}
		v.hedgedVerb(f)
		v.undergoing(f)
		v.thatClause(all, i)
		v.nounEdges(f)
		v.sourceEdges(f)
		v.cueEdges(f)
		v.wholeClause(all, i)
		v.anotherThat(all, i)
		v.conjoined(f)
		v.addressee(f)
		v.occasion(f)
		v.insertedClause(all, i)
		v.dashed(all, i)
		v.relativeTail(all, i)
		v.gerundTail(f)
		v.reasoned(f)
		v.doubted(f)
		v.denied(f)
		v.asReported(f)
		v.reluctant(all, i)
		v.sharedSubject(all, i)
		v.asClaimed(all, i)
		v.inRelative(all, i)
		v.dangling(f)
	}
	for i := range all {
		if g, ok := v.reportedBy(all, i); ok {
			all = append(all, g)
		}
	}
	return all
}

// sourceEdges drops from a source what stands beside its noun phrase: a day ("The
// ministry on Friday confirmed"), the end of a phrase that opens the sentence ("In
// talks on gas, officials said"), what it is called by it ("identified by police as").
func (v *view) sourceEdges(f *found) {
	if len(f.source) != 1 {
		return
	}
	r := &f.source[0]
	before, own := *r, cover(f.cue)
	if next := v.chunkAfter(own.to); speechForms[v.word[f.head]] && own.len() == 1 && v.quote[own.from] < 0 && own.from > 0 && v.quote[own.from-1] >= 0 && next.from == own.to &&
		!next.empty() && r.from >= own.to && !r.has(next.to-1) && f.lemma != "tell" {
		*r = next
	}
	switch {
	case r.to <= own.from:
		if at := v.fronted(*r); at > r.from && v.quote[at-1] == v.quote[f.head] {
			r.from = at
		}
		for t := r.from + 1; t < r.to; t++ {
			if v.isVerb(t) || relatives[v.at(t)] {
				break
			}
			if (weekdays[v.at(t)] || v.at(t) == "on" && t+1 < r.to && v.dated(run{t + 1, t + 2})) && v.noun(t-1) && v.dated(run{t + 1, r.to}) {
				r.to = t
			}
		}
	case r.from > own.from && v.at(r.from-1) == "by":
		for t := r.from + 1; t < r.to; t++ {
			if v.at(t) == "such" {
				break
			}
			if v.at(t) == "as" {
				f.content = v.trimAll(append(f.content, run{t, r.to}))
				r.to = t
				break
			}
		}
	}
	*r = v.unoccasioned(*r)
	if *r != before {
		f.speaker = v.headOf(*r)
	}
}

// unoccasioned is a noun phrase without where its holder speaks: "an agent in a
// written statement".
func (v *view) unoccasioned(r run) run {
	for t := r.from + 1; t+1 < r.to; t++ {
		if v.isVerb(t) || relatives[v.at(t)] || v.at(t) == "," {
			break
		}
		if (v.at(t) == "in" || v.at(t) == "at" || v.at(t) == "during") && v.noun(t-1) && (v.tag(t+1) == hearsay.TagDT || v.tag(t+1) == hearsay.TagPRPS) && r.to <= t+5 && sayings[v.at(r.to-1)] {
			return run{r.from, t}
		}
	}
	return r
}

// sayings are the occasions and means of saying something.
var sayings = wordSet(`statement statements interview interviews email e-mail letter letters speech conference briefing call post message tweet report
	hearing testimony release memo note article affidavit`)

// dated reports whether all words of r tell a time.
func (v *view) dated(r run) bool {
	for t := r.from; t < r.to; t++ {
		if !weekdays[v.at(t)] && !v.isTime(t) {
			return false
		}
	}
	return true
}

// fronted is where the noun phrase of r begins that is the source, behind the end of
// a phrase that opens the sentence: "(In talks on oil and) gas, minister Ann Lee".
func (v *view) fronted(r run) int32 {
	sentence := v.sentenceOf(r.from)
	opened := v.tag(sentence.from) == hearsay.TagIN && r.from > sentence.from && (v.tag(r.from-1) == hearsay.TagCC || v.tag(r.from-1) == hearsay.TagIN)
	for t := r.from; t < r.to; t++ {
		switch {
		case v.at(t) == ",":
			if next := v.chunkAfter(t + 1); (opened || v.tag(r.from) == hearsay.TagIN) && next.from == t+1 && next.to == r.to && v.tag(t+1) != hearsay.TagDT {
				return t + 1
			}
			return r.from
		case t > r.from && v.tag(t) == hearsay.TagIN:
			return r.from
		}
	}
	return r.from
}

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday")

// thatClause: what stands between a verb and the "that" of its clause is not said:
// "swore under oath that".
func (v *view) thatClause(all []found, i int) {
	f := &all[i]
	if len(f.content) != 1 || !v.isVerb(f.head) {
		return
	}
	r := &f.content[0]
	for _, k := range v.kids(f.head) {
		mark := v.child(k, hearsay.DepMark)
		if k < f.head || v.dep(k) != hearsay.DepCcomp || mark < 0 || v.word[mark] != "that" || mark <= r.from || !r.has(mark) || mark > r.from+8 || r.from < cover(f.cue).to {
			continue
		}
		switch v.tag(r.from) {
		case hearsay.TagIN, hearsay.TagTO, hearsay.TagRB, hearsay.TagNNP:
		default:
			if v.tag(r.from-1) != hearsay.TagIN {
				return // "told the tale that"
			}
		}
		for i := r.from; i < mark; i++ {
			if v.tag(i) == hearsay.TagPOS || v.tag(i) == hearsay.TagPRPS || v.telling(i) && v.tag(i-1) != hearsay.TagIN || noted[v.word[i]] {
				return
			}
		}
		if v.hasVerb(run{r.from, mark}) || v.quote[mark] != v.quote[r.from] || v.quote[mark] != v.quote[f.head] {
			return
		}
		for j := range all {
			if g := &all[j]; g.head >= r.from && g.head < mark {
				g.content = nil
			}
		}
		r.from = mark
		f.content = v.trimAll(f.content)
		return
	}
}

var noted = wordSet("fact event case point condition")

// cueEdges gives back to the content what a cue has swallowed of it ("has banned any
// talks with | the club"), and to the source a name in capitals that reads like a verb
// ("IS has not commented").
func (v *view) cueEdges(f *found) {
	c := &f.cue[0]
	if o := v.childAfter(f.head, hearsay.DepObj); len(f.cue) == 1 && c.has(o) && c.to == o+2 && v.tag(o+1) == hearsay.TagIN && v.reach[o].from > f.head &&
		v.tag(v.reach[o].from) == hearsay.TagDT && !v.telling(o) && f.content[0].from == c.to {
		f.content[0].from, c.to = v.reach[o].from, v.reach[o].from
	}
	if first := c.from; len(f.source) == 0 && first < f.head && v.sentenceOf(first).from == first && len(v.word[first]) > 1 && capitals(v.r.Tokens[first].Of(v.text)) {
		f.source, f.speaker, c.from = []run{single(first)}, first, first+1
	}
}

// telling reports whether the noun t is a cue.
func (v *view) telling(t int32) bool {
	return slices.ContainsFunc(en.Cues(v.at(t)), func(c en.Cue) bool { return c.Part == en.CueNoun })
}

func capitals(w string) bool { return w == strings.ToUpper(w) && w != strings.ToLower(w) }

// wholeClause: what follows "that" is a clause and has a verb.
func (v *view) wholeClause(all []found, i int) {
	f := &all[i]
	last := &f.content[len(f.content)-1]
	if len(f.content) > 1 || v.at(last.from-1) != "that" || last.from <= f.head || !v.introducing(last.from-1) || v.hasVerb(*last) || v.at(last.to) != "," || v.quote[last.to] != v.quote[f.head] {
		return
	}
	rest := run{last.to, v.sentenceOf(last.to).to}
	if v.hasVerb(rest) && !slices.ContainsFunc(all, func(g found) bool { return rest.has(g.head) }) {
		v.endAt(f, rest.to)
	}
}

// anotherThat: "said that the dam was weak and that it had no sign of water".
func (v *view) anotherThat(all []found, i int) {
	f := &all[i]
	last := &f.content[len(f.content)-1]
	at := last.to
	if v.at(at) == "," {
		at++
	}
	if last.from <= f.head || v.quote[f.head] >= 0 || !v.hasVerb(*last) || v.at(at) != "and" && v.at(at) != "but" || v.at(at+1) != "that" || !v.introducing(at+1) {
		return
	}
	for j := range all {
		if g := &all[j]; j != i && anyHas(g.content, f.head) && v.tag(at+2) != hearsay.TagPRP {
			return // the outer speaker may go on
		}
	}
	to := v.sentenceOf(at).to
	for j := range all {
		if g := &all[j]; j != i && g.head > at && g.head < to && g.cue[0].from > at+1 && len(g.source) > 0 && g.source[0].from < f.head {
			return
		}
	}
	v.endAt(f, to)
}

// conjoined ends the object of a verb before "and" with another verb of the same
// subject: "opposes the tax and instead calls for cuts".
func (v *view) conjoined(f *found) {
	last := &f.content[len(f.content)-1]
	if last.from < f.head || v.quote[last.from] >= 0 || !v.nominal(v.root(*last)) {
		return
	}
	for t := last.from + 1; t+1 < last.to; t++ {
		if v.tensed(t) {
			return
		}
		if v.tag(t) != hearsay.TagCC || v.tag(t-1) == hearsay.TagCC {
			continue
		}
		k := t + 1
		for k < last.to && v.tag(k) == hearsay.TagRB {
			k++
		}
		if k < last.to && (v.tensed(k) && v.dep(k) == hearsay.DepConj && v.governs(f.head, k) || k > t+1 && v.dep(k) == hearsay.DepConj && v.head(k) == f.head) {
			v.endAt(f, t)
			return
		}
	}
}

// occasion cuts off an object in or at what it is told: "confirmed the death in a brief
// written statement".
func (v *view) occasion(f *found) {
	if last := &f.content[len(f.content)-1]; last.from > f.head && v.isVerb(f.head) && speechForms[v.word[f.head]] && !v.hasVerb(run{last.from, min(last.from+3, last.to)}) {
		*last = v.unoccasioned(*last)
	}
}

// addressee: those who are told, warned or promised are no part of what they are.
func (v *view) addressee(f *found) {
	to := cover(f.cue).to
	r := &f.content[0]
	if r.from != to || to != f.head+1 || !v.isVerb(f.head) || v.quote[to] != v.quote[f.head] {
		return
	}
	chunk := v.chunkAfter(to)
	if v.tag(to) == hearsay.TagPRP {
		chunk = single(to)
	}
	if chunk.empty() || chunk.from != to || chunk.to+1 >= r.to {
		return
	}
	addressing := slices.ContainsFunc(en.Cues(v.word[f.head]), func(c en.Cue) bool { return c.Frames.Has(en.FrameObjThat) })
	switch w := v.at(chunk.to); {
	case addressing && v.tag(to) == hearsay.TagPRP && !v.tensed(to+1) && v.clauseAt(to+1):
		r.from = to + 1
	case w == "that" && addressing && v.introducing(chunk.to), w == "against" && f.lemma == "warn":
		r.from = chunk.to
	case (addressing || f.lemma == "promise" && v.tag(to) == hearsay.TagNNP) && pronouns[w] && v.tensed(chunk.to+1):
		r.from = chunk.to
	default:
		return
	}
	f.content = v.trimAll(f.content)
}

var pronouns = wordSet("he she it they we i you there")

// insertedClause: in "said on Tuesday, before it was clear that the dam had held,
// that the valley was safe" the words before the second "that" are not said.
func (v *view) insertedClause(all []found, i int) {
	f := &all[i]
	to, sentence := cover(f.cue).to, v.sentenceOf(f.head)
	first := f.content[0]
	if first.from < to || first.from > to+4 || v.quote[f.head] >= 0 {
		return
	}
	for t := to; t < min(to+5, sentence.to); t++ {
		if v.at(t) == "that" || v.quote[t] >= 0 {
			return
		}
		if v.at(t) != "," {
			continue
		}
		at := v.pastInsertion(t, sentence.to)
		if at <= t {
			return
		}
		f.content = v.trimAll([]run{{at, max(f.content[len(f.content)-1].to, at+1)}})
		for j := range all {
			if g := &all[j]; j != i && g.head > f.head && g.head < at {
				g.content = v.trimAll(subtract(g.content, []run{{at - 1, sentence.to}}))
			}
		}
		return
	}
}

// pastInsertion is the "that" behind the clause or phrase which the comma at t opens
// and another closes, or t for none.
func (v *view) pastInsertion(t, to int32) int32 {
	if v.at(t) != "," || !inserting[v.at(t+1)] {
		return t
	}
	for k := t + 2; k < min(t+30, to-1); k++ {
		if v.at(k) == "," && v.at(k+1) == "that" && v.introducing(k+1) {
			return k + 1
		}
	}
	return t
}

var inserting = wordSet("before after when while as once until since in at during")

func dash(w string) bool { return w == "-" || w == "--" || w == "–" || w == "—" }

// dashed lets a content that ends where an insertion between dashes does run on
// with its own verb: "said the woman - named as Ann Lee - was safe".
func (v *view) dashed(all []found, i int) {
	f := &all[i]
	last := &f.content[len(f.content)-1]
	sentence := v.sentenceOf(last.to - 1)
	if last.from < cover(f.cue).to || last.to+1 >= sentence.to || !dash(v.at(last.to)) || v.quote[last.to] != v.quote[f.head] {
		return
	}
	open := false
	for t := last.from; t < last.to; t++ {
		if dash(v.at(t)) && v.apartFrom(t) {
			open = !open
		}
	}
	if !open || !v.tensed(last.to+1) {
		return
	}
	rest := run{last.to, sentence.to}
	for j := range all {
		if g := &all[j]; j != i && g.head >= 0 && rest.has(g.head) && !anyHas(g.source, last.to+1) && g.head < f.head {
			return
		}
	}
	v.endAt(f, sentence.to)
}

// apartFrom reports whether a dash stands between blanks.
func (v *view) apartFrom(t int32) bool {
	return t > 0 && int(t)+1 < len(v.word) && v.r.Tokens[t-1].End < v.r.Tokens[t].Start && v.r.Tokens[t].End < v.r.Tokens[t+1].Start
}

// relativeTail lets a noun phrase that is confirmed, announced or denied keep the
// relative clause that belongs to it.
func (v *view) relativeTail(all []found, i int) {
	f := &all[i]
	last := &f.content[len(f.content)-1]
	if !announcing[f.lemma] || last.from < cover(f.cue).to || v.hasVerb(*last) || v.at(last.to) != "," || !relatives[v.at(last.to+1)] || v.quote[last.to] != v.quote[last.to-1] {
		return
	}
	sentence := v.sentenceOf(last.to)
	for k := last.to + 2; k < sentence.to; k++ {
		if v.dep(k) != hearsay.DepAclRelcl || !last.has(v.head(k)) || v.reach[k].from > last.to+1 {
			continue
		}
		tail := run{last.to, v.reach[k].to}
		if !slices.ContainsFunc(all, func(g found) bool { return tail.has(g.head) }) {
			v.endAt(f, tail.to)
		}
		return
	}
}

var announcing = map[string]bool{"confirm": true, "announce": true, "deny": true, "report": true, "reveal": true, "disclose": true}

var relatives = wordSet("who which whose where whom")

// gerundTail: "his opposition to the country joining the pact".
func (v *view) gerundTail(f *found) {
	last := &f.content[len(f.content)-1]
	if !v.noun(f.head) || last.from != cover(f.cue).to || v.hasVerb(*last) || !v.sentenceOf(f.head).has(last.to) || v.tag(last.to) != hearsay.TagVBG || !v.noun(last.to-1) {
		return
	}
	v.endAt(f, max(last.to+1, v.reach[last.to].to))
}

// asReported cuts ", as reported yesterday" off a content.
func (v *view) asReported(f *found) {
	last := &f.content[len(f.content)-1]
	for t := last.from + 3; t+2 < last.to; t++ {
		if v.at(t) != "," || v.at(t+1) != "as" || v.tag(t+2) != hearsay.TagVBN || v.agent(t+2) >= 0 {
			continue
		}
		switch v.at(t + 2) {
		case "reported", "noted", "mentioned":
			v.endAt(f, t)
			return
		}
	}
}

// reasoned cuts the reason behind what a noun tells: "the claim that it was late, given
// that nobody had called".
func (v *view) reasoned(f *found) {
	if !v.noun(f.head) {
		return
	}
	last := &f.content[len(f.content)-1]
	for t := last.from + 3; t+2 < last.to; t++ {
		if (v.at(t) == "given" || v.at(t) == "considering") && v.at(t+1) == "that" && v.quote[t] == v.quote[f.head] {
			v.endAt(f, t)
			return
		}
	}
}

// denied: why the outlet thinks that something is denied is no part of what is: "denied
// that it was his, as the search went on".
func (v *view) denied(f *found) {
	if f.lemma != "deny" {
		return
	}
	last := &f.content[len(f.content)-1]
	for t := last.from + 3; t+2 < last.to; t++ {
		if v.at(t) == "," && (v.at(t+1) == "as" || v.at(t+1) == "amid") && v.quote[t] == v.quote[f.head] && v.hasVerb(run{last.from, t}) && (v.at(t+1) == "amid" || v.clauseAt(t+2)) {
			v.endAt(f, t)
			return
		}
	}
}

// doubted: what a dash and "but" set against a belief is not believed.
func (v *view) doubted(f *found) {
	if f.act != hearsay.ActBelieve && !v.negated(f.head) {
		return
	}
	last := &f.content[len(f.content)-1]
	for t := last.from + 1; t+1 < last.to; t++ {
		if dash(v.at(t)) && v.at(t+1) == "but" && v.quote[t] == v.quote[f.head] {
			v.endAt(f, t)
			return
		}
	}
}

// endAt lets a content end at t.
func (v *view) endAt(f *found, t int32) {
	f.content[len(f.content)-1].to = t
	f.content = v.trimAll(f.content)
}

// dangling drops a conjunction that a content ends with.
func (v *view) dangling(f *found) {
	n := len(f.content)
	if n == 0 {
		return
	}
	for last := &f.content[n-1]; last.len() > 2 && conjunctions[v.at(last.to-1)] && v.sentenceOf(last.to-1).to > last.to; {
		last.to--
		*last = v.trim(*last)
	}
}

var conjunctions = wordSet("as but and while because although though or when")
