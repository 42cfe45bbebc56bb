package mentions

import (
	"cmp"
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// Speakers adds the first- and second-person mentions inside quotations, which
// can be resolved only when the statements are known: "I" is the speaker, "we"
// the speaker or the side that he speaks for, "you" the one that the text says
// was told.
func Speakers(r *hearsay.Reading) {
	spoken := utterances(r)
	if len(spoken) == 0 {
		return
	}
	var added []hearsay.Mention
	var open []utterance
	next := 0
	heard, until := int32(-1), int32(0) // who was last addressed, and up to where that holds
	for t := range r.Tokens {
		at := r.Tokens[t].Span
		for next < len(spoken) && spoken[next].Start <= at.Start {
			open = append(open, spoken[next])
			next++
		}
		open = slices.DeleteFunc(open, func(u utterance) bool { return u.End <= at.Start })
		if len(open) == 0 || at.Len() > 10 {
			continue
		}
		if who := person(at.Of(r.Article.Text)); who != nobody {
			u := innermost(open)
			e := meant(r, who, u)
			if who == addressee {
				if e < 0 && at.Start < until {
					e = heard
				}
				if e >= 0 {
					heard, until = e, u.End+carriedAddress
				}
			}
			added = append(added, hearsay.Mention{Span: at, Head: int32(t), Form: hearsay.MentionPronoun, Entity: e})
		}
	}
	insert(r, added)
}

// carriedAddress is the number of bytes behind an utterance within which the
// next one is held to be addressed to the same.
const carriedAddress = 300

// utterance is one stretch of direct speech.
type utterance struct {
	hearsay.Span
	statement int32
}

// utterances lists the quoted contents of direct and mixed statements, in order
// of the text.
func utterances(r *hearsay.Reading) []utterance {
	var out []utterance
	for i := range r.Statements {
		s := &r.Statements[i]
		for _, c := range s.Content {
			if s.Form != hearsay.Indirect {
				out = append(out, utterance{c, int32(i)})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b utterance) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// innermost is the shortest of the utterances that hold a word.
func innermost(open []utterance) utterance {
	return slices.MinFunc(open, func(a, b utterance) int { return cmp.Compare(a.Len(), b.Len()) })
}

// grammaticalPerson is what a pronoun of the first or second person means.
type grammaticalPerson uint8

const (
	nobody grammaticalPerson = iota
	speaker
	speakersSide
	addressee
)

func person(word string) grammaticalPerson {
	switch word {
	case "I", "me", "my", "My", "mine", "myself", "Me":
		return speaker
	case "we", "We", "us", "our", "Our", "ours", "ourselves", "Us":
		return speakersSide
	case "you", "You", "your", "Your", "yours", "yourself", "yourselves":
		return addressee
	}
	return nobody
}

// meant is the entity that a pronoun in an utterance refers to; -1 when the text
// does not tell.
func meant(r *hearsay.Reading, who grammaticalPerson, u utterance) int32 {
	s := &r.Statements[u.statement]
	if who == addressee {
		return told(r, s)
	}
	if s.Source.Entity < 0 {
		return -1
	}
	e := &r.Entities[s.Source.Entity]
	if who == speaker {
		if e.Plural || e.Kind == hearsay.KindDocument || e.Kind == hearsay.KindPlace || e.Kind == hearsay.KindMedia {
			return -1
		}
		return s.Source.Entity
	}
	if e.Kind == hearsay.KindPerson || e.Kind == hearsay.KindRole || e.Kind == hearsay.KindUnnamed && !e.Plural {
		return sideOf(r, e)
	}
	return s.Source.Entity
}

// sideOf is the house or the nation that a person speaks for by a role: the
// organisation that the role names, else the country of the nation.
func sideOf(r *hearsay.Reading, e *hearsay.Entity) int32 {
	nation := int32(-1)
	for i := range r.Entities {
		o := &r.Entities[i]
		if o.Kind != hearsay.KindOrganisation && o.Kind != hearsay.KindGroup {
			continue
		}
		if n, ok := en.Names().Get(o.Name); ok && n.Nation != "" && (n.Kind == en.NameCountry || n.Kind == en.NameCapital) {
			if n.Nation == e.Nation && governs(e.Roles) && nation < 0 {
				nation = int32(i)
			}
			continue
		}
		for _, role := range e.Roles {
			if name := en.Lower(trimArticle(o.Name)); len(name) > 2 && strings.Contains(" "+role+" ", " "+name+" ") {
				if n, ok := en.Names().Get(trimArticle(o.Name)); ok && (n.Kind == en.NameGovernment || n.Kind == en.NameState) {
					continue
				}
				return int32(i)
			}
		}
	}
	return nation
}

// governs reports whether one of the roles speaks for a country.
func governs(roles []string) bool {
	for _, r := range roles {
		for _, office := range []string{"president", "prime minister", "premier", "chancellor", "minister", "leader", "spokesman", "spokeswoman", "spokesperson", "press secretary", "secretary of state", "foreign secretary", "ambassador", "envoy", "official", "king", "queen", "negotiator", "adviser", "national security adviser", "diplomat"} {
			if en.RoleFits(office, r) {
				return true
			}
		}
	}
	return false
}

// told is the entity named right behind the cue of a statement: "told
// Washington that".
func told(r *hearsay.Reading, s *hearsay.Statement) int32 {
	if len(s.Cue) == 0 || !addresses(s.Lemma) {
		return -1
	}
	end := s.Cue[len(s.Cue)-1].End
	i, _ := slices.BinarySearchFunc(r.Mentions, end, func(m hearsay.Mention, at int32) int { return cmp.Compare(m.Start, at) })
	if i < len(r.Mentions) && r.Mentions[i].Start <= end+1 {
		return r.Mentions[i].Entity
	}
	return -1
}

func addresses(lemma string) bool {
	switch lemma {
	case "tell", "ask", "urge", "warn", "remind", "advise", "assure", "inform", "order", "beg", "promise", "implore", "instruct", "thank", "address":
		return true
	}
	return false
}

// insert puts mentions, in order of the text, among those of the reading.
func insert(r *hearsay.Reading, added []hearsay.Mention) {
	if len(added) == 0 {
		return
	}
	merged := make([]hearsay.Mention, 0, len(r.Mentions)+len(added))
	for i, j := 0, 0; i < len(r.Mentions) || j < len(added); {
		if j == len(added) || i < len(r.Mentions) && r.Mentions[i].Start <= added[j].Start {
			merged = append(merged, r.Mentions[i])
			i++
		} else {
			merged = append(merged, added[j])
			j++
		}
	}
	r.Mentions = merged
	for i := range r.Entities {
		r.Entities[i].Mentions = r.Entities[i].Mentions[:0]
	}
	for i := range merged {
		if e := merged[i].Entity; e >= 0 {
			r.Entities[e].Mentions = append(r.Entities[e].Mentions, int32(i))
		}
	}
}
