package attribution

import (
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// reachOfSpeaker is how many blocks back "he said" looks for who spoke last.
const reachOfSpeaker = 3

// pronounSpeakers gives "he said" and "she added" to who spoke last, where the one
// that they were taken for is named since within quotations and contents alone: who
// is spoken of is not the one who speaks next.
func (v *view) pronounSpeakers(all []found, out []hearsay.Statement, at []int32) {
	var said []bool
	for i := range out {
		f := &all[i]
		if out[i].Within >= 0 || !v.pronounSays(f) {
			continue
		}
		if said == nil {
			said = v.said(all, out)
		}
		old := out[i].Source.Entity
		if e := v.lastSpeaker(all, out, i, said, at); e >= 0 && e != old {
			out[i].Source.Entity, out[i].Source.Kind = e, v.kindOf(f, e)
			v.refer(at[f.speaker], e)
		}
	}
}

// pronounSays reports whether the speaker of f is "he" or "she", and the cue a verb
// of saying.
func (v *view) pronounSays(f *found) bool {
	return f.speaker >= 0 && f.head >= 0 && v.saying(f.head, en.CueVerb) && v.quote[f.speaker] < 0 && len(f.source) == 1 && f.source[0] == single(f.speaker) &&
		pronounGender(v.word[f.speaker]) != en.GenderUnknown
}

// said marks the tokens that somebody says. Who passes on what another says does not
// say who does.
func (v *view) said(all []found, out []hearsay.Statement) []bool {
	said := make([]bool, len(v.word))
	passes := make([]bool, len(all))
	for i := range all {
		if w := out[i].Within; w >= 0 && 2*total(all[i].content) > total(all[w].content) {
			passes[w] = true
		}
	}
	for i := range all {
		if passes[i] {
			continue
		}
		for _, r := range all[i].content {
			if v.verbless(r) {
				continue // a name, and nothing said of it
			}
			for t := r.from; t < r.to; t++ {
				said[t] = true
			}
		}
	}
	return said
}

// lastSpeaker is the entity of who spoke last before statement i, -1 where somebody
// else who may be meant has come in between.
func (v *view) lastSpeaker(all []found, out []hearsay.Statement, i int, said []bool, at []int32) int32 {
	f, old := &all[i], out[i].Source.Entity
	gender := pronounGender(v.word[f.speaker])
	speaks := map[int32]int32{}
	for j := range all {
		if j != i && all[j].speaker >= 0 && v.r.Article.Blocks[v.block(all[j].speaker)].Role.Body() {
			speaks[all[j].speaker] = out[j].Source.Entity
		}
	}
	for t := f.speaker - 1; t >= 0 && v.block(f.speaker)-v.block(t) <= reachOfSpeaker; t-- {
		m := at[t]
		if said[t] || v.quote[t] >= 0 {
			continue
		}
		if e, ok := speaks[t]; ok {
			switch {
			case e < 0 || !v.single(e):
				continue
			case v.fits(e, old, gender):
				return e
			}
		}
		if m >= 0 && old >= 0 && v.r.Mentions[m].Entity == old || v.acts(t) && (m < 0 || v.r.Mentions[m].Entity < 0) && v.tag(t) == hearsay.TagNNP {
			return -1
		}
	}
	return -1
}

// acts reports whether t is the subject of a verb with a tense.
func (v *view) acts(t int32) bool {
	return v.dep(t) == hearsay.DepNsubj || v.dep(t) == hearsay.DepNsubjPass
}

// fits reports whether a pronoun that was taken for old may be e by its gender. Whose
// gender the text does not tell may be "he", and "she" where old is no woman.
func (v *view) fits(e, old int32, gender en.Gender) bool {
	g := v.genderOf(e)
	return g == gender || g == en.GenderUnknown && (gender == en.GenderMale || old < 0 || v.genderOf(old) != gender)
}

// single reports whether an entity is one person.
func (v *view) single(e int32) bool {
	x := &v.r.Entities[e]
	switch x.Kind {
	case hearsay.KindPerson, hearsay.KindRole:
		return !x.Plural
	case hearsay.KindUnnamed:
		return !x.Plural && x.Number <= 1
	}
	return false
}

// genderOf is the gender of an entity by its titles and given name, and by the
// pronouns of which most stand for it.
func (v *view) genderOf(e int32) en.Gender {
	x := &v.r.Entities[e]
	balance := 0
	for _, m := range x.Mentions {
		words := strings.Fields(v.r.Mentions[m].Of(v.text))
		switch pronounGender(fold(words[0])) {
		case en.GenderMale:
			balance++
		case en.GenderFemale:
			balance--
		}
		for _, w := range words {
			switch g := titleGender(w); g {
			case en.GenderMale, en.GenderFemale:
				return g
			}
		}
	}
	if first, _, ok := strings.Cut(x.Name, " "); ok {
		if g := en.GivenNames()[first]; g != en.GenderUnknown {
			return g
		}
	}
	switch {
	case balance > 0:
		return en.GenderMale
	case balance < 0:
		return en.GenderFemale
	}
	return en.GenderUnknown
}

func titleGender(w string) en.Gender {
	switch strings.TrimSuffix(fold(w), ".") {
	case "mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "father", "brother", "son", "husband", "man":
		return en.GenderMale
	case "mrs", "ms", "miss", "lady", "queen", "princess", "spokeswoman", "chairwoman", "mother", "sister", "daughter", "wife", "woman":
		return en.GenderFemale
	}
	return en.GenderUnknown
}

func pronounGender(w string) en.Gender {
	switch w {
	case "he":
		return en.GenderMale
	case "she":
		return en.GenderFemale
	}
	return en.GenderUnknown
}

// refer lets mention m stand for entity e.
func (v *view) refer(m, e int32) {
	if m < 0 {
		return
	}
	mention := &v.r.Mentions[m]
	if old := mention.Entity; old >= 0 {
		x := &v.r.Entities[old]
		kept := make([]int32, 0, len(x.Mentions))
		for _, k := range x.Mentions {
			if k != m {
				kept = append(kept, k)
			}
		}
		x.Mentions = kept
	}
	mention.Entity = e
	x := &v.r.Entities[e]
	at := 0
	for at < len(x.Mentions) && x.Mentions[at] < m {
		at++
	}
	x.Mentions = append(x.Mentions[:at:at], append([]int32{m}, x.Mentions[at:]...)...)
}
