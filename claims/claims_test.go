package claims

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/accounts"
	"hearsay/internal/txtcase"
)

// A case's accounts become claims, contradictions and doubts, one a line:
//
//	claim wording [part of the claim that has its number]
//	  Herald.1 asserts
//	against denial: Herald.1 | Post.2
//	doubt alignment Herald: note
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		d, err := accounts.Parse(c.In)
		if err != nil {
			t.Fatal(err)
		}
		Narrate(d)
		d.Claims = Align(d)
		d.Contradictions = Contradictions(d)
		return show(d)
	})
}

func show(d *hearsay.Dossier) string {
	var b strings.Builder
	ref := func(r hearsay.Ref) string {
		return fmt.Sprintf("%s.%d", d.Readings[r.Article].Article.Outlet.Name, r.Index+1)
	}
	refs := func(list []hearsay.Ref) string {
		var s []string
		for _, r := range list {
			s = append(s, ref(r))
		}
		return strings.Join(s, " ")
	}
	for i, c := range d.Claims {
		fmt.Fprintf(&b, "claim %d", i+1)
		if c.Parent >= 0 {
			fmt.Fprintf(&b, " of %d", c.Parent+1)
		}
		fmt.Fprintf(&b, ": %s\n", c.Wording.Span.Of(d.Readings[c.Wording.Article].Article.Text))
		positioned := map[int32]bool{}
		for _, p := range c.Positions {
			positioned[p.Statement.Article] = true
			fmt.Fprintf(&b, "  %s %s\n", ref(p.Statement), p.Stance)
		}
		for _, a := range c.Present {
			if !positioned[a] {
				fmt.Fprintf(&b, "  %s carries\n", d.Readings[a].Article.Outlet.Name)
			}
		}
	}
	for _, x := range d.Contradictions {
		fmt.Fprintf(&b, "claim %d by %s: %s | %s\n", x.Claim+1, x.Kind, refs(x.A), refs(x.B))
	}
	for _, x := range Doubts(d) {
		fmt.Fprintf(&b, "doubt %s, %s: %s\n", x.Kind, d.Readings[x.Article].Article.Outlet.Name, x.Note)
	}
	return b.String()
}
