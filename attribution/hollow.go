package attribution

import "hearsay"

// hollow reports whether attribution i says nothing or nobody says it: a pronoun
// alone for content, an occasion that would promise or refuse, a deed, or the words
// by which another attribution names its source.
func (v *view) hollow(all []found, i int) bool {
	f := &all[i]
	return f.head >= 0 && (v.wordless(f) || v.inanimate(f) || v.deed(f) || v.labels(all, f))
}

// wordless reports whether the content is no more than pronouns and auxiliaries.
func (v *view) wordless(f *found) bool {
	if v.placeOnly(f) {
		return true
	}
	if f.act == hearsay.ActDeny || f.act == hearsay.ActConfirm || f.act == hearsay.ActDecline {
		return false
	}
	for _, r := range f.content {
		for t := r.from; t < r.to; t++ {
			if v.quote[t] >= 0 && v.quote[t] != v.quote[f.head] || isWord(v.word[t]) && !empty[v.word[t]] {
				return false
			}
		}
	}
	return true
}

// placeOnly reports whether a verb of saying is left with where it was said: "wrote on
// his page".
func (v *view) placeOnly(f *found) bool {
	if len(f.content) != 1 || !v.isVerb(f.head) || !speechForms[v.word[f.head]] || total(f.content) > 5 {
		return false
	}
	r := f.content[0]
	switch v.at(r.from) {
	case "on", "in", "at", "during", "via":
		return r.from > f.head && v.quote[r.from] == v.quote[f.head] && !v.hasVerb(r)
	}
	return false
}

var empty = wordSet("me us you it he she they him her them this that which who so did do does is are was were has had have been be not")

// inanimate reports whether the source is an occasion or a thing and the act
// one that takes a will.
func (v *view) inanimate(f *found) bool {
	if f.speaker < 0 || len(f.source) == 0 || !occasions[v.word[f.speaker]] {
		return false
	}
	switch f.act {
	case hearsay.ActPromise, hearsay.ActDecline, hearsay.ActDeny, hearsay.ActConfirm, hearsay.ActQuestion, hearsay.ActBelieve:
		return true
	}
	return false
}

// occasions are nouns for what happens or is made, and neither tells nor wants.
var occasions = wordSet(`war wars conflict fighting invasion offensive attack attacks strike strikes talks negotiations discussions contacts meeting meetings
	visit ceasefire truce armistice signal signals mistake mistakes failure failures attempt attempts effort efforts fire fires blaze flood floods storm storms
	earthquake crash crashes explosion blast match game season injury injuries delay delays`)

// labels reports whether the content of f holds the source of an attribution by
// a phrase whose own words f does not hold: "according to "two clerks," who the
// paper claims to have met, it closed".
func (v *view) labels(all []found, f *found) bool {
	for j := range all {
		g := &all[j]
		if g.head < 0 || g.head == f.head || len(g.source) != 1 || !g.sure || v.sentence[g.head] != v.sentence[f.head] || anyHas(f.content, g.head) || anyHas(g.content, f.head) {
			continue
		}
		if v.met(f, g.source[0].to) {
			return true
		}
		if anyHas(f.content, g.source[0].from) && anyHas(f.content, g.source[0].to-1) && g.source[0].to <= f.head {
			return true
		}
	}
	return false
}

// met reports whether f is told of a source that ends at to, by a clause in which
// somebody else does something to it: "who the paper claims to have met".
func (v *view) met(f *found, to int32) bool {
	if !isWord(v.at(to)) {
		to++
	}
	switch v.at(to) {
	case "who", "whom", "which":
		by := v.chunkAfter(to + 1)
		return !by.empty() && by.from == to+1 && f.head >= by.to && f.head <= by.to+2
	}
	return false
}
