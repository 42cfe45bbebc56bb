package attribution

import (
	"slices"

	"hearsay"
	"hearsay/lang/en"
)

// reportedBy: in "According to the Bund, writes the Post, the bank was sound" it is
// the Post that tells what the Bund says.
func (v *view) reportedBy(all []found, i int) (found, bool) {
	f := &all[i]
	if f.lemma != "according to" || len(f.source) != 1 || len(f.cue) != 1 || f.source[0].to <= f.cue[0].to {
		return found{}, false
	}
	t, sentence := f.source[0].to, v.sentenceOf(f.head)
	if v.at(t) == "," {
		t++
	}
	switch v.at(t) {
	case "reports", "writes", "reported", "wrote", "says", "said":
	default:
		return found{}, false
	}
	name := v.chunkAfter(t + 1)
	if name.from != t+1 || v.tag(name.to-1) != hearsay.TagNNP || isWord(v.at(name.to)) || !sentence.has(t) {
		return found{}, false
	}
	own := run{f.source[0].to, name.to}
	f.content = v.trimAll(subtract(f.content, []run{own}))
	for j := range all {
		if g := &all[j]; j != i && own.has(g.head) {
			g.content, g.cue = nil, nil
		}
	}
	g := found{head: t, relay: -1, carried: -1, lemma: "report", sure: true, cue: []run{single(t)}, source: []run{name}, speaker: v.headOf(name)}
	g.content = v.trimAll(sentence.without(own))
	return g, len(f.content) > 0
}

// hedgedVerb: in "has reportedly claimed that" it is the claim that is hedged.
func (v *view) hedgedVerb(f *found) {
	if len(f.source) > 0 || len(f.cue) != 1 || f.cue[0].len() != 1 || !slices.ContainsFunc(en.Cues(v.word[f.head]), func(c en.Cue) bool { return c.Frames.Has(en.FrameHedge) }) {
		return
	}
	h := v.head(f.head)
	if h < 0 || !v.isVerb(h) {
		return
	}
	if g, ok := v.verbal(h); ok && len(g.source) > 0 && total(g.content) > 2 && g.cue[0].to >= f.head && speechForms[v.word[h]] {
		g.content, g.hedged = v.trimAll(g.content), true
		*f = g
	}
}

// undergoing: of whom something is said, he does not say it: "Page, said to be ill",
// "the duke was credited with the victory".
func (v *view) undergoing(f *found) {
	if len(f.source) != 1 || f.source[0].to > f.head || v.agent(f.head) >= 0 {
		return
	}
	t := f.head
	k := v.child(t, hearsay.DepNsubjPass)
	reduced := reputed[v.word[t]] && v.at(t+1) == "to" && (v.at(t+2) == "be" || v.at(t+2) == "have")
	if k >= 0 && spokenOf[v.word[t]] && v.child(t, hearsay.DepAuxPass) >= 0 && f.source[0].has(k) || reduced {
		f.content = v.trimAll(disjoint(append(f.content, f.source[0])))
		f.source, f.speaker = nil, -1
	}
}

var spokenOf = wordSet(`credited accused blamed criticized criticised praised hailed described suspected considered regarded known believed said thought
	reported alleged named cited`)

var reputed = wordSet("said believed thought understood rumored rumoured alleged reputed reported")

// nounEdges: nobody who stands in the clause behind "reports that" makes the report.
func (v *view) nounEdges(f *found) {
	if len(f.source) == 1 && f.source[0].has(f.head) && v.noun(f.head) && v.existing(f.head) {
		f.source, f.speaker = nil, -1
	}
	if v.isVerb(f.head) || v.at(f.head+1) != "that" || len(f.source) == 0 || f.source[0].from < f.head {
		return
	}
	if w := v.at(f.source[0].from - 1); w == "by" || w == "from" {
		return
	}
	if g, ok := v.nominalCue(f.head); ok {
		f.source, f.speaker, f.content = g.source, g.speaker, v.trimAll(g.content)
	}
}

