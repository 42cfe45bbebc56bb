package mentions

import (
	"hearsay"
	"hearsay/lang/en"
	"math"
)

// recentEntities bounds how many entities are weighed for one expression.
const recentEntities = 24

// maxReach bounds how far back a sentence is searched, in units or expressions.
const maxReach = 48

// Weights of a mention for what follows it, after Lappin and Leass, "An
// algorithm for pronominal anaphora resolution", Computational Linguistics 20
// (1994); all fade with every sentence.
const (
	weightSentence = 100
	weightSubject  = 80
	weightObject   = 50
	weightOther    = 25
	weightName     = 20
	weightLimit    = 280
	fading         = 0.5 // what a sentence leaves of a salience
	topical        = 1   // how much likelier those are whom the text has mentioned often; by GUM's training part, as the next
	leading        = 4   // how much likelier the last subject of the same sentence is
)

// resolve takes the expressions in the order of the text, finds what
// descriptions and pronouns refer to, and keeps account of who is being spoken
// of.
func (f *finder) resolve() {
	f.chains = map[string]int32{}
	outer := 0 // one past the phrase around
	for i := range f.found {
		x := &f.found[i]
		if x.absorbed {
			continue
		}
		x.inner = x.last <= outer
		outer = max(outer, x.last)
		switch x.form {
		case hearsay.MentionNominal:
			f.resolveDescription(i)
		case hearsay.MentionPronoun:
			f.resolvePronoun(i)
		}
		if x.entity >= 0 {
			f.touch(x)
		}
	}
}

// spokenBefore is how much likelier "it" says something when its entity spoke
// first in one of the spokenReach sentences before; the loss of salience between
// is made good. Set by cases.
const (
	spokenBefore = 1.5
	spokenReach  = 3
)

// touch raises the salience of the entity that x mentions.
func (f *finder) touch(x *expression) {
	k := &f.facts[x.entity]
	s := f.units[x.first].sentence
	k.salience = f.weight(x.entity, s)
	if (!k.seen || k.sentence != s) && !(x.inner && x.form == hearsay.MentionName) {
		k.salience += weightSentence
	}
	switch f.place(x) {
	case placeSubject:
		k.salience += weightSubject
		k.subject, k.leads = s, x.first
	case placeObject:
		k.salience += weightObject
	default:
		k.salience += weightOther
	}
	if x.form == hearsay.MentionName {
		k.salience += weightName
	}
	k.told++
	k.quoted = k.quoted || f.cited(x)
	if s > f.voice && f.speaks(x) {
		f.voice, k.spoke = s, s
	}
	k.salience = min(k.salience, weightLimit)
	k.sentence, k.seen, k.last = s, true, x.first
	f.recall(x.entity)
}

// recall moves an entity to the front of the recent ones.
func (f *finder) recall(e int32) {
	at := len(f.recent)
	for i, o := range f.recent {
		if o == e {
			at = i
			break
		}
	}
	if at == len(f.recent) {
		if at < recentEntities {
			f.recent = append(f.recent, 0)
		} else {
			at--
		}
	}
	copy(f.recent[1:at+1], f.recent[:at])
	f.recent[0] = e
}

// weight is the salience of an entity at sentence s.
func (f *finder) weight(e int32, s int32) float64 {
	k := &f.facts[e]
	if !k.seen {
		return 0
	}
	w := k.salience
	for d := s - k.sentence; d > 0 && w > 1; d-- {
		w *= fading
	}
	return w
}

// place is what an expression is in its clause.
type place uint8

const (
	placeOther place = iota
	placeSubject
	placeObject
)

func (f *finder) place(x *expression) place {
	before := f.word(x.first - 1)
	switch d := f.dep(x); {
	case d == hearsay.DepNsubj, d == hearsay.DepNsubjPass, d == hearsay.DepNsubjOuter:
		return placeSubject
	case f.acts(x) && !preposition(before):
		return placeSubject
	case d == hearsay.DepObj, d == hearsay.DepIobj, d == hearsay.DepOblAgent, d == hearsay.DepNone && en.Verbal(before):
		return placeObject
	}
	return placeOther
}

