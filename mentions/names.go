package mentions

import (
	"strings"

	"hearsay"
	"hearsay/lang/en"
)

// findNames finds the names: those of the lists, those behind a title and those
// that capitals show, and then what is left of them elsewhere: surnames alone,
// names in headlines and names without capitals.
func (f *finder) findNames() {
	for _, titled := range []bool{false, true} {
		for i := 0; i < len(f.units); {
			if f.units[i].has(isTitled) != titled {
				i++
				continue
			}
			i = max(f.nameAt(i), i+1)
		}
		f.bearers = f.surnames()
	}
	f.findEchoes()
}

// nameAt adds the name that starts at unit i and returns where to go on; i when
// there is none.
func (f *finder) nameAt(i int) int {
	u := f.units[i]
	if !u.has(isWord) {
		return i
	}
	if to := f.titled(i); to > i {
		return to
	}
	if !u.has(isCapital) {
		return f.lowerNamed(i)
	}
	if u.has(isDate) && !f.givenAndSurname(i) {
		return i
	}
	to, name, known := longest(f, en.Names(), f.text, i)
	if !known && u.has(isUpper) && u.Len() > 3 {
		w := u.Of(f.text)
		if name, known = en.Names().Get(w[:1] + u.Of(f.low)[1:]); known {
			to = i + 1
		}
	}
	if !known && u.has(isOpening|isTitled) && !u.has(isUpper) && en.FunctionWord(u.Of(f.low)) && !f.givenAndSurname(i) {
		return i
	}
	run := f.run(i)
	switch {
	case known && to >= run:
		if f.doubtful(i, to, name) {
			return i
		}
		return f.addKnown(i, to, name)
	case f.hasOrganisationNoun(i, run) && !(known && to == run):
		return f.addRun(i, run)
	case known && !f.givenAndSurname(i) && !f.doubtful(i, to, name):
		return f.addKnown(i, to, name)
	}
	if to, _, ok := longest(f, en.Adjectives(), f.low, i); ok && !f.givenAndSurname(i) {
		return to
	}
	return f.addRun(i, run)
}

// lowerNamed adds a name that is written without a capital: "al-Qaeda", "eBay".
func (f *finder) lowerNamed(i int) int {
	if to, name, ok := longest(f, en.Names(), f.text, i); ok && name.Kind != en.NameOutlet {
		return f.addKnown(i, to, name)
	}
	if f.arabic(i) {
		return f.addRun(i, f.run(i))
	}
	return i
}

// arabic reports whether unit i is a name with its article: "al-Hamadi".
func (f *finder) arabic(i int) bool {
	u := f.units[i]
	return u.has(isHyphen) && !u.has(isUpper) && (strings.HasPrefix(u.Of(f.low), "al-") || strings.HasPrefix(u.Of(f.low), "el-")) && f.capitalInside(i)
}

// capitalInside reports whether the last part of a hyphened unit is capitalised.
func (f *finder) capitalInside(i int) bool {
	return shape(f.r.Tokens[f.units[i].last].Of(f.text))&isCapital != 0
}

// run is one past the last unit of the capitalised words that start at i, with
// the particles and connectors between them.
func (f *finder) run(i int) int {
	end := min(f.end(i), i+maxPhrase)
	j, organised := i+1, f.nameNoun(i).Any
	for j < end {
		if f.units[i].has(isTitled) && f.closesTitled(i, j) {
			return j
		}
		if f.joins(j, end) {
			if _, _, ok := longest(f, en.Titles(), f.low, j); ok && j > i && f.titleBefore(j) > 0 && !f.nameNoun(j).End {
				return j
			}
			organised = organised || f.nameNoun(j).Any
			j++
			continue
		}
		n := f.connector(j, end, organised)
		if n == 0 {
			break
		}
		j += n
	}
	return j
}

