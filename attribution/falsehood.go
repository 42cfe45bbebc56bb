package attribution

import "hearsay"

// falsehoods are words that deny what they are said of.
var falsehoods = wordSet(`false untrue wrong incorrect inaccurate baseless unfounded groundless fabricated fake nonsense lie lies fabrication invention hoax
	rubbish ridiculous absurd fiction unsubstantiated slander libel misinformation disinformation misleading bogus made-up preposterous ludicrous defamatory`)

// calledFalse reports whether a clause calls false what is told: "the report that it
// fell is false", "it was a wrong report". Words decide, since trees err where a
// clause stands between.
func (v *view) calledFalse(r run) bool {
	at, further := v.verdict(r)
	return at >= 0 || further
}

// brands reports whether a cue calls its content, which names something told, false:
// "called the claim absurd", "described the report as nonsense".
func (v *view) brands(f *found) bool {
	if !branding[f.lemma] || len(f.content) == 0 {
		return false
	}
	last := f.content[len(f.content)-1].to - 1
	for last > f.content[0].from && !isWord(v.word[last]) {
		last--
	}
	if !falsehoods[v.word[last]] && v.word[last] != "exaggerated" {
		return false
	}
	for t := f.content[0].from; t < last; t++ {
		if v.noun(t) && v.claim(t) {
			return true
		}
	}
	return false
}

var branding = wordSet("call describe brand label term denounce condemn decry deride deem")

// unjudged ends what a report tells where the outer voice calls the report false: "a
// report suggesting that {it fell} is false".
func (v *view) unjudged(all []found) {
	for i := range all {
		f := &all[i]
		if len(f.content) != 1 || f.head < 0 || v.tag(f.head) != hearsay.TagVBG && !v.noun(f.head) {
			continue
		}
		for j := range all {
			g := &all[j]
			if i == j || len(g.content) == 0 || !g.content[0].has(f.head) || g.content[0].has(g.head) {
				continue
			}
			if at, _ := v.verdict(g.content[0]); at > f.content[0].from && f.content[0].has(at) {
				f.content = v.trimAll([]run{{f.content[0].from, at}})
				break
			}
		}
	}
}

// verdict is where a clause begins to call false what its subject tells; -1 for
// nowhere. Further reports whether it calls something a false report instead.
func (v *view) verdict(r run) (at int32, further bool) {
	told := int32(-1)
	for t := r.from; t < r.to; t++ {
		if v.isVerb(t) && told < 0 && !isBe(v.word[t]) {
			return -1, false
		}
		if told < 0 && v.noun(t) && v.reports(t) {
			told = t
		}
		if !isBe(v.word[t]) {
			continue
		}
		k := t + 1
		for k < r.to && (v.tag(k) == hearsay.TagRB && !isNot(v.word[k]) || v.tag(k) == hearsay.TagDT || v.isQuoteMark(k)) {
			k++
		}
		switch {
		case k >= r.to || !falsehoods[v.word[k]]:
		case told >= 0:
			return t, false
		case v.reports(k + 1):
			return -1, true
		}
	}
	return -1, false
}

// reports reports whether a word is a noun of telling: "report", "claim".
func (v *view) reports(t int32) bool {
	return v.at(t) == "news" || v.at(t) == "story" || v.telling(t)
}
