// Package extract turns a page into an article: the account itself with its
// roles, its date and its outlet, and the reason for everything left out.
//
//	14 Feb, 2024 10:08
//	Bridge closed after crash          ->  headline
//	A bridge was closed, police said.  ->  paragraph
//	Advertisement                      ->  left out: advertisement
package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"

	"hearsay"
)

// ErrNoText is the reason that a page holds no account.
var ErrNoText = errors.New("no article text found; give a page whose text is in the file, not loaded by a script")

// mostText is the longest article that is read, in bytes: some eighty thousand
// words.
const mostText = 512 << 10

// ErrLong is the reason that a page of more text is refused.
var ErrLong = errors.New("more than 512 KB of text, a book rather than an article; split it into one file an article")

// Clean finds the account in a page. It fails only when the page holds none.
func Clean(p *hearsay.Page) (*hearsay.Article, []hearsay.Doubt, error) { return CleanWithout(p, nil) }

// CleanWithout finds the account in a page some of whose lines are known to be
// chrome, by [Repeated].
func CleanWithout(p *hearsay.Page, repeated map[string]bool) (*hearsay.Article, []hearsay.Doubt, error) {
	if p.Media == hearsay.MediaHTML {
		return model().clean(p, repeated)
	}
	return clean(p, func(a *hearsay.Article, p *hearsay.Page) ([]hearsay.Doubt, error) { return cleanText(a, p, repeated) })
}

// Clean finds the account in an HTML page by the model m.
func (m *Model) Clean(p *hearsay.Page) (*hearsay.Article, []hearsay.Doubt, error) {
	return m.clean(p, nil)
}

func (m *Model) clean(p *hearsay.Page, repeated map[string]bool) (*hearsay.Article, []hearsay.Doubt, error) {
	return clean(p, func(a *hearsay.Article, p *hearsay.Page) ([]hearsay.Doubt, error) {
		return cleanHTML(a, p, m, repeated)
	})
}

func clean(p *hearsay.Page, read func(*hearsay.Article, *hearsay.Page) ([]hearsay.Doubt, error)) (*hearsay.Article, []hearsay.Doubt, error) {
	sum := sha256.Sum256(p.Bytes)
	a := &hearsay.Article{Page: p, SHA256: hex.EncodeToString(sum[:]), Address: p.Address}
	doubts, err := read(a, p)
	if err != nil {
		return nil, nil, err
	}
	doubts = append(doubts, addStated(a, p)...)
	if len(a.Text) > mostText {
		return nil, nil, ErrLong
	}
	for _, m := range missing(a) {
		if !slices.ContainsFunc(doubts, func(d hearsay.Doubt) bool { return d.Kind == m.Kind }) {
			doubts = append(doubts, m)
		}
	}
	return a, doubts, nil
}

// cleanText reads a page that is already text.
func cleanText(a *hearsay.Article, p *hearsay.Page, repeated map[string]bool) ([]hearsay.Doubt, error) {
	src := decode(p)
	d := readText(src.text)
	d.dropUnlikely(lineModel())
	d.dropRepeated(repeated)
	blocks := d.blocks()
	if len(blocks) == 0 {
		return nil, ErrNoText
	}
	for i := range blocks {
		blocks[i].passage = src.original(blocks[i].passage)
	}
	assemble(a, withTitle(blocks, p))
	a.Chrome = d.chrome()
	a.Byline = d.byline
	a.Credits = credited(append(d.credits, d.datelines(a)...))
	var doubts []hearsay.Doubt
	a.Outlet = d.outlet(a, src.text)
	country := countryOf(a, src.text)
	a.Published, doubts = d.published(country)
	a.Modified = d.revised(a.Published, country)
	a.Language = language(a.Text)
	doubts = append(d.doubts, doubts...)
	src.restore(a, doubts)
	return doubts, nil
}

// missing says what the input does not tell.
func missing(a *hearsay.Article) []hearsay.Doubt {
	var doubts []hearsay.Doubt
	if a.Headline.Empty() {
		doubts = append(doubts, hearsay.Doubt{Kind: hearsay.DoubtNoHeadline, Note: "the input has no headline"})
	}
	if a.Published == nil || a.Published.Guessed {
		doubts = append(doubts, hearsay.Doubt{Kind: hearsay.DoubtNoDate, Note: "the input does not state its date of publication"})
	}
	if a.Outlet.Name == "" {
		doubts = append(doubts, hearsay.Doubt{Kind: hearsay.DoubtNoOutlet, Note: "the input does not name its outlet"})
	}
	if a.Language != "" && a.Language != "en" && a.Language[:2] != "en" {
		doubts = append(doubts, hearsay.Doubt{Kind: hearsay.DoubtLanguage, Note: "the text is not in English: " + a.Language})
	}
	return doubts
}

// blocks are the parts of the draft that belong to the account. The points of a
// standfirst are one block with the line ends between them.
func (d *draft) blocks() []block {
	var out []block
	for i := 0; i < len(d.lines); i++ {
		l := &d.lines[i]
		p := l.passage.cut(l.from, l.to)
		switch l.as {
		case headline:
			out = append(out, block{p, hearsay.RoleHeadline})
		case standfirst:
			last := max(i, d.standfirst[1]-1)
			out = append(out, block{d.joined(i, last), hearsay.RoleStandfirst})
			i = last
		case paragraph:
			out = append(out, block{p, hearsay.RoleParagraph})
		case subhead:
			out = append(out, block{p, hearsay.RoleSubhead})
		case listItem:
			out = append(out, block{p, hearsay.RoleListItem})
		}
	}
	return out
}

// joined is the stretch from line i to line last as it stands in the page.
func (d *draft) joined(i, last int) passage {
	a, b := &d.lines[i], &d.lines[last]
	if i == last {
		return a.passage.cut(a.from, a.to)
	}
	from := int(a.pieces[0].Raw.Start) + a.from
	to := int(b.pieces[0].Raw.Start) + b.to
	return identity(d.page, from, to)
}

// chrome lists what was left out, in order of the page.
func (d *draft) chrome() []hearsay.Dropped {
	var out []hearsay.Dropped
	for i := range d.lines {
		l := &d.lines[i]
		if l.as == dropped && l.from < l.to {
			out = append(out, hearsay.Dropped{Raw: l.passage.cut(l.from, l.to).raw(), Reason: l.reason})
		}
		for _, c := range l.cuts {
			out = append(out, hearsay.Dropped{Raw: l.passage.cut(c.from, c.to).raw(), Reason: c.reason})
		}
	}
	slices.SortStableFunc(out, func(x, y hearsay.Dropped) int { return int(x.Raw.Start - y.Raw.Start) })
	return out
}

// datelines finds the agency in the dateline of the first paragraph.
func (d *draft) datelines(a *hearsay.Article) []hearsay.Credit {
	for _, b := range a.Blocks {
		if b.Role != hearsay.RoleParagraph {
			continue
		}
		text := b.Of(a.Text)
		if c, ok := dateline(text, split(text[:min(len(text), 120)]), d.own()); ok {
			return []hearsay.Credit{{Agency: c.name, Evidence: a.Evidence(hearsay.Span{Start: b.Start + int32(c.from), End: b.Start + int32(c.to)})}}
		}
		break
	}
	return nil
}
