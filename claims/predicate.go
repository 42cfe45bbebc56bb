package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// predicate is the token that says what happens in a stretch, and that of its
// subject; -1 for none. A frame ("a report that", "it emerged that") gives way to
// the clause that it introduces.
func predicate(r *hearsay.Reading, tokens []int32) (root, subject int32) {
	if len(tokens) == 0 {
		return -1, -1
	}
	root = -1
	if heads := frames(r, tokens); len(heads) > 0 {
		root = heads[len(heads)-1]
	}
	if root >= 0 {
		if by := child(r, tokens, root, hearsay.DepOblAgent); by >= 0 {
			return root, by
		}
		return root, child(r, tokens, root, hearsay.DepNsubj, hearsay.DepNsubjOuter)
	}
	return flatPredicate(r, tokens)
}

// top is the first token whose head lies outside; -1 where nothing is parsed.
func top(r *hearsay.Reading, tokens []int32) int32 {
	best := int32(-1)
	for _, i := range tokens {
		t := r.Tokens[i]
		if t.Dep == hearsay.DepNone || t.Dep == hearsay.DepPunct || t.Dep == hearsay.DepMark || t.Dep == hearsay.DepCc || slices.Contains(tokens, t.Head) {
			continue
		}
		if best < 0 || verbal(t.Tag) && !verbal(r.Tokens[best].Tag) && t.Dep != hearsay.DepAdvcl {
			best = i
		}
	}
	return best
}

// framed is the clause that a word of reporting introduces; -1 for none, and for
// a denial, which says the opposite of the clause.
func framed(r *hearsay.Reading, tokens []int32, root int32) int32 {
	if root >= 0 && (unclear(r, root) || settled(r, root)) {
		return child(r, tokens, root, hearsay.DepCcomp, hearsay.DepCsubj, hearsay.DepAdvcl)
	}
	if root < 0 || tellsDenial(r, root) || len(en.Cues(strings.ToLower(r.Tokens[root].Of(r.Article.Text)))) == 0 {
		return -1
	}
	return child(r, tokens, root, hearsay.DepCcomp, hearsay.DepAcl)
}

// unclear reports whether a word says that a thing is open: "it was unclear if".
func unclear(r *hearsay.Reading, i int32) bool {
	switch strings.ToLower(r.Tokens[i].Of(r.Article.Text)) {
	case "unclear", "uncertain", "unsure", "doubtful":
		return true
	}
	return false
}

// settled reports whether a word says that a thing is settled: "it was not clear if".
func settled(r *hearsay.Reading, i int32) bool {
	switch strings.ToLower(r.Tokens[i].Of(r.Article.Text)) {
	case "clear", "certain", "sure":
		return true
	}
	return false
}

// child is the first dependent of head among tokens with one of the relations.
func child(r *hearsay.Reading, tokens []int32, head int32, deps ...hearsay.Dep) int32 {
	for _, i := range tokens {
		if t := r.Tokens[i]; t.Head == head && slices.Contains(deps, t.Dep) {
			return i
		}
	}
	return -1
}

// flatPredicate reads a stretch without a tree: its first verb that is no
// auxiliary, and the last noun before it.
func flatPredicate(r *hearsay.Reading, tokens []int32) (root, subject int32) {
	root, subject = -1, -1
	noun := int32(-1)
	for _, i := range tokens {
		t := r.Tokens[i]
		switch {
		case verbal(t.Tag) && !en.FunctionWord(base(t.Of(r.Article.Text), t.Tag)):
			return i, noun
		case nominal(t.Tag):
			noun = i
		}
	}
	return root, subject
}

func nominal(t hearsay.Tag) bool {
	switch t {
	case hearsay.TagNN, hearsay.TagNNS, hearsay.TagNNP, hearsay.TagNNPS, hearsay.TagPRP:
		return true
	}
	return false
}

