package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// verdict is where a stretch begins to call a thing untrue, at the verb of "is
// categorically false"; -1 for nowhere. Words decide and not the tree: a clause
// that a verdict follows is where parsers err.
func verdict(r *hearsay.Reading, tokens []int32) int {
	text := r.Article.Text
	for k := 1; k+1 < len(tokens); k++ {
		if t := r.Tokens[tokens[k]]; base(t.Of(text), t.Tag) != "be" {
			continue
		}
		for _, i := range tokens[k+1:] {
			t := r.Tokens[i]
			if class, _ := en.Synonym(base(t.Of(text), t.Tag)); class == untrue {
				return k
			}
			if w := t.Of(text); t.Tag != hearsay.TagRB && t.Tag != hearsay.TagDT && wordlike(w) || negator(strings.ToLower(w)) {
				break
			}
		}
	}
	return -1
}

// judges reports whether a stretch calls untrue what somebody says, names or
// reports: a noun of saying stands before its first verb, and a verdict follows.
func judges(r *hearsay.Reading, tokens []int32) bool {
	at := verdict(r, tokens)
	if at < 0 {
		return false
	}
	for _, i := range tokens[:at] {
		switch {
		case utterance(r, i) && !verbal(r.Tokens[i].Tag):
			return true
		case verbal(r.Tokens[i].Tag):
			return false
		}
	}
	return false
}

// judged is the content of a statement on which the outer statement passes a
// verdict: of "the claim that it fell is false" the claim says that it fell. It ends
// where the verdict begins, wherever it was taken to end.
func judged(r *hearsay.Reading, s *hearsay.Statement) []hearsay.Span {
	if s.Within < 0 || len(s.Content) == 0 {
		return s.Content
	}
	outer := r.Statements[s.Within].Content
	tokens := within(r, outer)
	at := verdict(r, tokens)
	first := slices.IndexFunc(tokens, func(i int32) bool { return r.Tokens[i].Start >= s.Content[0].Start })
	if first < 1 || at < first+2 || !judges(r, tokens) || !saidBefore(r, s, tokens[:first]) {
		return s.Content
	}
	return stretch(r, outer, tokens[first:at])
}

// saidBefore reports whether the cue of a statement is a noun of saying, or goes
// with one, right before its content.
func saidBefore(r *hearsay.Reading, s *hearsay.Statement, before []int32) bool {
	for _, i := range before[max(0, len(before)-3):] {
		if slices.ContainsFunc(s.Cue, r.Tokens[i].Overlaps) {
			return true
		}
	}
	return false
}
