package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

// nominalCue finds the attribution that a noun or adjective makes: "a claim that
// ...", "Reuters report ...", "their promise to pay", "confident that ...".
func (v *view) nominalCue(t int32) (found, bool) {
	for _, c := range en.Cues(v.word[t]) {
		if len(c.Rest) > 0 {
			continue
		}
		var content []run
		switch {
		case c.Part == en.CueNoun && (v.tag(t) == hearsay.TagNN || v.tag(t) == hearsay.TagNNS || v.tag(t) == hearsay.TagNNP):
			content = v.nounContent(t, c)
		case c.Part == en.CueAdjective && (v.tag(t) == hearsay.TagJJ || c.Act == hearsay.ActDecline && isBe(v.at(t-1))):
			content = v.adjectiveContent(t, c)
		}
		if content == nil {
			continue
		}
		f := newFound(t, c)
		f.cue = []run{single(t)}
		if c.Part == en.CueNoun {
			v.nounSource(&f, t)
		} else {
			v.adjectiveSource(&f, t)
		}
		f.content = subtract(content, append([]run{f.cue[0]}, f.source...))
		f.sure = c.Part == en.CueNoun && v.existing(t) || c.Part == en.CueAdjective && c.Act == hearsay.ActDecline
		if total(f.content) == 0 || c.Part == en.CueAdjective && len(f.source) == 0 {
			continue
		}
		return f, true
	}
	return found{}, false
}

// existing: "there have been unconfirmed reports that ...".
func (v *view) existing(t int32) bool {
	h := v.head(t)
	return h >= 0 && v.dep(t) == hearsay.DepNsubj && v.child(h, hearsay.DepExpl) >= 0 && v.at(v.child(h, hearsay.DepExpl)) == "there"
}

func (v *view) nounContent(t int32, c en.Cue) []run {
	for _, k := range v.kids(t) {
		if k < t {
			continue
		}
		switch v.dep(k) {
		case hearsay.DepAcl, hearsay.DepCcomp, hearsay.DepAclRelcl:
			mark := v.child(k, hearsay.DepMark)
			switch {
			case mark < 0:
			case v.word[mark] == "that" && c.Frames.Has(en.FrameThat) && mark == t+1,
				v.word[mark] == "to" && c.Frames.Has(en.FrameTo),
				v.word[mark] == "whether" && c.Frames.Has(en.FrameWh):
				content := v.reach[k]
				content.to = min(content.to, v.beforeMatrix(t, content.from))
				return []run{content}
			case v.word[mark] == "of" && c.Frames.Has(en.FrameOf) && v.possessed(t) >= 0:
				return []run{v.reach[k]}
			}
		case hearsay.DepNmod:
			m := v.child(k, hearsay.DepCase)
			if m == t+1 && en.Preposition(v.word[m])&c.Frames != 0 && v.word[m] != "by" && v.possessed(t) >= 0 {
				return []run{v.reach[k]}
			}
		}
	}
	if c.Frames.Has(en.FrameThat) {
		return v.thatBehind(t)
	}
	return nil
}

// thatBehind is the clause of "that" right behind a noun which the tree hangs
// elsewhere, or a headline's clause without it.
func (v *view) thatBehind(t int32) []run {
	at := t + 1
	if v.at(at) == "by" || v.at(at) == "from" {
		at = v.chunkAfter(at + 1).to
	}
	if v.at(at) != "that" || int(at+2) >= len(v.word) || v.isVerb(at+1) || v.tag(at+1) == hearsay.TagMD || v.tag(at) == hearsay.TagWDT && !v.introducing(at) {
		return nil
	}
	for h, steps := v.head(at), 0; h > at && steps < 3; h, steps = v.head(h), steps+1 {
		if v.reach[h].from == at {
			return []run{v.reach[h]}
		}
	}
	return []run{{at, v.beforeMatrix(t, at)}}
}

// beforeMatrix is where a clause that begins at from, behind the noun t, ends:
// before the verb of the noun's own sentence when that is still to come.
func (v *view) beforeMatrix(t, from int32) int32 {
	sentence := v.sentenceOf(t)
	for i := sentence.from; i < t; i++ {
		if v.tensed(i) {
			return sentence.to
		}
	}
	seen := v.word[from] == "to"
	for i := from; i < sentence.to; i++ {
		if !v.tensed(i) {
			continue
		}
		if seen && (v.noun(i-1) || v.isVerb(i-1)) {
			return i
		}
		seen = true
	}
	return sentence.to
}

