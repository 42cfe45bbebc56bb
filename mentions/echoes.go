package mentions

import (
	"hearsay"
	"hearsay/lang/en"
)

// findEchoes finds names that only the rest of the text shows to be names: a
// surname that is a common word at the beginning of a sentence, a name in a
// headline, a name that an outlet writes in lower case.
func (f *finder) findEchoes() {
	surnames := f.bearers
	if len(surnames) == 0 {
		return
	}
	lowered := f.loweredNames(surnames)
	for i := range f.units {
		u := f.units[i]
		if f.covered[i] || !u.has(isWord) {
			continue
		}
		if u.has(isCapital) {
			if k, ok := surnames[u.Of(f.text)]; ok && !u.has(isUpper) && !u.has(isDate) {
				f.echo(i, k, false)
			}
		} else if k, ok := lowered[u.Of(f.text)]; ok {
			f.echo(i, k, true)
		}
	}
}

// surnames maps the last units of the persons found to their expression, the
// first words of organisations with a longer name, and names of one word.
func (f *finder) surnames() map[string]int {
	out := map[string]int{}
	for k := range f.found {
		x := &f.found[k]
		u := f.units[x.core[1]-1]
		if x.kind == hearsay.KindOrganisation {
			u = f.units[x.core[0]]
		}
		if x.known || x.kind != hearsay.KindPerson && u.has(isListed) || x.kind == hearsay.KindPlace && x.core[1]-x.core[0] > 1 || u.Len() < 2 {
			continue
		}
		if _, ok := out[u.Of(f.text)]; !ok {
			out[u.Of(f.text)] = k
		}
	}
	return out
}

// loweredNames maps surnames to those the text also writes in lower case behind
// a given name in lower case, which no common word is.
func (f *finder) loweredNames(surnames map[string]int) map[string]int {
	byLow := map[string]int{}
	for w, k := range surnames {
		if old, ok := byLow[en.Lower(w)]; !ok || k < old {
			byLow[en.Lower(w)] = k
		}
	}
	out := map[string]int{}
	for i := 1; i < len(f.units); i++ {
		u := f.units[i]
		k, ok := byLow[u.Of(f.text)]
		if ok && (f.loweredGiven(i-1) || f.units[i-1].Of(f.text) == f.word(f.found[k].core[0]) && f.found[k].core[1]-f.found[k].core[0] > 1) {
			out[u.Of(f.text)] = k
		}
	}
	return out
}

// loweredGiven reports whether unit i is a given name without its capital.
func (f *finder) loweredGiven(i int) bool {
	w := f.units[i].Of(f.text)
	if w == "" || w[0] < 'a' || w[0] > 'z' || ordinary(w) {
		return false
	}
	_, ok := en.GivenNames()[string(w[0]-'a'+'A')+w[1:]]
	return ok
}

// echo adds unit i as a name of the person of expression k.
func (f *finder) echo(i, k int, lowered bool) {
	from := i
	y := &f.found[k]
	if person := y.kind == hearsay.KindPerson; person && i > f.begin(i) && !f.covered[i-1] && (!lowered && f.given(i-1) || lowered && (f.loweredGiven(i-1) || f.units[i-1].Of(f.text) == f.word(y.core[0]) && y.core[1]-y.core[0] > 1)) {
		from--
	}
	x := f.newName(from, i+1)
	x.kind, x.sure, x.gender = y.kind, y.sure, y.gender
	if x.kind != hearsay.KindPerson {
		f.keep(x)
		return
	}
	for p := max(f.begin(i), from-4); p < from; p++ {
		if to, _, ok := f.titles(p); ok && to == from {
			f.extend(&x, p)
			break
		}
	}
	f.keep(x)
}
