package web

import (
	"fmt"
	"slices"

	"hearsay/schema"
)

// matrix is claims by accounts, of one story.
type matrix struct {
	Anchor  string
	Title   *cell // the story's headline, when there are several stories
	Number  int   // of the story; 0 when there is only one
	Texts   []textGroup
	Columns []*account
	Count   string // class that tells the style how many columns there are
	Layout  string // "few", "some" or "many" columns: how wide a screen it needs
	Shown   []row
	Folded  []row
	Claims  int
}

// matrixTable is a matrix with some of its rows.
type matrixTable struct {
	matrix
	Caption string
	Rows    []row
	Grouped bool // some text stands in several accounts
}

// Head is the table that is always shown.
func (m matrix) Head() matrixTable { return m.table("Claims by accounts", m.Shown) }

// Tail is the table that unfolds.
func (m matrix) Tail() matrixTable { return m.table("The other claims by accounts", m.Folded) }

func (m matrix) table(caption string, rows []row) matrixTable {
	grouped := slices.ContainsFunc(m.Texts, func(g textGroup) bool { return len(g.Accounts) > 1 })
	return matrixTable{m, caption, rows, grouped}
}

// Width is how many columns a row spans: claim, accounts, origins.
func (m matrix) Width() int { return len(m.Columns) + 2 }

// row is one claim.
type row struct {
	Anchor   string
	Wording  cell
	Part     string // link to the claim that this is a part of
	Disputed bool
	Cells    []matrixCell
	Origins  string
	Least    int // origins, for sorting by script
	Voices   []*spoken
	Count    int // of statements
	Accounts int // that carry it
	Roots    []root
	Missing  []*account // that lack it
}

// matrixCell is where one account stands on one claim.
type matrixCell struct {
	Account *account
	Takes   []take
	State   string // without a statement: "present" or "absent"
	Could   string // of an absence: whether the account could have known
}

// take is a stance with the voice whose it is.
type take struct {
	sign
	Voice voice
	Href  string
}

// root is one origin of a claim with its reason.
type root struct {
	Voice    voice
	Through  []voice // nearest to the origin first
	Accounts []*account
	Reason   string
	Evidence []cell
}

// shownRows is how many claims a table shows before the others are folded.
const shownRows = 24

// matrices are the stories' claims, the story of most accounts first. Claims of
// no story that the dossier has stand together at the end.
func (x *index) matrices() []matrix {
	var out []matrix
	seen := map[string]bool{}
	anchors := map[string]bool{}
	for i, s := range x.MainFirst() {
		m := x.matrix(x.columns(s.Articles), x.Ranked(s.ID), seen)
		if len(x.Stories) > 1 {
			m.Number, m.Title = i+1, x.storyTitle(s)
			if id := anchor('t', s.ID, i); !anchors[id] {
				m.Anchor, anchors[id] = id, true
			}
		}
		if m.Claims > 0 || m.Title != nil {
			out = append(out, m)
		}
	}
	var rest []*schema.Claim
	for i := range x.Claims {
		rest = append(rest, &x.Claims[i])
	}
	if m := x.matrix(x.texts, rest, seen); m.Claims > 0 {
		out = append(out, m)
	}
	return out
}

