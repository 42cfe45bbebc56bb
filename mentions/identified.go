package mentions

import "hearsay"

// identified finds the person whom the text says the description at i to be: "the
// gunman, identified by police as Ivo Brandt", "named the gunman as Ivo Brandt",
// "the gunman was Ivo Brandt"; -1 for nobody.
func (f *finder) identified(i int) int32 {
	x := &f.found[i]
	at, end := x.last, min(f.end(x.first), x.last+maxAlias)
	if f.word(at) == "," && at < end {
		at++
	}
	switch {
	case at >= end:
		return -1
	case names(f.word(at)):
		for at < end && f.word(at) != "as" {
			at++
		}
	case f.word(at) == "as" && names(f.word(x.first-1)) && x.first > f.begin(x.first):
	case at == x.last && x.article == definite && (f.word(at) == "is" || f.word(at) == "was"):
	default:
		return -1
	}
	for k := i + 1; k < len(f.found) && f.found[k].first <= at+1; k++ {
		y := &f.found[k]
		if y.form != hearsay.MentionName || y.first != at+1 || y.entity < 0 || y.last < f.end(y.first) && f.units[y.last].has(isClitic) {
			continue
		}
		if f.entities[y.entity].Kind == hearsay.KindPerson && y.last-y.first > 1 {
			return y.entity
		}
	}
	return -1
}

// names reports whether a lower-cased word says that somebody is told by name.
func names(w string) bool {
	switch w {
	case "identified", "identify", "identifies", "named", "names", "name", "identifying", "naming":
		return true
	}
	return false
}
