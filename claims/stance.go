package claims

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// says reports whether a unit's statement holds its content, stripped of
// negation, to be so, as far as another unit is about it.
func (rd *reader) says(unit, about int32) bool {
	u := &rd.units[unit]
	s := rd.statement(u.ref)
	negated := rd.negates(unit, about)
	switch {
	case rd.contrasts(unit):
		return !negated
	case denying(s):
		return negated
	case s.Act == hearsay.ActDeny && u.whole == unit && len(u.parts) == 0:
		return false
	case rd.refused(u.ref), rd.unheld(u.ref):
		return negated
	}
	return !negated
}

// contrasts reports whether a unit is a clause set against an earlier one of its
// content, or a sentence after it: the cue's denial does not reach it.
func (rd *reader) contrasts(unit int32) bool {
	u := &rd.units[unit]
	if u.whole == unit || len(u.spans) == 0 {
		return false
	}
	r := rd.d.Readings[u.ref.Article]
	before := within(r, rd.units[u.whole].spans)
	at, _ := slices.BinarySearchFunc(before, u.spans[0].Start, func(i, start int32) int { return int(r.Tokens[i].Start - start) })
	for k := at - 1; k >= 0; k-- {
		switch w := strings.ToLower(r.Tokens[before[k]].Of(r.Article.Text)); {
		case w == "but" || w == "while" || w == "although" || w == "whereas" || w == "yet" || w == "though" || w == ".":
			return true
		case wordlike(w):
			return false
		}
	}
	return false
}

// refused reports whether the cue of a statement is negated: "does not believe".
// The negator of what somebody is told to do is part of what is said: "were told not
// to drink".
func (rd *reader) refused(ref hearsay.Ref) bool {
	r, s := rd.d.Readings[ref.Article], rd.statement(ref)
	tokens := within(r, s.Cue)
	for k, i := range tokens {
		if negator(strings.ToLower(r.Tokens[i].Of(r.Article.Text))) && !idiom(r, tokens, k) && !directed(r, tokens[:k]) {
			return s.Act == hearsay.ActAssert || s.Act == hearsay.ActBelieve
		}
	}
	return false
}

// directed reports whether the verb before a negator has somebody do something.
func directed(r *hearsay.Reading, before []int32) bool {
	return len(before) > 0 && directs(r, before[len(before)-1])
}

// unheld reports whether the cue of a statement stands in what an outer one says
// is not there: "no sign to suggest", in the outer voice.
func (rd *reader) unheld(ref hearsay.Ref) bool {
	const near = 6 // tokens from the negator to the cue
	r, s := rd.d.Readings[ref.Article], rd.statement(ref)
	if s.Within < 0 || len(s.Cue) == 0 {
		return false
	}
	outer := &r.Statements[s.Within]
	if s.Source.Entity >= 0 && s.Source.Entity != outer.Source.Entity {
		return false
	}
	cue := s.Cue[0]
	if !covers(outer.Content, s.Cue) {
		return false
	}
	before := slices.DeleteFunc(within(r, outer.Content), func(i int32) bool { return r.Tokens[i].Start >= cue.Start })
	for k := max(0, len(before)-near); k < len(before); k++ {
		if negator(strings.ToLower(r.Tokens[before[k]].Of(r.Article.Text))) && !idiom(r, before, k) && lacks(r, before, k) {
			return true
		}
	}
	return false
}

// lacks reports whether a negator says that something is not there: "no sign", "did
// not see any sign", unlike "did not rule out".
func lacks(r *hearsay.Reading, tokens []int32, k int) bool {
	switch strings.ToLower(r.Tokens[tokens[k]].Of(r.Article.Text)) {
	case "no", "little", "few", "hardly", "scarcely", "barely", "neither", "none":
		return true
	}
	for _, i := range tokens[k+1:] {
		t := r.Tokens[i]
		if t.Tag == hearsay.TagRB {
			continue
		}
		switch base(t.Of(r.Article.Text), t.Tag) {
		case "have", "see", "find", "be", "get", "show", "offer", "provide", "know", "produce", "believe", "think", "give":
			return true
		}
		return false
	}
	return false
}