func preposition(w string) bool {
	switch w {
	case "of", "in", "on", "at", "by", "for", "with", "from", "to", "about", "between", "against", "through", "over", "under", "after", "before", "during", "without", "near", "into", "and", "or":
		return true
	}
	return false
}

// resolvePronoun gives the pronoun the most salient entity that agrees; none
// when nothing agrees or two agree equally well.
func (f *finder) resolvePronoun(i int) {
	x := &f.found[i]
	p, _ := f.pronounAt(x.first)
	if p.relative {
		f.resolveRelative(i, p)
		return
	}
	if k := i - 1; p.reflexive && k >= 0 && f.found[k].last == x.first && f.found[k].entity >= 0 && f.agrees(f.found[k].entity, p) {
		x.entity = f.found[k].entity // "the owner himself"
		return
	}
	if e := f.ahead(i, p); e >= 0 {
		x.entity = e
		f.learn(e, p)
		return
	}
	s := f.units[x.first].sentence
	rival := f.rival(i, p)
	best, second, chosen := 0.0, 0.0, int32(-1)
	for _, e := range f.recent {
		w := f.weight(e, s)
		if w < minimumWeight(p) || f.facts[e].last < rival && !f.entities[e].Plural || !f.agrees(e, p) || f.barred(i, e, p) {
			continue
		}
		w *= f.liking(x, e, p, s)
		if w > best {
			best, second, chosen = w, best, e
		} else if w > second {
			second = w
		}
	}
	if chosen < 0 || second > best*0.97 {
		return
	}
	x.entity = chosen
	f.learn(chosen, p)
}

// rival is the unit of a noun that no expression holds and that the pronoun may
// as well mean: for "they" the last plural of the sentence, for "it" its last
// subject; -1 for none.
func (f *finder) rival(i int, p pronoun) int {
	x := &f.found[i]
	if !p.plural && !p.thing {
		return -1
	}
	s := f.units[x.first].sentence
	if p.thing && !p.possesses && f.place(x) != placeSubject {
		return x.first
	}
	for k := x.first - 1; k >= max(f.begin(x.first), x.first-maxReach); k-- {
		t := &f.r.Tokens[f.units[k].last]
		if f.mentioned(i, k, s) {
			continue
		}
		if p.plural && t.Tag == hearsay.TagNNS || p.thing && t.Tag == hearsay.TagNN && (t.Dep == hearsay.DepNsubj || t.Dep == hearsay.DepNsubjPass) {
			return k
		}
	}
	return -1
}

// mentioned reports whether an expression of sentence s before i holds unit k.
func (f *finder) mentioned(i, k int, s int32) bool {
	for n := i - 1; n >= 0 && n > i-recentEntities && f.units[f.found[n].first].sentence == s; n-- {
		if y := &f.found[n]; y.first <= k && k < y.last {
			return true
		}
	}
	return false
}

// minimumWeight is the salience below which a pronoun no longer reaches back.
func minimumWeight(p pronoun) float64 {
	if p.thing || p.plural {
		return 40
	}
	return 12
}

// learn notes the gender that a pronoun tells.
func (f *finder) learn(e int32, p pronoun) {
	k := &f.facts[e]
	switch {
	case p.gender != 0 && f.guessed(e):
		f.entities[e].Kind = hearsay.KindPerson
	case p.thing && f.guessed(e) && f.entities[e].Kind == hearsay.KindPerson:
		f.entities[e].Kind = hearsay.KindOrganisation
	}
	k.thing = k.thing || p.thing
	if k.gender == 0 && f.entities[e].Kind != hearsay.KindOrganisation {
		k.gender = p.gender
	}
}

