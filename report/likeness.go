package report

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
	"hearsay/nlp"
)

// words lists the words of a stretch in lower case, without marks and without
// the brackets of an editor.
func words(r *hearsay.Reading, at hearsay.Span) []string {
	first, _ := slices.BinarySearchFunc(r.Tokens, at.Start, func(t hearsay.Token, at int32) int { return int(t.Start - at) })
	var out []string
	for i := first; i < len(r.Tokens) && r.Tokens[i].Start < at.End; i++ {
		w := strings.Trim(r.Tokens[i].Of(r.Article.Text), "[]()")
		for part := range strings.SplitSeq(strings.ToLower(w), "-") {
			if part != "" && letterOrDigit(part) {
				out = append(out, strings.ReplaceAll(part, "’", "'"))
			}
		}
	}
	return out
}

func letterOrDigit(w string) bool {
	return strings.ContainsFunc(w, func(c rune) bool {
		return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 && !strings.ContainsRune("“”‘’–—…", c)
	})
}

// quotedWords lists the words of spans that stand between quotation marks.
func quotedWords(r *hearsay.Reading, spans []hearsay.Span) []string {
	var out []string
	for _, s := range spans {
		for _, q := range r.Quotations {
			if q.Depth > 0 && !q.Overlaps(s) {
				continue
			}
			both := hearsay.Span{Start: max(s.Start, q.Start), End: min(s.End, q.End)}
			if !both.Empty() {
				out = append(out, words(r, both)...)
			}
		}
	}
	return out
}

// Likenesses from which words render one utterance. A short quotation may be all
// that is left of a long one; an indirect rendering must follow the whole.
const (
	cutLikeness      = 0.80 // of the shorter
	alteredLikeness  = 0.55 // of the longer
	indirectLikeness = 0.60 // of the longer, words with meaning
	fewWords         = 6    // below this the claim must be the same
	// So many words with meaning in the same order are one utterance of one speaker,
	// whatever claims it was taken for.
	retoldWords    = 5
	retoldLikeness = 0.75 // of the shorter
	cutWords       = 5    // the least that can be a cut of something longer
	// So many words in a row are one utterance, whoever is taken for the speaker: fewer
	// where both accounts put them between quotation marks and do not name two persons.
	verbatimQuoted   = 8
	verbatimUnnamed  = 10 // outside quotation marks, where two persons are not named
	verbatimWords    = 14
	verbatimLikeness = 0.85 // of the shorter of two quotations, else of the longer
)

// same reports whether two statements render one utterance.
func (x *renderer) same(a, b *utterance) bool {
	if !x.speakers.agree(a.ref, b.ref) {
		return x.verbatim(a, b)
	}
	one := shareClaim(x.claims[a.ref], x.claims[b.ref])
	if a.quoted && b.quoted {
		if answers(a.words, b.words) {
			return true
		}
		n := common(a.words, b.words)
		short, long := min(len(a.words), len(b.words)), max(len(a.words), len(b.words))
		if short < fewWords && !one {
			return false
		}
		return short >= cutWords && float64(n) >= cutLikeness*float64(short) || float64(n) >= alteredLikeness*float64(long)
	}
	p, q := meanings(a.all), meanings(b.all)
	n, short, long := common(p, q), min(len(p), len(q)), max(len(p), len(q))
	if n >= retoldWords && float64(n) >= retoldLikeness*float64(short) {
		return true
	}
	if max(len(a.all), len(b.all)) < fewWords || !one {
		return false
	}
	return n >= 3 && float64(n) >= indirectLikeness*float64(long) || n == 2 && long == 2
}

