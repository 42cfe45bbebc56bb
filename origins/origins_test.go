package origins

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/accounts"
	"hearsay/internal/txtcase"
)

// A case's accounts tell one claim by all their statements; a statement that
// denies is marked so. What comes out is the bounds and, a root a line, its
// voice, its way, its articles and the reason.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		d, err := accounts.Parse(c.In)
		if err != nil {
			t.Fatal(err)
		}
		claim := claimOf(d)
		return show(d, NewTracer(d).Trace(claim))
	})
}

func claimOf(d *hearsay.Dossier) *hearsay.Claim {
	c := &hearsay.Claim{Parent: -1}
	for a, r := range d.Readings {
		c.Present = append(c.Present, int32(a))
		for i := range r.Statements {
			p := hearsay.Position{Statement: hearsay.Ref{Article: int32(a), Index: int32(i)}}
			switch r.Statements[i].Act {
			case hearsay.ActDeny:
				p.Stance = hearsay.StanceDenies
			case hearsay.ActDecline:
				p.Stance = hearsay.StanceDeclines
			}
			c.Positions = append(c.Positions, p)
		}
	}
	return c
}

func show(d *hearsay.Dossier, o hearsay.Origins) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d to %d\n", o.Lower, o.Upper)
	for _, item := range o.Items {
		name := "own"
		if item.Entity >= 0 {
			name = d.Referents[item.Entity].Name
		}
		fmt.Fprintf(&b, "  %s", name)
		for i := len(item.Through) - 1; i >= 0; i-- {
			fmt.Fprintf(&b, " < %s", d.Referents[item.Through[i]].Name)
		}
		b.WriteString(" <")
		for _, a := range item.Articles {
			fmt.Fprintf(&b, " %s", d.Readings[a].Article.Outlet.Name)
		}
		fmt.Fprintf(&b, "\n    %s\n", item.Reason)
	}
	return b.String()
}
