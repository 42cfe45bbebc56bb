package terminal

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay/schema"
)

var colours = regexp.MustCompile("\x1b\\[[0-9;]*m")

func uncoloured(s string) string { return colours.ReplaceAllString(s, "") }

func bridge(t testing.TB) *schema.Dossier {
	t.Helper()
	data, err := os.ReadFile("testdata/bridge.txtar")
	if err != nil {
		t.Fatal(err)
	}
	d, err := schema.Parse(txtar.Parse(data).Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestColourAddsNothing holds that colour only repeats what signs say.
func TestColourAddsNothing(t *testing.T) {
	d := bridge(t)
	for _, w := range []int{44, 110} {
		with, without := render(t, d, Options{Width: w, Colour: true}), render(t, d, Options{Width: w})
		if uncoloured(with) != without {
			t.Errorf("width %d: the coloured report says something else", w)
		}
		if with == without {
			t.Errorf("width %d: the coloured report has no colour", w)
		}
	}
}

// TestStances holds that the signs are as many as their meanings.
func TestStances(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range stances {
		if width(s.sign) != 1 || seen[s.sign] {
			t.Errorf("sign %q of %s is not one column of its own", s.sign, s.name)
		}
		seen[s.sign] = true
	}
}

// TestHostile holds that no input can steer the terminal.
func TestHostile(t *testing.T) {
	d := bridge(t)
	bad := "\x1b[2J\x1b]0;owned\a\r\u009b31m\u202edlrow\x00\x7f\u2066\u200b"
	d.Articles[0].Outlet.Name = bad
	d.Articles[1].Input = "in/" + bad
	d.Articles[2].Text += bad
	d.Articles[3].Published.Value = bad
	d.Entities[2].Name = bad
	for i := range d.Statements {
		for k := range d.Statements[i].Content {
			d.Statements[i].Content[k].Text += bad
		}
	}
	d.Claims[0].Wording.Text = bad
	d.Claims[0].Origins.Items[0].Reason = bad
	d.Contradictions[0].Kind, d.Quotes[0].Relation = bad, bad
	d.Copies[0].Relation, d.Doubts[0].Kind, d.Doubts[1].Note = bad, bad, bad
	d.Wording[0].Labels[0].Text = bad
	for _, o := range []Options{{Width: 110}, {Width: 40, Full: true}} {
		if at := strings.IndexFunc(render(t, d, o), func(r rune) bool { return r != '\n' && steers(r) }); at >= 0 {
			out := render(t, d, o)
			t.Errorf("%+v: %q", o, out[max(0, at-40):min(len(out), at+40)])
		}
	}
}

// TestDangling holds that a dossier whose ids name nothing is still printed.
func TestDangling(t *testing.T) {
	d := bridge(t)
	d.Articles, d.Entities, d.Statements = d.Articles[:1], nil, d.Statements[:1]
	if render(t, d, Options{Width: 80, Full: true}) == "" {
		t.Error("nothing printed")
	}
	render(t, &schema.Dossier{}, Options{})
}

func FuzzClean(f *testing.F) {
	f.Add("plain", 20)
	f.Add("wide 観測所 e\u0301 👩‍👩‍👧 \x1b[31m", 5)
	f.Fuzz(func(t *testing.T, s string, columns int) {
		c := clean(s)
		if strings.ContainsFunc(c, steers) || strings.Contains(c, "  ") {
			t.Fatalf("%q", c)
		}
		columns = max(columns%200, 2)
		if got := cut(c, columns); width(got) > columns && columns > 3 {
			t.Fatalf("%q is wider than %d", got, columns)
		}
		if head, rest := take(c, columns); head+rest != c {
			t.Fatalf("%q and %q are not %q", head, rest, c)
		}
	})
}

// FuzzRender holds that no dossier, however broken, stops the report, steers
// the terminal or makes a line too long.
func FuzzRender(f *testing.F) {
	var whole bytes.Buffer
	if err := schema.Write(&whole, bridge(f), ""); err != nil {
		f.Fatal(err)
	}
	f.Add(whole.Bytes(), 80, true)
	f.Add([]byte(`{"hearsay":1,"claims":[{"id":"c1","parent":"c1"}]}`), 30, false)
	f.Fuzz(func(t *testing.T, data []byte, columns int, full bool) {
		d, err := schema.Parse(data)
		if err != nil {
			return
		}
		out := render(t, d, Options{Width: columns % 200, Full: full})
		if strings.ContainsFunc(out, func(r rune) bool { return r != '\n' && steers(r) }) {
			t.Errorf("%q", out)
		}
	})
}
