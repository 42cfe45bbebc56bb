package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

// backward: "This was reported by Reuters" attributes the sentence before it,
// across a paragraph border. What a second clause means by "it" stands in the first.
func (v *view) backward(f *found) {
	if f.head < 0 || !v.pointsBack(f) || v.dep(f.head) == hearsay.DepConj && v.child(f.head, hearsay.DepNsubj) >= 0 {
		return
	}
	here := v.sentenceOf(f.head)
	s := v.sentence[f.head] - 1
	if s < 0 || !v.r.Article.Blocks[v.r.Sentences[s].Block].Role.Body() && v.r.Sentences[s].Block != v.block(here.from) {
		return
	}
	before := v.r.Sentences[s]
	f.content, f.sure = v.trimAll([]run{{before.First, before.Last}}), true
	f.back = f.act != hearsay.ActAssert || !v.saying(f.head, en.CueVerb)
}

// answers lets what points back at a sentence in which somebody says something be
// about what is said: "A valve was corroded, two officials said. The company denies
// it."
func (v *view) answers(all []found) {
	for i := range all {
		f := &all[i]
		if !f.back || len(f.content) == 0 {
			continue
		}
		best := -1
		for j := range all {
			g := &all[j]
			if j != i && !g.back && g.head >= 0 && anyHas(f.content, g.head) && (best < 0 || total(g.content) > total(all[best].content)) {
				best = j
			}
		}
		if best >= 0 && 2*total(all[best].content) > total(f.content) {
			f.content = append([]run(nil), all[best].content...)
		}
	}
}

// pointsBack reports whether all that the content of f says is "this".
func (v *view) pointsBack(f *found) bool {
	n := 0
	for _, r := range f.content {
		for t := r.from; t < r.to; t++ {
			if !isWord(v.word[t]) {
				continue
			}
			switch n++; {
			case n > 2, n > 1 && v.word[t] == "that", v.word[t] != "this" && v.word[t] != "that" && v.word[t] != "it" && v.word[t] != "so" && v.word[t] != "information" && v.word[t] != "news":
				return false
			}
			if v.word[t] == "that" && (v.dep(t) == hearsay.DepMark || v.tag(t) == hearsay.TagWDT) {
				return false
			}
		}
	}
	return n > 0
}

// relays: "Reuters reported, citing three sources" hands the content of one
// attribution on to another source.
func (v *view) relays(all []found) {
	for i := range all {
		f := &all[i]
		if f.head < 0 || !relaying[f.lemma] {
			continue
		}
		best := -1
		for j := range all {
			g := &all[j]
			if j == i || g.head < 0 || relaying[g.lemma] || v.sentence[g.head] != v.sentence[f.head] || anyHas(g.content, f.head) && v.at(f.head-1) != "," || len(g.content) == 0 || len(g.source) == 0 {
				continue
			}
			if best < 0 || v.governs(g.head, f.head) && !v.governs(all[best].head, f.head) {
				best = j
			}
		}
		if best >= 0 && (v.governs(all[best].head, f.head) || v.at(f.head-1) == ",") {
			g := &all[best]
			own := cover(append(append([]run(nil), f.cue...), f.source...))
			g.content = v.trimAll(subtract(g.content, []run{own}))
			f.content = append([]run(nil), g.content...)
			f.relay = int32(best)
		}
	}
}

var relaying = map[string]bool{"citing": true, "quoting": true, "with reference to": true, "in reference to": true, "with a reference to": true,
	"on the authority of": true}

// governs reports whether t depends on h, directly or not.
func (v *view) governs(h, t int32) bool {
	for steps := 0; t >= 0 && steps < 100; steps++ {
		if t == h {
			return true
		}
		t = v.head(t)
	}
	return false
}

// adding are participles that go on with what the same speaker says.
var adding = wordSet(`adding saying noting stressing insisting arguing warning explaining claiming calling urging describing vowing promising accusing
	denying pointing telling asking suggesting emphasizing emphasising stating reiterating`)

// joined reports whether a verb that begins at t follows "and" or "but" at once,
// without a subject of its own.
func (v *view) joined(t int32) bool {
	if t > 1 && v.tag(t-1) == hearsay.TagRB {
		t--
	}
	return t > 1 && v.tag(t-1) == hearsay.TagCC && v.tensed(t) && v.at(t-2) != ","
}

// participles cuts the content of an attribution before ", adding that ...",
// and gives the participle its speaker.
func (v *view) participles(all []found) {
	for i := range all {
		g := &all[i]
		joint := g.head >= 0 && v.joined(g.cue[0].from)
		if g.head < 0 || v.quote[g.head] >= 0 || !joint && (!adding[v.word[g.head]] || v.at(g.head-1) != ",") {
			continue
		}
		best := -1
		for j := range all {
			f := &all[j]
			if f.head < 0 {
				continue
			}
			if joint && v.tag(f.head) != v.tag(g.head) {
				continue
			}
			if j == i || f.head < 0 || f.head >= g.head || v.sentence[f.head] != v.sentence[g.head] || len(f.source) == 0 || v.quote[f.head] >= 0 {
				continue
			}
			if best < 0 || !anyHas(all[best].content, f.head) && f.head > all[best].head && !adding[v.word[f.head]] {
				if best < 0 || !anyHas(all[best].content, f.head) {
					best = j
				}
			}
		}
		if best < 0 || !v.isVerb(all[best].head) {
			continue
		}
		f := &all[best]
		if anyHas(f.content, g.head) {
			f.content = v.trimAll(subtract(f.content, []run{{g.cue[0].from - 1, v.sentenceOf(g.head).to}}))
		}
		g.source, g.speaker = append([]run(nil), f.source...), f.speaker
		g.content = subtract(g.content, g.source)
	}
}

// closing reports whether an attribution closes its sentence behind a comma and
// all that is said: "..., a diver said."
func (v *view) closing(f *found) bool {
	if len(f.source) == 0 || len(f.content) == 0 {
		return false
	}
	own := cover(append(append([]run(nil), f.cue...), f.source...))
	if cover(f.content).to > own.from || v.at(own.from-1) != "," && v.quote[own.from-1] < 0 {
		return false
	}
	return !v.wordIn(run{own.to, v.sentenceOf(f.head).to})
}

// untangle parts two attributions of a sentence that hold one another: the one
// whose speaker is named behind a comma tells the other.
func (v *view) untangle(all []found) {
	for i := range all {
		f := &all[i]
		if f.head < 0 || len(f.cue) == 0 || !f.sure && !v.closing(f) {
			continue
		}
		for j := range all {
			g := &all[j]
			if i == j || g.head < 0 || v.sentence[g.head] != v.sentence[f.head] || !anyHas(f.content, g.head) || !anyHas(g.content, f.head) {
				continue
			}
			own := cover(append(append([]run(nil), f.cue...), f.source...))
			g.content = v.trimAll(subtract(g.content, []run{own}))
		}
	}
}
