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
	if f.head >= 0 && v.negated(f.head) {
		switch act {
		case hearsay.ActAssert, hearsay.ActConfirm, hearsay.ActDeny:
			return hearsay.ActDecline
		}
		return act
	}
	if act == hearsay.ActDecline && f.lemma != "" && (strings.HasPrefix(f.lemma, "decline") || strings.HasPrefix(f.lemma, "refuse")) {
		return act
	}
	if act != hearsay.ActAssert && act != hearsay.ActConfirm || len(f.content) == 0 {
		return act
	}
	switch {
	case v.asks(f.content[len(f.content)-1]):
		return hearsay.ActQuestion
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
	for _, c := range en.Cues(v.word[v.root(content[0])]) {
		if c.Part == en.CueNoun && (c.Act == hearsay.ActAssert || c.Act == hearsay.ActConfirm) {
			return true
		}
	}
	return false
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

// falsehoods are words that deny what they are said of.
var falsehoods = wordSet(`false untrue wrong incorrect inaccurate baseless unfounded groundless fabricated fake nonsense lie lies fabrication invention hoax
	rubbish ridiculous absurd fiction unsubstantiated slander libel misinformation disinformation misleading bogus made-up preposterous ludicrous defamatory`)

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
	if v.plainly(first) {
		return true
	}
	root := v.root(first)
	if v.untrue(root) && v.child(root, hearsay.DepCop) >= 0 && !v.negated(root) {
		return true
	}
	if truths[v.at(root)] && v.negated(root) {
		return true
	}
	return v.negated(root) && v.negativeScope(root, first)
}

// untrue reports whether a word says that something is not so, or names something
// said that is not: "false", "a wrong report", "fake news".
func (v *view) untrue(root int32) bool {
	if falsehoods[v.at(root)] {
		return true
	}
	a := v.child(root, hearsay.DepAmod)
	if a < 0 || !falsehoods[v.at(a)] {
		return false
	}
	return v.at(root) == "news" || v.at(root) == "story" || slices.ContainsFunc(en.Cues(v.at(root)), func(c en.Cue) bool { return c.Part == en.CueNoun })
}

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
	for _, r := range content {
		root := v.root(r)
		for _, k := range v.kids(root) {
			if k > root || !r.has(k) || v.dep(k) != hearsay.DepAux && v.dep(k) != hearsay.DepAuxPass {
				continue
			}
			if w := v.word[k]; w == "should" || w == "must" || w == "ought" || w == "shall" {
				return true
			}
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
