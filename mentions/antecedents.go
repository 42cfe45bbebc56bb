package mentions

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// resolveDescription finds what the description at i refers to, or introduces
// an entity for it.
func (f *finder) resolveDescription(i int) {
	x := &f.found[i]
	for _, try := range []func(int) int32{f.memberOf, f.nameInside, f.beside, f.government, f.newsOf, f.mentionedBefore} {
		if e := try(i); e >= 0 {
			f.describe(x, e)
			return
		}
	}
	if x.noun.Is(en.NounOffice) {
		if e := f.heldLater(x); e >= 0 {
			f.describe(x, e)
			return
		}
	}
	if x.noun.Is(en.NounOrganisation, en.NounGroup) {
		if e := f.namedLater(x); e >= 0 {
			f.describe(x, e)
			return
		}
	}
	f.introduceEntity(x)
}

// describe joins a description to its entity.
func (f *finder) describe(x *expression, e int32) {
	f.join(x, e)
	if x.noun.Gender != 0 && x.noun.Is(en.NounOffice) && !x.noun.Is(en.NounKin) { // "Dana Orrin, a spokeswoman"
		f.facts[e].gender = x.noun.Gender
	}
	if f.entities[e].Kind == hearsay.KindUnnamed || f.entities[e].Kind == hearsay.KindGroup || f.entities[e].Kind == hearsay.KindRole {
		f.chains[f.chain(x)] = e
	}
}

// chain is the key under which descriptions of one thing meet.
func (f *finder) chain(x *expression) string { return x.noun.Lemma + "/" + x.nation }

// introduceEntity makes the entity of a description that nothing before it
// matches.
func (f *finder) introduceEntity(x *expression) {
	x.entity = -1
	if x.kind == hearsay.KindPlace {
		return
	}
	e := f.newEntity(x.kind, f.stretch(x.first, x.last), x.first)
	t, k := &f.entities[e], &f.facts[e]
	t.Number, t.Plural, t.Nation = x.number, x.plural, x.nation
	k.lemma, k.gender = x.noun.Lemma, x.gender
	if x.owner >= 0 && t.Nation == "" {
		if o := &f.found[x.owner]; f.next(o.last) == "" || !f.units[o.last].has(isClitic) {
			t.Nation = o.nation
		}
	}
	f.join(x, e)
	f.chains[f.chain(x)] = e
	f.chains[x.noun.Lemma] = e
	if x.kind == hearsay.KindUnnamed || x.kind == hearsay.KindGroup {
		f.unnamed = append(f.unnamed, e)
	}
}

// memberOf makes "one of the sources" an entity of its own beside the group.
func (f *finder) memberOf(i int) int32 {
	x := &f.found[i]
	if !x.of {
		return -1
	}
	e := f.newEntity(x.kind, f.stretch(x.first, x.last), x.first)
	t := &f.entities[e]
	t.Number, t.Plural, t.Nation = x.number, x.plural, x.nation
	f.facts[e].lemma = x.noun.Lemma
	f.unnamed = append(f.unnamed, e)
	return e
}

