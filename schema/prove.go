package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"

	"hearsay"
	"hearsay/extract"
	"hearsay/feed"
)

// Failure is the first cell of a dossier that does not hold.
type Failure struct {
	Cell   string // where it stands in the JSON: "statements[3].content[0]"
	Reason string
}

func (f *Failure) Error() string { return f.Cell + ": " + f.Reason }

// Prove checks every cell of a dossier against the inputs, which it gets by the
// article's input name. It returns the first failure, or nil.
//
// An article holds when its input has the recorded hash and its text is the
// join of its headline, standfirst and paragraphs. A span holds when its code
// points of the article's text are its text, and its bytes of the input, with
// tags dropped and entities decoded for HTML, are that text too.
func Prove(d *Dossier, inputs map[string]*hearsay.Page) error {
	p := &prover{d: d, articles: map[string]*source{}, entities: map[string]bool{}, statements: map[string]bool{},
		claims: map[string]bool{}, stories: map[string]bool{}}
	for i := range d.Articles {
		p.article(i, inputs[d.Articles[i].Input])
	}
	p.index()
	p.cells()
	if p.failure != nil {
		return p.failure
	}
	return nil
}

// source is an article with what it takes to check spans of it.
type source struct {
	runes   []int32 // byte offset of each code point of the text, and its length
	text    string
	raw     []byte
	wrap    hearsay.Wrap
	isHTML  bool
	charset encoding.Encoding // of raw, when it is not UTF-8
}

type prover struct {
	d          *Dossier
	articles   map[string]*source
	entities   map[string]bool
	statements map[string]bool
	claims     map[string]bool
	stories    map[string]bool
	failure    *Failure
}

func (p *prover) fail(cell, reason string, args ...any) {
	if p.failure == nil {
		p.failure = &Failure{cell, fmt.Sprintf(reason, args...)}
	}
}

func (p *prover) article(i int, page *hearsay.Page) {
	a, cell := &p.d.Articles[i], fmt.Sprintf("articles[%d]", i)
	if p.articles[a.ID] != nil {
		p.fail(cell+".id", "%q stands twice", a.ID)
	}
	if page == nil {
		p.fail(cell+".input", "%s is not at hand", a.Input)
		page = &hearsay.Page{}
	}
	raw := page.Bytes
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != a.SHA256 {
		p.fail(cell+".sha256", "%s is not the input that was read", a.Input)
	}
	s := &source{text: a.Text, raw: raw, wrap: page.Wrap, isHTML: page.Media == hearsay.MediaHTML, runes: make([]int32, 0, len(a.Text)+1)}
	for at := range a.Text {
		s.runes = append(s.runes, int32(at))
	}
	s.runes = append(s.runes, int32(len(a.Text)))
	if !utf8.Valid(raw) {
		s.charset = extract.Encoding(page)
	}
	p.articles[a.ID] = s
	p.joined(cell, a)
	for k, c := range a.Chrome {
		if c.Raw[0] < 0 || c.Raw[0] > c.Raw[1] || int(c.Raw[1]) > len(raw) {
			p.fail(fmt.Sprintf("%s.chrome[%d].raw", cell, k), "outside the input")
		}
	}
}

// joined checks that the text is nothing but its blocks.
func (p *prover) joined(cell string, a *Article) {
	var blocks []Span
	for _, s := range []*Span{a.Headline, a.Standfirst} {
		if s != nil {
			blocks = append(blocks, *s)
		}
	}
	blocks = append(blocks, a.Paragraphs...)
	for i := 1; i < len(blocks); i++ { // insertion: at most two are out of order
		for j := i; j > 0 && blocks[j].Start != nil && blocks[j-1].Start != nil && *blocks[j].Start < *blocks[j-1].Start; j-- {
			blocks[j], blocks[j-1] = blocks[j-1], blocks[j]
		}
	}
	texts := make([]string, len(blocks))
	for i, b := range blocks {
		texts[i] = b.Text
	}
	if strings.Join(texts, "\n\n") != a.Text {
		p.fail(cell+".text", "is not the join of its headline, standfirst and paragraphs")
	}
}

