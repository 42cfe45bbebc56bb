package extract

import (
	"fmt"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/txtcase"
)

func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		p := &hearsay.Page{Name: c.Name, Bytes: []byte(strings.TrimSuffix(c.In, "\n"))}
		if html, ok := c.More["page"]; ok {
			p.Bytes, p.Media = []byte(html), hearsay.MediaHTML
		}
		a, doubts, err := Clean(p)
		if err != nil {
			return "error: " + err.Error() + "\n"
		}
		checkSpans(t, a)
		return show(a, doubts)
	})
}

// show writes an article one part a line.
func show(a *hearsay.Article, doubts []hearsay.Doubt) string {
	var b strings.Builder
	if a.Language != "en" {
		fmt.Fprintf(&b, "language: %s\n", a.Language)
	}
	if a.Outlet.Name != "" {
		fmt.Fprintf(&b, "outlet: %s\n", a.Outlet.Name)
	}
	if a.Byline != nil {
		fmt.Fprintf(&b, "byline: %s\n", a.Byline.Text)
	}
	for _, c := range a.Credits {
		fmt.Fprintf(&b, "credit: %s (%s)\n", c.Agency, c.Evidence.Text)
	}
	if p := a.Published; p != nil {
		guess := ""
		if p.Guessed {
			guess = " guessed"
		}
		fmt.Fprintf(&b, "published: %s %s%s (%s)\n", p.Value, p.Precision, guess, p.Evidence.Text)
	}
	if m := a.Modified; m != nil {
		fmt.Fprintf(&b, "modified: %s %s (%s)\n", m.Value, m.Precision, m.Evidence.Text)
	}
	if a.Section != nil {
		fmt.Fprintf(&b, "section: %s\n", a.Section.Text)
	}
	for _, block := range a.Blocks {
		fmt.Fprintf(&b, "%s: %s\n", roleNames[block.Role], strings.ReplaceAll(block.Of(a.Text), "\n", "\\n"))
	}
	for _, c := range a.Chrome {
		raw := string(a.Page.Bytes[c.Raw.Start:c.Raw.End])
		if a.Page.Media == hearsay.MediaHTML {
			continue
		}
		fmt.Fprintf(&b, "- %s: %s\n", c.Reason, strings.ReplaceAll(raw, "\n", "\\n"))
	}
	for _, d := range doubts {
		at := ""
		if d.Evidence != nil {
			at = " (" + d.Evidence.Text + ")"
		}
		fmt.Fprintf(&b, "doubt: %s%s\n", d.Kind, at)
	}
	return b.String()
}

var roleNames = [...]string{"p", "headline", "standfirst", "subhead", "item"}

// checkSpans holds the invariants of every article.
func checkSpans(t *testing.T, a *hearsay.Article) {
	t.Helper()
	raw := func(r hearsay.Raw) string {
		if r.Start < 0 || r.End < r.Start || int(r.End) > len(a.Page.Bytes) {
			t.Fatalf("raw %v outside the page of %d bytes", r, len(a.Page.Bytes))
		}
		return string(a.Page.Bytes[r.Start:r.End])
	}
	cell := func(e hearsay.Evidence) {
		if s := raw(e.Raw); a.Page.Media == hearsay.MediaText && s != e.Text {
			t.Fatalf("evidence %q is %q in the page", e.Text, s)
		}
	}
	last := hearsay.Raw{}
	for i, b := range a.Blocks {
		if b.Start < 0 || b.Start >= b.End || int(b.End) > len(a.Text) || i > 0 && b.Start != a.Blocks[i-1].End+2 {
			t.Fatalf("block %d at %v", i, b.Span)
		}
		r := a.RawOf(b.Span)
		if s := raw(r); a.Page.Media == hearsay.MediaText && s != b.Of(a.Text) {
			t.Fatalf("block %q is %q in the page", b.Of(a.Text), s)
		}
		if r.Start < last.End {
			t.Fatalf("block %d at %v stands before the end of the one above, %v", i, r, last)
		}
		last = r
	}
	at := int32(0)
	for _, p := range a.Pieces {
		if p.Clean.Start < at || p.Clean.Len() == 0 {
			t.Fatalf("piece %v after %d", p, at)
		}
		at = p.Clean.End
		raw(p.Raw)
	}
	for _, c := range a.Chrome {
		raw(c.Raw)
	}
	for _, e := range a.Outlet.Evidence {
		cell(e)
	}
	for _, c := range a.Credits {
		cell(c.Evidence)
	}
	if a.Byline != nil {
		cell(*a.Byline)
	}
	if a.Published != nil {
		cell(a.Published.Evidence)
	}
	if a.Modified != nil {
		cell(a.Modified.Evidence)
	}
	if a.Section != nil {
		cell(*a.Section)
	}
}
