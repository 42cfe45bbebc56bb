package report

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/claims"
	"hearsay/internal/accounts"
	"hearsay/internal/txtcase"
)

func fill(d *hearsay.Dossier) {
	d.Claims = claims.Align(d)
	for i := range d.Claims {
		d.Claims[i].Absent = Absences(d, &d.Claims[i])
	}
	d.Renderings, d.Timeline, d.Wording = Renderings(d), Timeline(d), Wording(d)
}

// check holds what every result must: places inside their texts and on rune
// boundaries, renderings of several articles, referents of several labels, and
// every article of a story either carrying a claim or lacking it.
func check(t testing.TB, d *hearsay.Dossier) {
	t.Helper()
	place := func(p hearsay.Place) {
		if text := d.Readings[p.Article].Article.Text; p.Span.Empty() || p.Span.Start < 0 || int(p.Span.End) > len(text) || !utf8.ValidString(p.Span.Of(text)) {
			t.Errorf("%v in a text of %d bytes", p.Span, len(text))
		}
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		if n := len(c.Present) + len(c.Absent); n != len(d.Stories[c.Story].Articles) {
			t.Errorf("claim %d: %d articles carry it or lack it, of %d", i, n, len(d.Stories[c.Story].Articles))
		}
	}
	for _, g := range d.Renderings {
		if n := len(g.Statements); n < 2 || g.Statements[0].Article == g.Statements[n-1].Article {
			t.Errorf("renderings of one article: %v", g.Statements)
		}
	}
	for _, e := range d.Timeline {
		place(e.Evidence)
	}
	for _, w := range d.Wording {
		if len(w.Labels) < 2 {
			t.Errorf("%s: one label", w.Referent)
		}
		for _, l := range w.Labels {
			for _, p := range l.Places {
				place(p)
			}
		}
	}
}

func TestProperties(t *testing.T) {
	for _, in := range txtcase.Inputs(t, "testdata/*.txtar") {
		var results [2]*hearsay.Dossier
		for k := range results {
			d, err := accounts.Parse(in)
			if err != nil {
				t.Fatal(err)
			}
			fill(d)
			check(t, d)
			results[k] = d
		}
		if !reflect.DeepEqual(results[0], results[1]) {
			t.Errorf("two runs differ:\n%s", in)
		}
	}
}

func FuzzReport(f *testing.F) {
	for _, in := range txtcase.Inputs(f, "testdata/*.txtar") {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, err := accounts.Parse(in)
		if err != nil || !utf8.ValidString(in) {
			t.Skip()
		}
		fill(d)
		check(t, d)
	})
}
