package mentions

import (
	"hearsay"
	"hearsay/lang/en"
)

// expression is a mention on its way: units, what was seen in them, and the
// entity once it is known.
type expression struct {
	first, last int // units, last excluded
	head        int // unit
	form        hearsay.MentionForm
	kind        hearsay.EntityKind
	sure        bool   // the kind rests on a list, a title or the shape of the name
	core        [2]int // units of the bare name, last excluded; of a description: its noun
	name        en.Name
	known       bool // name is set
	roles       []string
	noun        en.Noun
	article     article
	nation      string
	number      int16
	weight      int        // of the guess at the kind of a name
	suits       [3]float32 // how well a name suits a person, an organisation, a place
	plural      bool
	gender      en.Gender
	owner       int   // expression of the possessor or the complement; -1 for none
	entity      int32 // -1 for none
	fresh       bool  // introduces its entity: "another", "a second"
	of          bool  // a part of the group in the description inside: "one of the sources"
	inner       bool  // inside a longer phrase
	absorbed    bool  // a name that only describes: no mention of its own
}

// article is how a description is introduced.
type article uint8

const (
	bare article = iota
	definite
	indefinite
	demonstrative
	possessive
	counted
)

func (f *finder) span(x *expression) hearsay.Span {
	return hearsay.Span{Start: f.units[x.first].Start, End: f.units[x.last-1].End}
}

// stretch is the text of the units from, to.
func (f *finder) stretch(from, to int) string {
	return f.text[f.units[from].Start:f.units[to-1].End]
}

// lowStretch is the lower-cased text of the units from, to.
func (f *finder) lowStretch(from, to int) string {
	return f.low[f.units[from].Start:f.units[to-1].End]
}
