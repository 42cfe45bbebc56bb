package attribution

import (
	"slices"

	"hearsay"
	"hearsay/lang/en"
)

// subject is who does what the verb t says, found along the verbs that share
// it. passive tells that the subject undergoes the verb instead.
type subject struct {
	token   int32 // head of the noun phrase; -1 for none
	limit   int32 // the phrase ends before this token when it would run over it; -1 for none
	passive bool
	borne   bool // taken over from another verb
}

func (v *view) subject(t int32) subject {
	limit := t
	for steps := 0; steps < 6; steps++ {
		if k := v.child(t, hearsay.DepNsubj, hearsay.DepNsubjOuter); k >= 0 {
			return subject{k, limit, false, steps > 0}
		}
		if k := v.child(t, hearsay.DepNsubjPass); k >= 0 {
			return subject{k, limit, steps == 0, steps > 0}
		}
		h := v.head(t)
		if h < 0 {
			break
		}
		switch v.dep(t) {
		case hearsay.DepAcl:
			return subject{h, t, v.tag(t) == hearsay.TagVBN, true}
		case hearsay.DepAclRelcl:
			return subject{-1, -1, false, false}
		case hearsay.DepXcomp:
			if o := v.child(h, hearsay.DepObj, hearsay.DepIobj); o >= 0 && o < t {
				return subject{o, t, false, true}
			}
		case hearsay.DepConj, hearsay.DepAdvcl, hearsay.DepParataxis:
		default:
			return subject{-1, -1, false, false}
		}
		t = h
	}
	return subject{-1, -1, false, false}
}

// inverted is the noun phrase behind a verb of saying that follows or precedes
// what was said: "said Ann Lee", whatever relation the parser gave it.
func (v *view) inverted(t int32) int32 {
	for _, k := range v.kids(t) {
		if k < t {
			continue
		}
		switch v.dep(k) {
		case hearsay.DepNsubj, hearsay.DepObj, hearsay.DepXcomp, hearsay.DepCcomp, hearsay.DepParataxis, hearsay.DepDep, hearsay.DepFlat, hearsay.DepIobj:
			if v.nominal(k) {
				return k
			}
		}
		if v.dep(k) != hearsay.DepAdvmod && v.dep(k) != hearsay.DepPunct {
			return -1
		}
	}
	return -1
}

func (v *view) nominal(t int32) bool {
	switch v.tag(t) {
	case hearsay.TagNN, hearsay.TagNNS, hearsay.TagNNP, hearsay.TagNNPS, hearsay.TagPRP, hearsay.TagCD, hearsay.TagDT, hearsay.TagWP, hearsay.TagWDT, hearsay.TagNone:
		return true
	}
	return false
}

// phrase is the noun phrase of head s, without what lies behind limit when the
// phrase runs over it.
func (v *view) phrase(s, limit int32) run {
	if s < 0 {
		return run{}
	}
	r := v.reach[s]
	if limit >= 0 && r.has(limit) {
		edge := r.to
		for _, k := range v.kids(s) {
			if v.reach[k].has(limit) {
				edge = v.reach[k].from
				break
			}
		}
		if edge > s {
			r.to = min(r.to, edge)
		} else {
			r.from = max(r.from, limit+1)
		}
	}
	for _, k := range v.kids(s) {
		switch v.dep(k) {
		case hearsay.DepParataxis, hearsay.DepCop, hearsay.DepNsubj, hearsay.DepAdvcl, hearsay.DepDiscourse:
			if k > s {
				r.to = min(r.to, v.reach[k].from)
			} else {
				r.from = max(r.from, v.reach[k].to)
			}
		}
	}
	if r.empty() || !r.has(s) {
		r = single(s)
	}
	return v.trimSource(v.unoccasioned(v.named(v.complete(v.sameSide(r, s), s, limit))))
}

// named cuts a noun phrase at a comma behind which a clause of its own begins.
func (v *view) named(r run) run {
	for t := r.from + 1; t < r.to; t++ {
		for _, c := range en.Cues(v.word[t]) {
			if c.Part == en.CuePhrase && c.Frames.Has(en.FrameSource) && c.Lemma != "per" && v.exactly(t, c) {
				return run{r.from, t}
			}
		}
	}
	for t := r.from + 1; t+1 < r.to; t++ {
		if v.word[t] != "," {
			continue
		}
		switch v.word[t+1] {
		case "who", "which", "whose", "where", "whom":
			return r
		case "through", "in", "on", "after", "before", "during", "via", "by", "speaking":
			return run{r.from, t}
		}
		for k := t + 1; k < r.to; k++ {
			switch v.word[k] {
			case "who", "which", "whose", "where", "whom", "that":
				return r
			}
			switch v.tag(k) {
			case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD:
				return run{r.from, t}
			}
		}
	}
	return r
}

