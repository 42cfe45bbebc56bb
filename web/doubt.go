package web

import "hearsay/schema"

// doubtGroup is all doubts of one kind.
type doubtGroup struct {
	Kind   string
	Count  int
	Shown  []doubt
	Folded []doubt
}

type doubt struct {
	Account *account
	Span    *cell
	Note    string
}

// shownDoubts is how many doubts of a kind are listed before the others are
// folded.
const shownDoubts = 5

func (x *index) doubts() []doubtGroup {
	var kinds []string
	byKind := map[string][]doubt{}
	for i := range x.Doubts {
		d := &x.Doubts[i]
		if byKind[d.Kind] == nil {
			kinds = append(kinds, d.Kind)
		}
		byKind[d.Kind] = append(byKind[d.Kind], x.doubt(d))
	}
	var out []doubtGroup
	for _, k := range kinds {
		all := byKind[k]
		cut := len(all)
		if cut > shownDoubts+2 {
			cut = shownDoubts
		}
		out = append(out, doubtGroup{k, len(all), all[:cut], all[cut:]})
	}
	return out
}

func (x *index) doubt(d *schema.Doubt) doubt {
	out := doubt{Account: x.account[d.Article], Note: d.Note}
	if d.Span != nil {
		c := x.cell(d.Span)
		out.Span = &c
	}
	return out
}
