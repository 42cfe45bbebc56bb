// Package web shows a dossier to people: [Report] prints one HTML file that
// needs nothing else.
//
//	web.Report(file, dossier, nil)
//
// One law is visible on every page: what is set in the serif is source text and
// links to its place; what is set in the sans is hearsay's own label. Text of
// accounts is hostile and only ever escaped.
package web

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"hearsay/schema"
)

//go:embed *.html report.css report.js
var files embed.FS

var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"plural": plural,
	"fold":   fold,
}).ParseFS(files, "*.html"))

var (
	style  = mustRead("report.css")
	script = mustRead("report.js")
)

// Report prints the dossier as one HTML file without scripts or styles from
// elsewhere. Inputs are the bytes of the inputs by their names as the articles
// give them (Article.Input); with them the page can show what was left out as
// chrome. It may be nil, and bytes whose digest differs from the article's are
// not used.
func Report(w io.Writer, d *schema.Dossier, inputs map[string][]byte) error {
	if err := pages.ExecuteTemplate(w, "report.html", newPage(d, inputs)); err != nil {
		return fmt.Errorf("print HTML report: %w", err)
	}
	return nil
}

// page is all that the templates show, in the order of the sections.
type page struct {
	Policy        string
	Style, Script template.HTML
	Model         string
	Head          head
	Matrices      []matrix
	Disputes      []dispute
	Funnel        funnel
	Utterances    utterances
	Lanes         lanes
	Omissions     []omission
	Wordings      wordings
	Doubts        []doubtGroup
	DoubtCount    int
	Accounts      []*account
	Articles      []articleView
	ClaimCount    int
}

func newPage(d *schema.Dossier, inputs map[string][]byte) *page {
	x := newIndex(d)
	p := &page{
		Policy: "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script) +
			"'; base-uri 'none'; form-action 'none'",
		Style:      template.HTML("<style>" + style + "</style>"),
		Script:     template.HTML("<script>" + script + "</script>"),
		Model:      d.Model,
		Matrices:   x.matrices(),
		Disputes:   x.disputes(),
		Funnel:     x.funnel(),
		Utterances: x.utterances(),
		Lanes:      x.lanes(),
		Omissions:  x.omissions(),
		Wordings:   x.wordings(),
		Doubts:     x.doubts(),
		DoubtCount: len(d.Doubts),
		Accounts:   x.accounts,
		ClaimCount: len(d.Claims),
	}
	p.Head = x.head(p)
	p.Articles = x.articles(inputs) // last: it marks every place that the sections above link to
	return p
}

// digest is the source expression of a content security policy that allows
// exactly this text.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func mustRead(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// plural is "1 claim" or "2 claims"; the plural is the second word.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