// verbatim reports whether two utterances are so many of the same words that they are
// one, though they have other speakers.
func (x *renderer) verbatim(a, b *utterance) bool {
	if a.quoted && b.quoted {
		short := min(len(a.words), len(b.words))
		return short >= verbatimQuoted && float64(common(a.words, b.words)) >= verbatimLikeness*float64(short) &&
			(short >= verbatimWords || !x.speakers.named(a.ref) || !x.speakers.named(b.ref))
	}
	short, long := min(len(a.all), len(b.all)), max(len(a.all), len(b.all))
	least := verbatimWords
	if !x.speakers.named(a.ref) || !x.speakers.named(b.ref) {
		least = verbatimUnnamed
	}
	return short >= least && float64(short) >= verbatimLikeness*float64(long) && float64(common(a.all, b.all)) >= verbatimLikeness*float64(long)
}

// meanings are the telling words by their class of synonyms or base form: who relates
// what was said chooses words of his own.
func meanings(words []string) []string {
	out := telling(words)
	for i, w := range out {
		for _, tag := range [...]hearsay.Tag{hearsay.TagNNS, hearsay.TagVBD, hearsay.TagVBG} {
			lemma := strings.ToLower(nlp.Lemma(w, tag))
			if class, ok := en.Synonym(lemma); ok {
				out[i] = class
				break
			}
			if tag == hearsay.TagNNS {
				out[i] = lemma
			}
		}
	}
	return out
}

// answers reports whether two utterances are one short answer: both begin with the
// same yes or no, and all that the shorter says beside is in the other, in some
// form of the words.
func answers(a, b []string) bool {
	const short = 3 // words with meaning beside the answer and its negators
	if len(a) == 0 || len(b) == 0 || a[0] != b[0] || a[0] != "no" && a[0] != "yes" {
		return false
	}
	p, q := affirmed(a[1:]), affirmed(b[1:])
	if len(p) > len(q) {
		p, q = q, p
	}
	if len(p) == 0 || len(q) > short {
		return false
	}
	return !slices.ContainsFunc(p, func(v string) bool {
		return !slices.ContainsFunc(q, func(w string) bool { return oneStem(v, w) })
	})
}

// affirmed lists the words with meaning, negators left out.
func affirmed(words []string) []string {
	return slices.DeleteFunc(telling(words), func(w string) bool { return negator(w) || w == "nobody" || w == "nothing" })
}

// oneStem reports whether two words are forms of one: they differ in at most three
// letters at the end.
func oneStem(v, w string) bool {
	const root, ending = 4, 3
	n := 0
	for n < min(len(v), len(w)) && v[n] == w[n] {
		n++
	}
	return v == w || n >= root && max(len(v), len(w))-n <= ending
}

func shareClaim(a, b []int32) bool {
	return slices.ContainsFunc(a, func(c int32) bool { return slices.Contains(b, c) })
}

// telling leaves out the words that say nothing about what a clause is about.
func telling(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return en.FunctionWord(w) && !negator(w) })
}

func negator(w string) bool { return w == "not" || w == "no" || w == "n't" || w == "never" }

// common is the length of the longest common subsequence.
func common(a, b []string) int {
	if len(b) > len(a) {
		a, b = b, a
	}
	row := make([]int, len(b)+1)
	for _, w := range a {
		corner := 0
		for j, v := range b {
			up := row[j+1]
			if w == v {
				row[j+1] = corner + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			corner = up
		}
	}
	return row[len(b)]
}

// relation tells how the renderings of a group differ.
func (x *renderer) relation(members []*utterance) hearsay.RenderingRelation {
	identical, translated := true, false
	for _, u := range members {
		if !u.quoted {
			return hearsay.RenderedIndirect
		}
	}
	for _, u := range members[1:] {
		v := members[0]
		if slices.Equal(u.words, v.words) {
			continue
		}
		identical = false
		n := common(u.words, v.words)
		if n < len(u.words) && n < len(v.words) && x.speakers.foreign(u.ref, v.ref) {
			translated = true
		}
	}
	switch {
	case identical:
		return hearsay.RenderedIdentical
	case translated:
		return hearsay.RenderedTranslated
	}
	return hearsay.RenderedAltered
}
