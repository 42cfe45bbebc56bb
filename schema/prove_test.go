package schema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"

	"hearsay"
)

// page is an HTML account with everything that makes raw bytes and text differ:
// markup inside a paragraph, entities, a character of two bytes, white space.
const page = `<html><body><h1>Dam &amp; bridge   closed</h1><p>The <b>mayor</b> said: &ldquo;Caf&eacute;s stay
 open&rdquo;.</p></body></html>`

func account() (*hearsay.Dossier, map[string]*hearsay.Page) {
	text := "Dam & bridge   closed\n\nThe mayor said: “Cafés stay\n open”."
	sum := sha256.Sum256([]byte(page))
	a := &hearsay.Article{Page: &hearsay.Page{Name: "a.html", Bytes: []byte(page)}, SHA256: hex.EncodeToString(sum[:]), Text: text}
	clean, raw := 0, 0
	for _, p := range [][2]string{{"Dam ", "Dam "}, {"&", "&amp;"}, {" bridge   closed", " bridge   closed"},
		{"The ", "The "}, {"mayor", "mayor"}, {" said: ", " said: "}, {"“", "&ldquo;"}, {"Caf", "Caf"}, {"é", "&eacute;"},
		{"s stay\n open", "s stay\n open"}, {"”", "&rdquo;"}, {".", "."}} {
		clean += strings.Index(text[clean:], p[0])
		raw += strings.Index(page[raw:], p[1])
		a.Pieces = append(a.Pieces, hearsay.Piece{Clean: hearsay.Span{Start: int32(clean), End: int32(clean + len(p[0]))},
			Raw: hearsay.Raw{Start: int32(raw), End: int32(raw + len(p[1]))}})
		clean, raw = clean+len(p[0]), raw+len(p[1])
	}
	at := func(s string) hearsay.Span {
		i := strings.Index(text, s)
		return hearsay.Span{Start: int32(i), End: int32(i + len(s))}
	}
	a.Headline = at("Dam & bridge   closed")
	a.Blocks = []hearsay.Block{{Span: a.Headline, Role: hearsay.RoleHeadline}, {Span: at(text[strings.Index(text, "The"):])}}
	r := &hearsay.Reading{Article: a, Model: "test",
		Mentions: []hearsay.Mention{{Span: at("The mayor"), Entity: 0}},
		Entities: []hearsay.Entity{{Name: "The mayor", Mentions: []int32{0}}},
		Statements: []hearsay.Statement{{Source: hearsay.Source{Spans: []hearsay.Span{at("The mayor")}}, Cue: []hearsay.Span{at("said")},
			Content: []hearsay.Span{at("Cafés stay\n open")}, Within: -1, Carried: -1, Target: -1, Time: -1, Chain: []int32{0}}}}
	d := &hearsay.Dossier{Readings: []*hearsay.Reading{r}, Referents: []hearsay.Referent{{Name: "The mayor", Members: []hearsay.Ref{{}}}},
		Stories: []hearsay.Story{{Articles: []int32{0}}}}
	return d, map[string]*hearsay.Page{"a.html": {Bytes: []byte(page), Media: hearsay.MediaHTML}}
}

func TestProveHTML(t *testing.T) {
	d, inputs := account()
	out := Encode(d)
	if err := Prove(out, inputs); err != nil {
		t.Error(err)
	}
	content := out.Statements[0].Content[0]
	if got := string([]rune(out.Articles[0].Text)[*content.Start:*content.End]); got != content.Text {
		t.Errorf("code points give %q, not %q", got, content.Text)
	}
}

// TestPoints holds the counting against a plain loop, on a text whose steps cut
// code points of two, three and four bytes.
func TestPoints(t *testing.T) {
	text := "x" + strings.Repeat("é€😀a", 200)
	e := newEncoder([]*hearsay.Reading{{Article: &hearsay.Article{Text: text}}})
	n := 0
	for at := range text {
		if got := e.point(0, int32(at)); got != n {
			t.Fatalf("byte %d: got %d code points, want %d", at, got, n)
		}
		n++
	}
	if got := e.point(0, int32(len(text))); got != n {
		t.Errorf("end: got %d, want %d", got, n)
	}
}

func TestProveNamesTheCell(t *testing.T) {
	for _, c := range []struct {
		cell  string
		alter func(*Dossier, map[string]*hearsay.Page)
	}{
		{"articles[0].sha256", func(d *Dossier, in map[string]*hearsay.Page) { in["a.html"].Bytes = append(in["a.html"].Bytes, '!') }},
		{"articles[0].input", func(d *Dossier, in map[string]*hearsay.Page) { delete(in, "a.html") }},
		{"articles[0].text", func(d *Dossier, _ map[string]*hearsay.Page) { d.Articles[0].Text += "." }},
		{"articles[0].headline", func(d *Dossier, _ map[string]*hearsay.Page) { d.Articles[0].Headline.Raw[1]-- }},
		{"statements[0].content[0]", func(d *Dossier, _ map[string]*hearsay.Page) { d.Statements[0].Content[0].Text = "Bars stay open" }},
		{"statements[0].cue[0]", func(d *Dossier, _ map[string]*hearsay.Page) { *d.Statements[0].Cue[0].End = 1 << 30 }},
		{"statements[0].source.spans[0]", func(d *Dossier, _ map[string]*hearsay.Page) { d.Statements[0].Source.Spans[0].Raw[1] = 1 << 30 }},
		{"statements[0].chain", func(d *Dossier, _ map[string]*hearsay.Page) { d.Statements[0].Chain[0] = "e9" }},
		{"entities[0].name", func(d *Dossier, _ map[string]*hearsay.Page) { d.Entities[0].Name = "The minister" }},
		{"stories[0].articles", func(d *Dossier, _ map[string]*hearsay.Page) { d.Stories[0].Articles[0] = "a2" }},
	} {
		d, inputs := account()
		out := Encode(d)
		c.alter(out, inputs)
		err := Prove(out, inputs)
		if f, ok := err.(*Failure); !ok || f.Cell != c.cell {
			t.Errorf("%s: got %v", c.cell, err)
		}
	}
}

func FuzzProve(f *testing.F) {
	d, inputs := account()
	var buf bytes.Buffer
	if err := Write(&buf, Encode(d), ""); err != nil {
		f.Fatal(err)
	}
	f.Add(buf.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse(data)
		if err != nil {
			return
		}
		if Prove(d, inputs) == nil && Compare(d, d) != nil {
			b, _ := json.Marshal(d)
			t.Errorf("a dossier differs from itself: %s", b)
		}
	})
}
