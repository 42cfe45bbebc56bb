package export

import (
	"io"
	"strings"
	"testing"

	"hearsay/internal/txtcase"
	"hearsay/schema"
)

func TestMarkdown(t *testing.T) { check(t, "testdata/markdown*.txtar", Markdown) }

func TestCSV(t *testing.T) { check(t, "testdata/csv*.txtar", CSV) }

func check(t *testing.T, glob string, print func(io.Writer, *schema.Dossier) error) {
	txtcase.Run(t, glob, func(t *testing.T, c txtcase.Case) string {
		d, err := schema.Parse([]byte(c.In))
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := print(&out, d); err != nil {
			t.Fatal(err)
		}
		return out.String()
	})
}

func TestInert(t *testing.T) {
	for cell, want := range map[string]string{"=1+1": "'=1+1", "@x": "'@x", "-3": "'-3", "+3": "'+3", "a=1": "a=1", "": "", "“=”": "“=”"} {
		if got := inert(cell); got != want {
			t.Errorf("%q became %q, not %q", cell, got, want)
		}
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("plain")
	f.Add("# a\n- [b](javascript:c) <script> `d` \\")
	f.Fuzz(func(t *testing.T, s string) {
		got := escape(s)
		if strings.ContainsAny(got, "\n\r") {
			t.Fatalf("%q has a line break", got)
		}
		for i := 0; i < len(got); i++ {
			if got[i] == '\\' {
				i++ // escapes whatever follows
			} else if strings.IndexByte("`*_[]<>|#&~", got[i]) >= 0 {
				t.Fatalf("%q has %q unescaped at %d", got, got[i], i)
			}
		}
	})
}

// FuzzExport holds that no dossier, however broken, stops an export.
func FuzzExport(f *testing.F) {
	f.Add([]byte(`{"hearsay":1,"articles":[{"id":"a1","input":"a"}],"statements":[{"id":"s1","article":"a1","content":[{"article":"a1","text":"=1"}]}]}`))
	f.Add([]byte(`{"hearsay":1,"claims":[{"id":"c1","parent":"c1"}],"stories":[{"id":"t1"}],"copies":[{}],"contradictions":[{"a":["s1"]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := schema.Parse(data)
		if err != nil {
			return
		}
		if err := Markdown(io.Discard, d); err != nil {
			t.Error(err)
		}
		if err := CSV(io.Discard, d); err != nil {
			t.Error(err)
		}
	})
}
