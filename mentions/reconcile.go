package mentions

import (
	"cmp"
	"slices"

	"hearsay"
	"hearsay/lang/en"
)

// learntNames lets the learnt model, if there is one, go over the names.
func (f *finder) learntNames(w *Weights) {
	if w != nil {
		f.reconcile(f.tagNames(w))
	}
}

// reconcile brings together what the rules found and what the tagger sees. The
// tagger decides on names that the rules only guess from capitals: whether they
// are names, where they end, of what kind they are. What a list holds, or a title
// or a given name shows, stands, unless the tagger sees a longer name around it.
func (f *finder) reconcile(names []tagged) {
	rules := f.byCore()
	drop := make([]bool, len(f.found))
	seen := make([]bool, len(f.found))
	var added []expression
	for k := range names {
		t := &names[k]
		at, _ := slices.BinarySearchFunc(rules, t.from, func(n int, from int) int { return cmp.Compare(f.found[n].core[1], from+1) })
		keep := t.kind != NameOther && !f.noName(t)
		for ; at < len(rules) && f.found[rules[at]].core[0] < t.to; at++ {
			n := rules[at]
			x := &f.found[n]
			seen[n] = true
			if x.core == [2]int{t.from, t.to} {
				x.suits = [3]float32(t.suits[NamePerson:])
			}
			switch {
			case f.stands(x, t):
				keep = false
			case keep && x.sure && x.kind == hearsay.KindPerson && t.kind == NamePerson && x.core[1] == t.to:
				x.core[0], x.first = t.from, min(x.first, t.from) // "R Holm", where only Holm was known
				keep = false
			case x.core == [2]int{t.from, t.to} && (keep || x.kind == hearsay.KindDocument || x.kind == hearsay.KindMedia):
				f.retell(x, t)
				keep = false
			default:
				drop[n] = true
			}
		}
		if keep {
			added = append(added, f.told(t))
		}
	}
	bearers := f.tagBearers(names)
	old := f.found
	f.found = make([]expression, 0, len(old)+len(added))
	clear(f.covered)
	clear(f.startsAt)
	clear(f.endsAt)
	for n := range old {
		x := &old[n]
		if k, ok := bearers[f.stretch(x.core[0], x.core[1])]; ok && !seen[n] && !firm(x) {
			f.retell(x, &names[k])
			seen[n] = true
		}
		if !drop[n] && (seen[n] || firm(x) || x.kind == hearsay.KindDocument || x.kind == hearsay.KindMedia || !f.mayName(x.core[1]-1) || f.nameNoun(x.core[1]-1).End || f.stranger(x)) {
			f.keep(old[n])
		}
	}
	for _, x := range added {
		f.keep(x)
	}
}

// stranger reports whether a capitalised word that the tagger passes over is yet
// a name: a proper noun that acts, within a sentence.
func (f *finder) stranger(x *expression) bool {
	u := f.units[x.core[0]]
	return x.core[1]-x.core[0] == 1 && !u.has(isOpening|isTitled|isListed|isUpper|isHyphen|isDate) && f.tag(x.core[0]) == hearsay.TagNNP && f.acts(x)
}

// tagBearers maps the names that the tagger found, and the surnames of persons, to
// the finding: what bears one elsewhere is a name there too.
func (f *finder) tagBearers(names []tagged) map[string]int {
	out := map[string]int{}
	for k := range names {
		t := &names[k]
		if t.kind == NameOther {
			continue
		}
		out[f.stretch(t.from, t.to)] = k
		if t.kind == NamePerson {
			out[f.stretch(t.to-1, t.to)] = k
		}
	}
	return out
}

// byCore orders the findings by where their names are.
func (f *finder) byCore() []int {
	order := make([]int, len(f.found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(f.found[a].core[0], f.found[b].core[0]) })
	return order
}

