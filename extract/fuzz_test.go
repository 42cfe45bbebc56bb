package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
)

// seeds gives the inputs of the case files to a fuzz target.
func seeds(f *testing.F, section string) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			if file.Name == section {
				f.Add(file.Data)
			}
		}
	}
}

// holds checks what every article must keep to.
func holds(t *testing.T, p *hearsay.Page) {
	a, doubts, err := Clean(p)
	if err != nil {
		return
	}
	checkSpans(t, a)
	for _, b := range a.Blocks {
		for _, at := range []int32{b.Start, b.End} {
			if int(at) < len(a.Text) && !utf8.RuneStart(a.Text[at]) {
				t.Fatalf("block %v ends inside a character", b)
			}
		}
		last := hearsay.Raw{}
		for at := b.Start; at < b.End; at++ {
			if !utf8.RuneStart(a.Text[at]) {
				continue
			}
			r := a.RawOf(hearsay.Span{Start: at, End: at + 1})
			if r.Start < last.Start || r.End < last.End {
				t.Fatalf("raw of %d is %v, before that of %d, %v", at, r, at-1, last)
			}
			last = r
		}
	}
	for _, d := range doubts {
		if d.Note == "" {
			t.Fatal("a doubt without a note")
		}
	}
}

func FuzzCleanText(f *testing.F) {
	seeds(f, "in")
	f.Add([]byte("A headline for this\r\n\r\nBy Jane Roe\r\n\r\nThe council met on Monday, she said.\r\n"))
	f.Add([]byte("\ufeff© Jo\u00a0Doe said “no”...\n\u200b\n(AP)"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if utf8.Valid(data) {
			holds(t, &hearsay.Page{Name: "fuzz", Bytes: data})
		}
	})
}

func FuzzCleanHTML(f *testing.F) {
	seeds(f, "page")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00a\x00b\x00"))
	f.Add([]byte("<meta charset=windows-1252><p>The caf\xe9 closed &amp; the bar, too, he said.<p>It &#x1F600; re&shy;opened &ampnow on Monday."))
	f.Add([]byte("<p>" + strings.Repeat("<b>", 600) + "The council met on Monday, she said."))
	f.Fuzz(func(t *testing.T, data []byte) {
		holds(t, &hearsay.Page{Name: "fuzz", Media: hearsay.MediaHTML, Bytes: data})
	})
}

func TestHostilePages(t *testing.T) {
	article := "<h1>Council approves the new pier</h1><p>The council of Marlow Bay approved the plan on Tuesday, the mayor said.</p>"
	for name, page := range map[string]string{
		"nested":     strings.Repeat("<div>", 5_000) + article,
		"unclosed":   strings.Repeat("<b><i><p>", 8_000) + article,
		"attributes": "<p " + strings.Repeat("a=b ", 100_000) + ">" + article,
		"comment":    article + "<!--" + strings.Repeat("-", 1_000_000),
		"rows":       "<table>" + strings.Repeat("<tr><td>1<td>2", 20_000) + "</table>" + article,
		"entities":   article + "<p>" + strings.Repeat("&amp;&nosuch;&#x110000;", 20_000),
	} {
		t.Run(name, func(t *testing.T) {
			a, _, err := Clean(&hearsay.Page{Name: name, Media: hearsay.MediaHTML, Bytes: []byte(page)})
			if err != nil {
				t.Fatal(err)
			}
			checkSpans(t, a)
			if !strings.Contains(a.Text, "approved the plan on Tuesday") {
				t.Errorf("the article is not in %.200q", a.Text)
			}
		})
	}
}

func TestNestedWithoutEnd(t *testing.T) {
	page := strings.Repeat("<div>", 100_000) + "<p>The council met on Monday, she said."
	if _, _, err := Clean(&hearsay.Page{Media: hearsay.MediaHTML, Bytes: []byte(page)}); err != ErrNested {
		t.Error(err)
	}
}

func TestPageWithoutText(t *testing.T) {
	for _, page := range []string{"<html><body></body></html>", "<html><script>render()</script><noscript>Turn it on</noscript>", "<style>p{}</style><img src=a.png>", ""} {
		if _, _, err := Clean(&hearsay.Page{Media: hearsay.MediaHTML, Bytes: []byte(page)}); err != ErrNoText {
			t.Errorf("%q: %v", page, err)
		}
	}
}
