package origins

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/accounts"
	"hearsay/internal/txtcase"
)

// check holds what every result must: bounds that enclose the roots, at least
// one for a claim that anybody holds, each root in some article and for a reason.
func check(t testing.TB, d *hearsay.Dossier, o hearsay.Origins, held bool) {
	t.Helper()
	if o.Lower > o.Upper || o.Upper != len(o.Items) || held && o.Lower < 1 {
		t.Errorf("%d to %d with %d roots", o.Lower, o.Upper, len(o.Items))
	}
	for _, item := range o.Items {
		if len(item.Articles) == 0 || item.Reason == "" {
			t.Errorf("root without an article or a reason: %+v", item)
		}
		for _, p := range item.Evidence {
			if text := d.Readings[p.Article].Article.Text; p.Span.Empty() || int(p.Span.End) > len(text) {
				t.Errorf("evidence %v outside a text of %d bytes", p.Span, len(text))
			}
		}
	}
}

func TestProperties(t *testing.T) {
	for _, in := range txtcase.Inputs(t, "testdata/*.txtar") {
		d, err := accounts.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		c := claimOf(d)
		first := NewTracer(d).Trace(c)
		check(t, d, first, len(c.Positions) > 0)
		if again := NewTracer(d).Trace(c); !reflect.DeepEqual(first, again) {
			t.Errorf("two runs differ: %+v, %+v", first, again)
		}
	}
}

func FuzzTrace(f *testing.F) {
	for _, in := range txtcase.Inputs(f, "testdata/*.txtar") {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, err := accounts.Parse(in)
		if err != nil || !utf8.ValidString(in) {
			t.Skip()
		}
		c := claimOf(d)
		check(t, d, NewTracer(d).Trace(c), len(c.Positions) > 0)
	})
}