// firm reports whether the rules know a name by a list or as a person by a title
// or a given name.
func firm(x *expression) bool { return x.known || x.sure && x.kind == hearsay.KindPerson }

// stands reports whether what the rules found holds against the tagger.
func (f *finder) stands(x *expression, t *tagged) bool {
	switch {
	case !firm(x):
		return false
	case x.core[0] == t.from && x.core[1] == t.to || x.core[0] < t.from || x.core[1] > t.to:
		return true
	case !x.known && x.first < x.core[0]: // "Miss Norton"
		return true
	case !x.known: // "Vera Norton" stands, but not in "Vera Norton Bridge"
		return t.kind == NameOther && !f.isEvent(t.from, t.to)
	case t.kind == NameOther && x.core[0] > t.from:
		return preposition(f.word(x.core[0] - 1)) // "Protector of Mexico"
	case t.kind == NamePerson: // "Paris Holm", but not "US President Vera Holm"
		return x.core[0] > t.from || x.core[1]-x.core[0] > 1 || kindOf(x.name.Kind) != hearsay.KindPlace && x.name.Kind != en.NameCapital && x.name.Kind != en.NameCountry || f.units[t.from].has(isUpper)
	}
	return false
}

// noName reports whether the tagger took a common word for a name: one that only
// an emphasis writes large, letters behind a person's name ("Ines Falk, QC"), or a word that the text writes small elsewhere, at
// the beginning of a sentence or as a person.
func (f *finder) noName(t *tagged) bool {
	u := f.units[t.from]
	if t.to-t.from > 1 {
		return false
	}
	if u.has(isUpper) {
		return u.Len() > 2 && en.FunctionWord(u.Of(f.low)) || f.word(t.from-1) == "," && suffix(u.Of(f.low))
	}
	return u.has(isListed) && (u.has(isOpening|isTitled) || t.kind == NamePerson)
}

// retell gives a finding of the rules the kind that the tagger sees.
func (f *finder) retell(x *expression, t *tagged) {
	if x.kind == hearsay.KindMedia || x.kind == hearsay.KindDocument || t.kind == NameOther {
		return
	}
	y := f.told(t)
	x.kind, x.sure, x.weight, x.gender, x.suits = y.kind, y.sure, y.weight, y.gender, y.suits
	if x.core == y.core {
		x.first, x.last, x.head = min(x.first, y.first), max(x.last, y.last), max(x.head, y.head)
	}
}

// told is a name as the tagger sees it.
func (f *finder) told(t *tagged) expression {
	x := f.newName(t.from, t.to)
	x.suits = [3]float32(t.suits[NamePerson:])
	x.kind, x.weight, x.sure = hearsay.KindOrganisation, 3, t.lead() > sureLead*float32(1+2*bit(t.to-t.from == 1))
	if !x.sure {
		x.weight = 1
	}
	switch t.kind {
	case NamePerson:
		x.kind = hearsay.KindPerson
		if t.to-t.from > 1 { // alone it may be a surname
			x.gender = f.genderAt(t.from)
		}
	case NamePlace:
		x.kind = hearsay.KindPlace
		if placeNoun(f.word(t.from-1)) && t.from > f.begin(t.from) {
			x.first-- // "the river Orva"
		}
	default:
		x.nation = f.nationAt(t.from)
		if f.newsHouse(t.from, t.to) {
			x.kind = hearsay.KindMedia
		}
	}
	if to := f.paperTail(t.to); to > t.to {
		x.kind, x.sure, x.last, x.head = hearsay.KindMedia, true, to, to-1
	}
	return x
}

// sureLead is by how much the kind of a name must suit better than any other to
// be held against what pronouns tell.
const sureLead = 25

// lead is by how much the kind of the name suits better than the next.
func (t *tagged) lead() float32 {
	second := float32(-1e9)
	for k, v := range t.suits {
		if NameKind(k) != t.kind {
			second = max(second, v)
		}
	}
	return t.suits[t.kind] - second
}
