package mentions

import (
	"hearsay"
	"hearsay/lang/en"
)

// NameKind is what sort of thing a name names where it stands: a country is a
// place also where its government is meant.
type NameKind uint8

const (
	NameOther NameKind = iota // an event, a work, a day, a law
	NamePerson
	NameOrganisation
	NamePlace
)

var nameKinds = [...]string{"OTHER", "PER", "ORG", "LOC"}

func (k NameKind) String() string { return nameKinds[k] }

// Name is a name without titles and article.
type Name struct {
	hearsay.Span
	Kind NameKind
}

// Names lists the names of a reading in order of the text.
func Names(r *hearsay.Reading) []Name {
	if len(r.Tokens) == 0 {
		return nil
	}
	return namesWith(r, learnt())
}

func namesWith(r *hearsay.Reading, w *Weights) []Name {
	f := newFinder(r)
	f.findNames()
	f.learntNames(w)
	f.order()
	f.gather()
	var out []Name
	end := int32(0)
	for i := range f.found {
		x := &f.found[i]
		n := Name{Span: hearsay.Span{Start: f.units[x.core[0]].Start, End: f.units[x.core[1]-1].End}, Kind: f.nameKind(x)}
		if n.Start >= end {
			out = append(out, n)
			end = n.End
		}
	}
	return out
}

// nameKind is the kind of a name where it stands.
func (f *finder) nameKind(x *expression) NameKind {
	if x.known {
		switch x.name.Kind {
		case en.NameCountry, en.NameCapital, en.NamePlace, en.NameRegion:
			return NamePlace
		case en.NamePeople:
			return NameOther
		}
	}
	kind := x.kind
	if x.entity >= 0 {
		kind = f.entities[x.entity].Kind
	}
	switch kind {
	case hearsay.KindPerson:
		return NamePerson
	case hearsay.KindOrganisation, hearsay.KindMedia:
		return NameOrganisation
	case hearsay.KindPlace:
		return NamePlace
	}
	return NameOther
}
