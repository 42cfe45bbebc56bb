package claims

import (
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

// withoutVerdict is the content of a statement without the verdict that an outer
// statement passes on it: of "the claim that it fell is false" the claim says that
// it fell.
func withoutVerdict(r *hearsay.Reading, s *hearsay.Statement) []hearsay.Span {
	if s.Within < 0 || !judges(r, within(r, r.Statements[s.Within].Content)) {
		return s.Content
	}
	tokens := within(r, s.Content)
	at := verdict(r, tokens)
	if at < 2 || judges(r, tokens) {
		return s.Content
	}
	return stretch(r, s.Content, tokens[:at])
}