// negated reports whether the main clause says that something is not so: a
// negator of its predicate, subject or object, or of the frame that introduces it
// ("they did not think that"), or a predicate such as "is false". A negator of a
// frame of saying or knowing leaves the clause unsure, and so does "whether". A question denies
// nothing.
func negated(r *hearsay.Reading, tokens []int32) (not, unsure bool) {
	text := r.Article.Text
	unsure = len(tokens) > 0 && strings.EqualFold(r.Tokens[tokens[0]].Of(text), "whether")
	if judges(r, tokens) {
		return true, unsure
	}
	heads := frames(r, tokens)
	unsure = unsure || len(heads) > 1 && slices.ContainsFunc(heads[:len(heads)-1], func(i int32) bool { return unclear(r, i) })
	for k, i := range tokens {
		w := strings.ToLower(r.Tokens[i].Of(text))
		if !negator(w) || idiom(r, tokens, k) || relative(r, tokens[:k]) {
			continue
		}
		switch head, ok := reaches(r, i, heads, tokens); {
		case ok && head >= 0 && head != heads[len(heads)-1] && (settled(r, head) || withholds(r, head)), ok && openly(r, tokens, k):
			unsure = true
		case ok && head >= 0 && unconfirmed(r, head, tokens), !ok && nothingSays(r, i, tokens):
			unsure = true
		case ok:
			not = !not
		}
	}
	if n := len(tokens); n > 0 && r.Tokens[tokens[n-1]].Of(text) == "?" {
		not = false
	}
	judged := heads
	if len(heads) == 0 {
		judged = tokens
	}
	for _, i := range judged {
		if class, _ := en.Synonym(base(r.Tokens[i].Of(text), r.Tokens[i].Tag)); class == untrue {
			return !not, unsure
		}
	}
	return not, unsure
}

// relative reports whether a stretch ends inside a relative clause: "a councillor
// who asked", until a comma or the conjunction of a new clause.
func relative(r *hearsay.Reading, tokens []int32) bool {
	for k := len(tokens) - 1; k > 0; k-- {
		switch strings.ToLower(r.Tokens[tokens[k]].Of(r.Article.Text)) {
		case "who", "whom", "whose", "which":
			return nominal(r.Tokens[tokens[k-1]].Tag)
		case ",", ";", ".", "but", "and":
			return false
		}
	}
	return false
}

// beside is whether the clause of a predicate is negated when that clause stands
// beside the main one and has a subject of its own; main, as the main clause is,
// when it does not or nothing is parsed.
func beside(r *hearsay.Reading, tokens []int32, i int32, main bool) bool {
	heads := []int32{i}
	for range 6 {
		t := r.Tokens[i]
		switch t.Dep {
		case hearsay.DepConj, hearsay.DepParataxis, hearsay.DepAdvcl, hearsay.DepRoot:
			if child(r, tokens, i, hearsay.DepNsubj, hearsay.DepNsubjPass) < 0 {
				return main
			}
			not := false
			for k, j := range tokens {
				if !negator(strings.ToLower(r.Tokens[j].Of(r.Article.Text))) || idiom(r, tokens, k) || relative(r, tokens[:k]) {
					continue
				}
				if _, ok := reaches(r, j, heads, tokens); ok {
					not = !not
				}
			}
			return not
		case hearsay.DepCcomp, hearsay.DepXcomp:
			if i = t.Head; i >= 0 && directs(r, i) {
				heads = heads[:0]
			}
			heads = append(heads, i)
		default:
			return main
		}
		if i < 0 || !slices.Contains(tokens, i) {
			return main
		}
	}
	return main
}

// openly reports whether a negator leaves open what a word of saying introduces:
// "did not rule out the idea that it fell", unlike "has no idea" and "the idea that
// it fell is not sound".
func openly(r *hearsay.Reading, tokens []int32, k int) bool {
	if lacks(r, tokens, k) {
		return false
	}
	return slices.ContainsFunc(tokens[k+1:], func(i int32) bool {
		switch r.Tokens[i].Dep {
		case hearsay.DepObj, hearsay.DepObl, hearsay.DepNmod:
			return utterance(r, i) && child(r, tokens, i, hearsay.DepAcl, hearsay.DepCcomp) >= 0
		}
		return false
	})
}

// unconfirmed reports whether a negated predicate withholds what its object names:
// "have not confirmed the theft" is no denial of the theft.
func unconfirmed(r *hearsay.Reading, head int32, tokens []int32) bool {
	w := base(r.Tokens[head].Of(r.Article.Text), r.Tokens[head].Tag)
	return child(r, tokens, head, hearsay.DepObj) >= 0 && slices.ContainsFunc(en.Cues(w), func(c en.Cue) bool { return c.Act == hearsay.ActConfirm && c.Part == en.CueVerb })
}

