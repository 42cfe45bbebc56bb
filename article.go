package hearsay

import "strings"

// Media is the kind of a page.
type Media uint8

const (
	MediaText Media = iota
	MediaHTML
)

// Page is what came in, before anything is understood. A file is a page; so is
// each record of a container, whose bytes then are the record's own: the body
// of an HTTP response in a WARC file, the object of a JSON file, the row of a
// table, the item of a feed.
type Page struct {
	Name    string // the input as its user named it: a path, an address, "-"; with "#3" behind it for the third record
	Media   Media
	Bytes   []byte // as read, decompressed; every Raw points into it
	Address string // where it was published, when the input says so
	Charset string // of Bytes as its server names it; empty when none does
	Wrap    Wrap
	Body    Field // what is to be read, when Bytes wrap it; zero when Bytes are the page
	Stated  Stated
}

// Wrap is how a record's bytes hold the page.
type Wrap uint8

const (
	WrapNone     Wrap = iota // Bytes are the page
	WrapJSON                 // in strings of a JSON object
	WrapXML                  // in elements, with entities or CDATA
	WrapCSV                  // in cells of a row, quotation marks doubled
	WrapMarkdown             // between marks of Markdown
)

// Field is a value of a record as its reader gets it, escapes undone.
type Field struct {
	Text   string
	Pieces []Piece // Text to Page.Bytes, in order; what no piece holds (white space between parts, tags in place of Markdown's marks) stands for nothing
}

// Cut returns the part [from,to) of f.
func (f Field) Cut(from, to int) Field {
	if from == 0 && to == len(f.Text) {
		return f
	}
	a, b := int32(from), int32(to)
	out := Field{Text: f.Text[from:to]}
	for _, piece := range f.Pieces[f.pieceAfter(a):] {
		if piece.Clean.Start >= b {
			break
		}
		exact := piece.Clean.Len() == int(piece.Raw.End-piece.Raw.Start)
		if d := a - piece.Clean.Start; d > 0 {
			piece.Clean.Start = a
			if exact {
				piece.Raw.Start += d
			}
		}
		if d := piece.Clean.End - b; d > 0 {
			piece.Clean.End = b
			if exact {
				piece.Raw.End -= d
			}
		}
		piece.Clean.Start -= a
		piece.Clean.End -= a
		out.Pieces = append(out.Pieces, piece)
	}
	return out
}

