package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// such reports whether a clause is about "such a thing".
func such(r *hearsay.Reading, tokens []int32) bool {
	for k, i := range tokens {
		if strings.EqualFold(r.Tokens[i].Of(r.Article.Text), "such") && k+1 < len(tokens) {
			return !strings.EqualFold(r.Tokens[tokens[k+1]].Of(r.Article.Text), "as")
		}
	}
	return false
}

// thatIs reports whether a clause judges what was said: its subject is "it",
// "this" or "that" and its verb to be or to do.
func thatIs(r *hearsay.Reading, tokens []int32) bool {
	for k := range min(4, len(tokens)-1) {
		t, next := r.Tokens[tokens[k]], r.Tokens[tokens[k+1]]
		switch strings.ToLower(t.Of(r.Article.Text)) {
		case "it", "this", "that":
			verb := base(next.Of(r.Article.Text), next.Tag)
			return verb == "be" || verb == "do" || verb == "'s" || next.Tag == hearsay.TagRB
		}
	}
	return false
}

// doesSo reports whether a clause tells that somebody did, or did not do, what he
// was asked: that denies nothing that was said.
func doesSo(r *hearsay.Reading, tokens []int32) bool {
	n := len(tokens)
	return n > 2 && strings.EqualFold(r.Tokens[tokens[n-1]].Of(r.Article.Text), "so") && base(r.Tokens[tokens[n-2]].Of(r.Article.Text), r.Tokens[tokens[n-2]].Tag) == "do"
}

// said reports whether a phrase points back to something said: a pronoun, or a
// definite noun such as "the idea" or "those allegations".
func said(r *hearsay.Reading, tokens []int32) bool {
	if len(tokens) == 0 || !definite(strings.ToLower(r.Tokens[tokens[0]].Of(r.Article.Text))) {
		return false
	}
	for _, i := range tokens {
		t := r.Tokens[i]
		if t.Tag != hearsay.TagNN && t.Tag != hearsay.TagNNS {
			continue
		}
		lemma := base(t.Of(r.Article.Text), t.Tag)
		class, _ := en.Synonym(lemma)
		if class != "offer" && !utterance(r, i) {
			return false
		}
	}
	return true
}

// utterance reports whether a word names something said: "report", "allegations".
func utterance(r *hearsay.Reading, i int32) bool {
	lemma := base(r.Tokens[i].Of(r.Article.Text), r.Tokens[i].Tag)
	return slices.ContainsFunc(en.Cues(lemma), func(c en.Cue) bool { return c.Part == en.CueNoun })
}

// reports reports whether a phrase means what is being reported and nothing more
// precise: "the reports", "these rumours", "the news", "the reports were false".
func reports(r *hearsay.Reading, tokens []int32) bool {
	if len(tokens) < 2 || !definite(strings.ToLower(r.Tokens[tokens[0]].Of(r.Article.Text))) {
		return false
	}
	switch base(r.Tokens[tokens[1]].Of(r.Article.Text), r.Tokens[tokens[1]].Tag) {
	case "report", "rumor", "rumour", "news", "story":
		return len(tokens) == 2 || verdict(r, tokens) == 2
	}
	return false
}

// demonstrative reports whether a phrase points at what was just said: "such
// allegations", "these claims".
func demonstrative(r *hearsay.Reading, tokens []int32) bool {
	if len(tokens) < 2 {
		return false
	}
	switch strings.ToLower(r.Tokens[tokens[0]].Of(r.Article.Text)) {
	case "such", "this", "these", "those":
		return true
	}
	return false
}

func definite(w string) bool {
	switch w {
	case "the", "this", "that", "these", "those", "such", "it", "them", "all":
		return true
	}
	return false
}
