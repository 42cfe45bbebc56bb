package feed

import (
	"errors"
	"fmt"
	"strings"

	"hearsay"
)

// record is one object, row or item: named values that together make a page.
type record struct {
	name  string
	bytes []byte
	wrap  hearsay.Wrap
	keys  map[string][]string // field -> names that hold it, the best first
	get   func(name string) (hearsay.Field, bool)
	names func() []string // what the record has, for whoever must map it
}

// Fields of a record that --map can name.
const (
	fieldHTML       = "html"
	fieldText       = "text"
	fieldTitle      = "title"
	fieldStandfirst = "standfirst"
	fieldAuthor     = "author"
	fieldDate       = "date"
	fieldOutlet     = "outlet"
	fieldURL        = "url"
)

// Fields are the fields of a record that Options.Members can name.
var Fields = []string{fieldHTML, fieldText, fieldTitle, fieldStandfirst, fieldAuthor, fieldDate, fieldOutlet, fieldURL}

// memberNames are how JSON objects and tables call the fields, in lower case
// without marks: schema.org, JSON Feed, crawlers, news interfaces.
var memberNames = map[string][]string{
	fieldHTML:       {"html", "rawhtml", "contenthtml", "bodyhtml", "htmlbody", "pagehtml"},
	fieldText:       {"articlebody", "text", "body", "content", "contenttext", "maintext", "bodytext", "fulltext", "articletext", "article", "content.rendered"},
	fieldTitle:      {"headline", "title", "title.rendered", "webtitle", "name"},
	fieldStandfirst: {"standfirst", "dek", "subtitle", "subheadline", "description", "summary", "abstract"},
	fieldAuthor:     {"author.name", "author", "authors.name", "authors", "byline", "creator.name", "creator"},
	fieldDate: {"datepublished", "publishedat", "published", "publisheddate", "publicationdate", "publishdate", "webpublicationdate", "pubdate", "dategmt",
		"datetime", "date"},
	fieldOutlet: {"publisher.name", "publisher", "outlet", "source.name", "source", "sitename", "publication", "newspaper", "site"},
	fieldURL:    {"url", "link", "canonicalurl", "sourceurl", "weburl", "permalink", "mainentityofpage.@id", "mainentityofpage", "@id", "id"},
}

// plainName is a member's name without case and marks; dots part the levels.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '_', '-', ' ', ':', '\ufeff':
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(s)))
}

// field is the first of its names that the record fills.
func (r *record) field(in *intake, field string) hearsay.Field {
	names := r.keys[field]
	if own, ok := in.Members[field]; ok {
		names = []string{plainName(own)}
	}
	for _, n := range names {
		if f, ok := r.get(n); ok && strings.TrimSpace(f.Text) != "" && fits(field, f.Text) {
			return f
		}
	}
	return hearsay.Field{}
}

// fits reports whether a value may be of a field: an address must be one, and a
// name must not.
func fits(field, value string) bool {
	isURL := strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://")
	switch field {
	case fieldURL:
		return isURL
	case fieldOutlet, fieldAuthor, fieldTitle, fieldDate:
		return !isURL && len(value) < 1000
	}
	return true
}

// errNoText is the reason that a record without a text is no page.
var errNoText = errors.New("states no text")

// record hands out the page of a record.
func (in *intake) record(r *record) bool {
	if at := invalid(r.bytes); at >= 0 {
		return in.fault(r.name, fmt.Errorf("is not UTF-8: byte 0x%02X at offset %d of the record; convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8", r.bytes[at], at))
	}
	p := &hearsay.Page{Name: r.name, Bytes: r.bytes, Wrap: r.wrap}
	p.Stated = hearsay.Stated{
		Title: plainField(r.field(in, fieldTitle)), Standfirst: plainField(r.field(in, fieldStandfirst)), Author: plainField(r.field(in, fieldAuthor)),
		Published: r.field(in, fieldDate), Outlet: plainField(r.field(in, fieldOutlet)), Address: r.field(in, fieldURL)}
	p.Address = strings.TrimSpace(p.Stated.Address.Text)
	body := r.body(in)
	if body.Text == "" && in.Follow && p.Address != "" {
		return in.fault(r.name, &Fault{Name: r.name, Err: errNoText, Address: p.Address})
	}
	if body.Text == "" && r.wrap == hearsay.WrapXML {
		body, p.Stated.Standfirst = r.field(in, fieldStandfirst), hearsay.Field{}
	}
	if body.Text == "" {
		return in.fault(r.name, r.without(p.Address))
	}
	p.Body = body
	if p.Media = hearsay.MediaText; r.marked(in, body.Text) {
		p.Media = hearsay.MediaHTML
		if len(body.Text) > MaxPage {
			return in.fault(r.name, tooLarge(len(body.Text), MaxPage))
		}
		return in.page(p)
	}
	if p.Body = plainField(body); len(p.Body.Text) > MaxText {
		return in.fault(r.name, fmt.Errorf("is a text of %s, the limit is %s; give each article as a record of its own", size(len(p.Body.Text)), size(MaxText)))
	}
	if err := checkText([]byte(p.Body.Text), ""); err != nil {
		return in.fault(r.name, err)
	}
	return in.page(p)
}

