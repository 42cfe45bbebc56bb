package web

import (
	"strings"
	"unicode"
)

// utterances are those whose versions differ, and those that all accounts give
// alike.
type utterances struct{ Differ, Same []utterance }

// utterance is one thing said, as several statements give it.
type utterance struct {
	Speaker    *voice
	Relation   string
	Explained  string
	Renderings []rendering
}

// rendering is one version, compared with the first.
type rendering struct {
	*spoken
	Base  bool
	Same  bool // word for word the first
	Apart bool // too little in common for a comparison word by word
	Words []edit
	First *spoken // what it is compared with
	Flags []warning
}

// warning tells of a change that can turn the meaning.
type warning struct{ Mark, Word string }

var relations = map[string]string{
	"identical":  "the same words",
	"altered":    "words changed",
	"translated": "put into other words by translation",
	"indirect":   "quoted by some, told by others",
}

func (x *index) utterances() utterances {
	var differ, same []utterance
	for _, q := range x.Quotes {
		all := x.spokenAll(q.Renderings)
		if len(all) == 0 {
			continue
		}
		u := utterance{Relation: q.Relation, Explained: relations[q.Relation]}
		if q.Speaker != nil && x.Entity(*q.Speaker) != nil {
			v := x.voice(x.Entity(*q.Speaker), all[0].Account.ID)
			u.Speaker = &v
		}
		u.Renderings = render(directFirst(all))
		if alike(u.Renderings) {
			same = append(same, u)
		} else {
			differ = append(differ, u)
		}
	}
	return utterances{differ, same}
}

// alike reports whether all versions are the same words.
func alike(all []rendering) bool {
	for _, r := range all {
		if !r.Base && (!r.Same || len(r.Flags) > 0) {
			return false
		}
	}
	return true
}

// directFirst puts the first rendering in direct speech at the head: the others
// are compared with it.
func directFirst(all []*spoken) []*spoken {
	for i, s := range all {
		if s.Form == "direct" {
			out := append([]*spoken{s}, all[:i]...)
			return append(out, all[i+1:]...)
		}
	}
	return all
}

func render(all []*spoken) []rendering {
	base := words(contentText(all[0].Content))
	out := []rendering{{spoken: all[0], Base: true}}
	for _, s := range all[1:] {
		r := rendering{spoken: s, First: all[0], Words: compare(base, words(contentText(s.Content)))}
		r.Same = unchanged(r.Words)
		r.Apart = shareSame(r.Words) < leastShared
		if all[0].Account.Language == s.Account.Language {
			r.Flags = flags(r.Words)
		}
		if all[0].Act.Word != s.Act.Word {
			r.Flags = append(r.Flags, warning{"⇄", "“" + all[0].Act.Word + "” becomes “" + s.Act.Word + "”"})
		}
		out = append(out, r)
	}
	return out
}

// leastShared is the share of words in common below which two versions are shown
// whole instead of word by word.
const leastShared = 0.25

func shareSame(all []edit) float64 {
	same, total := 0, 0
	for _, e := range all {
		n := len(words(e.Text))
		total += n
		if e.Kind == "same" {
			same += n
		}
	}
	return float64(same) / float64(max(total, 1))
}

func contentText(all []cell) string {
	parts := make([]string, len(all))
	for i, c := range all {
		parts[i] = c.Text
	}
	return strings.Join(parts, " ")
}

// flags looks at the words of two versions in one language. A negation in both,
// or a number that is only moved, is no change.
func flags(edits []edit) []warning {
	var negated [2]bool // in the first, in the second
	numbers := map[string]int{}
	for _, e := range edits {
		first, second := e.Kind != "only-second", e.Kind != "only-first"
		for _, w := range words(e.Text) {
			bare := bareWord(w)
			if negates(bare) {
				negated[0], negated[1] = negated[0] || first, negated[1] || second
			}
			if n := numberIn(bare); n != "" && first != second {
				numbers[n] += 2*truth(second) - 1
			}
		}
	}
	var out []warning
	if negated[0] != negated[1] {
		out = append(out, warning{"⚠", "polarity may differ: a negation is on one side only"})
	}
	for _, n := range numbers {
		if n != 0 {
			return append(out, warning{"#", "a number differs"})
		}
	}
	return out
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bareWord is the word lower-cased, without the marks about it.
func bareWord(w string) string {
	w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	return strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// negates knows the English words that turn a clause into its opposite.
func negates(w string) bool {
	switch w {
	case "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without",
		"deny", "denies", "denied", "refuse", "refuses", "refused", "false", "untrue":
		return true
	}
	return strings.HasSuffix(w, "n't")
}

// numberWords are the English words for numbers that news writes out.
var numberWords = map[string]string{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "dozen": "12", "twenty": "20", "thirty": "30", "forty": "40",
	"fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100", "thousand": "1000",
	"million": "million", "billion": "billion", "half": "half"}

// numberIn is the number that a bare word is, written out or in digits; empty
// for other words.
func numberIn(w string) string {
	if n := numberWords[w]; n != "" {
		return n
	}
	if strings.ContainsFunc(w, unicode.IsDigit) {
		return strings.ReplaceAll(w, ",", "")
	}
	return ""
}
