package mentions

import (
	"hearsay"
	"hearsay/lang/en"
)

// joinAliases makes one entity of a name and another that the text says to be the
// same person's or house's: "Ahmed Godane, also known as Abu Zubeyr".
func (f *finder) joinAliases() {
	for i := range f.found {
		y := &f.found[i]
		if y.form != hearsay.MentionName || y.known || !f.alias(y.first) {
			continue
		}
		x := f.bearer(i)
		if x == nil || x.entity == y.entity || f.entities[x.entity].Kind != f.entities[y.entity].Kind {
			continue
		}
		other := y.entity
		for k := range f.found {
			if z := &f.found[k]; z.form == hearsay.MentionName && z.entity == other {
				f.join(z, x.entity)
			}
		}
		f.entities[other].Kind = hearsay.KindGroup // nobody is left of it
	}
}

// bearer is the name before the alias at i that it may be of: the last one of its
// sentence behind which only the words of an alias stand.
func (f *finder) bearer(i int) *expression {
	y := &f.found[i]
	for k := i - 1; k >= 0 && k > i-4; k-- {
		x := &f.found[k]
		if x.form != hearsay.MentionName || f.units[x.first].sentence != f.units[y.first].sentence || x.last > y.first {
			continue
		}
		if y.first-x.last <= maxAlias {
			return x
		}
		return nil
	}
	return nil
}

// maxAlias bounds the units between a name and an alias: ", also known by the
// alias of".
const maxAlias = 8

// alias reports whether the words before unit i say that another name follows.
func (f *finder) alias(i int) bool {
	if i < 2 || i-2 < f.begin(i) {
		return false
	}
	switch f.word(i - 1) {
	case "as":
		switch f.word(i - 2) {
		case "known", "to":
			return f.word(i-2) == "known" || f.word(i-3) == "referred"
		}
	case "alias", "aka", "a.k.a.", "nicknamed":
		return true
	case "name", "guerre", "pseudonym":
		return en.FunctionWord(f.word(i-2)) || f.word(i-2) == "de"
	}
	return false
}