// reluctant: who is cautious about asserting something does not assert it.
func (v *view) reluctant(all []found, i int) {
	f := &all[i]
	t := f.head
	if v.tag(t) != hearsay.TagVBG && v.tag(t) != hearsay.TagVB || t < 2 || !unready[v.at(t-2)] || v.tag(t-1) != hearsay.TagIN && v.tag(t-1) != hearsay.TagTO {
		return
	}
	from := t - 2
	for from > v.sentenceOf(t).from && t-from < 7 && (v.tag(from-1) == hearsay.TagRB || isBe(v.at(from-1)) || v.tag(from-1) == hearsay.TagMD || v.at(from-1) == "has" || v.at(from-1) == "have" || v.at(from-1) == "had" || v.at(from-1) == "remained") {
		from--
	}
	f.cue, f.act = []run{{from, t + 1}}, hearsay.ActDecline
	if len(f.source) == 0 {
		f.source, f.speaker = (&speech{view: v}).beside(from)
	}
	for k := f.content[len(f.content)-1].from; k < f.content[len(f.content)-1].to; k++ {
		if v.at(k) == "," && v.tag(min(k+1, int32(len(v.word))-1)) == hearsay.TagJJ && v.at(k+2) == "of" {
			f.content[len(f.content)-1].to = k
		}
	}
	for j := range all {
		if g := &all[j]; j != i && g.head >= from && g.head < t {
			g.content, g.cue = nil, nil
		}
	}
}

var unready = wordSet("cautious wary careful reluctant hesitant unwilling slow loath")

// sharedSubject: in "told them that he was ready, but did not want to go" it is he
// who does not want.
func (v *view) sharedSubject(all []found, i int) {
	f := &all[i]
	if !wishes[f.lemma] || f.cue[0].from < 2 {
		return
	}
	at := f.cue[0].from
	for steps := 0; steps < 3 && v.tag(at-1) != hearsay.TagCC && at > 1; steps++ {
		at--
	}
	if v.tag(at-1) != hearsay.TagCC {
		return
	}
	for j := range all {
		g := &all[j]
		if j == i || g.head < 0 || g.head >= f.head || len(g.content) != 1 || v.at(g.content[0].from-1) != "that" || v.sentence[g.head] != v.sentence[f.head] || v.quote[g.head] >= 0 {
			continue
		}
		if r := &g.content[0]; r.to <= at && r.to >= at-2 && r.from > g.head {
			r.to = max(cover(f.content).to, f.head+1)
			f.content, f.cue = nil, nil
			return
		}
	}
}

var wishes = map[string]bool{"want": true, "wish": true, "intend": true, "need": true, "like": true, "hope": true, "plan": true, "refuse": true}

// asClaimed: in "Lee said it was not hers, as others had claimed" the others claim
// what Lee denies, and do not tell what Lee said.
func (v *view) asClaimed(all []found, i int) {
	f := &all[i]
	if len(f.source) != 1 || v.at(f.source[0].from-1) != "as" || v.at(f.source[0].from-2) != "," || f.source[0].to > f.head || f.sure && !v.isVerb(f.head) {
		return
	}
	as := f.source[0].from - 2
	for j := range all {
		g := &all[j]
		if j == i || g.head < 0 || g.head >= as || v.sentence[g.head] != v.sentence[f.head] || len(g.content) == 0 || len(g.source) == 0 || cover(g.content).from < g.head || g.act == hearsay.ActQuestion || v.at(g.content[0].from) == "whether" {
			continue
		}
		g.content = v.trimAll(subtract(g.content, []run{{as, v.sentenceOf(as).to}}))
		f.content = append([]run(nil), g.content...)
		if v.at(f.cue[0].from) == "had" {
			f.content = v.positive(f.content)
		}
		f.own, f.act, f.sure = true, hearsay.ActAssert, true
		return
	}
}

// positive are runs without the first negation of a copula.
func (v *view) positive(runs []run) []run {
	for _, r := range runs {
		for t := r.from + 1; t < min(r.to, r.from+10); t++ {
			if isNot(v.at(t)) && isBe(v.at(t-1)) {
				return v.trimAll(subtract(runs, []run{single(t)}))
			}
		}
	}
	return runs
}