// span checks one span; article is the article that it must belong to, or "".
func (p *prover) span(cell, article string, s *Span) {
	if s == nil || p.failure != nil {
		return
	}
	src := p.articles[s.Article]
	switch {
	case src == nil:
		p.fail(cell, "there is no article %q", s.Article)
	case article != "" && s.Article != article:
		p.fail(cell, "is a span of %s, not of %s", s.Article, article)
	case (s.Start == nil) != (s.End == nil):
		p.fail(cell, "has one end only")
	case s.Start != nil && (*s.Start < 0 || *s.Start > *s.End || *s.End >= len(src.runes)):
		p.fail(cell, "[%d,%d) is outside the text", *s.Start, *s.End)
	case s.Start != nil && src.text[src.runes[*s.Start]:src.runes[*s.End]] != s.Text:
		p.fail(cell, "code points [%d,%d) of the text are %q, not %q", *s.Start, *s.End, src.text[src.runes[*s.Start]:src.runes[*s.End]], s.Text)
	case s.Raw[0] < 0 || s.Raw[0] > s.Raw[1] || int(s.Raw[1]) > len(src.raw):
		p.fail(cell, "bytes [%d,%d) are outside the input", s.Raw[0], s.Raw[1])
	case !src.says(s.Raw, s.Text):
		p.fail(cell, "bytes [%d,%d) of the input do not say %q", s.Raw[0], s.Raw[1], s.Text)
	}
}

// says reports whether raw bytes are a text: as they are, or as a reader of the
// page sees them.
func (s *source) says(raw [2]int32, text string) bool {
	stretch := string(s.raw[raw[0]:raw[1]])
	if stretch == text {
		return true
	}
	words := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	switch s.wrap {
	case hearsay.WrapNone:
	case hearsay.WrapMarkdown:
		plain := func(text string) string { return words(marks.ReplaceAllString(text, "")) }
		seen := visible(stretch)
		return plain(seen) == plain(text) || plain(targets.ReplaceAllString(seen, "")) == plain(text) || plain(visible(feed.Unmarked(stretch))) == plain(text)
	default:
		if stretch = unwrapped(s.wrap, stretch); stretch == text || html.UnescapeString(stretch) == text {
			return true
		}
	}
	if !s.isHTML {
		return false
	}
	decoded := s.decode([]byte(stretch))
	return visible(decoded) == words(text) || words(html.UnescapeString(unwrapped(hearsay.WrapJSON, decoded))) == words(text) // a string of JSON-LD
}

// unwrapped undoes the escapes of a record in a stretch of it.
func unwrapped(wrap hearsay.Wrap, stretch string) string {
	switch wrap {
	case hearsay.WrapJSON:
		var literal string
		if json.Unmarshal([]byte(`"`+stretch+`"`), &literal) != nil {
			return stretch
		}
		return literal
	case hearsay.WrapXML:
		return html.UnescapeString(strings.NewReplacer("<![CDATA[", "", "]]>", "").Replace(stretch))
	case hearsay.WrapCSV:
		return strings.ReplaceAll(stretch, `""`, `"`)
	}
	return stretch
}

// marks are the characters that a reader of rendered Markdown may not see, and
// targets the images and the addresses behind the text of links.
var (
	marks   = regexp.MustCompile("[*_`\\[\\]\\\\!>#~]")
	targets = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)|\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\]]*\]`)
)

func (s *source) decode(stretch []byte) string {
	if s.charset == nil {
		return string(stretch)
	}
	out, err := s.charset.NewDecoder().Bytes(stretch)
	if err != nil {
		return string(stretch)
	}
	return string(out)
}

// visible is the text of a piece of HTML, its white space single blanks, a line
// break one of them; scripts, styles and the readings beside ruby are no text.
func visible(fragment string) string {
	var text strings.Builder
	unseen := false
	for z := html.NewTokenizer(strings.NewReader(fragment)); z.Next() != html.ErrorToken; {
		switch t := z.Token(); {
		case t.Type == html.TextToken && !unseen:
			text.WriteString(t.Data)
		case t.Data == "br" && t.Type != html.TextToken:
			text.WriteByte(' ')
		case t.Data == "script" || t.Data == "style" || t.Data == "rt" || t.Data == "rp":
			unseen = t.Type == html.StartTagToken
		case t.Data == "ruby":
			unseen = false // the end of a reading may be left out
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}
