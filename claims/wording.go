package claims

import (
	"slices"
	"strings"

	"hearsay"
)

// wording is the unit whose words show a draft best: affirmed, complete, with
// its names, and short. A draft holds at least one unit with words of its own.
func (rd *reader) wording(dr *draft) int32 {
	best, top := int32(-1), 0.0
	proposed := slices.ContainsFunc(dr.units, rd.proposes)
	for _, i := range dr.units {
		if proposed && !rd.proposes(i) {
			continue
		}
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
	switch whole := states(r, tokens); {
	case whole && !u.negated:
		score += 4
	case !u.negated:
		score += 2.8
	case !whole:
		score--
	}
	if clause(r, tokens) {
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
	if head := top(r, tokens); head >= 0 && denial(strings.ToLower(r.Tokens[head].Of(r.Article.Text))) {
		score -= 3
	}
	if framedAtTop(r, tokens) || u.draft != nil && rd.relays(u.draft, i) {
		score -= 2
	}
	return score - 0.05*max(0, float64(len(tokens)-14)) - 0.2*max(0, float64(5-len(tokens)))
}

// states reports whether a stretch is a clause by itself: its top has a subject.
// What begins like a part of a sentence ("to freeze", "whether it fell", "and 40
// homes") is none.
func states(r *hearsay.Reading, tokens []int32) bool {
	for len(tokens) > 0 && !wordlike(r.Tokens[tokens[0]].Of(r.Article.Text)) {
		tokens = tokens[1:]
	}
	if len(tokens) == 0 {
		return false
	}
	first := r.Tokens[tokens[0]]
	switch w := strings.ToLower(first.Of(r.Article.Text)); {
	case first.Tag == hearsay.TagTO, first.Tag == hearsay.TagVBG && clauseless(r, tokens), conjunction(w), w == "whether", w == "if" && !clause(r, tokens), interrogative(w):
		return false
	}
	head := top(r, tokens)
	if head < 0 {
		return clause(r, tokens)
	}
	return !clauseless(r, tokens)
}

// clauseless reports whether neither the top of a parsed stretch nor a predicate
// outside it has its subject there.
func clauseless(r *hearsay.Reading, tokens []int32) bool {
	head := top(r, tokens)
	return !slices.ContainsFunc(tokens, func(i int32) bool {
		t := r.Tokens[i]
		switch t.Dep {
		case hearsay.DepNsubj, hearsay.DepNsubjPass, hearsay.DepNsubjOuter, hearsay.DepCsubj, hearsay.DepCsubjPass, hearsay.DepExpl:
			return t.Head == head || !slices.Contains(tokens, t.Head)
		}
		return false
	})
}

func interrogative(w string) bool {
	switch w {
	case "who", "whom", "whose", "which", "what", "how", "why":
		return true
	}
	return false
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

// place is the longest stretch of a unit, a clause before all others, without a
// leading "that" and marks at its ends. Stretches between which there is only the
// cue are one: "the bridge is (reportedly) unsafe".
func (rd *reader) place(i int32) hearsay.Place {
	u := &rd.units[i]
	r := rd.d.Readings[u.ref.Article]
	longest, whole := hearsay.Span{}, false
	spans := rd.rejoined(u)
	for k, s := range spans {
		is := len(spans) > 1 && clause(r, within(r, []hearsay.Span{s}))
		if k == 0 || is && !whole || is == whole && s.Len() > longest.Len() {
			longest, whole = s, is
		}
	}
	return hearsay.Place{Article: u.ref.Article, Span: bareOfMarks(r, longest)}
}

// rejoined are the spans of a unit, those that only the cue of its statement
// divides made one.
func (rd *reader) rejoined(u *unit) []hearsay.Span {
	r, s := rd.d.Readings[u.ref.Article], rd.statement(u.ref)
	out := []hearsay.Span{u.spans[0]}
	for _, next := range u.spans[1:] {
		last := &out[len(out)-1]
		gap := hearsay.Span{Start: last.End, End: next.Start}
		if !rd.refused(u.ref) && !strings.EqualFold(last.Of(r.Article.Text), "it") && sentenceOf(r, *last) == sentenceOf(r, next) && onlyCue(r, s, gap) {
			last.End = next.End
			continue
		}
		out = append(out, next)
	}
	return out
}

// onlyCue reports whether a gap holds a few words, the cue among them, and neither
// the source nor a quotation mark.
func onlyCue(r *hearsay.Reading, s *hearsay.Statement, gap hearsay.Span) bool {
	const few = 5
	tokens := within(r, []hearsay.Span{gap})
	cue := func(at hearsay.Span) bool { return slices.ContainsFunc(s.Cue, at.Overlaps) }
	if len(tokens) > few || !cue(gap) || slices.ContainsFunc(s.Source.Spans, gap.Overlaps) {
		return false
	}
	return !slices.ContainsFunc(tokens, func(i int32) bool { return strings.ContainsAny(r.Tokens[i].Of(r.Article.Text), "“”\"") })
}

// bareOfMarks leaves a leading "that", marks at the ends and a quotation mark
// without its fellow out of a stretch.
func bareOfMarks(r *hearsay.Reading, at hearsay.Span) hearsay.Span {
	text := r.Article.Text
	tokens := within(r, []hearsay.Span{at})
	for len(tokens) > 1 {
		w := r.Tokens[tokens[0]].Of(text)
		if wordlike(w) && !joins(w) || opening(w) && paired(r, tokens) {
			break
		}
		tokens = tokens[1:]
	}
	for len(tokens) > 1 {
		w := r.Tokens[tokens[len(tokens)-1]].Of(text)
		if (wordlike(w) || !strings.ContainsAny(w, ",.;:")) && !(closing(w) && !paired(r, tokens)) {
			break
		}
		tokens = tokens[:len(tokens)-1]
	}
	if len(tokens) == 0 {
		return at
	}
	return hearsay.Span{Start: max(at.Start, r.Tokens[tokens[0]].Start), End: min(at.End, r.Tokens[tokens[len(tokens)-1]].End)}
}

func opening(w string) bool {
	return w == "“" || w == `"` || w == "‘" || w == "'" || w == "$" || w == "£" || w == "€"
}

func closing(w string) bool { return w == "”" || w == `"` || w == "’" || w == "'" || w == "''" }

// paired reports whether the quotation marks of a stretch come in pairs: double
// ones anywhere, single ones at its ends.
func paired(r *hearsay.Reading, tokens []int32) bool {
	text := r.Article.Text
	open, straight := 0, 0
	for _, i := range tokens {
		switch r.Tokens[i].Of(text) {
		case "“":
			open++
		case "”":
			open--
		case `"`, "''":
			straight++
		}
	}
	return open == 0 && straight%2 == 0 && single(r.Tokens[tokens[0]].Of(text)) == single(r.Tokens[tokens[len(tokens)-1]].Of(text))
}

func single(w string) bool { return w == "'" || w == "‘" || w == "’" }

// joins reports whether a word only ties a clause to what stands before it.
func joins(w string) bool {
	switch strings.ToLower(w) {
	case "that", "and", "but":
		return true
	}
	return false
}