// closesTitled reports whether, in a headline in title case, the name that
// starts at i ends before j: the rest of the text knows its last word, or it
// is a given name with one more word.
func (f *finder) closesTitled(i, j int) bool {
	if _, ok := f.bearers[f.units[j-1].Of(f.text)]; ok && !f.nameNoun(j).End {
		return true
	}
	return j == i+2 && f.given(i) && !f.given(j-1) && !f.nameNoun(j).End
}

// joins reports whether unit j goes on a run of capitals.
func (f *finder) joins(j, end int) bool {
	u := f.units[j]
	if j < end && f.arabic(j) {
		return true
	}
	return j < end && u.has(isCapital) && !u.has(isDate|isOpening) && !u.has(isClitic) && (!u.has(isTitled) || !u.has(isListed) || f.nameNoun(j).End)
}

// connector is the number of units that join a name to a capitalised word
// behind them: "of", "de la", "&".
func (f *finder) connector(j, end int, organised bool) int {
	w := f.word(j)
	switch {
	case j+1 >= end:
		return 0
	case w == "&" && f.joins(j+1, end):
		return 1
	case en.Particles()[w] && f.joins(j+1, end):
		return 1
	case en.Particles()[w] && en.Particles()[f.word(j+1)] && j+2 < end && f.joins(j+2, end):
		return 2
	case !organised || f.units[j].has(isCapital):
		return 0
	case (w == "of" || w == "for" || w == "on") && f.joins(j+1, end):
		return 1
	case w == "and" && f.joins(j+1, end) && (f.word(j-2) == "of" || f.word(j-2) == "for") && office(f.word(j-3)):
		return 1
	case (w == "of" || w == "for" || w == "on") && f.word(j+1) == "the" && j+2 < end && f.joins(j+2, end):
		return 2
	}
	return 0
}

// office reports whether a house of this kind has names like "of Health and
// Welfare".
func office(w string) bool {
	switch w {
	case "department", "ministry", "office", "bureau", "committee", "agency", "centre", "center", "centers", "institute", "council", "commission", "secretary", "minister":
		return true
	}
	return false
}

// givenAndSurname reports whether unit i is a given name with a capitalised
// word behind it that is no common word.
func (f *finder) givenAndSurname(i int) bool {
	end := f.end(i)
	if !f.given(i) || i+1 >= end {
		return false
	}
	j := i + 1
	if w := f.word(j); en.Particles()[w] && j+1 < end {
		j++
	}
	u := f.units[j]
	if !u.has(isCapital) || u.has(isDate|isOpening) || f.nameNoun(j).End || f.nameNoun(j).Place && j+1 == f.run(i) && !f.given(j) {
		return false
	}
	if _, ok := en.Titles().Get(f.word(j)); ok {
		return false
	}
	return !(u.has(isTitled) && u.has(isListed))
}

// given reports whether unit i, or its first part, is a given name.
func (f *finder) given(i int) bool {
	u := f.units[i]
	if !u.has(isCapital) || u.Of(f.text) == "Al" { // more often an article than Albert
		return false
	}
	if _, ok := en.GivenNames()[u.Of(f.text)]; ok {
		return true
	}
	_, ok := en.GivenNames()[f.r.Tokens[u.first].Of(f.text)]
	return ok && u.has(isHyphen) && f.capitalInside(i)
}

// nameNoun is what unit i makes of a name that holds it.
func (f *finder) nameNoun(i int) en.NameNoun {
	if !f.units[i].has(isCapital) {
		return en.NameNoun{}
	}
	return en.NameNouns()[f.units[i].Of(f.text)]
}

// hasOrganisationNoun reports whether the name [i,j) is an organisation's by one of
// its nouns.
func (f *finder) hasOrganisationNoun(i, j int) bool {
	if j-i < 2 {
		return false
	}
	if f.nameNoun(j - 1).End {
		return true
	}
	for k := i; k < j; k++ {
		if f.nameNoun(k).Any {
			return true
		}
	}
	return false
}