// beside finds the name that the description stands in apposition to, or is
// said to be: "Vera Holm, the mayor", "the mayor, Vera Holm,", "Vera Holm is
// the mayor".
func (f *finder) beside(i int) int32 {
	x := &f.found[i]
	if !x.noun.Is(en.NounOffice, en.NounPerson, en.NounKin, en.NounSource, en.NounMedia, en.NounOrganisation) || x.plural {
		return -1
	}
	human := !x.noun.Is(en.NounMedia, en.NounOrganisation) || x.noun.Is(en.NounOffice, en.NounPerson)
	if f.word(x.first-1) == "," && x.first-2 >= f.begin(x.first) {
		for k := i - 1; k >= 0 && k > i-6; k-- {
			y := &f.found[k]
			if y.last == x.first-1 && y.form == hearsay.MentionName && y.entity >= 0 && f.fitsApposition(y, human) && f.closes(x) {
				return y.entity
			}
		}
	}
	if !human && x.last < f.end(x.first) { // "the aid group Medair Lakes"
		if e := f.startsAt[x.last]; e > 0 && f.found[f.renumbered(e-1)].first == x.last {
			if y := &f.found[f.renumbered(e-1)]; y.entity >= 0 && f.fitsApposition(y, false) {
				return y.entity
			}
		}
	}
	if human && !x.fresh {
		if e := f.identified(i); e >= 0 {
			return e
		}
	}
	if f.next(x.last) == "," && x.article != bare {
		for k := i + 1; k < len(f.found) && k < i+5; k++ {
			y := &f.found[k]
			if y.first == x.last+1 && y.form == hearsay.MentionName && y.entity >= 0 && f.fitsApposition(y, human) && (y.last >= f.end(y.first) || !f.units[y.last].has(isWord)) {
				return y.entity
			}
		}
	}
	return f.predicated(i, human)
}

// fitsApposition reports whether a name can be what a description of people, or
// of things, stands beside.
func (f *finder) fitsApposition(y *expression, human bool) bool {
	kind := f.entities[y.entity].Kind
	if human {
		return kind == hearsay.KindPerson
	}
	return kind == hearsay.KindOrganisation || kind == hearsay.KindMedia
}

// closes reports whether an apposition may end with the expression: a mark, a
// verb or a relative clause follows.
func (f *finder) closes(x *expression) bool {
	w := f.next(x.last)
	if w == "" || !f.units[x.last].has(isWord) {
		return true
	}
	switch w {
	case "who", "which", "for", "of", "in", "at", "from", "with", "to", "and", "whose", "on":
		return true
	}
	return f.acts(x)
}

// predicated finds the name of which the description is said with a form of
// "be".
func (f *finder) predicated(i int, human bool) int32 {
	x := &f.found[i]
	p := x.first - 1
	switch f.word(p) {
	case "now", "also", "still", "currently", "not":
		p--
	}
	switch f.word(p) {
	case "is", "was", "became", "remains", "'s", "’s":
	default:
		return -1
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if y := &f.found[k]; y.last == p && y.entity >= 0 && y.form != hearsay.MentionNominal && f.units[y.first].sentence == f.units[x.first].sentence && f.fitsApposition(y, human) {
			return y.entity
		}
	}
	return -1
}

// government finds the country that "the Ukrainian side" or "the US
// government" stands for.
func (f *finder) government(i int) int32 {
	x := &f.found[i]
	if x.nation == "" || !stands(x.noun.Lemma) || x.article == indefinite {
		return -1
	}
	key := x.nation
	if e, ok := f.nations[key]; ok {
		return e
	}
	for _, c := range en.Countries() {
		if c.Code == key {
			e := f.newEntity(hearsay.KindOrganisation, f.stretch(x.first, x.last), x.first)
			f.entities[e].Nation = key
			f.nations[key] = e
			return e
		}
	}
	return -1
}

// newsOf finds the medium that a report or "the agency" stands for.
func (f *finder) newsOf(i int) int32 {
	x := &f.found[i]
	report := newsPiece(x.noun.Lemma)
	if !report && !x.noun.Is(en.NounMedia) || x.plural {
		return -1
	}
	if x.owner >= 0 {
		if o := &f.found[x.owner]; o.entity >= 0 && f.entities[o.entity].Kind == hearsay.KindMedia {
			return o.entity
		} else if o.entity >= 0 && report && !x.noun.Is(en.NounMedia) {
			return -1
		}
	}
	if f.next(x.last) == "by" || f.next(x.last) == "from" || f.next(x.last) == "in" {
		for k := i + 1; k < len(f.found) && k < i+3; k++ {
			if y := &f.found[k]; y.first == x.last+1 && y.entity >= 0 {
				if f.entities[y.entity].Kind == hearsay.KindMedia {
					return y.entity
				}
				return -1
			}
		}
	}
	if e := f.recentMedium(x, report); e >= 0 {
		return e
	}
	if report && x.noun.Is(en.NounMedia) || report && x.article == indefinite {
		return f.mediumAhead(i)
	}
	return -1
}

