package hearsay

// Span is a half-open byte range [Start,End) of Article.Text. Both ends lie on
// rune boundaries. The zero value means "nothing".
type Span struct{ Start, End int32 }

// Len is the number of bytes covered.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty reports whether s covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the stretch of text that s covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover is the smallest span that holds all of spans; zero for none.
func Cover(spans []Span) Span {
	var c Span
	for i, s := range spans {
		if i == 0 {
			c = s
			continue
		}
		c = Span{min(c.Start, s.Start), max(c.End, s.End)}
	}
	return c
}

// Raw is a half-open byte range of Page.Bytes.
type Raw struct{ Start, End int32 }

// Place is a span of one of the articles of a dossier.
type Place struct {
	Article int32 // index into Dossier.Readings
	Span    Span
}

// Ref names a statement, mention or entity of one reading of a dossier.
type Ref struct {
	Article int32 // index into Dossier.Readings
	Index   int32 // index into the reading's Statements, Mentions or Entities
}

// Evidence is a stretch of the input that a cell rests on. It lies in
// Article.Text when InText is set; otherwise (a byline, a date in the page
// chrome) only Raw and Text say where and what it is.
type Evidence struct {
	Raw    Raw
	Text   string // the stretch itself: for text input the raw bytes, for HTML decoded
	Span   Span   // valid when InText
	InText bool
}