// doubtful reports whether a listed name may here be a common word, or part of
// a longer name.
func (f *finder) doubtful(i, to int, name en.Name) bool {
	u := f.units[i]
	if to-i > 1 {
		return false
	}
	w := u.Of(f.text)
	if to < len(f.units) && f.units[to].Start == u.End && f.units[to].Of(f.text) == "$" { // "US$"
		return true
	}
	if u.has(isUpper) && len(w) > 1 {
		return u.has(isTitled) && f.upperBlock(i) && f.common[f.word(i)]
	}
	if name.Kind == en.NamePlace || name.Kind == en.NameOutlet || name.Kind == en.NameAgency || name.Kind == en.NameOrganisation {
		if u.has(isOpening|isTitled) && (u.has(isListed) || ordinary(f.word(i)) || en.AmbiguousName(w)) {
			return true
		}
	}
	if name.Kind == en.NameOutlet && en.AmbiguousName(w) {
		return !en.Verbal(f.next(to)) && f.next(to) != "magazine" && f.word(i-1) != "told" && f.word(i-1) != "to"
	}
	return u.has(isOpening) && u.has(isListed)
}

// upperBlock reports whether the words beside unit i are in capitals too.
func (f *finder) upperBlock(i int) bool {
	near := 0
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} {
		if k >= 0 && k < len(f.units) && f.units[k].has(isUpper) {
			near++
		}
	}
	return near > 2
}

// addKnown adds a listed name.
func (f *finder) addKnown(i, to int, name en.Name) int {
	x := f.newName(i, to)
	x.name, x.known, x.sure, x.nation = name, true, true, name.Nation
	x.kind = kindOf(name.Kind)
	x.plural = name.Kind == en.NamePeople
	if name.Kind == en.NamePeople && f.word(i-1) != "the" {
		x.kind = hearsay.KindGroup
	}
	if x.kind == hearsay.KindMedia {
		x.last = f.mediumTail(to)
		x.head = x.last - 1
	}
	f.keep(x)
	return x.last
}

// mediumTail is one past the noun that says what the medium named before unit i
// is: "Reuters news agency"; i without one.
func (f *finder) mediumTail(i int) int {
	if i >= f.end(i-1) || f.units[i].has(isCapital) || f.units[i].has(isClitic) {
		return i
	}
	to, noun, ok := longest(f, en.Nouns(), f.low, i)
	if !ok || noun.Plural || !noun.Is(en.NounMedia) || newsPiece(noun.Lemma) || !f.heads(i, to, noun) {
		return i
	}
	return to
}

// paperTail is one past the noun behind a name that makes it a paper's or a
// station's: "the As-Safir newspaper"; i without one.
func (f *finder) paperTail(i int) int {
	switch f.next(i) {
	case "newspaper", "television", "tv", "radio", "magazine", "daily", "tabloid", "broadcaster":
		if t := f.tag(i + 1); t != hearsay.TagNN && t != hearsay.TagNNS && !f.units[i].has(isCapital) {
			return i + 1
		}
	case "news", "press":
		return f.mediumTail(i)
	}
	return i
}

func kindOf(k en.NameKind) hearsay.EntityKind {
	switch k {
	case en.NameAgency, en.NameOutlet:
		return hearsay.KindMedia
	case en.NamePlace, en.NameRegion:
		return hearsay.KindPlace
	}
	return hearsay.KindOrganisation
}

func (f *finder) newName(i, to int) expression {
	return expression{first: i, last: to, head: to - 1, form: hearsay.MentionName, core: [2]int{i, to}, owner: -1, entity: -1}
}

// keep adds a name with the article before it and marks its units.
func (f *finder) keep(x expression) {
	if x.first > f.begin(x.first) && x.kind != hearsay.KindPerson && f.word(x.first-1) == "the" && !f.attributive(&x) {
		x.first--
	}
	for k := x.first; k < x.last; k++ {
		f.covered[k] = true
	}
	f.found = append(f.found, x)
	f.startsAt[x.first] = int32(len(f.found))
	f.startsAt[x.core[0]] = int32(len(f.found))
	f.endsAt[x.last] = int32(len(f.found))
}

