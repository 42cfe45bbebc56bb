package attribution

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// actOf refines what the cue alone says about the act by the way the content is
// put and by a negation of the cue.
func (v *view) actOf(f *found) hearsay.Act {
	act := f.act
	if f.lemma == "reject" && !v.asserted(f.content) {
		return hearsay.ActDecline
	}
	if act == hearsay.ActAssert && v.brands(f) {
		return hearsay.ActDeny
	}
	if f.head >= 0 && v.negated(f.head) {
		if act == hearsay.ActBelieve && len(f.content) > 0 && v.at(f.content[0].from) == "to" && comments[v.at(f.content[0].from+1)] {
			return hearsay.ActDecline
		}
		switch act {
		case hearsay.ActAssert, hearsay.ActConfirm, hearsay.ActDeny:
			return hearsay.ActDecline
		}
		return act
	}
	if act == hearsay.ActDecline && f.lemma != "" && (strings.HasPrefix(f.lemma, "decline") || strings.HasPrefix(f.lemma, "refuse")) {
		return act
	}
	if len(f.content) > 0 && (act == hearsay.ActAssert || act == hearsay.ActBelieve) && v.at(f.content[0].from) == "whether" {
		return hearsay.ActQuestion
	}
	if act != hearsay.ActAssert && act != hearsay.ActConfirm || len(f.content) == 0 {
		return act
	}
	switch {
	case v.asks(f.content[len(f.content)-1]):
		return hearsay.ActQuestion
	case v.refuses(f):
		return hearsay.ActDecline
	case v.undertakes(f):
		return hearsay.ActPromise
	case v.denies(f.content):
		return hearsay.ActDeny
	case v.obliges(f.content):
		return hearsay.ActDemand
	}
	return act
}

// negated reports whether the verb t has a negation of its own.
func (v *view) negated(t int32) bool {
	for _, k := range v.kids(t) {
		if k < t && isNot(v.word[k]) && v.quote[k] == v.quote[t] {
			return true
		}
	}
	return false
}

// asserted reports whether content is a noun for something said to be so, like
// "the accusation", and not for something offered.
func (v *view) asserted(content []run) bool {
	if len(content) == 0 {
		return false
	}
	return v.claim(v.root(content[0]))
}

// claim reports whether t is a noun for something said to be so.
func (v *view) claim(t int32) bool {
	return slices.ContainsFunc(en.Cues(v.word[t]), func(c en.Cue) bool {
		return c.Part == en.CueNoun && (c.Act == hearsay.ActAssert || c.Act == hearsay.ActConfirm)
	})
}

func isNot(w string) bool { return w == "not" || w == "n't" || w == "never" || w == "neither" }

func (v *view) asks(r run) bool {
	for t := r.to - 1; t >= r.from && t > r.to-3; t-- {
		if v.at(t) == "?" {
			return true
		}
	}
	return false
}

// attention are imperatives that only call for it.
var attention = wordSet("look listen see wait believe imagine thank mind let")

// denies reports whether content says that something is not so: "No, ...",
// "... is false", "has not made any ...", "never happened".
func (v *view) denies(content []run) bool {
	first := content[0]
	for first.len() > 0 && !isWord(v.at(first.from)) {
		first.from++
	}
	if first.empty() {
		return false
	}
	if v.at(first.from) == "no" && (first.len() < 2 || !isWord(v.at(first.from+1))) {
		return true
	}
	if v.plainly(first) || v.calledFalse(first) {
		return true
	}
	root := v.root(first)
	if falsehoods[v.at(root)] && v.child(root, hearsay.DepCop) >= 0 && !v.negated(root) {
		return true
	}
	if truths[v.at(root)] && v.negated(root) && !v.someone(v.child(root, hearsay.DepNsubj)) {
		return true
	}
	return v.negated(root) && !mental[v.word[root]] && !v.leavesOpen(root) && (v.negativeScope(root, first) || v.identifies(root))
}

// mental are verbs of which the negation tells of a mind, and denies nothing.
var mental = wordSet("want wanted believe believed think thought know knew known like liked need needed expect expected understand understood remember feel felt care hope intend intended mind")

// someone reports whether a subject is a person: "he was not right for the part"
// denies nothing that was said.
func (v *view) someone(t int32) bool {
	if t < 0 {
		return false
	}
	switch v.word[t] {
	case "he", "she", "i", "we", "you":
		return true
	}
	return false
}

// leavesOpen reports "not ruled out", which denies nothing.
func (v *view) leavesOpen(root int32) bool {
	switch v.word[root] {
	case "ruled", "rule", "ruling":
		return v.at(root+1) == "out"
	case "exclude", "excluded", "dismiss", "dismissed", "discount", "discounted":
		return true
	}
	return false
}

// identifies reports whether a clause tells what a certain one is or was, or to whom
// it is married: "is not the owner".
func (v *view) identifies(root int32) bool {
	if v.word[root] == "married" {
		return true
	}
	s := v.child(root, hearsay.DepNsubj)
	if v.child(root, hearsay.DepCop) < 0 || s < 0 || v.child(root, hearsay.DepCase) >= 0 || v.child(root, hearsay.DepNmodPoss) < 0 && !v.definite(root) {
		return false
	}
	switch v.tag(s) {
	case hearsay.TagNNP, hearsay.TagNNPS:
		return true
	case hearsay.TagPRP:
		return v.word[s] != "it"
	}
	return v.definite(s)
}

// definite reports whether a noun has "the".
func (v *view) definite(noun int32) bool {
	d := v.child(noun, hearsay.DepDet)
	return d >= 0 && v.word[d] == "the"
}

