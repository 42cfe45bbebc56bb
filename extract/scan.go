package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"hearsay"
)

const (
	deepest    = 512     // open elements that are kept; more are not told apart
	mostBlocks = 200_000 // blocks of a page; no page for people has so many
)

// element is an open element of a page.
type element struct {
	tag   string
	marks places // of itself and all around it
	class []uint32
	id    int32 // number of the element in the page
}

// places says in which kinds of elements something stands.
type places uint32

const (
	inArticle places = 1 << iota
	inMain
	inSection
	inAside
	inNav
	inFooter
	inHeader
	inForm
	inFigure
	inList
	inTable
	inQuote
	inBody // itemprop=articleBody
	inLink
	inHeading
	inCaption
	inHidden
	inDefinition
	inAuthor  // an element whose class, rel or itemprop calls it the author
	inComment // what readers say of the thing
)

// fragment is the text of one block of a page with what surrounds it.
type fragment struct {
	passage        // raw counts in the decoded page until the end of the scan
	tag     string // of the block element that it stands in
	marks   places
	depth   int
	linked  int      // bytes of text inside links
	links   int      // links
	class   []uint32 // hashes of the words of class and id of the elements around it, inner first
	parent  int32    // number of the block element around tag
	own     int32    // number of tag
	at      int      // where it begins in the decoded page
	breaks  int      // <br> before it since the block began
	author  [2]int   // bytes of text that an element called the author holds
}

// scan is one pass over a page.
type scan struct {
	src    source
	z      *html.Tokenizer
	at     int
	open   []element
	over   int // elements open beyond the deepest
	beyond int // elements that were ever opened there
	count  int32
	skip   string // the element whose content is not text, "" for none
	nested int
	inner  map[string]int // elements that were opened inside it and not closed
	told   int            // end of a <noscript> that holds a text
	build  builder
	cur    fragment
	out    []fragment
	markup pageHead
	script hearsay.Raw // of the JSON-LD that is being read
	title  bool
}

// read scans a page into its blocks of text and its head.
func read(src source) *scan {
	s := &scan{src: src, z: html.NewTokenizer(strings.NewReader(src.text))}
	s.build.reset()
	for {
		kind := s.z.Next()
		from := s.at
		s.at += len(s.z.Raw())
		if kind == html.ErrorToken {
			break
		}
		switch kind {
		case html.TextToken:
			s.textAt(from, s.at)
		case html.StartTagToken, html.SelfClosingTagToken:
			s.startTag(from, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := s.z.TagName()
			s.endTag(string(name))
		}
		if len(s.out) > mostBlocks {
			break
		}
	}
	s.flush()
	for i := range s.out {
		s.out[i].passage = s.src.original(s.out[i].passage)
	}
	return s
}

// silent are the elements whose content no reader sees.
var silent = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "svg": true, "math": true, "iframe": true,
	"object": true, "select": true, "button": true, "textarea": true, "canvas": true, "audio": true, "video": true, "map": true, "noembed": true,
	"noframes": true, "datalist": true, "dialog": true, "title": true, "rt": true, "rp": true}

// unseen are those that may stand inside a paragraph without parting it.
var unseen = map[string]bool{"script": true, "style": true}

// void are the elements without content.
var void = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true,
	"meta": true, "param": true, "source": true, "track": true, "wbr": true}

// inline are the elements that do not part a line.
var inline = map[string]bool{"a": true, "abbr": true, "acronym": true, "b": true, "bdi": true, "bdo": true, "big": true, "cite": true, "code": true,
	"data": true, "del": true, "dfn": true, "em": true, "font": true, "i": true, "ins": true, "kbd": true, "label": true, "mark": true, "nobr": true,
	"output": true, "q": true, "ruby": true, "rp": true, "rt": true, "s": true, "samp": true, "small": true, "span": true, "strike": true,
	"strong": true, "sub": true, "sup": true, "time": true, "tt": true, "u": true, "var": true, "wbr": true, "img": true, "picture": true, "source": true,
	"input": true, "meta": true, "link": true, "amp-img": true, "center": false}