// attributive reports whether a name stands before the noun that the article
// belongs to: "the Ukraine war", "the Fabrikon plant".
func (f *finder) attributive(x *expression) bool {
	if x.last >= f.end(x.first) {
		return false
	}
	u := f.units[x.last]
	if !x.known || x.name.Kind != en.NameCountry && x.name.Kind != en.NameCapital {
		t := f.tag(x.last)
		return (t == hearsay.TagNN || t == hearsay.TagNNS) && !u.has(isCapital)
	}
	w := u.Of(f.low)
	if t := f.tag(x.last); t != hearsay.TagNone {
		return nominal(t) && !u.has(isCapital)
	}
	return u.has(isWord) && !u.has(isClitic) && !en.FunctionWord(w) && !en.Verbal(w) && !auxiliary(w)
}

// addRun adds the name that the capitals [i,j) show, if they show one.
func (f *finder) addRun(i, j int) int {
	if f.dropped(i, j) {
		return i + 1
	}
	x := f.newName(i, j)
	if !f.judge(&x) {
		return j
	}
	f.keep(x)
	return j
}

// dropped reports whether the first word of a run is no part of the name.
func (f *finder) dropped(i, j int) bool {
	u := f.units[i]
	if u.has(isListed) && (u.has(isOpening) || u.has(isTitled)) && !(f.given(i) && f.givenAndSurname(i)) {
		t := f.tag(i)
		return j-i == 1 || t != hearsay.TagNNP && t != hearsay.TagNNPS || en.FunctionWord(f.word(i))
	}
	return j-i > 1 && en.FunctionWord(f.word(i)) && !u.has(isUpper)
}

// judge sets the kind of a run of capitals; false when it is no name.
func (f *finder) judge(x *expression) bool {
	i, j := x.first, x.last
	last := f.nameNoun(j - 1)
	only := j-i == 1
	switch {
	case f.newsHouse(i, j) && !f.units[i].has(isTitled):
		x.kind, x.sure = hearsay.KindMedia, true
	case only && !f.single(x):
		return false
	case only:
		return true
	case f.givenAndSurname(i) && !last.End && !last.Law && !f.isEvent(i, j):
		x.kind, x.sure, x.gender = hearsay.KindPerson, true, f.genderAt(i)
	case f.hasOrganisationNoun(i, j):
		x.kind, x.sure = hearsay.KindOrganisation, true
		x.nation = f.nationAt(i)
	case last.Law:
		x.kind, x.sure = hearsay.KindDocument, true
	case f.isEvent(i, j):
		return false
	case last.Place:
		x.kind, x.sure = hearsay.KindPlace, true
	case f.units[i].has(isTitled):
		return false
	default:
		f.guess(x)
	}
	return true
}

// newsHouse reports whether a word of the name [i,j) makes it that of a house that
// reports news: "the Aldby Courier", "Radio Aldby", "Varland News Agency".
func (f *finder) newsHouse(i, j int) bool {
	switch f.word(j - 1) {
	case "gazette", "herald", "courier", "tribune", "chronicle", "telegraph", "examiner", "echo", "sentinel", "bugle", "argus":
		if f.word(i-1) == "the" || j-i > 1 && !f.given(i) {
			return true
		}
	}
	switch w, last := f.word(i), f.word(j-1); {
	case strings.HasPrefix(w, "radio-"):
		return true
	case j-i > 1 && (last == "television" || last == "tv" || last == "radio" || last == "news") && !f.given(i):
		return true
	case j-i == 2 && (w == "radio" || w == "tv" || w == "channel" && !f.nameNoun(j-1).Place) && !f.nameNoun(j-1).End:
		return true
	case j-i < 3:
		return false
	}
	switch f.lowStretch(j-2, j) {
	case "news agency", "press agency", "telegraph agency", "news service", "news network", "broadcasting corporation", "broadcasting company":
		return true
	}
	return false
}

