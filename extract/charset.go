package extract

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"hearsay"
)

// source is a page as UTF-8 with the way back to its bytes.
type source struct {
	text   string
	pieces []hearsay.Piece // text to bytes of the page; nil when they are the same
	lossy  bool            // some bytes belong to no character of the charset
}

// decode reads a page's bytes as characters: a record's body as it was
// unwrapped; UTF-8 when the bytes are; else in the charset that the server, the
// byte order mark or a meta tag names or the bytes suggest.
func decode(p *hearsay.Page) source {
	page := p.Bytes
	switch {
	case p.Wrap != hearsay.WrapNone:
		return source{text: p.Body.Text, pieces: p.Body.Pieces}
	case utf8.Valid(page):
		return source{text: string(page)}
	}
	if enc := Encoding(p); enc != nil {
		return recoded(page, enc)
	}
	return repaired(page)
}

// Encoding is the charset of a page whose bytes are not UTF-8; nil when the page
// is UTF-8 with mistakes.
func Encoding(p *hearsay.Page) encoding.Encoding {
	start := p.Bytes[:min(len(p.Bytes), 16<<10)]
	enc, name, certain := charset.DetermineEncoding(start, "text/html; charset="+p.Charset)
	if !certain {
		if e, n := charset.Lookup(namedCharset(start)); e != nil {
			enc, name = e, n
		}
	}
	if name == "utf-8" {
		return nil
	}
	return enc
}

// namedCharset is the charset that a meta tag of a page names, however far from
// its beginning: browsers look at 1,024 bytes, archives put more before it.
func namedCharset(start []byte) string {
	for {
		at := bytes.Index(start, []byte("<meta"))
		if at < 0 {
			return ""
		}
		start = start[at+len("<meta"):]
		tag := start[:max(bytes.IndexByte(start, '>'), 0)]
		if _, name, ok := bytes.Cut(bytes.ToLower(tag), []byte("charset=")); ok {
			name = bytes.TrimLeft(name, "\"' ")
			if end := bytes.IndexAny(name, "\"' ;/"); end >= 0 {
				name = name[:end]
			}
			return string(name)
		}
	}
}

// repaired is a page in UTF-8 with each wrong byte replaced by U+FFFD.
func repaired(page []byte) source {
	s := source{lossy: true}
	var out []byte
	for at := 0; at < len(page); {
		n := at
		for n < len(page) {
			r, size := utf8.DecodeRune(page[n:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			n += size
		}
		if n > at {
			s.pieces = append(s.pieces, pieceOf(len(out), len(out)+n-at, at, n))
			out = append(out, page[at:n]...)
		}
		if n < len(page) {
			s.pieces = append(s.pieces, pieceOf(len(out), len(out)+3, n, n+1))
			out = append(out, "\ufffd"...)
			n++
		}
		at = n
	}
	s.text = string(out)
	return s
}

// recoded is a page of another charset: plain ASCII in runs, every other
// character as a piece of its own.
func recoded(page []byte, enc encoding.Encoding) source {
	var s source
	d := enc.NewDecoder()
	out := make([]byte, 0, len(page)+len(page)/8)
	var room [8]byte
	for at := 0; at < len(page); {
		run := at
		for run < len(page) && page[run] < 0x80 && page[run] != 0x1b && plainASCII(page, run) {
			run++
		}
		if run > at {
			s.pieces = append(s.pieces, pieceOf(len(out), len(out)+run-at, at, run))
			out = append(out, page[at:run]...)
			at = run
			continue
		}
		nDst, nSrc := oneCharacter(d, room[:], page[at:])
		if nSrc == 0 {
			nSrc = 1
			nDst = copy(room[:], "\ufffd")
			s.lossy = true
		}
		if nDst > 0 {
			s.pieces = append(s.pieces, pieceOf(len(out), len(out)+nDst, at, at+nSrc))
			out = append(out, room[:nDst]...)
		}
		at += nSrc
	}
	s.text = string(out)
	return s
}

// plainASCII reports whether the ASCII byte at i stands for itself: beside NUL
// bytes it is half of a character of UTF-16.
func plainASCII(page []byte, i int) bool {
	return page[i] != 0 && (i+1 >= len(page) || page[i+1] != 0) && (i == 0 || page[i-1] != 0)
}

// oneCharacter decodes the shortest beginning of src that makes a character.
func oneCharacter(d *encoding.Decoder, room, src []byte) (nDst, nSrc int) {
	for n := 1; n <= min(8, len(src)); n++ {
		d.Reset()
		dst, used, err := d.Transform(room, src[:n], n == len(src))
		if err == nil && used == n && dst > 0 {
			return dst, used
		}
	}
	return 0, 0
}

func pieceOf(a, b, from, to int) hearsay.Piece {
	return hearsay.Piece{Clean: hearsay.Span{Start: int32(a), End: int32(b)}, Raw: hearsay.Raw{Start: int32(from), End: int32(to)}}
}

// original turns pieces whose Raw counts in s.text into pieces of the page.
func (s *source) original(p passage) passage {
	if s.pieces == nil {
		return p
	}
	out := passage{text: p.text}
	for _, piece := range p.pieces {
		exact := piece.Clean.Len() == int(piece.Raw.End-piece.Raw.Start)
		if !exact {
			piece.Raw = s.raw(piece.Raw)
			out.pieces = append(out.pieces, piece)
			continue
		}
		inner := hearsay.Field{Text: s.text, Pieces: s.pieces}
		for _, q := range inner.Cut(int(piece.Raw.Start), int(piece.Raw.End)).Pieces {
			q.Clean.Start += piece.Clean.Start
			q.Clean.End += piece.Clean.Start
			out.pieces = append(out.pieces, q)
		}
	}
	return out
}

// raw turns a range of s.text into a range of the page's bytes.
func (s *source) raw(r hearsay.Raw) hearsay.Raw {
	if s.pieces == nil || r.End <= r.Start {
		return r
	}
	a := hearsay.Article{Pieces: s.pieces}
	return a.RawOf(hearsay.Span(r))
}