var placeOf = map[string]places{"article": inArticle, "main": inMain, "section": inSection, "aside": inAside, "nav": inNav, "footer": inFooter,
	"header": inHeader, "form": inForm, "fieldset": inForm, "figure": inFigure, "ul": inList, "ol": inList, "table": inTable, "blockquote": inQuote,
	"a": inLink, "h1": inHeading, "h2": inHeading, "h3": inHeading, "h4": inHeading, "h5": inHeading, "h6": inHeading,
	"figcaption": inCaption, "caption": inCaption, "dl": inDefinition}

func (s *scan) textAt(from, to int) {
	switch {
	case s.title:
		if s.markup.title.text == "" {
			s.markup.title = s.plain(from, to)
		}
	case s.script.Start > 0:
		s.markup.scripts = append(s.markup.scripts, hearsay.Raw{Start: int32(from), End: int32(to)})
	}
	if s.skip != "" || s.inside("head") {
		return
	}
	before := len(s.build.text)
	if s.build.empty() {
		s.begin(from)
	}
	s.build.write(s.src.text[from:to], from)
	marks := s.top().marks
	if marks&inLink != 0 {
		s.cur.linked += len(s.build.text) - before
	}
	if marks&inAuthor != 0 && len(s.build.text) > before {
		if s.cur.author[1] == 0 {
			s.cur.author[0] = before
		}
		s.cur.author[1] = len(s.build.text)
	}
}

// inside reports whether the innermost block element is tag.
func (s *scan) inside(tag string) bool {
	return len(s.open) > 0 && s.open[len(s.open)-1].tag == tag
}

func (s *scan) top() element {
	if len(s.open) == 0 {
		return element{}
	}
	return s.open[len(s.open)-1]
}

// begin notes where a block stands.
func (s *scan) begin(at int) {
	s.cur = fragment{at: at, breaks: s.cur.breaks, depth: len(s.open) + s.over, tag: "body", parent: -1, own: -1}
	s.cur.marks = s.top().marks
	found := false
	for i := len(s.open) - 1; i >= 0; i-- {
		e := &s.open[i]
		if len(s.cur.class) < 12 {
			s.cur.class = append(s.cur.class, e.class...)
		}
		if inline[e.tag] {
			continue
		}
		if !found {
			s.cur.tag, s.cur.own, found = e.tag, e.id, true
		} else if s.cur.parent < 0 {
			s.cur.parent = e.id
		}
	}
}

// flush ends a block.
func (s *scan) flush() {
	text := string(s.build.text)
	p := s.build.done()
	s.build.reset()
	if p.text == "" {
		s.cur.linked, s.cur.links = 0, 0
		return
	}
	if lead, _ := trimmed(text, 0, len(text)); lead > 0 {
		s.cur.author[0], s.cur.author[1] = max(s.cur.author[0]-lead, 0), max(s.cur.author[1]-lead, 0)
	}
	s.cur.author[1] = min(s.cur.author[1], len(p.text))
	s.cur.passage = p
	s.out = append(s.out, s.cur)
	s.cur = fragment{}
}

func (s *scan) startTag(from int, closed bool) {
	name, more := s.z.TagName()
	tag := string(name)
	raw := s.src.text[from:s.at]
	var a attributes
	if more {
		a = s.attributes()
	}
	s.noteHead(tag, a, raw, from)
	if s.skip != "" && !s.breaksOut(tag) {
		s.startSkipped(tag, closed)
		return
	}
	if tag == "br" || tag == "hr" {
		s.lineBreak(from)
		return
	}
	if !inline[tag] && !unseen[tag] {
		s.flush()
		s.impliedEnds(tag)
	}
	if tag == "a" {
		s.cur.links++
	}
	if tag == "noscript" && s.tells(from) {
		s.z.NextIsNotRawText()
	} else if silent[tag] {
		if !closed {
			s.skip, s.nested = tag, 1
			clear(s.inner)
			s.title = tag == "title"
			if tag == "script" && strings.Contains(strings.ToLower(a.kind), "ld+json") {
				s.script = hearsay.Raw{Start: int32(from) + 1}
			}
		}
		return
	}
	if void[tag] || closed && inline[tag] {
		return
	}
	s.push(tag, a)
}