// isEvent reports whether a word of the name makes it an occasion's, which
// speaks and acts no more than a date does.
func (f *finder) isEvent(i, j int) bool {
	for k := i; k < j; k++ {
		if f.nameNoun(k).Event {
			return true
		}
	}
	return false
}

// single judges a name of one unit.
func (f *finder) single(x *expression) bool {
	u := f.units[x.first]
	w := u.Of(f.text)
	if len(w) < 2 || u.has(isTitled) || u.has(isListed) && (u.has(isOpening) || ordinary(u.Of(f.low))) || u.has(isNumber) {
		return false
	}
	if t := f.tag(x.first); u.has(isOpening) && !f.entitles(x) && t != hearsay.TagNone && t != hearsay.TagNNP && t != hearsay.TagNNPS {
		return false
	}
	if u.has(isHyphen) && !f.capitalInside(x.first) {
		return false
	}
	if u.has(isOpening) && f.tag(x.first) == hearsay.TagNone && !en.Verbal(f.next(x.last)) && !f.given(x.first) && !u.has(isUpper) && !f.entitles(x) {
		return false
	}
	f.guess(x)
	return true
}

// guess sets a kind by what stands around the name, and how much that weighs.
func (f *finder) guess(x *expression) {
	before, after := f.word(x.first-1), f.next(x.last)
	u := f.units[x.first]
	several := x.last-x.first > 1
	x.weight = 1
	switch {
	case f.entitles(x):
		x.kind, x.weight = hearsay.KindOrganisation, 3
	case f.arabic(x.first), f.arabic(x.last - 1), f.given(x.first) && !f.given(x.last-1) == several:
		x.kind, x.gender = hearsay.KindPerson, f.genderAt(x.first)
	case !several && u.has(isUpper):
		x.kind = hearsay.KindOrganisation
	case before == "the" || several && f.holdsCommonWord(x):
		x.kind = hearsay.KindOrganisation
	case en.Verbal(after), en.Verbal(before) && before != "called" && before != "say", after == "who":
		x.kind, x.weight = hearsay.KindPerson, 3
	case f.where(x.first, x.last), before == "at", before == "from", before == "of" && after == ",":
		x.kind, x.weight = hearsay.KindPlace, 2
	case several && x.last-x.first < 4 && f.flat(x), !several && after == ",":
		x.kind = hearsay.KindPerson
	default:
		x.kind = hearsay.KindOrganisation
	}
}

// entitles reports whether the name stands before a title with a person's name
// behind it, and so is the house that gives the title.
func (f *finder) entitles(x *expression) bool {
	return x.last < f.end(x.first) && f.titleBefore(x.last) > 0
}

// holdsCommonWord reports whether a word of the name is one of the common
// words, as in the names of teams, firms and works.
func (f *finder) holdsCommonWord(x *expression) bool {
	for k := x.first; k < x.last; k++ {
		if u := f.units[k]; u.has(isListed) || u.has(isCapital) && ordinary(u.Of(f.low)) || u.has(isUpper) && u.Len() > 2 {
			return true
		}
	}
	return false
}

// flat reports whether the tree does not take the name for a compound; a text
// without trees is given the benefit.
func (f *finder) flat(x *expression) bool {
	return f.r.Tokens[f.units[x.first].last].Dep != hearsay.DepCompound
}

// genderAt is the gender of the given name at unit i.
func (f *finder) genderAt(i int) en.Gender {
	if g, ok := en.GivenNames()[f.units[i].Of(f.text)]; ok {
		return g
	}
	return en.GivenNames()[f.r.Tokens[f.units[i].first].Of(f.text)]
}

// nationAt is the nation that a listed name or adjective at unit i tells.
func (f *finder) nationAt(i int) string {
	if _, n, ok := longest(f, en.Names(), f.text, i); ok {
		return n.Nation
	}
	_, code, _ := longest(f, en.Adjectives(), f.low, i)
	return code
}
