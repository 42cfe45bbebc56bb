package web

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"hearsay/schema"
)

// articleView is one account in full.
type articleView struct {
	*account
	Published *datedCell
	Modified  *datedCell
	Section   *cell
	Byline    *cell
	Outlets   []cell // what names the outlet
	Credits   []credit
	Web       string // the address, when it is one of the web
	Copies    []copyNote
	Blocks    []textBlock
	Stray     []string // anchors of what stands nowhere in the text
	Apart     []raw
	Dropped   []dropped
	Bytes     bool // the dropped stretches can be shown
}

type datedCell struct {
	Date string
	cell
}

type credit struct {
	Agency string
	cell
}

// copyNote says how an account shares its text with another.
type copyNote struct {
	Relation    string
	Other       *account
	Similarity  float64
	From        *account // which of the two the other was taken from, when known
	Reason      string
	Differences []difference
}

// Percent is the similarity in hundredths.
func (n copyNote) Percent() float64 { return n.Similarity * 100 }

// difference is what the account and the other word differently.
type difference struct{ Mine, Theirs *cell }

// textBlock is a headline, standfirst or paragraph with who speaks in it.
type textBlock struct {
	block
	Tokens []token
	Voices []*spoken
}

// dropped is a stretch that was taken for page chrome.
type dropped struct {
	Start, End int32
	Reason     string
	Text       string
	Cut        bool // Text is only its beginning
}

// mostDropped is how many bytes of a dropped stretch are shown.
const mostDropped = 400

func (x *index) articles(inputs map[string][]byte) []articleView {
	var out []articleView
	for _, a := range x.accounts {
		out = append(out, x.articleView(a))
	}
	for i := range out { // last, when every section has marked its places
		v := &out[i]
		v.Blocks, v.Stray = x.textBlocks(v.account)
		v.Apart = v.apart
		slices.SortFunc(v.Apart, func(p, q raw) int { return int(p.Start - q.Start) })
		v.Dropped, v.Bytes = droppedFrom(v.Article, inputs)
	}
	return out
}

func (x *index) articleView(a *account) articleView {
	v := articleView{account: a, Copies: x.copiesOf(a)}
	if a.Published != nil {
		v.Published = &datedCell{schema.ReadableDate(a.Published.Value), x.cell(&a.Published.Evidence)}
	}
	if a.Modified != nil {
		v.Modified = &datedCell{schema.ReadableDate(a.Modified.Value), x.cell(&a.Modified.Evidence)}
	}
	if a.Section != nil {
		c := x.cell(a.Section)
		v.Section = &c
	}
	if a.Byline != nil {
		c := x.cell(a.Byline)
		v.Byline = &c
	}
	if a.Article.Outlet != nil {
		v.Outlets = x.cells(a.Article.Outlet.Evidence)
	}
	for i := range a.Credits {
		v.Credits = append(v.Credits, credit{a.Credits[i].Agency, x.cell(&a.Credits[i].Evidence)})
	}
	if textFragment(a.Address, "a") != "" {
		v.Web = a.Address
	}
	return v
}

func (x *index) copiesOf(a *account) []copyNote {
	var out []copyNote
	for i := range x.Copies {
		c := &x.Copies[i]
		mineFirst := c.A == a.ID
		other := x.account[c.A]
		if mineFirst {
			other = x.account[c.B]
		}
		if other == nil || other == a || !mineFirst && c.B != a.ID {
			continue
		}
		n := copyNote{Relation: c.Relation, Other: other, Similarity: c.Similarity, Reason: c.Reason}
		if c.From != nil {
			n.From = x.account[*c.From]
		}
		for k := range c.Differences {
			mine, theirs := c.Differences[k].A, c.Differences[k].B
			if !mineFirst {
				mine, theirs = theirs, mine
			}
			n.Differences = append(n.Differences, difference{x.cellOrNil(mine), x.cellOrNil(theirs)})
		}
		out = append(out, n)
	}
	return out
}

func (x *index) cellOrNil(s *schema.Span) *cell {
	if s == nil {
		return nil
	}
	c := x.cell(s)
	return &c
}

// droppedFrom reads the chrome from the input's bytes, if these are the very
// bytes that were read.
func droppedFrom(a *schema.Article, inputs map[string][]byte) ([]dropped, bool) {
	data, there := inputs[a.Input]
	if there {
		sum := sha256.Sum256(data)
		there = hex.EncodeToString(sum[:]) == a.SHA256
	}
	var out []dropped
	for _, c := range a.Chrome {
		d := dropped{Start: c.Raw[0], End: c.Raw[1], Reason: c.Reason}
		if there && d.Start >= 0 && int(d.End) <= len(data) && d.Start < d.End {
			text := data[d.Start:d.End]
			if len(text) > mostDropped {
				d.Cut = true
				cut := mostDropped
				for cut > 0 && !utf8.RuneStart(text[cut]) {
					cut--
				}
				text = text[:cut]
			}
			d.Text = strings.TrimSpace(strings.ToValidUTF8(string(text), "�"))
		}
		out = append(out, d)
	}
	return out, there
}

// textBlocks divides the account's text at everything that stands in it. Every
// anchor is given once; those that no block holds are returned apart.
func (x *index) textBlocks(a *account) ([]textBlock, []string) {
	layers := x.layers(a)
	voices := x.voicesByBlock(a)
	given := map[string]bool{"": true}
	out := make([]textBlock, len(a.blocks))
	for i, b := range a.blocks {
		out[i] = textBlock{block: b, Tokens: tokens(a.runes, b.Start, b.End, layers), Voices: voices[b.Start]}
		for k := range out[i].Tokens {
			t := &out[i].Tokens[k]
			if given[t.ID] {
				t.ID = ""
			}
			given[t.ID] = true
		}
	}
	var stray []string
	need := func(id string) {
		if !given[id] {
			given[id] = true
			stray = append(stray, id)
		}
	}
	for _, p := range a.places {
		need(p.Anchor)
	}
	for _, s := range x.said[a.ID] {
		need(x.statementAnchor(s))
	}
	return out, stray
}

// voicesByBlock lists the statements by the start of the block they begin in.
func (x *index) voicesByBlock(a *account) map[int][]*spoken {
	out := map[int][]*spoken{}
	for _, s := range x.said[a.ID] {
		first := firstSpan(s)
		if first == nil || first.Start == nil {
			continue
		}
		if b := a.blockAt(*first.Start); b != nil {
			out[b.Start] = append(out[b.Start], x.spoken(s.ID, ""))
		}
	}
	return out
}
