package report

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/claims"
	"hearsay/internal/accounts"
	"hearsay/internal/txtcase"
)

// Each folder of cases shows one part of the report.
func TestRenderings(t *testing.T) { run(t, "renderings", showRenderings) }
func TestAbsences(t *testing.T)   { run(t, "absences", showAbsences) }
func TestTimeline(t *testing.T)   { run(t, "timeline", showTimeline) }
func TestWording(t *testing.T)    { run(t, "wording", showWording) }

func run(t *testing.T, part string, show func(d *hearsay.Dossier) string) {
	txtcase.Run(t, "testdata/"+part+"-*.txtar", func(t *testing.T, c txtcase.Case) string {
		d, err := accounts.Parse(c.In)
		if err != nil {
			t.Fatal(err)
		}
		d.Claims = claims.Align(d)
		return show(d)
	})
}

func outlet(d *hearsay.Dossier, a int32) string { return d.Readings[a].Article.Outlet.Name }

func text(d *hearsay.Dossier, p hearsay.Place) string {
	return p.Span.Of(d.Readings[p.Article].Article.Text)
}

func refs(d *hearsay.Dossier, list []hearsay.Ref) string {
	var s []string
	for _, r := range list {
		s = append(s, fmt.Sprintf("%s.%d", outlet(d, r.Article), r.Index+1))
	}
	return strings.Join(s, " ")
}

// relation speaker: statements
func showRenderings(d *hearsay.Dossier) string {
	var b strings.Builder
	for _, g := range Renderings(d) {
		speaker := "unknown"
		if g.Speaker >= 0 {
			speaker = d.Referents[g.Speaker].Name
		}
		fmt.Fprintf(&b, "%s, %s: %s\n", g.Relation, speaker, refs(d, g.Statements))
	}
	return b.String()
}

// claim: outlet could know, could not know, or not known
func showAbsences(d *hearsay.Dossier) string {
	var b strings.Builder
	for i := range d.Claims {
		fmt.Fprintf(&b, "%s\n", text(d, d.Claims[i].Wording))
		for _, a := range Absences(d, &d.Claims[i]) {
			could := "not known"
			if a.CouldKnowKnown {
				could = map[bool]string{true: "could know", false: "could not know"}[a.CouldKnow]
			}
			fmt.Fprintf(&b, "  %s %s\n", outlet(d, a.Article), could)
		}
	}
	return b.String()
}

// outlet date (expression) statements; claims by number
func showTimeline(d *hearsay.Dossier) string {
	var b strings.Builder
	for _, e := range Timeline(d) {
		date := e.Date
		if date == "" {
			date = "unresolved"
		}
		fmt.Fprintf(&b, "%s %s (%s): %s; claims", outlet(d, e.Evidence.Article), date, text(d, e.Evidence), refs(d, e.Statements))
		for _, c := range e.Claims {
			fmt.Fprintf(&b, " %d", c+1)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// referent, then its labels with their voice and how often each outlet has them
func showWording(d *hearsay.Dossier) string {
	var b strings.Builder
	for _, w := range Wording(d) {
		fmt.Fprintf(&b, "%s\n", w.Referent)
		for _, l := range w.Labels {
			fmt.Fprintf(&b, "  %s (%s):", l.Text, l.Voice)
			for _, p := range l.Places {
				fmt.Fprintf(&b, " %s", outlet(d, p.Article))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}
