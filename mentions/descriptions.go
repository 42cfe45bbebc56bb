package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/lang/en"
)

// findDescriptions finds noun phrases whose noun the lists hold: "the Russian
// leader", "three sources familiar with the talks", "a report", "residents".
func (f *finder) findDescriptions() {
	for i := 0; i < len(f.units); i++ {
		to, noun, ok := longest(f, en.Nouns(), f.low, i)
		if !ok || f.covered[i] || !f.heads(i, to, noun) {
			continue
		}
		x := expression{first: i, last: to, head: to - 1, form: hearsay.MentionNominal, core: [2]int{i, to}, noun: noun, owner: -1, entity: -1}
		f.introduce(&x)
		if noun.Lemma == "network" && !f.airs(&x) {
			x.noun.Kinds = 1 << en.NounOrganisation
		}
		if !f.describes(&x) {
			continue
		}
		f.complete(&x)
		f.keepDescription(x)
		i = to - 1
	}
}

// airs reports whether a network is one that broadcasts: "the TV network", "a
// CBS network", but not "the terror network".
func (f *finder) airs(x *expression) bool {
	switch f.word(x.core[0] - 1) {
	case "tv", "television", "radio", "news", "cable", "broadcast", "media", "sports", "the", "its", "his", "her":
		return true
	}
	return f.endsAt[x.core[0]] > 0
}

// heads reports whether the listed noun [i,to) is the head of its noun phrase.
func (f *finder) heads(i, to int, noun en.Noun) bool {
	u := f.units[to-1]
	if u.has(isUpper) && !u.has(isTitled) {
		return false
	}
	if t := f.tag(to - 1); t != hearsay.TagNone && !nominal(t) {
		return false
	}
	if to >= f.end(i) {
		return true
	}
	next := f.units[to]
	if next.has(isClitic) {
		return true
	}
	if u.has(isCapital) && !u.has(isOpening|isTitled) && next.has(isCapital) && f.tag(to) == hearsay.TagNNP {
		return false // "the Border Patrol"
	}
	if n, ok := en.Nouns().Get(f.word(to)); ok && !next.has(isCapital) && !(noun.Plural && !n.Plural) && !en.Verbal(f.word(to)) {
		t := f.tag(to)
		return t != hearsay.TagNone && !nominal(t)
	}
	t := f.tag(to)
	if dep := f.r.Tokens[u.last].Dep; dep == hearsay.DepCompound && (t == hearsay.TagNN || t == hearsay.TagNNS) {
		return false
	}
	return (t != hearsay.TagNN && t != hearsay.TagNNS) || noun.Plural
}

// nominal reports whether a tag is a noun's, or an adjective's that may stand
// for one.
func nominal(t hearsay.Tag) bool {
	switch t {
	case hearsay.TagNN, hearsay.TagNNS, hearsay.TagNNP, hearsay.TagNNPS, hearsay.TagJJ:
		return true
	}
	return false
}

// introduce finds the left edge of the phrase and how it is introduced.
func (f *finder) introduce(x *expression) {
	x.first = f.leftOf(x.core[0], &x.nation, x.noun.Plural)
	if f.word(x.first-1) == "all" && x.first > f.begin(x.first) {
		x.first--
		x.article = definite
	}
	if a := articleOf(f.word(x.first)); a != bare {
		x.article = a
	}
	if w := f.word(x.first); (w == "least" || w == "most") && f.word(x.first-1) == "at" && x.first > f.begin(x.first) {
		x.first--
	}
	if x.first < x.core[0] && f.ownedBy(x) {
		x.article = possessive
	}
	for k := x.first; k < x.core[0]; k++ {
		w := f.word(k)
		if n := numberWord(w); n > 0 {
			x.number = n
		} else if f.units[k].has(isNumber) {
			x.number = digits(w)
		}
		x.fresh = x.fresh || ordinal(w)
		if e := f.endsAt[k+1]; e > 0 && x.owner < 0 {
			x.owner = int(e - 1)
		}
	}
	if x.article == bare && (x.number > 0 || f.word(x.first) == "several" || f.word(x.first) == "many") {
		x.article = counted
	}
	x.plural, x.gender = x.noun.Plural, x.noun.Gender
	if !x.plural && x.number == 0 {
		x.number = 1
	}
	x.roles = []string{f.role(x.first, x.last)}
}

// ownedBy reports whether a possessor opens the phrase, and notes it.
func (f *finder) ownedBy(x *expression) bool {
	for k := x.first; k < x.core[0]; k++ {
		if f.units[k].has(isClitic) {
			x.owner = int(f.endsAt[k]) - 1
			return true
		}
	}
	return false
}

// digits is the value of a short number in digits, 0 for others.
func digits(w string) int16 {
	var n int16
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' || i > 3 {
			return 0
		}
		n = n*10 + int16(w[i]-'0')
	}
	return n
}

