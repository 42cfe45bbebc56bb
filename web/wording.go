package web

import "hearsay/schema"

// wordings is referents by accounts.
type wordings struct {
	Columns []*account
	Layout  string
	Rows    []wordingRow
}

// wordingRow is how each account words one referent.
type wordingRow struct {
	Referent voice // its place is that of the first label that reads so
	Cells    []wordingCell
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
	for i := range x.Wording {
		g := &x.Wording[i]
		if r, ok := x.wordingRow(g); ok {
			w.Rows = append(w.Rows, r)
		}
	}
	return w
}

func (x *index) wordingRow(g *schema.Wording) (wordingRow, bool) {
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
		r.Cells = append(r.Cells, c)
	}
	return r, len(g.Labels) > 0
}
