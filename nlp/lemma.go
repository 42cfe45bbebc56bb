package nlp

import (
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// kind sorts words by how they inflect.
type kind uint8

const (
	kindOther kind = iota
	kindVerb
	kindNoun
	kindDegree
)

// inflected is a form with its kind.
type inflected struct {
	kind kind
	form string
}

var irregular = func() map[inflected]string {
	m := map[inflected]string{}
	for _, line := range entries(en.Lemmas) {
		f := strings.Fields(line)
		k := map[string]kind{"V": kindVerb, "N": kindNoun, "A": kindDegree}[f[0]]
		for _, form := range f[2:] {
			if _, taken := m[inflected{k, form}]; !taken {
				m[inflected{k, form}] = f[1]
			}
		}
	}
	return m
}()

// Lemma is the base form of a word with the given tag, as the treebanks give it:
// "denied" VBD is "deny", "sources" NNS is "source". Names keep their capitals;
// other words lose them.
func Lemma(word string, tag hearsay.Tag) string {
	if tag == hearsay.TagNNP {
		return word
	}
	if strings.Contains(word, "\u2019") {
		word = strings.ReplaceAll(word, "\u2019", "'")
	}
	if tag == hearsay.TagNNPS {
		return singular(word)
	}
	low := strings.ToLower(word)
	k := kindOther
	switch tag {
	case hearsay.TagVB, hearsay.TagVBP, hearsay.TagVBZ, hearsay.TagVBD, hearsay.TagVBN, hearsay.TagVBG:
		k = kindVerb
	case hearsay.TagNNS:
		k = kindNoun
	case hearsay.TagJJR, hearsay.TagJJS, hearsay.TagRBR, hearsay.TagRBS:
		k = kindDegree
	case hearsay.TagPRP:
		if low == "i" {
			return "I"
		}
	}
	if base, ok := irregular[inflected{k, low}]; ok && !(tag == hearsay.TagVB && low != "ai") {
		return irregularBase(base, low, tag)
	}
	switch tag {
	case hearsay.TagVBZ:
		return third(low)
	case hearsay.TagNNS:
		return singular(low)
	case hearsay.TagVBD, hearsay.TagVBN:
		return past(low)
	case hearsay.TagVBG:
		if stem, ok := strings.CutSuffix(low, "ing"); ok && len(stem) > 1 {
			return base(stem)
		}
	case hearsay.TagJJR, hearsay.TagRBR:
		return positive(low, "er")
	case hearsay.TagJJS, hearsay.TagRBS:
		return positive(low, "est")
	}
	return low
}

// irregularBase tells forms apart that two bases share.
func irregularBase(base, low string, tag hearsay.Tag) string {
	present := tag == hearsay.TagVBP || tag == hearsay.TagVB
	switch low {
	case "lay", "saw", "found", "fell", "wound", "bore", "born", "ground", "left", "felt", "bound", "rent", "thought", "shed":
		if present {
			return low
		}
	case "better", "best":
		if tag == hearsay.TagRBR || tag == hearsay.TagRBS {
			return "well"
		}
	case "her":
		if tag == hearsay.TagPRPS {
			return "her"
		}
	}
	return base
}

// third is the base of a verb in -s.
func third(w string) string {
	switch {
	case len(w) < 3 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || isDigit(w[len(w)-2]):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case endsIn(w, "ches", "shes", "xes", "sses", "zzes", "oes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// singular is the base of a noun in -s.
func singular(w string) string {
	if endsIn(w, "'s") && len(w) > 2 {
		return w[:len(w)-2]
	}
	if strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") {
		return w
	}
	return third(w)
}

// past is the base of a verb in -ed.
func past(w string) string {
	switch {
	case !strings.HasSuffix(w, "ed") || len(w) < 4:
		return w
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "eed"):
		return w[:len(w)-1]
	}
	return base(w[:len(w)-2])
}

// positive is the base of a compared adjective or adverb.
func positive(w, ending string) string {
	stem, ok := strings.CutSuffix(w, ending)
	switch {
	case !ok || len(stem) < 2:
		return w
	case strings.HasSuffix(stem, "i"):
		return stem[:len(stem)-1] + "y"
	case doubled(stem) && !endsIn(stem, "ll", "ss", "ff"):
		return stem[:len(stem)-1]
	}
	return stem
}

// base is the verb whose -ed or -ing form has the given stem: "hop" of "hopp",
// "hope" of "hop", "argue" of "argu".
func base(stem string) string {
	switch {
	case doubled(stem):
		if endsIn(stem, "ll", "ss", "ff", "zz") {
			return stem
		}
		return stem[:len(stem)-1]
	case mute(stem):
		return stem + "e"
	}
	return stem
}

func doubled(s string) bool {
	n := len(s)
	return n >= 3 && s[n-1] == s[n-2] && !vowel(s[n-1])
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func endsIn(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// mute reports whether a verb's stem lost a silent e.
func mute(s string) bool {
	n := len(s)
	if n < 2 {
		return false
	}
	last, before := s[n-1], s[n-2]
	long := n >= 3 && vowel(before) && vowel(s[n-3]) && !(s[n-3] == 'u' && n >= 4 && s[n-4] == 'q')
	switch last {
	case 'v', 'u', 'c', 'z':
		return true
	case 's':
		return before != 's'
	case 'g':
		return endsIn(s, "dg", "rg", "lg", "ag", "eg", "ug", "og") && !long || endsIn(s, "eag", "iag", "ieg")
	case 'l':
		return !vowel(before) && before != 'l' && before != 'r' && before != 'w' || endsIn(s, "il", "ul", "yl") && !long
	case 'r':
		return endsIn(s, "ir", "ar", "ur") && !long || endsIn(s, "or") && syllables(s) == 1 && !long
	case 'n':
		return endsIn(s, "in") && !long || endsIn(s, "un", "on") && syllables(s) == 1 && !long && n <= 4
	case 'd':
		return vowel(before) && !long
	case 'k', 'm', 'b':
		return vowel(before) && !long
	case 'p':
		return (vowel(before) && !long || before == 'y') && syllables(s) == 1
	case 't':
		return endsIn(s, "at", "ut") && !long || endsIn(s, "iat", "uat", "eat") && syllables(s) >= 2 && !endsIn(s, "peat", "treat", "feat", "heat", "beat", "seat", "sweat", "cheat")
	}
	return false
}

// syllables counts groups of vowels.
func syllables(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if vowel(s[i]) && (i == 0 || !vowel(s[i-1])) {
			n++
		}
	}
	return n
}
