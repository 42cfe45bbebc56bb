package claims

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/accounts"
	"hearsay/internal/txtcase"
)

// check holds what every result must: places inside their texts and on rune
// boundaries, positions of the claim's own story, each statement once a claim,
// parents that are other claims and no circle, and two sides to every
// contradiction.
func check(t testing.TB, d *hearsay.Dossier) {
	t.Helper()
	for i := range d.Claims {
		c := &d.Claims[i]
		text := d.Readings[c.Wording.Article].Article.Text
		if s := c.Wording.Span; s.Empty() || s.Start < 0 || int(s.End) > len(text) || !utf8.ValidString(s.Of(text)) {
			t.Errorf("claim %d: wording %v in a text of %d bytes", i, s, len(text))
		}
		if len(c.Positions) == 0 {
			t.Errorf("claim %d: nobody holds it", i)
		}
		seen := map[hearsay.Ref]bool{}
		for _, p := range c.Positions {
			if seen[p.Statement] {
				t.Errorf("claim %d: statement %v twice", i, p.Statement)
			}
			seen[p.Statement] = true
		}
		steps := 0
		for k := c.Parent; k >= 0; k = d.Claims[k].Parent {
			if steps++; steps > len(d.Claims) {
				t.Fatalf("claim %d: its parents go in a circle", i)
			}
		}
	}
	for _, x := range d.Contradictions {
		if len(x.A) == 0 || len(x.B) == 0 {
			t.Errorf("claim %d: a contradiction with one side", x.Claim)
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
			d.Claims = Align(d)
			d.Contradictions = Contradictions(d)
			d.Doubts = Doubts(d)
			check(t, d)
			results[k] = d
		}
		if !reflect.DeepEqual(results[0].Claims, results[1].Claims) || !reflect.DeepEqual(results[0].Contradictions, results[1].Contradictions) ||
			!reflect.DeepEqual(results[0].Doubts, results[1].Doubts) {
			t.Errorf("two runs differ:\n%s", in)
		}
	}
}

func FuzzAlign(f *testing.F) {
	for _, in := range txtcase.Inputs(f, "testdata/*.txtar") {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, err := accounts.Parse(in)
		if err != nil || !utf8.ValidString(in) {
			t.Skip()
		}
		d.Claims = Align(d)
		d.Contradictions = Contradictions(d)
		check(t, d)
		Doubts(d)
	})
}