// agrees reports whether the pronoun may stand for the entity.
func (f *finder) agrees(e int32, p pronoun) bool {
	t, k := &f.entities[e], &f.facts[e]
	switch t.Kind {
	case hearsay.KindPerson, hearsay.KindRole, hearsay.KindUnnamed:
		if p.thing && t.Kind == hearsay.KindPerson && k.gender == 0 && f.guessed(e) {
			return true
		}
		if t.Plural {
			return p.plural
		}
		return p.gender != 0 && (k.gender == 0 || k.gender == p.gender)
	case hearsay.KindGroup:
		return p.plural || p.thing && !t.Plural
	case hearsay.KindOrganisation, hearsay.KindMedia:
		return p.thing || p.plural || p.gender != 0 && f.guessed(e)
	case hearsay.KindDocument:
		return p.thing
	case hearsay.KindPlace:
		return p.thing && (p.possesses || k.subject >= 0)
	}
	return false
}

// guessed reports whether only the want of anything better makes a name an
// organisation's or a person's; it may yet be the other.
func (f *finder) guessed(e int32) bool {
	k := &f.facts[e]
	return k.guess && !k.named && !k.thing
}

// liking is a factor for how well the entity fits the pronoun beyond agreement.
func (f *finder) liking(x *expression, e int32, p pronoun, s int32) float64 {
	t, k := &f.entities[e], &f.facts[e]
	w := 1.0
	if !p.possesses && !p.object && k.subject == s-1 {
		w *= 1.2
	}
	switch {
	case p.gender != 0 && k.gender == p.gender:
		w *= 1.3
	case p.gender != 0 && t.Kind == hearsay.KindOrganisation:
		w *= 0.7
	case p.plural && t.Plural:
		w *= 1.25
	case p.plural && f.guessed(e):
		w *= 0.5
	case p.plural && t.Kind != hearsay.KindGroup:
		w *= 0.9
	case p.thing && t.Kind == hearsay.KindPlace:
		w *= 0.5
	}
	if t.Kind == hearsay.KindPerson {
		w *= 1.1
	}
	w *= 1 + topical*math.Log1p(float64(k.told))
	if gap := s - k.spoke; (p.thing || p.gender != 0) && !p.possesses && k.spoke >= 0 && gap > 0 && gap <= spokenReach && f.speaks(x) {
		w *= spokenBefore * math.Pow(1/fading, float64(gap))
	}
	if p.possesses && k.sentence == s {
		w *= 1.25
	}
	if k.subject == s && f.leadsAgreeing(e, p) {
		w *= leading
	}
	return w
}

// leadsAgreeing reports whether no other entity that agrees was a subject of
// the same sentence since.
func (f *finder) leadsAgreeing(e int32, p pronoun) bool {
	for _, o := range f.recent {
		if k := &f.facts[o]; o != e && k.leads > f.facts[e].leads && f.agrees(o, p) {
			return false
		}
	}
	return true
}

// barred reports whether grammar keeps the entity from being the pronoun's: an
// object pronoun is not the subject of its own clause, and who is spoken to or
// speaks a quotation is no third person in it.
func (f *finder) barred(i int, e int32, p pronoun) bool {
	x := &f.found[i]
	for k := i - 1; k >= 0 && k > i-4 && f.found[k].last > x.first; k-- {
		if f.found[k].entity == e {
			return true // "their" of "their parents" is nobody's parents
		}
	}
	if k := i - 1; k >= 0 && f.found[k].last == x.first && f.found[k].entity == e {
		return true // "told Reuters it was over"
	}
	if p.object || p.thing && f.place(x) != placeSubject && !p.possesses {
		for k := i - 1; k >= max(0, i-maxReach) && f.units[f.found[k].first].sentence == f.units[x.first].sentence; k-- {
			y := &f.found[k]
			if y.absorbed || y.entity != e {
				continue
			}
			if f.clauseBetween(y.last, x.first) {
				break
			}
			return true
		}
	}
	return f.speaksAround(i, e)
}

// clauseBetween reports whether a clause begins between two units.
func (f *finder) clauseBetween(from, to int) bool {
	for k := from; k < to; k++ {
		switch f.word(k) {
		case "that", "which", "who", "because", "if", "when", "while", "after", "before", "but", "as", "where", "whether", ",", "\"", "“", "so":
			return true
		}
	}
	return false
}

