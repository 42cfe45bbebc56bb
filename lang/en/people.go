package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed titles.txt
var titleList string

//go:embed roles.txt
var roleList string

//go:embed things.txt
var thingList string

//go:embed modifiers.txt
var modifierList string

//go:embed given_names.txt
var givenList string

//go:embed particles.txt
var particleList string

//go:embed source_tails.txt
var tailList string

//go:embed organisation_nouns.txt
var organisationNounList string

// Gender of a title, noun or given name.
type Gender uint8

const (
	GenderUnknown Gender = iota
	GenderMale
	GenderFemale
)

// NounKind is the category of a noun that may refer to somebody or something
// that speaks.
type NounKind uint8

const (
	NounOffice NounKind = iota + 1
	NounPerson
	NounSource
	NounGroup
	NounKin
	NounDocument
	NounMedia
	NounOrganisation
	NounPlace
)

// Noun is what is known of a noun, by any of its forms.
type Noun struct {
	Lemma  string
	Kinds  uint16 // set of 1<<NounKind
	Gender Gender
	Plural bool
}

// Is reports whether the noun is of one of the kinds.
func (n Noun) Is(kinds ...NounKind) bool {
	for _, k := range kinds {
		if n.Kinds&(1<<k) != 0 {
			return true
		}
	}
	return false
}

// Titles maps the lower-cased titles that stand before names to a gender.
var Titles = sync.OnceValue(func() *Phrases[Gender] {
	p := newPhrases[Gender]()
	entries(titleList, func(f []string) {
		for _, t := range alternatives(f[1]) {
			p.add(t, genderOf(f[0]))
		}
	})
	return p
})

// Nouns maps the lower-cased nouns of roles.txt and things.txt, in singular and
// plural, to what they are.
var Nouns = sync.OnceValue(func() *Phrases[Noun] {
	p := newPhrases[Noun]()
	kinds := map[string]NounKind{"office": NounOffice, "person": NounPerson, "source": NounSource, "group": NounGroup, "kin": NounKin,
		"document": NounDocument, "media": NounMedia, "organisation": NounOrganisation, "place": NounPlace}
	for _, list := range []string{roleList, thingList} {
		entries(list, func(f []string) {
			for _, entry := range alternatives(f[1]) {
				addNoun(p, kinds[f[0]], entry)
			}
		})
	}
	return p
})

func addNoun(p *Phrases[Noun], kind NounKind, entry string) {
	forms, mark, _ := strings.Cut(entry, ":")
	singular, plural, irregular := strings.Cut(forms, "/")
	if mark == "p" { // a plural without a singular of its own, or one listed elsewhere
		join(p, singular, Noun{Lemma: singular, Kinds: 1 << kind, Plural: true})
		return
	}
	if !irregular {
		plural = Plural(singular)
	}
	n := Noun{Lemma: singular, Kinds: 1 << kind, Gender: genderOf(mark)}
	join(p, singular, n)
	n.Plural = true
	join(p, plural, n)
}

// join adds a noun, or another kind to a noun that is listed.
func join(p *Phrases[Noun], form string, n Noun) {
	old, ok := p.Get(form)
	if !ok {
		p.add(form, n)
		return
	}
	old.Kinds |= n.Kinds
	p.values[form] = old
}

// Plural is the regular plural of a noun; of "head of state", "heads of state".
func Plural(noun string) string {
	if head, tail, ok := strings.Cut(noun, " of "); ok {
		return Plural(head) + " of " + tail
	}
	switch {
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ey") && !strings.HasSuffix(noun, "ay") && !strings.HasSuffix(noun, "oy"):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}

// GivenNames maps given names to their gender; GenderUnknown for both.
var GivenNames = sync.OnceValue(func() map[string]Gender {
	out := map[string]Gender{}
	entries(givenList, func(f []string) {
		for _, n := range alternatives(f[1]) {
			g := genderOf(f[0])
			if old, ok := out[n]; ok && old != g {
				g = GenderUnknown
			}
			out[n] = g
		}
	})
	return out
})

// Modifiers lists words that stand before a title or role.
var Modifiers = sync.OnceValue(func() map[string]bool { return wordSet(modifierList) })

// Particles lists lower-cased words inside names of persons.
var Particles = sync.OnceValue(func() map[string]bool { return wordSet(particleList) })

// SourceTails lists what may begin the description after an unnamed source.
var SourceTails = sync.OnceValue(func() *Phrases[bool] {
	p := newPhrases[bool]()
	for w := range wordSet(tailList) {
		p.add(w, true)
	}
	return p
})

// NameNoun tells what a capitalised noun makes of a name.
type NameNoun struct{ End, Any, Event, Place, Law bool }

// NameNouns maps the nouns of organisation_nouns.txt.
var NameNouns = sync.OnceValue(func() map[string]NameNoun {
	out := map[string]NameNoun{}
	entries(organisationNounList, func(f []string) {
		for _, w := range alternatives(f[1]) {
			n := out[w]
			switch f[0] {
			case "end":
				n.End = true
			case "any":
				n.Any = true
			case "event":
				n.Event = true
			case "place":
				n.Place = true
			case "law":
				n.Law = true
			}
			out[w] = n
		}
	})
	return out
})

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	entries(list, func(f []string) {
		for _, w := range alternatives(f[0]) {
			out[w] = true
		}
	})
	return out
}

func genderOf(mark string) Gender {
	switch mark {
	case "m":
		return GenderMale
	case "f":
		return GenderFemale
	}
	return GenderUnknown
}

//go:embed role_classes.txt
var roleClassList string

// roleClasses maps a general word for people to the roles it may stand for.
var roleClasses = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	entries(roleClassList, func(f []string) {
		general := alternatives(f[0])
		for _, g := range general {
			out[g] = append(append(out[g], general...), alternatives(field(f, 1))...)
		}
	})
	return out
})

// RoleFits reports whether a description by the noun may refer to somebody who
// was introduced by a role: "leader" to a "russian president".
func RoleFits(noun, role string) bool {
	if hasWords(role, noun) {
		return true
	}
	for _, r := range roleClasses()[noun] {
		if hasWords(role, r) {
			return true
		}
	}
	return false
}

// hasWords reports whether words stand in a phrase between spaces.
func hasWords(phrase, words string) bool {
	for at := 0; ; {
		i := strings.Index(phrase[at:], words)
		if i < 0 {
			return false
		}
		i += at
		end := i + len(words)
		if (i == 0 || phrase[i-1] == ' ') && (end == len(phrase) || phrase[end] == ' ') {
			return true
		}
		at = end
	}
}

//go:embed name_variants.txt
var nameVariantList string

// nameVariants maps a name to the sets it is in.
var nameVariants = sync.OnceValue(func() map[string][]int {
	out := map[string][]int{}
	set := 0
	entries(nameVariantList, func(f []string) {
		for _, n := range alternatives(f[0]) {
			out[Lower(n)] = append(out[Lower(n)], set)
		}
		set++
	})
	return out
})

// SameName reports whether two lower-cased names are forms of one name:
// "volodymyr" and "vladimir".
func SameName(a, b string) bool {
	if a == b {
		return true
	}
	for _, x := range nameVariants()[a] {
		for _, y := range nameVariants()[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}
