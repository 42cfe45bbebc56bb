package web

import (
	"regexp"
	"strconv"

	"hearsay/schema"
)

// index is a dossier with what only a page needs: accounts by number, the
// anchors of everything, the places that sections link to.
type index struct {
	*schema.Lookup
	accounts  []*account // in input order
	texts     []textGroup
	account   map[string]*account
	said      map[string][]*schema.Statement // by article, in order
	claimHref map[string]string              // of a claim's row
	names     map[string]cell                // by article and entity: where the name stands
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
	x := &index{Lookup: schema.NewLookup(d), account: map[string]*account{}, said: map[string][]*schema.Statement{},
		claimHref: map[string]string{}, names: map[string]cell{}}
	for i := range d.Articles {
		x.addAccount(&d.Articles[i])
	}
	for i := range d.Statements {
		if s := &d.Statements[i]; x.Statement(s.ID) == s {
			x.said[s.Article] = append(x.said[s.Article], s)
		}
	}
	for i := range d.Claims {
		if c := &d.Claims[i]; x.Claim(c.ID) == c {
			x.claimHref[c.ID] = "#" + anchor('c', c.ID, i)
		}
	}
	x.groupTexts()
	return x
}

func (x *index) addAccount(a *schema.Article) {
	if x.account[a.ID] != nil {
		return
	}
	n := len(x.accounts)
	acc := &account{Article: a, Number: n + 1, Anchor: anchor('a', a.ID, n), Label: x.Label(a.ID), Text: -1, runes: []rune(a.Text),
		marked: map[string]bool{}}
	acc.Outlet = a.Outlet != nil && a.Outlet.Name != ""
	acc.blocks = acc.findBlocks()
	x.accounts = append(x.accounts, acc)
	x.account[a.ID] = acc
}

// Short is the label where many stand side by side: of a file name the beginning
// is enough, since the account's number stands with it.
func (a *account) Short() string {
	const enough = 12
	r := []rune(a.Label)
	if a.Outlet || len(r) <= enough {
		return a.Label
	}
	return string(r[:enough-4]) + "…"
}

// groupTexts puts accounts that are one text together.
func (x *index) groupTexts() {
	for _, ids := range x.Texts() {
		g := textGroup{Number: len(x.texts) + 1}
		for _, id := range ids {
			if a := x.account[id]; a.Text < 0 {
				a.Text = len(x.texts)
				g.Accounts = append(g.Accounts, a)
			}
		}
		if len(g.Accounts) > 0 {
			x.texts = append(x.texts, g)
		}
	}
}
