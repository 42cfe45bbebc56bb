package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// passage is a stretch of visible text with the bytes of the page that it
// stands for. Clean spans of its pieces count from the start of text; they
// touch one another.
type passage struct {
	text   string
	pieces []hearsay.Piece
}

// identity is the passage of page text that needs no decoding.
func identity(page string, from, to int) passage {
	return passage{page[from:to], []hearsay.Piece{{
		Clean: hearsay.Span{Start: 0, End: int32(to - from)},
		Raw:   hearsay.Raw{Start: int32(from), End: int32(to)}}}}
}

// cut returns the part [from,to) of p.
func (p passage) cut(from, to int) passage {
	f := hearsay.Field{Text: p.text, Pieces: p.pieces}.Cut(from, to)
	return passage{f.Text, f.Pieces}
}

// raw is the range of the page that p stands for.
func (p passage) raw() hearsay.Raw {
	if len(p.pieces) == 0 {
		return hearsay.Raw{}
	}
	return hearsay.Raw{Start: p.pieces[0].Raw.Start, End: p.pieces[len(p.pieces)-1].Raw.End}
}

// evidence is the cell for a part of a passage that does not stand in the
// article's text.
func (p passage) evidence(from, to int) hearsay.Evidence {
	c := p.cut(from, to)
	return hearsay.Evidence{Raw: c.raw(), Text: c.text}
}

// trim cuts white space and byte order marks from both ends.
func (p passage) trim() passage {
	from, to := trimmed(p.text, 0, len(p.text))
	return p.cut(from, to)
}

// trimmed narrows [from,to) of s to what is left without white space at its ends.
func trimmed(s string, from, to int) (int, int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(s[from:to])
		if !blank(r) {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(s[from:to])
		if !blank(r) {
			break
		}
		to -= n
	}
	return from, to
}

// blank reports whether r shows nothing: white space, zero width space and
// joiners, byte order mark.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r == '\u2060'
}

// block is a passage that belongs to the account.
type block struct {
	passage
	role hearsay.Role
}

// assemble joins blocks into the article's text.
func assemble(a *hearsay.Article, blocks []block) {
	var text strings.Builder
	for _, b := range blocks {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		at := int32(text.Len())
		text.WriteString(b.text)
		a.Blocks = append(a.Blocks, hearsay.Block{Span: hearsay.Span{Start: at, End: int32(text.Len())}, Role: b.role})
		for _, p := range b.pieces {
			p.Clean.Start += at
			p.Clean.End += at
			a.Pieces = append(a.Pieces, p)
		}
	}
	a.Text = text.String()
	for _, b := range a.Blocks {
		switch {
		case b.Role == hearsay.RoleHeadline && a.Headline.Empty():
			a.Headline = b.Span
		case b.Role == hearsay.RoleStandfirst && a.Standfirst.Empty():
			a.Standfirst = b.Span
		}
	}
}
