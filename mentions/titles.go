package mentions

import (
	"hearsay"
	"hearsay/lang/en"
)

// titled adds the person whose title starts at unit i and returns one past the
// name; i when there is none.
func (f *finder) titled(i int) int {
	if f.covered[i] {
		return i
	}
	to, gender, ok := f.titles(i)
	if !ok {
		return i
	}
	if _, name, known := longest(f, en.Names(), f.text, i); known && name.Kind != en.NameCapital && f.units[i].has(isCapital) {
		if n, _, _ := longest(f, en.Names(), f.text, i); n >= to {
			return i
		}
	}
	end := f.surnameEnd(to)
	if end == 0 {
		return i
	}
	x := f.newName(to, end)
	x.kind, x.sure, x.gender = hearsay.KindPerson, true, gender
	if x.gender == en.GenderUnknown && end-to > 1 && f.given(to) {
		x.gender = f.genderAt(to)
	}
	f.extend(&x, i)
	f.keep(x)
	return end
}

// maxPhrase bounds the units on one side of the noun or name of a phrase.
const maxPhrase = 12

// titles reads the titles that start at unit i: "Vice President", "prime
// minister Dr".
func (f *finder) titles(i int) (to int, gender en.Gender, ok bool) {
	for to = i; to < min(f.end(i), i+maxPhrase); ok = true {
		n, g, found := longest(f, en.Titles(), f.low, to)
		if !found || to == i && n == i {
			return to, gender, ok
		}
		if ok && f.given(to) && n == to+1 { // "General Major Smith", but "Mr Dean Smith"
			return to, gender, ok
		}
		gender = max(gender, g)
		to = n
	}
	return to, gender, ok
}

// surnameEnd is one past the name of a person that starts at unit i, right
// behind a title; 0 when no name does.
func (f *finder) surnameEnd(i int) int {
	if i >= len(f.units) || i >= f.end(i-1) {
		return 0
	}
	u := f.units[i]
	low := u.Of(f.low)
	if !u.has(isCapital) && !f.arabic(i) || u.has(isDate|isOpening|isClitic) || u.has(isNumber) {
		return 0
	}
	if u.has(isTitled) && u.has(isListed) && !f.given(i) {
		return 0
	}
	if (en.FunctionWord(low) || en.Modifiers()[low] && f.run(i) == i+1) && !f.given(i) {
		return 0
	}
	if to, _, ok := longest(f, en.Adjectives(), f.low, i); ok && !f.given(i) && to > 0 {
		return 0
	}
	if _, name, ok := longest(f, en.Names(), f.text, i); ok && !f.given(i) && (name.Kind == en.NameCountry || name.Kind == en.NameGovernment || u.has(isUpper)) {
		return 0
	}
	j := f.run(i)
	if f.hasOrganisationNoun(i, j) && !f.given(i) || j-i == 1 && f.nameNoun(i).End && !f.given(i) {
		return 0
	}
	return min(j, i+5)
}

// titleBefore is one past the title at unit j when a name of a person follows
// it, else 0.
func (f *finder) titleBefore(j int) int {
	to, _, ok := f.titles(j)
	if !ok || f.surnameEnd(to) == 0 {
		return 0
	}
	return to
}

// extend takes into a person's mention what stands before the title at unit i:
// nation, organisation, modifiers, possessor and article. Names of nations found
// there lose their own mention, other names and possessors keep it.
func (f *finder) extend(x *expression, i int) {
	title := x.first
	x.first = f.leftOf(i, &x.nation, true)
	x.roles = append(x.roles, f.role(x.first, title))
	for u := x.first + 1; u <= title; u++ {
		if e := f.endsAt[u]; e > 0 && f.found[e-1].first >= x.first && !f.units[u].has(isClitic) && national(&f.found[e-1]) {
			f.found[e-1].absorbed = true
		}
	}
}