func (v *view) tensed(t int32) bool {
	switch v.tag(t) {
	case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD:
		return true
	}
	return false
}

// possessed is the one whose claim, report or promise it is: "his", "Reuters'",
// "the Reuters ...", -1 when it is not said before the noun.
func (v *view) possessed(t int32) int32 {
	if k := v.child(t, hearsay.DepNmodPoss); k >= 0 {
		return k
	}
	if t > 0 && (v.tag(t-1) == hearsay.TagNNP || v.tag(t-1) == hearsay.TagNNPS) && v.sentenceOf(t).has(t-1) && v.tag(t) != hearsay.TagNNP {
		return t - 1
	}
	return -1
}

// documents are nouns that speak themselves: the report is the source of what
// it reports.
var documents = wordSet(`report study survey poll statement letter article story column editorial headline broadcast press release affidavit filing
	complaint lawsuit indictment petition memo dispatch bulletin communique communiqué tweet post ruling verdict decree notice analysis document`)

func (v *view) nounSource(f *found, t int32) {
	if k := v.possessed(t); k >= 0 {
		f.setSource(v, subject{k, t, false, false})
		return
	}
	for _, k := range v.kids(t) {
		if k < t || v.dep(k) != hearsay.DepNmod {
			continue
		}
		if m := v.child(k, hearsay.DepCase); m >= 0 && (v.word[m] == "by" || v.word[m] == "from") && !anyHas(f.content, k) {
			f.setSource(v, subject{k, -1, false, false})
			return
		}
	}
	if h := v.head(t); h >= 0 && v.dep(t) == hearsay.DepObj {
		for _, c := range en.Cues(v.word[h]) {
			if c.Part == en.CueVerb && c.Frames.Has(en.FrameNoun) && c.Act != hearsay.ActDeny || v.word[h] == "made" || v.word[h] == "has" || v.word[h] == "have" {
				if s := v.subject(h); s.token >= 0 && !s.passive {
					f.cue = []run{v.group(h, en.Cue{}).join(single(t))}
					if f.cue[0].len() > 5 {
						f.cue = []run{v.group(h, en.Cue{}), single(t)}
					}
					f.setSource(v, s)
					return
				}
			}
		}
	}
	if w := v.at(t + 1); w == "by" || w == "from" {
		if by := v.chunkAfter(t + 2); !by.empty() && !v.isTime(by.from) {
			f.source, f.speaker = []run{v.trimSource(by)}, v.headOf(by)
			return
		}
	}
	if documents[v.word[t]] {
		f.setSource(v, subject{t, t + 1, false, false})
	}
}

func (v *view) adjectiveContent(t int32, c en.Cue) []run {
	for _, k := range v.kids(t) {
		if k < t {
			continue
		}
		mark := v.child(k, hearsay.DepMark, hearsay.DepCase)
		switch v.dep(k) {
		case hearsay.DepCcomp:
			if c.Frames.Has(en.FrameThat) {
				return []run{v.reach[k]}
			}
		case hearsay.DepXcomp:
			if c.Frames.Has(en.FrameTo) {
				return []run{v.reach[k]}
			}
		case hearsay.DepObl, hearsay.DepNmod, hearsay.DepAdvcl, hearsay.DepAcl:
			if mark >= 0 && c.Frames.Has(en.Preposition(v.word[mark])) {
				return []run{v.reach[k]}
			}
		}
	}
	if c.Frames.Has(en.FrameThat) && v.at(t+1) == "that" && t > 0 && isBe(v.word[t-1]) {
		return []run{{t + 1, v.sentenceOf(t).to}}
	}
	return nil
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "am", "'m", "'re", "'s", "be", "been":
		return true
	}
	return false
}

func (v *view) adjectiveSource(f *found, t int32) {
	s := v.subject(t)
	if s.token < 0 && isBe(v.at(t-1)) {
		if chunk := v.chunkBefore(t - 1); !chunk.empty() {
			s = subject{v.headOf(chunk), t, false, false}
		}
	}
	if s.token < 0 || s.passive || v.dep(s.token) == hearsay.DepExpl || v.word[s.token] == "it" && f.act != hearsay.ActDecline || v.word[s.token] == "there" {
		return
	}
	if k := v.child(t, hearsay.DepCop); k >= 0 {
		f.cue = []run{{k, t + 1}}
	}
	f.setSource(v, s)
}