func newsPiece(lemma string) bool {
	switch lemma {
	case "report", "article", "media report", "press report", "news report", "story", "editorial", "op-ed", "dispatch", "publication":
		return true
	}
	return false
}

// recentMedium is the medium that was spoken of last, when a definite
// description asks for one.
func (f *finder) recentMedium(x *expression, report bool) int32 {
	if x.article != definite && x.article != demonstrative {
		return -1
	}
	for _, e := range f.recent {
		if f.entities[e].Kind == hearsay.KindMedia && !f.entities[e].Plural {
			return e
		}
		if report && f.entities[e].Kind == hearsay.KindDocument && f.facts[e].lemma == x.noun.Lemma {
			return -1
		}
	}
	return -1
}

// mediumAhead is the medium named in the next three sentences, when it is the
// only one.
func (f *finder) mediumAhead(i int) int32 {
	s, only := f.units[f.found[i].first].sentence, int32(-1)
	for k := i + 1; k < len(f.found) && f.units[f.found[k].first].sentence <= s+3; k++ {
		y := &f.found[k]
		if y.entity < 0 || y.form != hearsay.MentionName || f.entities[y.entity].Kind != hearsay.KindMedia || only == y.entity {
			continue
		}
		if only >= 0 {
			return -1
		}
		only = y.entity
	}
	return only
}

// mentionedBefore finds the entity that a definite description takes up again.
func (f *finder) mentionedBefore(i int) int32 {
	x := &f.found[i]
	switch {
	case x.fresh && x.article != definite, x.article == indefinite && !x.noun.Is(en.NounOffice), x.article == possessive && x.noun.Is(en.NounKin):
		return -1
	case x.noun.Is(en.NounSource, en.NounGroup) && (x.plural || x.noun.Is(en.NounSource)):
		if e := f.sameSource(x); e >= 0 || x.plural && x.article != bare {
			return e
		}
	}
	if x.article != definite && x.article != demonstrative {
		if x.article == bare && x.kind == hearsay.KindGroup && x.number <= 1 {
			return f.chained(x)
		}
		return -1
	}
	switch {
	case x.noun.Is(en.NounOffice, en.NounPerson, en.NounKin) && !x.plural:
		if e := f.holder(x); e >= 0 {
			return e
		}
		return f.chained(x)
	case x.noun.Is(en.NounOrganisation, en.NounPlace):
		return f.thingNamed(x)
	}
	return f.chained(x)
}

// chained is the entity that the same noun introduced.
func (f *finder) chained(x *expression) int32 {
	if e, ok := f.chains[f.chain(x)]; ok && f.entities[e].Plural == x.plural {
		return e
	}
	if x.nation != "" {
		return -1
	}
	if e, ok := f.chains[x.noun.Lemma]; ok && f.entities[e].Plural == x.plural {
		return e
	}
	return -1
}

// sameSource finds the unnamed people that "the sources", "the official" or
// "all three" take up; -1 for people not introduced.
func (f *finder) sameSource(x *expression) int32 {
	again := x.article == counted && x.number > 1 && !x.fresh // the lead's "three sources", told once more
	if x.article != definite && x.article != demonstrative && !again {
		return -1
	}
	if x.fresh {
		return f.chained(x)
	}
	best, chosen := 0, int32(-1)
	for k := len(f.unnamed) - 1; k >= 0 && k >= len(f.unnamed)-recentEntities; k-- {
		if t := &f.entities[f.unnamed[k]]; again && (t.Number != x.number || t.Nation != x.nation || t.Kind != x.kind) {
			continue
		}
		if fit := f.fitOfSource(x, f.unnamed[k]); fit > best {
			best, chosen = fit, f.unnamed[k]
		}
	}
	return chosen
}