// sameSide keeps a noun phrase from running into or out of a quotation that it
// does not hold whole.
func (v *view) sameSide(r run, s int32) run {
	for t := r.from; t < r.to; t++ {
		q := v.quote[t]
		if q < 0 || q == v.quote[s] || r.contains(v.quoted[q]) && v.at(v.quoted[q].to-2) != "," {
			continue
		}
		if t < s {
			r.from = t + 1
		} else {
			r.to = t
		}
	}
	if q := v.quote[s]; q >= 0 && !r.contains(v.quoted[q]) {
		r = run{max(r.from, v.quoted[q].from), min(r.to, v.quoted[q].to)}
	}
	return r
}

// complete takes in the nouns and adjectives next to a noun phrase that the tree
// has left out: "farmer" before "Idris Bello", "survivor" behind "crash". It
// does not reach limit.
func (v *view) complete(r run, s, limit int32) run {
	if !v.noun(s) {
		return r
	}
	sentence := v.sentenceOf(s)
	for r.from > sentence.from && (v.noun(r.from-1) || v.modifies(r.from-1)) && v.modifiable(r.from) && v.quote[r.from-1] == v.quote[s] && !v.isTime(r.from-1) {
		r.from--
	}
	for r.to < sentence.to && r.to != limit && v.noun(r.to) && v.noun(r.to-1) && v.quote[r.to] == v.quote[s] && !v.isTime(r.to) {
		r.to++
	}
	return r
}

func (v *view) noun(t int32) bool {
	switch v.tag(t) {
	case hearsay.TagNN, hearsay.TagNNS, hearsay.TagNNP, hearsay.TagNNPS:
		return true
	}
	return false
}

func (v *view) modifies(t int32) bool {
	switch v.tag(t) {
	case hearsay.TagDT, hearsay.TagJJ, hearsay.TagCD, hearsay.TagPRPS:
		return true
	}
	return false
}

func (v *view) modifiable(t int32) bool {
	return v.noun(t) || v.tag(t) == hearsay.TagJJ || v.tag(t) == hearsay.TagCD
}

// relative reports whether t is a relative pronoun, and returns the noun that
// its clause belongs to.
func (v *view) relative(t int32) (int32, bool) {
	switch v.word[t] {
	case "who", "which", "that", "whom":
	default:
		return -1, false
	}
	for h, steps := t, 0; h >= 0 && steps < 6; h, steps = v.head(h), steps+1 {
		if v.dep(h) == hearsay.DepAclRelcl {
			return v.head(h), true
		}
	}
	return -1, false
}

// oneSide keeps of a source on both sides of its cue what stands before; what follows
// belongs to a content that it touches. In the training articles such a source is never
// right.
func (v *view) oneSide(f *found) {
	if len(f.source) < 2 || len(f.cue) == 0 || f.source[0].from >= f.cue[0].from {
		return
	}
	k := slices.IndexFunc(f.source, func(r run) bool { return r.from >= f.cue[0].to })
	if k < 1 {
		return
	}
	after := f.source[len(f.source)-1]
	if len(f.content) > 0 && after.from == f.cue[len(f.cue)-1].to && after.to == f.content[0].from {
		f.content[0].from = after.from
	}
	f.source = f.source[:k]
	if f.speaker >= 0 && !anyHas(f.source, f.speaker) {
		f.speaker = v.headOf(cover(f.source))
	}
}

// sober cuts a source that has run over a verb, or stops short of where its noun
// phrase beginv.
func (v *view) sober(f *found) {
	if f.own || len(f.source) != 1 || len(f.cue) == 0 || f.source[0].to > f.cue[0].from {
		return
	}
	r := &f.source[0]
	if v.apart(f, *r) {
		if near := v.chunkBefore(f.cue[0].from); !near.empty() && near.to == f.cue[0].from {
			*r = v.trimSource(near)
			f.speaker = v.headOf(*r)
		}
		return
	}
	for t := r.from; t < r.to; t++ {
		if w := v.word[t]; w == "who" || w == "which" || w == "that" || w == "whose" {
			return
		}
		if v.tensed(t) {
			if chunk := v.subjectBefore(f.cue[0].from); !chunk.empty() && r.contains(chunk) && chunk.from > t {
				*r = v.trimSource(chunk)
			}
			return
		}
	}
	if long := v.saidBy(f.cue[0].from); f.head >= 0 && v.finite(f.head) && r.to == f.cue[0].from && r.from > long.from && long.contains(*r) && !v.isTime(long.from) {
		*r = v.trimSource(long)
	}
}

// apart reports whether a mark parts the source from what stands right before
// the verb of a headline: "Bridge closed by court, mayor denies claim".
func (v *view) apart(f *found, source run) bool {
	if f.head < 0 || v.role(f.head).Body() {
		return false
	}
	for t := source.to; t < f.cue[0].from; t++ {
		if w := v.at(t); w == "," || w == ";" || w == ":" || w == "-" || w == "–" || w == "—" {
			return true
		}
	}
	return false
}