func (s *scan) push(tag string, a attributes) {
	if len(s.open) >= deepest {
		s.over++
		s.beyond++
		return
	}
	s.count++
	outer := s.top()
	e := element{tag: tag, id: s.count, marks: outer.marks | placeOf[tag] | a.places(), class: a.words()}
	s.open = append(s.open, e)
}

// lineBreak ends the block, except inside headings and captions, where the
// words of one line follow those of the other.
func (s *scan) lineBreak(from int) {
	if s.top().marks&(inHeading|inCaption) != 0 {
		s.build.space(from, s.at)
		return
	}
	s.flush()
	s.cur.breaks++
}

// impliedEnds closes the elements that a start tag ends: a paragraph before any
// block, an item before the next.
func (s *scan) impliedEnds(tag string) {
	for len(s.open) > 0 {
		switch t := s.top().tag; {
		case t == "p",
			t == "li" && tag == "li",
			(t == "dt" || t == "dd") && (tag == "dt" || tag == "dd"),
			(t == "td" || t == "th") && (tag == "td" || tag == "th" || tag == "tr"),
			t == "tr" && tag == "tr",
			t == "option" && tag == "option",
			t == "head" && tag == "body":
			s.open = s.open[:len(s.open)-1]
		case inline[t] && tag == "p":
			if !s.paragraphOpen() {
				return
			}
			s.open = s.open[:len(s.open)-1]
		default:
			return
		}
	}
}

// paragraphOpen reports whether a paragraph is open around inline elements.
func (s *scan) paragraphOpen() bool {
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].tag == "p" {
			return true
		}
		if !inline[s.open[i].tag] {
			return false
		}
	}
	return false
}

func (s *scan) endTag(tag string) {
	if s.skip != "" && !s.endsSkip(tag) {
		return
	}
	if !inline[tag] {
		s.flush()
	}
	if s.over > 0 {
		s.over--
		return
	}
	for i := len(s.open) - 1; i >= 0 && i >= len(s.open)-40; i-- {
		if s.open[i].tag == tag {
			s.open = s.open[:i]
			return
		}
		if inline[tag] && !inline[s.open[i].tag] {
			return
		}
	}
}

// startSkipped notes a start tag inside an element whose content is no text.
func (s *scan) startSkipped(tag string, closed bool) {
	if s.skip == "svg" || s.skip == "math" {
		s.z.NextIsNotRawText() // a <title> there is none of a page
	}
	if closed || void[tag] {
		return
	}
	if tag == s.skip {
		s.nested++
		return
	}
	if s.inner == nil {
		s.inner = map[string]int{}
	}
	s.inner[tag]++
}

// breaksOut ends an element whose end tag was left out before one that cannot
// stand inside it, as the HTML standard does: a button before the next, a
// drawing before text.
func (s *scan) breaksOut(tag string) bool {
	switch s.skip {
	case "button":
		if tag != "button" {
			return false
		}
	case "svg", "math":
		switch tag {
		case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "span", "body", "img", "br", "hr", "blockquote", "strong", "em":
		default:
			return false
		}
		if s.inner["foreignobject"]+s.inner["desc"]+s.inner["title"]+s.inner["annotation-xml"] > 0 {
			return false
		}
	default:
		return false
	}
	s.skip = ""
	return true
}

// leastTold is how many bytes of text make the content of a <noscript> a text
// for readers and not a note to them.
const leastTold = 400

// tells reports whether the <noscript> whose tag begins at from holds a text.
func (s *scan) tells(from int) bool {
	if from < s.told {
		return true
	}
	rest := s.src.text[from:]
	end := strings.Index(rest, "</noscript")
	if end < leastTold {
		return false
	}
	told, tag := 0, false
	for i := range end {
		switch rest[i] {
		case '<':
			tag = true
		case '>':
			tag = false
		default:
			if !tag {
				told++
			}
		}
	}
	if told < leastTold || !strings.Contains(rest[:end], "<p") {
		return false
	}
	s.told = from + end
	return true
}