// fitOfSource tells how well a definite description fits unnamed people: 0 not
// at all.
func (f *finder) fitOfSource(x *expression, e int32) int {
	t, k := &f.entities[e], &f.facts[e]
	if t.Plural != x.plural || x.nation != "" && t.Nation != "" && x.nation != t.Nation || x.plural && x.number > 0 && t.Number > 0 && x.number != t.Number {
		return 0
	}
	fit := 1
	switch {
	case strings.TrimSuffix(k.lemma, "s") == strings.TrimSuffix(x.noun.Lemma, "s"):
		fit += 6
	case general(x.noun.Lemma) && !general(k.lemma) && !k.quoted:
		return 0 // "the sources" are no officials who only act in what they tell
	case interchangeable(k.lemma, x.noun.Lemma) && k.quoted:
		fit += 5
	case interchangeable(k.lemma, x.noun.Lemma):
		fit += 3
	default:
		return 0
	}
	if x.nation != "" && t.Nation == x.nation {
		fit += 2
	}
	if x.number > 1 && t.Number == x.number {
		fit++
	}
	return max(0, fit+f.sameHouse(x, t))
}

// sameHouse compares the words before the noun of a description, those of rank and
// nation left out, with what the unnamed people are known by: "the fire department
// official" is not the company's.
func (f *finder) sameHouse(x *expression, t *hearsay.Entity) int {
	fit := 0
	for k := x.first; k < x.core[0]; k++ {
		w := f.word(k)
		if _, nation := en.Adjectives().Get(w); nation || w == "all" || en.FunctionWord(w) || en.Modifiers()[w] || numberWord(w) > 0 || ordinal(w) || !f.units[k].has(isWord) {
			continue
		}
		if slices.ContainsFunc(t.Roles, func(role string) bool { return en.RoleFits(w, role) }) {
			fit += 2
		} else {
			fit -= 8
		}
	}
	return fit
}

// interchangeable reports whether two nouns for unnamed sources may mean the
// same people.
func interchangeable(a, b string) bool {
	return strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") || general(a) && general(b) || (general(a) || general(b)) && (strings.HasPrefix(a, "official") || strings.HasPrefix(b, "official"))
}

// general reports whether a noun says of a source only that it is one.
func general(w string) bool {
	switch w {
	case "source", "sources", "insider", "insiders", "interlocutor", "interlocutors", "person", "people", "informant", "informants":
		return true
	}
	return false
}

// cited reports whether somebody is cited by x, or x says something.
func (f *finder) cited(x *expression) bool {
	switch f.word(x.first - 1) {
	case "citing", "cites", "cited", "cite", "quoting", "quotes", "quoted", "quote":
		return true
	case "to":
		before := f.word(x.first - 2)
		return before == "according" || before == "reference" || before == "thanks"
	}
	return f.speaks(x)
}

// speaks reports whether x is the subject of a verb that reports.
func (f *finder) speaks(x *expression) bool {
	next := x.last
	if f.tag(next) == hearsay.TagRB {
		next++
	}
	if reporting(f.next(next)) && f.place(x) == placeSubject {
		return true
	}
	p := x.first - 1
	return p >= f.begin(x.first) && reporting(f.word(p)) && f.dep(x) == hearsay.DepNsubj && f.r.Tokens[f.units[x.head].last].Head == int32(f.units[p].last)
}

// reporting reports whether a word by itself is a verb that reports; "had" of
// "had no doubt" is none.
func reporting(w string) bool {
	return slices.ContainsFunc(en.Cues(w), func(c en.Cue) bool { return c.Part == en.CueVerb && len(c.Rest) == 0 })
}

// holder finds the person whom an office or description fits: the one most
// spoken of before, else the only one of the text.
func (f *finder) holder(x *expression) int32 {
	if x.last > x.core[1] && !f.complementTold(x) {
		return f.holderOf(x)
	}
	s := f.units[x.first].sentence
	best, chosen := 0.0, int32(-1)
	for _, e := range f.recent {
		if w := f.weight(e, s) + 1; f.holds(e, x) && w*f.nearness(e, x) > best {
			best, chosen = w*f.nearness(e, x), e
		}
	}
	if chosen >= 0 {
		return chosen
	}
	count := 0
	for _, e := range f.people {
		if f.holds(e, x) {
			chosen = e
			count++
		}
	}
	if count == 1 || count > 1 && x.nation != "" {
		return f.firstHolder(x)
	}
	return -1
}

