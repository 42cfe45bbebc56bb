package mentions

import (
	"hearsay"
	"hearsay/lang/en"
)

// longEnough is the number of letters from which two words that differ in one are
// held to be one word, misprinted.
const longEnough = 5

// misprint reports whether two lower-cased words differ in one letter behind the
// first: one that is another, is missing or is twice there.
func misprint(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < longEnough || len(b)-len(a) > 1 || a == b || a[0] != b[0] {
		return false
	}
	k := 0
	for k < len(a) && a[k] == b[k] {
		k++
	}
	if len(a) == len(b) {
		return a[k+1:] == b[k+1:]
	}
	return a[k:] == b[k+1:]
}

// sameMisprinted reports whether two full names are one, once misprinted: one part
// is equal, the other is wrong by a letter; two known given names are never one.
func sameMisprinted(given, surname, otherGiven, otherSurname string) bool {
	if given == otherGiven {
		return misprint(surname, otherSurname)
	}
	return surname == otherSurname && misprint(given, otherGiven) && !(knownGiven(given) && knownGiven(otherGiven))
}

func knownGiven(w string) bool {
	if w == "" || w[0] < 'a' || w[0] > 'z' {
		return false
	}
	_, ok := en.GivenNames()[string(w[0]-'a'+'A')+w[1:]]
	return ok
}

// byMisprint joins persons of articles on the same people and houses whose full
// names differ in one letter.
func (m *merger) byMisprint() {
	cast := m.cast()
	groups := map[string][]int32{} // by the part that may be right
	for n := range m.refs {
		e := m.entity(int32(n))
		given, surname := nameParts(e.Name)
		if e.Kind != hearsay.KindPerson || given == "" {
			continue
		}
		for _, key := range []string{"g:" + given, "s:" + surname} {
			for _, o := range groups[key] {
				g, s := nameParts(m.entity(o).Name)
				if m.refs[o].Article != m.refs[n].Article && sameMisprinted(given, surname, g, s) && kin(cast[m.refs[o].Article], cast[m.refs[n].Article]) {
					m.join(o, int32(n))
					break
				}
			}
			if len(groups[key]) < recentEntities {
				groups[key] = append(groups[key], int32(n))
			}
		}
	}
}
