package claims

import (
	"strings"

	"hearsay"
	"hearsay/lang/en"
	"hearsay/nlp"
)

// base is the base form of a word, lower-cased. A name is taken for a noun, so
// that the capitals of a headline make no difference.
func base(word string, tag hearsay.Tag) string {
	switch tag {
	case hearsay.TagNNP:
		tag = hearsay.TagNN
	case hearsay.TagNNPS:
		tag = hearsay.TagNNS
	}
	return strings.ToLower(nlp.Lemma(strings.ToLower(word), tag))
}

// participle is the class of a word that ends like the past of a verb, whatever
// it was tagged: "the injured", "injured people".
func participle(word string) (string, bool) {
	word = strings.ToLower(word)
	if !strings.HasSuffix(word, "ed") {
		return "", false
	}
	return en.Synonym(nlp.Lemma(word, hearsay.TagVBN))
}

// stem cuts the endings by which forms differ that taggers confuse, "corroded" and
// "corrode", so that both are one feature.
func stem(lemma string) string {
	const least = 4
	for _, ending := range [...]string{"ing", "ed", "ly", "e"} {
		if s, ok := strings.CutSuffix(lemma, ending); ok && len(s) >= least {
			return s
		}
	}
	return lemma
}