// heldLater finds the only person of the text who has just the office that a
// headline or a lead speaks of before it names anybody: "Judge blocks sale".
func (f *finder) heldLater(x *expression) int32 {
	if x.plural || f.units[x.first].sentence >= leadReach || x.last > x.core[1] || x.article == bare && !f.inHeadline(x) || x.article == possessive || x.article == counted || x.fresh {
		return -1
	}
	if role := f.role(x.first, x.last); role != x.noun.Lemma {
		return -1
	}
	chosen := int32(-1)
	for _, e := range f.people {
		if !slices.Contains(f.entities[e].Roles, x.noun.Lemma) {
			if f.holds(e, x) {
				return -1
			}
			continue
		}
		if chosen >= 0 {
			return -1
		}
		chosen = e
	}
	return chosen
}

// holderOf finds the only person who is known to hold the office in the house
// that "the leader of the Wasat group" names.
func (f *finder) holderOf(x *expression) int32 {
	if x.owner < 0 || f.found[x.owner].form != hearsay.MentionName || f.found[x.owner].first < x.core[1] {
		return -1
	}
	o := &f.found[x.owner]
	house, chosen := withoutArticle(f.lowStretch(o.core[0], o.core[1])), int32(-1)
	for _, e := range f.people {
		fits := slices.ContainsFunc(f.entities[e].Roles, func(r string) bool {
			return strings.Contains(r, house) && en.RoleFits(x.noun.Lemma, strings.TrimSpace(strings.Replace(r, house, "", 1)))
		})
		if fits && chosen >= 0 {
			return -1
		}
		if fits {
			chosen = e
		}
	}
	return chosen
}

// complementTold makes the nation of "the president of Russia" the
// description's; false when what follows "of" is no nation.
func (f *finder) complementTold(x *expression) bool {
	if x.owner < 0 || f.found[x.owner].last != x.last || f.found[x.owner].nation == "" || !national(&f.found[x.owner]) {
		return false
	}
	x.nation = f.found[x.owner].nation
	return true
}

func (f *finder) firstHolder(x *expression) int32 {
	for _, e := range f.people {
		if f.holds(e, x) {
			return e
		}
	}
	return -1
}

// nearness prefers holders whose nation is known to agree, and keeps former
// holders of an office from the present one's description.
func (f *finder) nearness(e int32, x *expression) float64 {
	former := func(role string) bool { return strings.HasPrefix(role, "former ") || strings.HasPrefix(role, "ex-") }
	if roles := f.entities[e].Roles; len(roles) > 0 && former(roles[0]) != former(f.role(x.first, x.last)) {
		return 0.1
	}
	near := 1.0
	if x.nation != "" && f.entities[e].Nation == x.nation {
		near = 3
	}
	if slices.ContainsFunc(f.entities[e].Roles, func(r string) bool { return strings.HasSuffix(" "+r, " "+x.noun.Lemma) }) {
		near *= 4 // "the manager" is the manager before the chairman
	}
	return near
}

// holds reports whether a person is known by a role that the description may
// stand for.
func (f *finder) holds(e int32, x *expression) bool {
	t, k := &f.entities[e], &f.facts[e]
	if t.Kind != hearsay.KindPerson && t.Kind != hearsay.KindRole || x.nation != "" && t.Nation != "" && x.nation != t.Nation {
		return false
	}
	if x.gender != 0 && k.gender != 0 && x.gender != k.gender {
		return false
	}
	for _, r := range t.Roles {
		if en.RoleFits(x.noun.Lemma, r) {
			return true
		}
	}
	return false
}
