package claims

import (
	"strings"

	"hearsay"
)

// wording is the unit whose words show a draft best: affirmed, complete, with
// its names, and short. A draft holds at least one unit with words of its own.
func (rd *reader) wording(dr *draft) int32 {
	best, top := int32(-1), 0.0
	for _, i := range dr.units {
		if score := rd.clarity(i); best < 0 || score > top {
			best, top = i, score
		}
	}
	return best
}

// clarity grades a unit as the wording of a claim; only the order means
// something.
func (rd *reader) clarity(i int32) float64 {
	u := &rd.units[i]
	r := rd.d.Readings[u.ref.Article]
	place := rd.place(i)
	tokens := within(r, []hearsay.Span{place.Span})
	score := 0.0
	if !u.negated {
		score += 4
	}
	if len(tokens) > 0 && clause(r, tokens) {
		score += 2
	}
	if u.agent >= 0 && rd.vocab.kinds[u.agent] == name {
		score++
	}
	if len(u.spans) == 1 {
		score++
	}
	if !personal(r, tokens) {
		score += 1.5
	}
	if i != u.whole {
		score += 0.2
	}
	if framedAtTop(r, tokens) || u.draft != nil && rd.relays(u.draft, i) {
		score -= 2
	}
	return score - 0.05*max(0, float64(len(tokens)-14)) - 0.2*max(0, float64(5-len(tokens)))
}

// framedAtTop reports whether a stretch begins with who says it: "the report that
// the bridge is closed".
func framedAtTop(r *hearsay.Reading, tokens []int32) bool {
	head := top(r, tokens)
	return framed(r, tokens, head) >= 0
}

// personal reports whether a stretch begins with a pronoun, whose reader must
// look elsewhere.
func personal(r *hearsay.Reading, tokens []int32) bool {
	for _, i := range tokens[:min(len(tokens), 2)] {
		t := r.Tokens[i]
		if t.Tag == hearsay.TagPRP || t.Tag == hearsay.TagPRPS {
			return true
		}
		switch strings.ToLower(t.Of(r.Article.Text)) {
		case "whether", "he", "she", "they", "we", "i", "it", "this", "that":
			return true
		}
	}
	return false
}

// place is the longest stretch of a unit, a clause before all others, without a leading "that" and marks at
// its ends.
func (rd *reader) place(i int32) hearsay.Place {
	u := &rd.units[i]
	r := rd.d.Readings[u.ref.Article]
	longest, whole := u.spans[0], false
	for k, s := range u.spans {
		is := len(u.spans) > 1 && clause(r, within(r, []hearsay.Span{s}))
		if k == 0 || is && !whole || is == whole && s.Len() > longest.Len() {
			longest, whole = s, is
		}
	}
	tokens := within(r, []hearsay.Span{longest})
	for len(tokens) > 1 {
		w := r.Tokens[tokens[0]].Of(r.Article.Text)
		if wordlike(w) && w != "that" || opening(w) {
			break
		}
		tokens = tokens[1:]
	}
	for len(tokens) > 1 && strings.ContainsAny(r.Tokens[tokens[len(tokens)-1]].Of(r.Article.Text), ",.;:") {
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) > 0 {
		longest = hearsay.Span{Start: max(longest.Start, r.Tokens[tokens[0]].Start), End: min(longest.End, r.Tokens[tokens[len(tokens)-1]].End)}
	}
	return hearsay.Place{Article: u.ref.Article, Span: longest}
}

func opening(w string) bool {
	return w == "“" || w == `"` || w == "‘" || w == "$" || w == "£" || w == "€"
}
