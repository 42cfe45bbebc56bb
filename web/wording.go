package web

import (
	"slices"

	"hearsay/schema"
)

// wordings is referents by accounts, those that most accounts name first.
type wordings struct {
	Columns []*account
	Layout  string
	Shown   []wordingRow
	Folded  []wordingRow
}

// wordingTable is some of the referents, as a table.
type wordingTable struct {
	wordings
	Caption string
	Rows    []wordingRow
}

// First are the referents that are always listed.
func (w wordings) First() wordingTable { return wordingTable{w, "Labels by account", w.Shown} }

// Others are the referents that unfold.
func (w wordings) Others() wordingTable {
	return wordingTable{w, "The other labels by account", w.Folded}
}

// shownReferents is how many referents are listed before the others are folded.
const shownReferents = 12

// wordingRow is how each account words one referent.
type wordingRow struct {
	Referent voice // its place is that of the first label that reads so
	Cells    []wordingCell
	Accounts int // that name it
}

type wordingCell struct {
	Account *account
	Labels  []label
}

// label is an expression with how often the account uses it, in its own voice
// or inside quotation.
type label struct {
	cell
	Own   bool
	Count int
}

func (x *index) wordings() wordings {
	w := wordings{Columns: x.accounts, Layout: layout(len(x.accounts))}
	var rows []wordingRow
	for i := range x.Wording {
		if r := x.wordingRow(&x.Wording[i]); r.Accounts > 0 {
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b wordingRow) int { return b.Accounts - a.Accounts })
	cut := len(rows)
	if cut > shownReferents+2 {
		cut = shownReferents
	}
	w.Shown, w.Folded = rows[:cut], rows[cut:]
	return w
}

func (x *index) wordingRow(g *schema.Wording) wordingRow {
	r := wordingRow{Referent: voice{Label: g.Referent}}
	for _, a := range x.accounts {
		c := wordingCell{Account: a}
		for i := range g.Labels {
			l := &g.Labels[i]
			n := 0
			var first *schema.Span
			for k := range l.Spans {
				if l.Spans[k].Article == a.ID {
					n++
					if first == nil {
						first = &l.Spans[k]
					}
				}
			}
			if n == 0 {
				continue
			}
			made := label{x.cell(first), l.Voice == "own", n}
			c.Labels = append(c.Labels, made)
			if made.Text == g.Referent && r.Referent.Cell == nil {
				r.Referent.Cell = &made.cell
			}
		}
		if len(c.Labels) > 0 {
			r.Accounts++
		}
		r.Cells = append(r.Cells, c)
	}
	return r
}