// describes reports whether the phrase may refer to somebody or something that
// is worth following.
func (f *finder) describes(x *expression) bool {
	n := x.noun
	people := n.Is(en.NounOffice, en.NounPerson, en.NounSource, en.NounGroup, en.NounKin)
	switch {
	case n.Lemma == "side" && x.nation == "" && x.article != possessive, f.word(x.first) == "whose":
		return false
	case n.Is(en.NounGroup) && !n.Plural && n.Lemma == f.lowStretch(x.core[0], x.core[1]) && (n.Lemma == "police" || x.article != bare):
		return true
	case x.article == bare && n.Plural:
		return people || n.Is(en.NounDocument, en.NounMedia) || n.Is(en.NounOrganisation) && f.acts(x)
	case x.article == bare:
		return x.nation != "" && stands(n.Lemma) || f.apposed(x) || (people || n.Is(en.NounOrganisation)) && f.inHeadline(x) && f.acts(x)
	case x.article == indefinite:
		return people || n.Is(en.NounDocument, en.NounMedia, en.NounOrganisation)
	}
	return true
}

// inHeadline reports whether the phrase is the subject of a headline, which
// leaves articles out: "Judge blocks sale".
func (f *finder) inHeadline(x *expression) bool {
	s := &f.r.Sentences[f.units[x.first].sentence]
	b := f.r.Article.Blocks[s.Block]
	if b.Role != hearsay.RoleParagraph && b.Role != hearsay.RoleListItem || f.units[x.first].has(isTitled) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(f.text[:b.End])
	return s.Block == 0 && (unicode.IsLetter(last) || unicode.IsDigit(last))
}

// apposed reports whether a noun without article stands between commas behind a
// name: "Vera Holm, mayor of Aldby".
func (f *finder) apposed(x *expression) bool {
	return x.noun.Is(en.NounOffice) && x.first >= 2 && f.word(x.first-1) == "," && f.endsAt[x.first-1] > 0
}

// stands reports whether a noun with a nation stands for its government.
func stands(lemma string) bool {
	switch lemma {
	case "government", "administration", "leadership", "side", "authorities", "authority", "regime":
		return true
	}
	return false
}

// complete adds to the phrase what follows its noun: "of the delegation",
// "familiar with the talks", and sets the kind.
func (f *finder) complete(x *expression) {
	n := x.noun
	people := n.Is(en.NounOffice, en.NounPerson, en.NounSource, en.NounGroup, en.NounKin)
	tail := false
	if n.Is(en.NounSource) || n.Is(en.NounGroup) && x.article != definite {
		if to := f.tail(x); to > x.last {
			x.last, tail = to, true
		}
	}
	if !tail && x.last < f.end(x.first) {
		w := f.word(x.last)
		if w == "of" && !withOf(f.word(x.first-1)) || people && n.Is(en.NounOffice) && (w == "for" || w == "to" && f.endsBeforeName(x.last+1)) {
			x.last = f.complement(x, x.last+1)
		}
	}
	x.kind = f.kindOfDescription(x, tail)
}

// withOf reports whether "of" behind its object belongs to a verb: "warned the
// company of a leak".
func withOf(w string) bool {
	switch strings.TrimSuffix(strings.TrimSuffix(w, "ed"), "ing") {
	case "warn", "inform", "accus", "notifi", "notify", "convict", "remind", "suspect", "stripp", "robb", "depriv", "clear", "acquitt", "tell", "told", "warns", "informs", "accuses", "assur", "reminds":
		return true
	}
	return false
}

func (f *finder) endsBeforeName(i int) bool {
	return i < len(f.units) && (f.startsAt[i] > 0 || i+1 < len(f.units) && f.word(i) == "the" && f.startsAt[i+1] > 0)
}

func (f *finder) kindOfDescription(x *expression, tail bool) hearsay.EntityKind {
	n := x.noun
	switch {
	case n.Is(en.NounSource) && (tail || n.Is(en.NounSource) && !n.Is(en.NounPerson, en.NounOffice, en.NounKin)):
		return hearsay.KindUnnamed
	case n.Is(en.NounGroup, en.NounPerson, en.NounKin, en.NounOffice) && x.plural:
		return hearsay.KindGroup
	case n.Is(en.NounOffice, en.NounPerson, en.NounKin, en.NounSource) && x.article == indefinite:
		return hearsay.KindUnnamed
	case n.Is(en.NounOffice, en.NounPerson, en.NounKin, en.NounSource):
		return hearsay.KindRole
	case n.Is(en.NounGroup) && !n.Is(en.NounOrganisation):
		return hearsay.KindGroup
	case n.Is(en.NounMedia) && !(n.Lemma == "paper" && x.plural):
		return hearsay.KindMedia
	case n.Is(en.NounDocument):
		return hearsay.KindDocument
	case n.Is(en.NounOrganisation) && x.plural:
		return hearsay.KindGroup
	case n.Is(en.NounOrganisation):
		return hearsay.KindOrganisation
	}
	return hearsay.KindPlace
}