// national reports whether a name before a title or a noun says only of what
// nation somebody is.
func national(name *expression) bool {
	if !name.known {
		return false
	}
	switch name.name.Kind {
	case en.NameCountry, en.NameCapital, en.NamePeople:
		return true
	}
	return false
}

// leftOf is the first unit of the noun phrase whose title or noun starts at i.
func (f *finder) leftOf(i int, nation *string, named bool) int {
	begin := max(f.begin(i), i-maxPhrase)
	for i > begin {
		p := i - 1
		u := f.units[p]
		w := u.Of(f.low)
		if determiner(w) {
			if w == "that" && (named || f.tag(p) == hearsay.TagIN) {
				return i
			}
			return p
		}
		if e := f.endsAt[i]; e > 0 && f.found[e-1].kind != hearsay.KindPerson {
			i = f.found[e-1].first
			if *nation == "" {
				*nation = f.found[e-1].nation
			}
			if determiner(f.word(i)) {
				return i
			}
			continue
		}
		if u.has(isClitic) && p > begin {
			return f.possessor(p)
		}
		if n := f.adjectiveEnd(p, begin, nation); n < i {
			i = n
			continue
		}
		if !f.modifies(p) && !f.fills(p, begin) {
			return i
		}
		i = p
	}
	return i
}

// possessor is the first unit of the name or word before the clitic at p.
func (f *finder) possessor(p int) int {
	if e := f.endsAt[p]; e > 0 {
		return f.found[e-1].first
	}
	return p + 1
}

// adjectiveEnd is the first unit of the adjective of a nation that ends with
// unit p; p+1 when none does.
func (f *finder) adjectiveEnd(p, begin int, nation *string) int {
	for _, k := range []int{p - 1, p} {
		if k < begin {
			continue
		}
		if to, code, ok := longest(f, en.Adjectives(), f.low, k); ok && to == p+1 && !(code == "US" && f.units[p].Of(f.text) == "us") {
			if *nation == "" {
				*nation = code
			}
			return k
		}
	}
	return p + 1
}

// fills reports whether an unlisted word p may stand inside the phrase: by its
// tag, or because an article or a nation opens the phrase just before it.
func (f *finder) fills(p, begin int) bool {
	u := f.units[p]
	if !u.has(isWord) || u.has(isCapital) || u.has(isClitic) {
		return false
	}
	switch f.tag(p) {
	case hearsay.TagJJ, hearsay.TagJJS, hearsay.TagNN, hearsay.TagCD:
		return true
	case hearsay.TagVBN:
		return f.r.Tokens[u.last].Dep == hearsay.DepAmod
	case hearsay.TagNone:
		w := u.Of(f.low)
		if en.FunctionWord(w) || en.Verbal(w) {
			return false
		}
		for k := p - 1; k >= begin && k > p-3; k-- {
			if determiner(f.word(k)) || f.units[k].has(isClitic) {
				return true
			}
		}
	}
	return false
}

// modifies reports whether unit p may stand before a title or role.
func (f *finder) modifies(p int) bool {
	u := f.units[p]
	w := u.Of(f.low)
	if en.Modifiers()[w] || u.has(isNumber) {
		return true
	}
	if u.has(isHyphen) && u.has(isWord) {
		return true
	}
	if n, ok := en.Nouns().Get(w); ok && !n.Plural && !u.has(isDate) {
		return n.Is(en.NounOrganisation, en.NounPlace, en.NounMedia) || n.Is(en.NounOffice) && !u.has(isOpening)
	}
	_, title := en.Titles().Get(w)
	return title
}

// role is the lower-cased title without article and possessor.
func (f *finder) role(from, to int) string {
	for from < to && (determiner(f.word(from)) || f.units[from].has(isClitic)) {
		from++
	}
	for k := to - 1; k > from; k-- {
		if f.units[k].has(isClitic) {
			from = k + 1
			break
		}
	}
	if from >= to {
		return ""
	}
	return f.lowStretch(from, to)
}
