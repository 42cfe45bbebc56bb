package mentions

import (
	"slices"
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// thingNamed finds the organisation or place that "the ministry" or "the
// company" takes up.
func (f *finder) thingNamed(x *expression) int32 {
	lemma := x.noun.Lemma
	for _, e := range f.recent {
		t := &f.entities[e]
		if t.Kind != hearsay.KindOrganisation && t.Kind != hearsay.KindPlace || !f.saysNothingNew(x, e) {
			continue
		}
		if f.facts[e].lemma == lemma || headsName(x.noun, t.Name) {
			return e
		}
	}
	if (lemma == "country" || lemma == "nation") && !x.plural {
		for _, e := range f.recent {
			if n, ok := en.Names().Get(f.entities[e].Name); ok && n.Kind == en.NameCountry {
				return e
			}
		}
	}
	if house(lemma) == 0 {
		return -1
	}
	for _, e := range f.recent {
		if f.guessed(e) && f.facts[e].sentence == f.units[x.first].sentence { // "Dremov left the club"
			continue
		}
		if f.facts[e].lemma == "" && f.housesNamed(x, e) {
			return e
		}
	}
	return -1
}

// headsName reports whether a noun is what a name says its bearer to be: "the
// ministry" of "Ministry of Health", "the lake" of "Lake Tarrow", but not "the
// border" of "Border Patrol".
func headsName(noun en.Noun, name string) bool {
	name = en.Lower(name)
	if !noun.Is(en.NounPlace) || noun.Is(en.NounOrganisation) {
		return en.RoleFits(noun.Lemma, name)
	}
	return strings.HasSuffix(" "+name, " "+noun.Lemma) || placeNoun(noun.Lemma) && strings.HasPrefix(name, noun.Lemma+" ") || strings.Contains(" "+name, " "+noun.Lemma+" of ")
}

// nameInside finds the house whose name stands in its own description: "the Wasat
// rebel group".
func (f *finder) nameInside(i int) int32 {
	x := &f.found[i]
	if x.owner < 0 || x.plural || !x.noun.Is(en.NounOrganisation, en.NounMedia) {
		return -1
	}
	o := &f.found[x.owner]
	if o.entity < 0 || o.last > x.core[0] || x.core[0]-o.last > 2 || o.first < x.first || o.last < len(f.units) && f.units[o.last].has(isClitic) || o.known && national(o) {
		return -1
	}
	switch kind := f.entities[o.entity].Kind; x.noun.Lemma {
	case "group", "organisation", "organization", "network", "movement", "militia", "company", "firm", "party", "airline", "bank", "union", "club", "cartel", "gang", "charity", "army", "force":
		if kind == hearsay.KindOrganisation {
			return o.entity
		}
	case "newspaper", "magazine", "broadcaster", "news agency", "agency":
		if kind == hearsay.KindMedia {
			return o.entity
		}
	}
	return -1
}

// housesNamed reports whether a house that has a name may be what a description
// calls a company, a club, an agency.
func (f *finder) housesNamed(x *expression, e int32) bool {
	t, sort := &f.entities[e], house(x.noun.Lemma)
	if t.Kind != hearsay.KindOrganisation || x.plural || !f.saysNothingNew(x, e) {
		return false
	}
	n, known := en.Names().Get(t.Name)
	switch {
	case known && (n.Kind == en.NameCountry || n.Kind == en.NameCapital || n.Kind == en.NameGovernment || n.Kind == en.NamePeople):
		return false
	case known && n.Kind == en.NameState && sort != houseAgency && sort != houseForce:
		return false
	case known && sort == houseAgency:
		return n.Sort == "igo" || n.Sort == "agency"
	case known && n.Sort != "company" && sort == houseFirm, !known && t.Nation != "" && sort == houseFirm:
		return false
	}
	h := houseNamed(t.Name)
	return h == sort || sort == houseAny || h == 0 && (sort != houseAgency || slices.ContainsFunc(t.Roles, charitable))
}

// charitable reports whether a role of a house lets it be called an agency.
func charitable(role string) bool {
	switch lastWord(role) {
	case "group", "charity", "organisation", "organization", "agency", "regulator", "watchdog":
		return true
	}
	return false
}

// saysNothingNew reports whether the words beside the noun of a description are
// words of rank and nation, or known of the entity: "the angling club" is no
// football club, and no firm.
func (f *finder) saysNothingNew(x *expression, e int32) bool {
	t := &f.entities[e]
	name := en.Lower(t.Name)
	for k := x.first; k < x.last; k++ {
		if n := f.startsAt[k]; n > 0 && f.found[f.renumbered(n-1)].entity == e {
			return false // "a WHO team"
		}
	}
	for k := x.first; k < x.last; k++ {
		w := f.word(k)
		if k >= x.core[0] && k < x.core[1] {
			continue
		}
		if _, nation := en.Adjectives().Get(w); nation || !f.units[k].has(isWord) || f.units[k].has(isClitic) || en.FunctionWord(w) || en.Modifiers()[w] || numberWord(w) > 0 || ordinal(w) || f.endsAt[k+1] > 0 && x.article == possessive {
			continue
		}
		if n, ok := en.Names().Get(t.Name); ok && n.Sort == "armed" && armed(w) {
			continue
		}
		if !en.RoleFits(w, name) && !slices.ContainsFunc(t.Roles, func(role string) bool { return en.RoleFits(w, role) }) {
			return false
		}
	}
	return true
}

// armed reports whether a word before "group" says that it fights.
func armed(w string) bool {
	switch w {
	case "terror", "terrorist", "militant", "rebel", "jihadist", "extremist", "insurgent", "islamist", "armed", "guerrilla", "rebels", "militia", "separatist":
		return true
	}
	return false
}

// leadReach is the number of sentences from the beginning of a text, headlines
// among them, in which a description may stand before the name.
const leadReach = 4

// namedLater finds the house that the text names only behind its description, as
// headlines and leads do: "Company denies ...", "The company whose plant ...".
func (f *finder) namedLater(x *expression) int32 {
	lead := f.units[x.first].sentence < leadReach && (x.article == definite || x.article == bare && f.inHeadline(x) || x.article == indefinite && f.saidMore(x))
	if x.plural && x.noun.Lemma != "police" || !lead && x.article != definite {
		return -1
	}
	told := map[int32]int{}
	var fit []int32
	for i := range f.found {
		y := &f.found[i]
		if y.form != hearsay.MentionName || y.entity < 0 || y.known && national(y) {
			continue
		}
		if told[y.entity]++; told[y.entity] == 1 && f.entities[y.entity].Kind == hearsay.KindOrganisation && f.facts[y.entity].lemma == "" && f.saysNothingNew(x, y.entity) {
			fit = append(fit, y.entity)
		}
	}
	bearing := slices.DeleteFunc(slices.Clone(fit), func(e int32) bool { return !headsName(x.noun, f.entities[e].Name) })
	if len(bearing) == 1 {
		return bearing[0]
	}
	if sort := house(x.noun.Lemma); !lead || len(bearing) > 1 || sort == 0 || sort == houseAny {
		return -1
	}
	best := int32(-1)
	for _, e := range fit {
		if f.housesNamed(x, e) && !f.guessed(e) && (best < 0 || told[e] > told[best]) {
			best = e
		}
	}
	if best >= 0 && told[best] > 1 {
		return best
	}
	return -1
}

// saidMore reports whether an indefinite description opens the text's matter: it
// acts, or a clause about it follows.
func (f *finder) saidMore(x *expression) bool {
	switch f.next(x.last) {
	case "whose", "which", "that":
		return true
	}
	return f.acts(x)
}

// Sorts of houses that a general noun can take up.
const (
	houseAny = iota + 1
	houseFirm
	houseParty
	houseUnion
	houseClub
	houseSchool
	houseAgency
	houseForce
	houseState
)

// house is the sort of house that a noun means; 0 for nouns that take up nothing
// they were not introduced by.
func house(lemma string) int {
	switch lemma {
	case "group", "organisation", "organization", "body", "network", "movement", "militia":
		return houseAny
	case "company", "firm", "manufacturer", "retailer", "airline", "bank", "carmaker", "automaker", "corporation", "lender", "operator", "business", "supplier", "maker", "developer", "contractor", "publisher":
		return houseFirm
	case "party":
		return houseParty
	case "union":
		return houseUnion
	case "club", "team", "side":
		return houseClub
	case "university", "college", "school":
		return houseSchool
	case "agency", "regulator", "watchdog", "federation", "authority":
		return houseAgency
	case "force":
		return houseForce
	}
	return 0
}

// houseNamed is the sort of house that a word of a name shows; 0 when none does.
func houseNamed(name string) int {
	for _, w := range strings.Fields(en.Lower(name)) {
		switch w {
		case "party", "alliance", "democrats", "labour", "conservatives", "greens", "liberals", "republicans":
			return houseParty
		case "union", "workers":
			return houseUnion
		case "fc", "united", "rovers", "athletic", "wanderers", "club", "albion", "hotspur":
			return houseClub
		case "university", "college", "school", "academy", "institute":
			return houseSchool
		case "inc", "inc.", "corp", "corp.", "ltd", "plc", "motors", "airlines", "airways", "bank", "holdings", "company":
			return houseFirm
		case "agency", "commission", "authority", "organization", "organisation", "association", "federation", "office", "board", "service", "administration", "bureau", "mission", "programme", "program":
			return houseAgency
		case "police", "constabulary":
			return houseForce
		case "ministry", "department", "court", "council", "committee", "parliament", "army", "senate", "congress", "front", "brigade", "battalion", "hospital", "clinic", "church", "museum", "foundation", "society":
			return houseState
		}
	}
	return 0
}
