package claims

import (
	"strings"

	"hearsay"
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