// columns are the texts as far as the named articles reproduce them.
func (x *index) columns(articles []string) []textGroup {
	var out []textGroup
	for _, t := range x.texts {
		g := textGroup{Number: t.Number}
		for _, a := range t.Accounts {
			if slices.Contains(articles, a.ID) {
				g.Accounts = append(g.Accounts, a)
			}
		}
		if len(g.Accounts) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func (x *index) storyTitle(s *schema.Story) *cell {
	for _, id := range s.Articles {
		if a := x.account[id]; a != nil && a.Headline != nil {
			c := x.cell(a.Headline)
			return &c
		}
	}
	return nil
}

func (x *index) matrix(texts []textGroup, claims []*schema.Claim, seen map[string]bool) matrix {
	m := matrix{Texts: texts}
	for _, t := range texts {
		m.Columns = append(m.Columns, t.Accounts...)
	}
	m.Layout = layout(len(m.Columns))
	m.Count = fmt.Sprintf("n%d", min(len(m.Columns), mostColumns+1))
	var rows []row
	for _, c := range claims {
		if c = x.Claim(c.ID); !seen[c.ID] {
			seen[c.ID] = true
			rows = append(rows, x.row(c, m.Columns))
		}
	}
	m.Claims = len(rows)
	cut := len(rows)
	if cut > shownRows+4 {
		cut = shownRows
	}
	m.Shown, m.Folded = rows[:cut], rows[cut:]
	return m
}

// mostColumns is how many columns the style can lay out side by side.
const mostColumns = 16

func layout(columns int) string {
	switch {
	case columns <= 6:
		return "few"
	case columns <= 12:
		return "some"
	}
	return "many"
}

func (x *index) row(c *schema.Claim, columns []*account) row {
	n, label := originRange(c.Origins)
	r := row{Anchor: x.claimHref[c.ID][1:], Wording: x.cell(&c.Wording), Disputed: x.Disputed(c),
		Origins: n + " " + label, Least: c.Origins.Lower, Accounts: len(c.Present)}
	if c.Parent != nil {
		r.Part = x.claimHref[*c.Parent]
	}
	for _, a := range columns {
		m := x.matrixCell(c, a)
		r.Cells = append(r.Cells, m)
		if m.State == "absent" {
			r.Missing = append(r.Missing, a)
		}
		for _, p := range c.Positions {
			if s := x.Statement(p.Statement); s != nil && s.Article == a.ID {
				r.Voices = append(r.Voices, x.spoken(p.Statement, p.Stance))
			}
		}
	}
	r.Count = len(r.Voices)
	r.Voices = together(r.Voices)
	for _, o := range c.Origins.Items {
		r.Roots = append(r.Roots, x.root(&o))
	}
	return r
}

// matrixCell shows each stance of an account's voices once. The voice stands
// with it, because a denial is its speaker's and not the outlet's.
func (x *index) matrixCell(c *schema.Claim, a *account) matrixCell {
	m := matrixCell{Account: a}
	for _, p := range c.Positions {
		s := x.Statement(p.Statement)
		if s == nil || s.Article != a.ID {
			continue
		}
		chain := x.chain(s)
		t := take{signOf(stances, p.Stance), chain[len(chain)-1], "#" + x.statementAnchor(s)}
		if !slices.ContainsFunc(m.Takes, func(u take) bool { return u.Word == t.Word && u.Voice.Label == t.Voice.Label }) {
			m.Takes = append(m.Takes, t)
		}
	}
	if len(m.Takes) > 0 {
		return m
	}
	m.State = "absent"
	if slices.Contains(c.Present, a.ID) {
		m.State = "present"
	}
	for _, ab := range c.Absent {
		if ab.Article == a.ID && ab.CouldHaveKnown != nil {
			m.Could = "not yet out"
			if *ab.CouldHaveKnown {
				m.Could = "could have known"
			}
		}
	}
	return m
}

func (x *index) root(o *schema.Origin) root {
	r := root{Reason: o.Reason, Evidence: x.cells(o.Evidence), Voice: voice{Label: "no named source"}}
	article := ""
	for _, id := range o.Articles {
		if a := x.account[id]; a != nil {
			r.Accounts = append(r.Accounts, a)
			if article == "" {
				article = id
			}
		}
	}
	if o.Entity != nil && x.Entity(*o.Entity) != nil {
		r.Voice = x.voice(x.Entity(*o.Entity), article)
	}
	for i := len(o.Through) - 1; i >= 0; i-- {
		if e := x.Entity(o.Through[i]); e != nil {
			r.Through = append(r.Through, x.voice(e, article))
		}
	}
	return r
}