// endsSkip reports whether an end tag ends more than the element whose content
// is no text: the end tag of a reading aid may be left out before that of its word.
func (s *scan) endsSkip(tag string) bool {
	aid := tag == "ruby" && (s.skip == "rt" || s.skip == "rp")
	switch {
	case tag != s.skip && s.inner[tag] > 0:
		s.inner[tag]--
		return false
	case tag != s.skip && !aid && !s.closesAround(tag):
		return false
	case tag != s.skip:
		s.nested = 1
		aid = true
	}
	if s.nested--; s.nested <= 0 {
		s.skip, s.title, s.script = "", false, hearsay.Raw{}
	}
	return aid
}

// closesAround reports whether the end tag is of a block element around the one
// whose content is no text, which ends with it.
func (s *scan) closesAround(tag string) bool {
	switch s.skip {
	case "button", "svg", "math", "object", "canvas", "audio", "video", "map", "noscript":
		return !inline[tag] && slices.ContainsFunc(s.open, func(e element) bool { return e.tag == tag })
	}
	return false
}

// plain is a stretch of the decoded page as text, its entities decoded.
func (s *scan) plain(from, to int) passage {
	var b builder
	b.reset()
	b.write(s.src.text[from:to], from)
	return s.src.original(b.done())
}

// builder gathers the text of a block: white space becomes one blank, entities
// become their characters.
type builder struct {
	text   []byte
	pieces []hearsay.Piece
	from   int // the white space that waits for the next word
	to     int
}

func (b *builder) reset() { *b = builder{text: b.text[:0], from: -1} }

func (b *builder) empty() bool { return len(b.text) == 0 }

// done is the block's text.
func (b *builder) done() passage {
	return passage{text: string(b.text), pieces: b.pieces}.trim()
}

// space notes white space at [from,to) of the page.
func (b *builder) space(from, to int) {
	if b.from < 0 && len(b.text) > 0 {
		b.from, b.to = from, to
	}
}

// write adds the text s that stands at byte at of the page.
func (b *builder) write(s string, at int) {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f':
			b.space(at+i, at+i+1)
			i++
		case c == '&':
			clean, n := entity(s[i:])
			b.add(clean, at+i, at+i+n)
			i += n
		case c == 0xc2 && i+1 < len(s) && s[i+1] == 0xa0:
			b.add("\u00a0", at+i, at+i+2)
			i += 2
		default:
			n := i + 1
			for n < len(s) && s[n] > ' ' && s[n] != '&' && s[n] != 0xc2 {
				n++
			}
			if s[i] == 0xc2 && n == i+1 && n < len(s) {
				n++
			}
			b.add(s[i:n], at+i, at+n)
			i = n
		}
	}
}

func (b *builder) add(clean string, from, to int) {
	if clean == "" {
		return
	}
	if b.from >= 0 {
		b.put(" ", b.from, b.to)
		b.from = -1
	}
	b.put(clean, from, to)
}

// put appends a piece, or grows the last one when both stand for themselves
// side by side.
func (b *builder) put(clean string, from, to int) {
	start := len(b.text)
	b.text = append(b.text, clean...)
	if n := len(b.pieces); n > 0 && len(clean) == to-from {
		last := &b.pieces[n-1]
		if int(last.Raw.End) == from && last.Clean.Len() == int(last.Raw.End-last.Raw.Start) {
			last.Clean.End, last.Raw.End = int32(len(b.text)), int32(to)
			return
		}
	}
	b.pieces = append(b.pieces, pieceOf(start, len(b.text), from, to))
}

// entity decodes the character reference at the start of s and returns its
// length; an ampersand that begins none stands for itself.
func entity(s string) (string, int) {
	end := 1
	for end < len(s) && end < 34 && (s[end] == '#' && end == 1 || s[end] >= '0' && s[end] <= '9' || s[end] >= 'a' && s[end] <= 'z' || s[end] >= 'A' && s[end] <= 'Z') {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	if end > 1 {
		if clean := html.UnescapeString(s[:end]); clean != s[:end] && utf8.ValidString(clean) {
			return clean, end
		}
	}
	return "&", 1
}