// nothingSays reports whether a negator goes with a noun of saying that introduces a
// clause: "he knows of no report suggesting that it fell".
func nothingSays(r *hearsay.Reading, i int32, tokens []int32) bool {
	head := r.Tokens[i].Head
	return r.Tokens[i].Dep == hearsay.DepDet && head >= 0 && slices.Contains(tokens, head) && child(r, tokens, head, hearsay.DepAcl, hearsay.DepCcomp) >= 0
}

// withholds reports whether not doing what a frame says leaves its content open:
// "could not confirm that", unlike "did not think that".
func withholds(r *hearsay.Reading, head int32) bool {
	w := base(r.Tokens[head].Of(r.Article.Text), r.Tokens[head].Tag)
	return !slices.ContainsFunc(en.Cues(w), func(c en.Cue) bool { return c.Act == hearsay.ActBelieve })
}

// frames lists the top of a stretch and the predicates that it introduces, the
// main one last; none where nothing is parsed.
func frames(r *hearsay.Reading, tokens []int32) []int32 {
	var heads []int32
	for head := top(r, tokens); head >= 0 && len(heads) < 5; head = framed(r, tokens, head) {
		heads = append(heads, head)
	}
	return heads
}

func negator(w string) bool {
	switch w {
	case "yet", "little", "few", "hardly", "barely", "scarcely", "not", "n't", "n’t", "never", "no", "nothing", "nobody", "none", "neither", "cannot":
		return true
	}
	return false
}

// idiom reports whether a negator belongs to a phrase that denies nothing: "not
// only", "no matter", "no doubt", "whether or not", "a little", or is the answer
// word before a comma.
func idiom(r *hearsay.Reading, tokens []int32, k int) bool {
	if k > 0 {
		switch strings.ToLower(r.Tokens[tokens[k-1]].Of(r.Article.Text)) {
		case "or", "a", "the", "very", "too":
			return true
		}
	}
	if k+1 >= len(tokens) {
		return strings.EqualFold(r.Tokens[tokens[k]].Of(r.Article.Text), "yet")
	}
	next := strings.ToLower(r.Tokens[tokens[k+1]].Of(r.Article.Text))
	if strings.EqualFold(r.Tokens[tokens[k]].Of(r.Article.Text), "yet") {
		return next != "to"
	}
	switch next {
	case "only", "matter", "doubt", "just", "merely", "least", "wonder", "secret", "surprise", ",", ".":
		return true
	}
	return false
}

// reaches reports whether a negator bears on one of the predicates, and on which:
// its path there crosses no clause. Without a tree, whether it stands before the
// second verb that is no auxiliary.
func reaches(r *hearsay.Reading, i int32, heads, tokens []int32) (int32, bool) {
	if len(heads) == 0 {
		return -1, early(r, i, tokens)
	}
	for range 4 {
		if slices.Contains(heads, i) {
			return i, true
		}
		switch t := r.Tokens[i]; t.Dep {
		case hearsay.DepCcomp, hearsay.DepAdvcl, hearsay.DepAcl, hearsay.DepAclRelcl, hearsay.DepNmod, hearsay.DepParataxis,
			hearsay.DepConj, hearsay.DepObl, hearsay.DepCsubj, hearsay.DepCsubjPass:
			return -1, false
		default:
			if t.Dep == hearsay.DepXcomp && t.Head >= 0 && directs(r, t.Head) {
				return -1, false
			}
			i = t.Head
		}
		if i < 0 {
			return -1, false
		}
	}
	return -1, false
}

// directs reports whether a verb has somebody do, or not do, something: "were told
// not to drink".
func directs(r *hearsay.Reading, i int32) bool {
	switch base(r.Tokens[i].Of(r.Article.Text), r.Tokens[i].Tag) {
	case "tell", "ask", "order", "urge", "warn", "advise", "instruct", "beg", "request", "command":
		return true
	}
	return false
}

func early(r *hearsay.Reading, i int32, tokens []int32) bool {
	verbs := 0
	for _, j := range tokens {
		if j == i {
			return verbs < 2
		}
		if t := r.Tokens[j]; verbal(t.Tag) && !en.FunctionWord(base(t.Of(r.Article.Text), t.Tag)) {
			verbs++
		}
	}
	return false
}