// ahead finds the subject that a pronoun in an opening phrase looks ahead to:
// "In his speech, Vera Holm said".
func (f *finder) ahead(i int, p pronoun) int32 {
	x := &f.found[i]
	begin, end := f.begin(x.first), f.end(x.first)
	if x.first-begin > maxPhrase || !opener(f.word(begin)) {
		return -1
	}
	comma := 0
	for k := x.last; k < end && k < x.last+30; k++ {
		if f.word(k) == "," {
			comma = k
			break
		}
	}
	if comma == 0 {
		return -1
	}
	for k := i - 1; k >= 0 && f.found[k].first >= begin; k-- { // somebody before the pronoun in the same phrase
		if y := &f.found[k]; y.entity >= 0 && !y.absorbed && f.agrees(y.entity, p) {
			return -1
		}
	}
	for k := i + 1; k < len(f.found) && f.found[k].first <= comma+1; k++ {
		y := &f.found[k]
		if y.first != comma+1 || y.absorbed {
			continue
		}
		if y.form == hearsay.MentionName && y.entity >= 0 && f.agrees(y.entity, p) && f.place(y) == placeSubject {
			return y.entity
		}
		break
	}
	return -1
}

func opener(w string) bool {
	switch w {
	case "in", "during", "after", "at", "on", "before", "with", "despite", "as", "while", "when", "since", "for", "throughout", "by", "although", "though", "from", "like", "following", "speaking", "having", "asked", "if":
		return true
	}
	return false
}

// resolveRelative gives "who" or "which" the noun phrase that it stands behind.
func (f *finder) resolveRelative(i int, p pronoun) {
	x := &f.found[i]
	end := x.first - 1
	for end >= f.begin(x.first) && !f.units[end].has(isWord) {
		end--
	}
	best := -1
	for k := i - 1; k >= 0 && k > i-8; k-- {
		y := &f.found[k]
		if y.absorbed || y.entity < 0 || y.last < end || y.last > end+1 || f.units[y.first].sentence != f.units[x.first].sentence {
			continue
		}
		switch f.entities[y.entity].Kind {
		case hearsay.KindPlace:
			continue
		case hearsay.KindDocument, hearsay.KindOrganisation, hearsay.KindMedia:
			if !p.thing && f.entities[y.entity].Kind == hearsay.KindDocument {
				continue
			}
		default:
			if p.thing {
				continue
			}
		}
		if best < 0 || y.first <= f.found[best].first {
			best = k
		}
	}
	if best >= 0 {
		x.entity = f.found[best].entity
	}
}

// speaksAround reports whether expression i stands in a quotation that the
// entity is given as the speaker of, in the same sentence.
func (f *finder) speaksAround(i int, e int32) bool {
	x := &f.found[i]
	q := f.quotationOf(f.units[x.first].Start)
	if q < 0 {
		return false
	}
	outer := f.r.Quotations[q].Outer
	s := f.units[x.first].sentence
	for k := i - 1; k >= max(0, i-maxReach) && f.units[f.found[k].first].sentence == s; k-- {
		y := &f.found[k]
		if y.entity == e && f.units[y.first].Start < outer.Start && f.acts(y) && en.Verbal(f.next(y.last)) {
			return true
		}
	}
	for k := i + 1; k < len(f.found) && k < i+24; k++ {
		y := &f.found[k]
		if f.units[y.first].sentence > s+1 || f.units[y.first].Start > outer.End+40 {
			break
		}
		if y.entity == e && f.units[y.first].Start >= outer.End && (en.Verbal(f.next(y.last)) || en.Verbal(f.word(y.first-1))) {
			return true
		}
	}
	return false
}

// quotationOf is the outermost quotation that holds a place of the text; -1 for
// none.
func (f *finder) quotationOf(at int32) int {
	lo, hi := 0, len(f.r.Quotations)
	for lo < hi {
		if m := (lo + hi) / 2; f.r.Quotations[m].Outer.Start <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for k := lo - 1; k >= 0 && k >= lo-4; k-- {
		if q := &f.r.Quotations[k]; q.Outer.End > at {
			if q.Depth <= 1 {
				return k
			}
		}
	}
	return -1
}
