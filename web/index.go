package web

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"hearsay/schema"
)

// index finds the parts of a dossier by their ids. Of several parts with one id
// the first counts; a reference to an id that is not there finds nothing.
type index struct {
	dossier   *schema.Dossier
	accounts  []*account // in input order
	texts     []textGroup
	account   map[string]*account
	entity    map[string]*schema.Entity
	statement map[string]*schema.Statement
	said      map[string][]*schema.Statement // by article, in order
	claim     map[string]*schema.Claim
	claimHref map[string]string // of the claims that have a row
	names     map[string]cell   // by article and entity: where the name stands
	disputed  map[string]bool   // claims
}

// account is one article with what all sections need to name it.
type account struct {
	*schema.Article
	Number int    // from 1, in input order
	Anchor string // of its section
	Label  string // outlet, or the input's file name
	Outlet bool   // Label is the outlet's name
	Text   int    // index into index.texts
	runes  []rune
	blocks []block
	places []place // anchors that the account's text must carry
	apart  []raw   // anchors outside the clean text
	marked map[string]bool
}

// textGroup is one text with all accounts that reproduce it as a whole.
type textGroup struct {
	Number   int // from 1
	Accounts []*account
}

// raw is a stretch of the input that is not part of the clean text.
type raw struct {
	Anchor     string
	Text       string
	Start, End int32
}

var simpleID = regexp.MustCompile(`^[a-z][0-9]{1,9}$`)

// anchor is the id as it stands in the page, so that "#s12" is statement s12.
// An id of another shape, which no dossier of hearsay has, is numbered instead;
// kind is the letter that ids of this sort begin with.
func anchor(kind byte, id string, position int) string {
	if simpleID.MatchString(id) && id[0] == kind {
		return id
	}
	return "x" + string(rune(kind)) + strconv.Itoa(position+1)
}

func newIndex(d *schema.Dossier) *index {
	x := &index{dossier: d, account: map[string]*account{}, entity: map[string]*schema.Entity{},
		statement: map[string]*schema.Statement{}, said: map[string][]*schema.Statement{}, claim: map[string]*schema.Claim{},
		claimHref: map[string]string{}, names: map[string]cell{}, disputed: map[string]bool{}}
	for i := range d.Articles {
		x.addAccount(&d.Articles[i])
	}
	for i := range d.Entities {
		keepFirst(x.entity, d.Entities[i].ID, &d.Entities[i])
	}
	for i := range d.Statements {
		s := &d.Statements[i]
		if x.statement[s.ID] == nil {
			x.statement[s.ID] = s
			x.said[s.Article] = append(x.said[s.Article], s)
		}
	}
	for i := range d.Claims {
		keepFirst(x.claim, d.Claims[i].ID, &d.Claims[i])
		keepFirst(x.claimHref, d.Claims[i].ID, "#"+anchor('c', d.Claims[i].ID, i))
	}
	x.groupTexts()
	x.markDisputed()
	return x
}

func keepFirst[T any](m map[string]T, id string, v T) {
	if _, there := m[id]; !there {
		m[id] = v
	}
}

func (x *index) addAccount(a *schema.Article) {
	if x.account[a.ID] != nil {
		return
	}
	n := len(x.accounts)
	acc := &account{Article: a, Number: n + 1, Anchor: anchor('a', a.ID, n), Label: fileName(a.Input), runes: []rune(a.Text),
		marked: map[string]bool{}}
	if a.Outlet != nil && a.Outlet.Name != "" {
		acc.Label, acc.Outlet = a.Outlet.Name, true
	}
	acc.blocks = acc.findBlocks()
	x.accounts = append(x.accounts, acc)
	x.account[a.ID] = acc
}

// fileName names an account that does not say who published it.
func fileName(input string) string {
	base := path.Base(strings.ReplaceAll(input, `\`, "/"))
	if base == "." || base == "/" || base == "" {
		return "unnamed input"
	}
	return base
}

// groupTexts puts accounts under one text where one is a copy of the other as a
// whole; partial copies and rewrites stay texts of their own.
func (x *index) groupTexts() {
	root := make([]int, len(x.accounts))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	for _, c := range x.dossier.Copies {
		a, b := x.account[c.A], x.account[c.B]
		if a == nil || b == nil || c.Relation != "copy" && c.Relation != "near-copy" {
			continue
		}
		i, j := find(a.Number-1), find(b.Number-1)
		root[max(i, j)] = min(i, j)
	}
	at := map[int]int{}
	for i, a := range x.accounts {
		r := find(i)
		g, there := at[r]
		if !there {
			g = len(x.texts)
			at[r] = g
			x.texts = append(x.texts, textGroup{Number: g + 1})
		}
		a.Text = g
		x.texts[g].Accounts = append(x.texts[g].Accounts, a)
	}
}

// markDisputed finds the claims that somebody denies or that stand in a
// contradiction.
func (x *index) markDisputed() {
	for _, c := range x.dossier.Contradictions {
		x.disputed[c.Claim] = true
	}
	for _, c := range x.dossier.Claims {
		for _, p := range c.Positions {
			if p.Stance == "denies" {
				x.disputed[c.ID] = true
			}
		}
	}
}
