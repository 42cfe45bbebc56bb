package mentions

import (
	"hearsay"
	"hearsay/lang/en"
)

// pronoun is what a pronoun asks of its antecedent.
type pronoun struct {
	gender    en.Gender
	plural    bool
	thing     bool // it, its
	relative  bool // who, whom
	possesses bool
	object    bool // him, them: not the subject of its own clause
	reflexive bool
}

// pronouns lists the third person and the relatives.
func pronounOf(w string) (pronoun, bool) {
	switch w {
	case "he":
		return pronoun{gender: en.GenderMale}, true
	case "him":
		return pronoun{gender: en.GenderMale, object: true}, true
	case "his":
		return pronoun{gender: en.GenderMale, possesses: true}, true
	case "himself":
		return pronoun{gender: en.GenderMale, reflexive: true}, true
	case "she":
		return pronoun{gender: en.GenderFemale}, true
	case "her", "hers":
		return pronoun{gender: en.GenderFemale, possesses: true}, true
	case "herself":
		return pronoun{gender: en.GenderFemale, reflexive: true}, true
	case "they":
		return pronoun{plural: true}, true
	case "them":
		return pronoun{plural: true, object: true}, true
	case "their", "theirs":
		return pronoun{plural: true, possesses: true}, true
	case "themselves":
		return pronoun{plural: true, reflexive: true}, true
	case "it":
		return pronoun{thing: true}, true
	case "its":
		return pronoun{thing: true, possesses: true}, true
	case "itself":
		return pronoun{thing: true, reflexive: true}, true
	case "which":
		return pronoun{relative: true, thing: true}, true
	case "who", "whom":
		return pronoun{relative: true}, true
	}
	return pronoun{}, false
}

// pronounAt is what the pronoun at unit i asks; "her" is an object where the tag
// says so.
func (f *finder) pronounAt(i int) (pronoun, bool) {
	p, ok := pronounOf(f.word(i))
	if p.possesses && f.word(i) == "her" && f.tag(i) == hearsay.TagPRP {
		p.possesses, p.object = false, true
	}
	return p, ok
}

// findPronouns finds the pronouns that may refer back.
func (f *finder) findPronouns() {
	for i := range f.units {
		u := f.units[i]
		if u.Len() < 2 || u.Len() > 10 || u.has(isUpper) || !u.has(isWord) {
			continue
		}
		p, ok := f.pronounAt(i)
		if !ok || p.thing && !p.possesses && !p.relative && f.empty(i) || p.relative && u.has(isOpening) {
			continue
		}
		f.found = append(f.found, expression{first: i, last: i + 1, head: i, form: hearsay.MentionPronoun, core: [2]int{i, i + 1},
			plural: p.plural, gender: p.gender, owner: -1, entity: -1})
	}
}

// empty reports whether the "it" at unit i refers to nothing: "it is clear
// that", "it seems", "made it possible to".
func (f *finder) empty(i int) bool {
	if f.r.Tokens[f.units[i].first].Dep == hearsay.DepExpl {
		return true
	}
	end := f.end(i)
	switch f.next(i + 1) {
	case "seems", "seemed", "appears", "appeared", "turns", "turned", "emerged", "emerges", "takes", "took", "rained", "rains", "snowed", "follows":
		return true
	case "is", "was", "'s", "’s", "will", "would", "has", "had", "may", "might", "could", "can", "remains", "became", "becomes":
	default:
		return f.tag(i+1) == hearsay.TagJJ
	}
	if be := f.word(i + 1); be == "is" || be == "was" || be == "'s" || be == "’s" {
		switch f.word(i + 2) {
		case "a", "an", "the", "this", "that", "what", "why", "how", "where":
			return true
		}
	}
	for k := i + 2; k < end && k < i+8; k++ {
		switch w := f.word(k); w {
		case "that", "whether", "to", "if", "how", "when", "who", "because", "for":
			return k > i+2 && !en.Verbal(f.word(k-1)) || w == "that"
		case ",", ".", "and", "but":
			return false
		}
	}
	return false
}