// body is the page of a record, or its text.
func (r *record) body(in *intake) hearsay.Field {
	if f := r.field(in, fieldHTML); f.Text != "" {
		return f
	}
	return r.field(in, fieldText)
}

// marked reports whether the body of a record is HTML.
func (r *record) marked(in *intake, text string) bool {
	if f := r.field(in, fieldHTML); f.Text != "" {
		return true
	}
	lower := strings.ToLower(text[:min(len(text), sniffed)])
	for _, tag := range []string{"<p>", "<p ", "</p>", "<br", "<div", "<html", "<body", "<a href", "<h2", "<li>", "<em>", "<strong>", "<img "} {
		if strings.Contains(lower, tag) {
			return true
		}
	}
	return false
}

// without says what a record lacks, and what to do.
func (r *record) without(address string) error {
	if address != "" {
		return fmt.Errorf("%w, only the address %s; give --follow to fetch it, or --map text=NAME if a member holds the text", errNoText, address)
	}
	names := r.names()
	if len(names) > 8 {
		names = append(names[:8:8], "...")
	}
	return fmt.Errorf("%w; it has %s: give --map text=NAME, or html=NAME", errNoText, strings.Join(names, ", "))
}

// plainField is a value with its entities decoded, as titles and names have
// them even where they are no HTML.
func plainField(f hearsay.Field) hearsay.Field {
	if !strings.Contains(f.Text, "&") {
		return f
	}
	var w writer
	last := 0
	for at := 0; at < len(f.Text); {
		n, text := entity(f.Text[at:])
		if n == 0 {
			at++
			continue
		}
		w.field(f.Cut(last, at))
		w.put(text, f.Cut(at, at+n).Raw())
		at += n
		last = at
	}
	w.field(f.Cut(last, len(f.Text)))
	return w.done()
}

// writer gathers a field stretch by stretch.
type writer struct {
	text   strings.Builder
	pieces []hearsay.Piece
}

// put adds a text that stands for bytes of the record; it joins the piece before
// when both are those very bytes.
func (w *writer) put(text string, raw hearsay.Raw) {
	if text == "" {
		return
	}
	from := int32(w.text.Len())
	w.text.WriteString(text)
	p := hearsay.Piece{Clean: hearsay.Span{Start: from, End: from + int32(len(text))}, Raw: raw}
	if n := len(w.pieces); n > 0 {
		last := &w.pieces[n-1]
		if exact(*last) && exact(p) && last.Clean.End == p.Clean.Start && last.Raw.End == p.Raw.Start {
			last.Clean.End, last.Raw.End = p.Clean.End, p.Raw.End
			return
		}
	}
	w.pieces = append(w.pieces, p)
}

func exact(p hearsay.Piece) bool { return p.Clean.Len() == int(p.Raw.End-p.Raw.Start) }

// field adds a field.
func (w *writer) field(f hearsay.Field) {
	for _, p := range f.Pieces {
		w.put(p.Clean.Of(f.Text), p.Raw)
	}
}

func (w *writer) done() hearsay.Field { return hearsay.Field{Text: w.text.String(), Pieces: w.pieces} }

// identity is a field that stands in the record as it is.
func identity(data []byte, from, to int) hearsay.Field {
	var w writer
	w.put(string(data[from:to]), hearsay.Raw{Start: int32(from), End: int32(to)})
	return w.done()
}
