package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// says reports whether a unit's statement holds its content, stripped of
// negation, to be so.
func (rd *reader) says(unit int32) bool {
	u := &rd.units[unit]
	s := rd.statement(u.ref)
	switch {
	case denying(s):
		return u.negated
	case s.Act == hearsay.ActDeny && u.whole == unit:
		return false
	}
	return !u.negated
}

// polarity lets units of the same words agree on whether they negate, by what
// most of them were read as: exact words decide, not the tree of one of them.
func (rd *reader) polarity(units []int32) {
	type words struct{ node, negators int32 }
	votes := map[words]int{}
	of := make([]words, len(units))
	for k, i := range units {
		u := &rd.units[i]
		of[k] = words{u.node, rd.negators(u)}
		if u.negated {
			votes[of[k]]++
		} else {
			votes[of[k]]--
		}
	}
	for k, i := range units {
		if v := votes[of[k]]; v != 0 {
			rd.units[i].negated = v > 0
		}
	}
}

func (rd *reader) negators(u *unit) int32 {
	r, n := rd.d.Readings[u.ref.Article], int32(0)
	for _, i := range within(r, u.spans) {
		if negator(strings.ToLower(r.Tokens[i].Of(r.Article.Text))) {
			n++
		}
	}
	return n
}

// aimed reports the same of a statement that is aimed at another one, or repeats
// it.
func (rd *reader) aimed(p position) bool {
	denies := rd.statement(rd.units[p.unit].ref).Act == hearsay.ActDeny
	return rd.says(p.on) != (denies && !p.again)
}

// denying reports whether the cue itself denies, as in "denied that": then a
// negation in the content is undone by it.
func denying(s *hearsay.Statement) bool { return s.Act == hearsay.ActDeny && denial(s.Lemma) }

// denial reports whether a verb form denies.
func denial(verb string) bool {
	return slices.ContainsFunc(en.Cues(verb), func(c en.Cue) bool { return c.Act == hearsay.ActDeny && c.Part == en.CueVerb })
}

// stance is how a unit's statement bears on its draft; agrees tells whether it
// holds the wording to be so.
func (rd *reader) stance(dr *draft, unit int32, agrees bool) hearsay.Stance {
	s := rd.statement(rd.units[unit].ref)
	switch s.Act {
	case hearsay.ActQuestion:
		return hearsay.StanceQuestions
	case hearsay.ActDecline:
		return hearsay.StanceDeclines
	}
	switch {
	case s.Act == hearsay.ActAssert && rd.relays(dr, unit):
		return hearsay.StanceRelays
	case !agrees:
		return hearsay.StanceDenies
	case s.Act == hearsay.ActConfirm:
		return hearsay.StanceConfirms
	}
	return hearsay.StanceAsserts
}

// relays reports whether a statement passes on what another voice inside it says
// about the same claim.
func (rd *reader) relays(dr *draft, unit int32) bool {
	ref := rd.units[unit].ref
	s, r := rd.statement(ref), rd.d.Readings[ref.Article]
	for j := range r.Statements {
		t := &r.Statements[j]
		if t.Within != ref.Index || t.Source.Entity >= 0 && t.Source.Entity == s.Source.Entity {
			continue
		}
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if ok && rd.units[u].draft == dr {
			return true
		}
	}
	return false
}