// inRelative: "his decision, which unions described as cruel, was needed": what a
// relative clause between commas tells is the outlet's, not the speaker's.
func (v *view) inRelative(all []found, i int) {
	f := &all[i]
	if len(f.source) != 1 || v.quote[f.head] >= 0 || v.at(f.source[0].from-1) != "which" || v.at(f.source[0].from-2) != "," || f.source[0].to > f.head {
		return
	}
	from := f.source[0].from - 2
	to := v.sentenceOf(from).to
	for t := f.head; t < to; t++ {
		if v.at(t) == "," && v.tensed(t+1) {
			to = t + 1
			break
		}
	}
	if to == v.sentenceOf(from).to {
		return
	}
	f.content = v.trimAll(subtract(f.content, []run{{to - 1, v.sentenceOf(from).to}}))
	for j := range all {
		if g := &all[j]; j != i && g.head >= 0 && g.head < from && anyHas(g.content, f.head) {
			g.content = v.trimAll(subtract(g.content, []run{{from, to}}))
			f.own = true
		}
	}
}

// retort: "Lee said it was safe, a claim the union denied" from the noun at t on; some
// are the attributions before it.
func (v *view) retort(t int32, some []found) (found, bool) {
	if !v.noun(t) || !v.telling(t) {
		return found{}, false
	}
	comma := v.chunkBefore(t+1).from - 1
	if v.at(comma) != "," || v.at(comma+1) != "a" && v.at(comma+1) != "an" {
		return found{}, false
	}
	at := t + 1
	if v.at(at) == "that" || v.at(at) == "which" {
		at++
	}
	who := v.chunkAfter(at)
	h := who.to
	for v.at(h) == "has" || v.at(h) == "have" || v.at(h) == "had" || v.tag(h) == hearsay.TagRB {
		h++
	}
	if who.empty() || who.from != at || !v.isVerb(h) || !v.finite(h) || !v.fewFollow(h+1, v.sentenceOf(t).to) {
		return found{}, false
	}
	for _, c := range en.Cues(v.word[h]) {
		if c.Part != en.CueVerb || !c.Frames.Has(en.FrameObj) || len(c.Rest) > 0 {
			continue
		}
		if said := v.saidBefore(comma, some); said != nil {
			f := newFound(h, c)
			f.cue, f.source, f.speaker, f.content, f.sure, f.own = []run{{who.to, h + 1}}, []run{who}, v.headOf(who), said, true, true
			return f, true
		}
	}
	return found{}, false
}

// saidBefore is what the last of some attributions says before a comma, where it is cut.
func (v *view) saidBefore(comma int32, some []found) []run {
	for j := len(some) - 1; j >= 0; j-- {
		g := &some[j]
		if g.head >= comma || g.head < 0 || len(g.source) == 0 {
			continue
		}
		if said := v.trimAll(subtract(g.content, []run{{comma, v.sentenceOf(comma).to}})); len(said) > 0 && v.hasVerb(cover(said)) {
			g.content = said
			return append([]run(nil), said...)
		}
	}
	return nil
}

// retorts: in "Lee said it was safe, a claim that the union disputed" the union disputes
// what Lee said.
func (v *view) retorts(some []found) {
	for i := range some {
		f := &some[i]
		if f.head < 0 || len(f.source) == 0 || total(f.content) != 1 {
			continue
		}
		noun, ok := v.relative(f.content[0].from)
		if !ok || noun < 0 || !v.telling(noun) {
			continue
		}
		comma := v.chunkBefore(noun+1).from - 1
		if v.at(comma) != "," || v.at(comma+1) != "a" && v.at(comma+1) != "an" && v.at(comma+1) != "claims" && v.at(comma+1) != "allegations" {
			continue
		}
		if said := v.saidBefore(comma, some[:i]); said != nil {
			f.content, f.sure, f.own = said, true, true
		}
	}
}