// agrees reports whether a unit's statement holds the wording of its draft to be
// so. Where both deny the same word, exact words decide and not the trees: "they
// never knew" and "it seems they never knew" agree.
func (rd *reader) agrees(unit, wording int32) bool {
	u, w := &rd.units[unit], &rd.units[wording]
	if u.draft == w.draft && !denying(rd.statement(u.ref)) {
		d := rd.denials(u)
		if slices.ContainsFunc(rd.denials(w), func(x string) bool { return slices.Contains(d, x) }) || rd.oneUtterance(u, w) {
			return true
		}
	}
	return rd.says(unit, wording) != rd.negates(wording, unit)
}

// oneUtterance reports whether one of two quotations has all the words of the other
// in a row, and they are many: the same, shown longer and shorter, and not judged.
func (rd *reader) oneUtterance(u, w *unit) bool {
	if rd.statement(u.ref).Form == hearsay.Indirect || rd.statement(w.ref).Form == hearsay.Indirect {
		return false
	}
	a, b := rd.words(u), rd.words(w)
	if len(a) > len(b) {
		a, b, u, w = b, a, w, u
	}
	r := rd.d.Readings[w.ref.Article]
	if judges(r, within(r, w.spans)) || rd.telling(w) > 2*rd.telling(u) {
		return false
	}
	return len(a) >= utteranceWords && strings.Contains(" "+strings.Join(b, " ")+" ", " "+strings.Join(a, " ")+" ")
}

// negates reports whether a unit is negated where it speaks of what another one
// says: of several clauses, the one that shares most with it decides.
func (rd *reader) negates(unit, about int32) bool {
	u, of := &rd.units[unit], &rd.units[about]
	best, most := unit, 0
	for _, p := range u.parts {
		n := 0
		for _, f := range rd.units[p].features {
			if slices.ContainsFunc(of.features, func(g feature) bool { return g.id == f.id }) {
				n++
			}
		}
		if n > most {
			best, most = p, n
		}
	}
	return rd.negatedAt(&rd.units[best], of)
}

// negatedAt reports whether a unit is negated in what it shares with another one:
// its main clause decides, and where only the predicate of the other is found in
// it, the clause of that. "I saw nothing, then I heard a blast" does not deny the
// blast.
func (rd *reader) negatedAt(u, of *unit) bool {
	root := of.root
	if root < 0 || root == u.root || rd.vocab.kinds[root] != action || u.root >= 0 && includes(of.features, u.root) {
		return u.negated
	}
	r := rd.d.Readings[u.ref.Article]
	tokens := within(r, u.spans)
	if judges(r, tokens) {
		return u.negated
	}
	for k := 0; k < len(tokens); {
		key, n, kd := term(r, tokens[k:])
		if id, known := rd.vocab.ids[key]; kd == action && known && id == root {
			return beside(r, tokens, tokens[k], u.negated)
		}
		k += n
	}
	return u.negated
}

// denials lists the words that the negators of a unit bear on: for each, the
// next word that says something.
func (rd *reader) denials(u *unit) []string {
	r := rd.d.Readings[u.ref.Article]
	tokens := within(r, u.spans)
	var out []string
	for k, i := range tokens {
		w := strings.ToLower(r.Tokens[i].Of(r.Article.Text))
		class, _ := en.Synonym(base(w, r.Tokens[i].Tag))
		if class == untrue {
			out = append(out, untrue)
		}
		if !negator(w) || idiom(r, tokens, k) {
			continue
		}
		for next := k + 1; next < len(tokens); {
			key, n, _ := term(r, tokens[next:])
			if key != "" && r.Tokens[tokens[next]].Tag != hearsay.TagRB {
				out = append(out, key)
				break
			}
			next += n
		}
	}
	return out
}

// aimed reports the same of a statement that is aimed at another one, or repeats
// it.
func (rd *reader) aimed(p position, wording int32) bool {
	denies := p.broad || rd.statement(rd.units[p.unit].ref).Act == hearsay.ActDeny
	return rd.agrees(p.on, wording) != (denies && !p.again)
}

// denying reports whether the cue itself denies, as in "denied that": then a
// negation in the content is undone by it.
func denying(s *hearsay.Statement) bool { return s.Act == hearsay.ActDeny && denial(s.Lemma) }

// denial reports whether a verb form denies.
func denial(verb string) bool {
	return slices.ContainsFunc(en.Cues(verb), func(c en.Cue) bool { return c.Act == hearsay.ActDeny && c.Part == en.CueVerb })
}