// pieceAfter is the first piece that ends behind at.
func (f Field) pieceAfter(at int32) int {
	lo, hi := 0, len(f.Pieces)
	for lo < hi {
		if m := (lo + hi) / 2; f.Pieces[m].Clean.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// Raw is where the whole field stands in Page.Bytes; zero for an empty one.
func (f Field) Raw() Raw {
	if len(f.Pieces) == 0 {
		return Raw{}
	}
	return Raw{f.Pieces[0].Raw.Start, f.Pieces[len(f.Pieces)-1].Raw.End}
}

// Stated is what the record around a page says of it; empty fields for what it
// does not say.
type Stated struct {
	Title      Field
	Standfirst Field
	Author     Field
	Published  Field
	Outlet     Field
	Address    Field
}

// Article is one account as published, cleaned. Its Text is the headline, the
// standfirst and the body blocks in the input's order, joined by a blank line;
// the characters are the input's own.
type Article struct {
	Page       *Page
	SHA256     string // of Page.Bytes, hexadecimal
	Address    string // where it was published, as its page or its input says; empty when neither does
	Language   string // BCP 47; empty when unknown
	Text       string
	Blocks     []Block // in order; Text is their join
	Pieces     []Piece // Text to Page.Bytes, in order, without gaps inside blocks
	Outlet     Outlet
	Headline   Span // zero when the input has none
	Standfirst Span // zero when the input has none
	Byline     *Evidence
	Credits    []Credit
	Section    *Evidence // the outlet's section that it stands in, as its page says
	Published  *Date
	Modified   *Date // when it was last changed, as its page says
	Chrome     []Dropped
}

// Role is what a block is for.
type Role uint8

const (
	RoleParagraph Role = iota
	RoleHeadline
	RoleStandfirst
	RoleSubhead
	RoleListItem
)

// Body reports whether a block of this role is part of the body.
func (r Role) Body() bool { return r != RoleHeadline && r != RoleStandfirst }

// Block is one headline, standfirst or body paragraph.
type Block struct {
	Span
	Role Role
}

// Piece maps a stretch of Article.Text to a stretch of Page.Bytes. When both
// are equally long they correspond byte by byte; otherwise (a decoded entity, a
// character of another charset) only as wholes.
type Piece struct {
	Clean Span
	Raw   Raw
}

// RawOf maps a span of a.Text to bytes of the page. It is exact for spans whose
// ends fall on piece boundaries or inside byte-by-byte pieces, and takes in the
// whole of a decoded piece otherwise.
func (a *Article) RawOf(s Span) Raw {
	return Raw{a.rawStart(s.Start), a.rawEnd(s.End)}
}

func (a *Article) rawStart(at int32) int32 {
	p := a.Pieces[a.pieceAt(at)]
	if d := at - p.Clean.Start; at < p.Clean.End && p.Clean.Len() == int(p.Raw.End-p.Raw.Start) {
		return p.Raw.Start + max(d, 0)
	}
	if at >= p.Clean.End {
		return p.Raw.End
	}
	return p.Raw.Start
}

func (a *Article) rawEnd(at int32) int32 {
	p := a.Pieces[a.pieceAt(at-1)]
	if d := at - p.Clean.Start; at < p.Clean.End && p.Clean.Len() == int(p.Raw.End-p.Raw.Start) {
		return p.Raw.Start + max(d, 0)
	}
	return p.Raw.End
}

// pieceAt is the last piece that starts at or before at.
func (a *Article) pieceAt(at int32) int {
	lo, hi := 0, len(a.Pieces)
	for lo < hi {
		if m := (lo + hi) / 2; a.Pieces[m].Clean.Start <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return max(lo-1, 0)
}

// Evidence is the cell for a span of the article's text.
func (a *Article) Evidence(s Span) Evidence {
	return Evidence{Raw: a.RawOf(s), Text: s.Of(a.Text), Span: s, InText: true}
}

// Outlet is who publishes the article; Name is empty when the input does not say.
type Outlet struct {
	Name     string
	Evidence []Evidence
}

// SameMedium reports whether two names are of one medium: "The Post", "post".
func SameMedium(a, b string) bool {
	bare := func(name string) string { return strings.TrimPrefix(strings.ToLower(name), "the ") }
	return bare(a) == bare(b)
}

// Credit names an agency that supplied copy.
type Credit struct {
	Agency   string // canonical name: "Reuters" for "(with inputs from REUTERS)"
	Evidence Evidence
}

// Dropped is a stretch of the page that is not part of the account.
type Dropped struct {
	Raw    Raw
	Reason string // one of a short list of words: "advertisement", "player", "related link", ...
}

// Precision is how much of a date is known.
type Precision uint8

const (
	PrecisionUnknown Precision = iota
	PrecisionYear
	PrecisionSeason // also quarters and halves
	PrecisionMonth
	PrecisionWeek
	PrecisionDay
	PrecisionMinute
	PrecisionInterval // Value is an EDTF interval a/b
	PrecisionApproximate
)

var precisionNames = [...]string{"unknown", "year", "season", "month", "week", "day", "minute", "interval", "approximate"}

func (p Precision) String() string { return precisionNames[p] }

// Date is a point or interval of time as the input gives it, never more precise.
type Date struct {
	Value     string // ISO 8601 or EDTF
	Precision Precision
	Evidence  Evidence
	Guessed   bool // found by heuristics in the page, not stated or marked up
}

var roleNames = [...]string{"paragraph", "headline", "standfirst", "subhead", "list item"}

func (r Role) String() string { return roleNames[r] }