// will finds what the speaker says that he himself will do, or will not: the verb, and
// whether it is negated. -1 for none.
func (v *view) will(f *found) (verb int32, not bool) {
	first := f.content[0]
	for first.len() > 0 && (!isWord(v.at(first.from)) || v.at(first.from) == "that") {
		first.from++
	}
	if first.empty() {
		return -1, false
	}
	root := v.root(first)
	s := v.child(root, hearsay.DepNsubj)
	if s < first.from || s > root || !v.isVerb(root) || v.tag(s) != hearsay.TagPRP {
		return -1, false
	}
	switch v.word[s] {
	case "i", "we":
	case "he", "she", "they", "it":
		if s != first.from || v.quote[s] >= 0 {
			return -1, false
		}
	default:
		return -1, false
	}
	for _, k := range v.kids(root) {
		if w := v.word[k]; k > s && k < root && v.dep(k) == hearsay.DepAux && (w == "will" || w == "would" || w == "'ll" || w == "wo") {
			return root, v.negated(root)
		}
	}
	return -1, false
}

// comments are verbs of what is declined by not wanting to: "did not want to speak".
var comments = wordSet("speak talk comment say discuss answer respond elaborate name disclose reveal be")

// refuses reports whether the speaker says that he will not do a thing, or cannot tell
// it: "they would not discuss it", "it could not confirm his death".
func (v *view) refuses(f *found) bool {
	if verb, not := v.will(f); verb >= 0 && not {
		return true
	}
	root := v.root(f.content[0])
	if !v.negated(root) || v.word[root] != "confirm" && v.word[root] != "comment" && v.word[root] != "verify" {
		return false
	}
	return slices.ContainsFunc(v.kids(root), func(k int32) bool {
		return v.dep(k) == hearsay.DepAux && (v.word[k] == "could" || v.word[k] == "can" || v.word[k] == "ca")
	})
}

// undertakes reports whether the speaker says what he himself will do.
func (v *view) undertakes(f *found) bool {
	verb, not := v.will(f)
	return verb >= 0 && !not && !happens[v.word[verb]]
}

// happens are verbs of what befalls somebody, which he does not promise.
var happens = wordSet("be have become lose die fall fail win get need want like love miss suffer happen see know think feel remain seem appear benefit")

// plainly reports a negated perfect or past with "any", "ever" or "such" behind
// it in the first words of r, whatever the tree says.
func (v *view) plainly(r run) bool {
	not := int32(-1)
	for t := r.from; t < min(r.to, r.from+14); t++ {
		switch w := v.word[t]; {
		case w == "," || w == "that" || w == "if" || w == "who" || w == "which":
			return false
		case isNot(w) && t > r.from:
			switch v.word[t-1] {
			case "has", "have", "had", "did", "was", "were":
				not = t
			}
		case not >= 0 && (w == "any" || w == "ever" || w == "such" || w == "anything" || w == "anyone"):
			return true
		}
	}
	return false
}

var truths = wordSet("true correct accurate so real case fact right reality correspond truth")

// negativeScope reports whether a negated verb reaches "any", "ever" or "such",
// or is a perfect: "has not made any offer", "had never met".
func (v *view) negativeScope(root int32, r run) bool {
	for _, k := range v.kids(root) {
		if k < root && v.dep(k) == hearsay.DepAux && (v.word[k] == "has" || v.word[k] == "have" || v.word[k] == "had" || v.word[k] == "did") {
			return true
		}
	}
	for t := root; t < min(r.to, root+10); t++ {
		if w := v.at(t); w == "any" || w == "ever" || w == "anything" || w == "anyone" {
			return true
		}
	}
	return false
}

// upTo reports "it is up to the rebels to open the road".
func (v *view) upTo(r run) bool {
	if v.at(r.from) != "it" || !isBe(v.at(r.from+1)) || v.at(r.from+2) != "up" || v.at(r.from+3) != "to" {
		return false
	}
	for t := r.from + 4; t+1 < r.to && t < r.from+12; t++ {
		if v.at(t) == "to" && v.tag(t+1) == hearsay.TagVB {
			return true
		}
	}
	return false
}

// root is the token of r that the others of its first sentence depend on.
func (v *view) root(r run) int32 {
	end := min(r.to, v.sentenceOf(r.from).to)
	for t := r.from; t < end; t++ {
		if h := v.head(t); (h < r.from || h >= end) && v.dep(t) != hearsay.DepPunct {
			return t
		}
	}
	return r.from
}

// obliges reports whether content demands: "should", "must", "has to", or an
// imperative.
func (v *view) obliges(content []run) bool {
	for i, r := range content {
		root := v.root(r)
		if i == 0 && len(content) > 1 && v.isVerb(root) && v.saying(root, en.CueVerb) {
			return false // what is told in it may demand, it does not
		}
		for _, k := range v.kids(root) {
			if k > root || !r.has(k) || v.dep(k) != hearsay.DepAux && v.dep(k) != hearsay.DepAuxPass {
				continue
			}
			if w := v.word[k]; w == "should" || w == "must" || w == "ought" || w == "shall" {
				return true
			}
		}
		if i == 0 && v.upTo(r) {
			return true
		}
		switch v.at(root) {
		case "need", "needs", "have", "has", "had":
			if x := v.childAfter(root, hearsay.DepXcomp); x == root+2 && v.at(root+1) == "to" && !v.negated(root) {
				return true
			}
		}
		if v.tag(root) == hearsay.TagVB && r.len() > 3 && !attention[v.word[root]] && v.child(root, hearsay.DepNsubj, hearsay.DepAux, hearsay.DepMark, hearsay.DepNsubjPass) < 0 {
			return true
		}
	}
	return false
}