// stance is how a unit's statement bears on its draft; agrees tells whether it
// holds the wording to be so. A wording that leaves something open itself ("the army
// has no word that it fell") is asserted by who says so too.
func (rd *reader) stance(dr *draft, unit, wording int32, agrees bool) hearsay.Stance {
	s := rd.statement(rd.units[unit].ref)
	switch s.Act {
	case hearsay.ActQuestion:
		return hearsay.StanceQuestions
	case hearsay.ActDecline:
		if !rd.willNot(&rd.units[unit]) {
			return hearsay.StanceDeclines
		}
	}
	switch {
	case rd.units[unit].unsure && !rd.lacking(wording) || leavesOpen(s.Lemma) || certainty(s.Lemma) && rd.refused(rd.units[unit].ref):
		return hearsay.StanceQuestions
	case !agrees:
		return hearsay.StanceDenies
	case s.Act == hearsay.ActAssert && rd.relays(dr, unit):
		return hearsay.StanceRelays
	case s.Act == hearsay.ActConfirm:
		return hearsay.StanceConfirms
	}
	return hearsay.StanceAsserts
}

// willNot reports whether a refusal is told in a clause of its own, "they would not
// discuss a truce": that is held to be so, unlike "declined to comment" and "would not
// comment".
func (rd *reader) willNot(u *unit) bool {
	if rd.statement(u.ref).Act != hearsay.ActDecline || u.fragment || !u.negated {
		return false
	}
	r := rd.d.Readings[u.ref.Article]
	tokens := within(r, u.spans)
	if root, _ := predicate(r, tokens); root >= 0 && answers(base(r.Tokens[root].Of(r.Article.Text), r.Tokens[root].Tag)) {
		return false
	}
	return slices.ContainsFunc(tokens, func(i int32) bool {
		switch strings.ToLower(r.Tokens[i].Of(r.Article.Text)) {
		case "will", "would", "wo", "'ll":
			return true
		}
		return false
	})
}

// answers reports whether a verb means no more than to answer who asks.
func answers(verb string) bool {
	switch verb {
	case "comment", "elaborate", "speculate", "answer", "say", "confirm", "reveal", "disclose", "specify":
		return true
	}
	return false
}

// lacking reports whether a unit says that nothing tells of a thing: "there is no
// report suggesting that it fell".
func (rd *reader) lacking(unit int32) bool {
	u := &rd.units[unit]
	r := rd.d.Readings[u.ref.Article]
	tokens := within(r, u.spans)
	return slices.ContainsFunc(tokens, func(i int32) bool {
		return negator(strings.ToLower(r.Tokens[i].Of(r.Article.Text))) && nothingSays(r, i, tokens)
	})
}

// leavesOpen reports whether a cue leaves open what it introduces: a doubt, a fear or a
// hope.
func leavesOpen(lemma string) bool {
	for w := range strings.FieldsSeq(lemma) {
		switch w {
		case "doubt", "doubtful", "dubious", "skeptical", "sceptical", "unconvinced", "fear", "fears", "worry", "worries", "concern", "concerns", "hope", "hopes", "wish", "dread", "wonder":
			return true
		}
	}
	return false
}

// certainty reports whether a cue tells how sure its source is: not to be sure of a
// thing is not to deny it.
func certainty(lemma string) bool {
	for w := range strings.FieldsSeq(lemma) {
		switch w {
		case "sure", "certain", "confident", "convinced", "convince", "clear", "persuaded", "persuade", "positive", "know":
			return true
		}
	}
	return false
}

// relays reports whether a statement passes on what another voice inside it says
// about the same claim.
func (rd *reader) relays(dr *draft, unit int32) bool {
	ref := rd.units[unit].ref
	s, r := rd.statement(ref), rd.d.Readings[ref.Article]
	for j := range r.Statements {
		t := &r.Statements[j]
		if t.Within != ref.Index || t.Source.Entity >= 0 && t.Source.Entity == s.Source.Entity || inside(r, t, s) {
			continue
		}
		u, ok := rd.of[hearsay.Ref{Article: ref.Article, Index: int32(j)}]
		if ok && rd.units[u].draft == dr {
			return true
		}
	}
	return false
}