// tail is one past the description behind an unnamed source.
func (f *finder) tail(x *expression) int {
	end := f.end(x.first)
	if x.last >= end {
		return x.last
	}
	to, _, ok := longest(f, en.SourceTails(), f.low, x.last)
	if !ok {
		return x.last
	}
	if loose(f.word(x.last)) && !f.endsBeforeName(to) && f.word(to) != "the" {
		return x.last
	}
	for to < end && !f.stops(to) {
		to++
	}
	for to > x.last && (f.word(to-1) == "and" || f.word(to-1) == "but") {
		to--
	}
	return to
}

// loose reports whether a preposition often belongs to the verb instead.
func loose(w string) bool {
	return w == "in" || w == "at" || w == "from" || w == "within" || w == "inside"
}

// stops reports whether unit i cannot belong to the description of a source.
func (f *finder) stops(i int) bool {
	u := f.units[i]
	if !u.has(isWord|isNumber) && !u.has(isClitic) {
		return true
	}
	switch f.tag(i) {
	case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD, hearsay.TagWDT, hearsay.TagWP:
		return true
	case hearsay.TagNone:
		switch w := u.Of(f.low); w {
		case "is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "could", "can", "may", "might", "must", "should", "who", "which", "that", "does", "did", "do":
			return true
		default:
			_, noun := en.Nouns().Get(w)
			return en.Verbal(w) && !noun
		}
	}
	return false
}

// complement is one past the noun phrase that starts at unit i, behind a
// preposition; i-1 when there is none.
func (f *finder) complement(x *expression, i int) int {
	end := f.end(x.first)
	if i < end && determiner(f.word(i)) {
		i++
	}
	from := i
	for i < end && i < from+6 {
		if e := f.startsAt[i]; e > 0 {
			if x.owner < 0 {
				x.owner = int(e - 1)
			}
			last := f.found[e-1].last
			if last < end && !f.units[last].has(isCapital) {
				for k := last; k < min(end, last+3) && nominal(f.tag(k)); k++ {
					if to, n, ok := longest(f, en.Nouns(), f.low, k); ok && n.Is(en.NounOrganisation, en.NounGroup) && f.heads(k, to, n) {
						return to // "the leader of the Wasat rebel group"
					}
				}
			}
			return last
		}
		if to, n, ok := longest(f, en.Nouns(), f.low, i); ok && f.heads(i, to, n) {
			return to
		}
		if !f.units[i].has(isWord) || f.stops(i) || f.units[i].has(isClitic) || en.FunctionWord(f.word(i)) && !en.Modifiers()[f.word(i)] {
			break
		}
		i++
	}
	if i > from && i <= from+3 && f.tag(i-1) != hearsay.TagNone && nominal(f.tag(i-1)) {
		return i
	}
	return x.last
}

// keepDescription adds the phrase, and around it "one of ...", and drops the
// names that only describe.
func (f *finder) keepDescription(x expression) {
	for k := x.first; k < x.core[1]; k++ {
		if e := f.endsAt[k+1]; e > 0 && k+1 <= x.core[0] && !f.units[min(k+1, len(f.units)-1)].has(isClitic) && f.absorbed(&x, &f.found[e-1]) {
			f.found[e-1].absorbed = true
		}
	}
	f.found = append(f.found, x)
	if f.word(x.first-1) != "of" || x.first < 2 || !x.noun.Is(en.NounOffice, en.NounPerson, en.NounSource, en.NounGroup, en.NounKin) || x.article == indefinite || x.article == bare {
		return
	}
	p := x.first - 2
	n := numberWord(f.word(p))
	if n == 0 && !some(f.word(p)) {
		return
	}
	y := x
	y.first, y.head, y.owner = p, p, -1
	y.article, y.fresh, y.number, y.plural = counted, true, n, n != 1
	y.of = true
	if y.kind == hearsay.KindRole || y.kind == hearsay.KindGroup && !y.plural {
		y.kind = hearsay.KindUnnamed
	}
	f.found = append(f.found, y)
}

func some(w string) bool {
	switch w {
	case "some", "several", "many", "most", "few", "each", "none", "another", "either", "neither", "any":
		return true
	}
	return false
}

// absorbed reports whether a name before the noun says only of what nation
// somebody is, and is no mention of its own.
func (f *finder) absorbed(x, name *expression) bool {
	if strings.HasSuffix(f.lowStretch(name.first, name.last), "administration") {
		return false
	}
	return national(name) && x.noun.Is(en.NounOffice, en.NounPerson, en.NounSource, en.NounGroup, en.NounKin) ||
		name.known && stands(x.noun.Lemma)
}
