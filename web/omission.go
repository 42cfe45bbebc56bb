package web

import (
	"cmp"
	"slices"

	"hearsay/schema"
)

// omission is what one account alone has, and what it lacks.
type omission struct {
	Account *account
	Copies  []*account // that share its text: "only here" means in this text
	Shared  *account   // the first of them, when it is not this one: what both have stands there
	Only    []claimCell
	Could   []claimCell // lacks, though it was out elsewhere before
	Unknown []claimCell // lacks; the dates do not tell
	Early   []claimCell // lacks; it was not out before
}

// claimCell is a claim's wording with its row.
type claimCell struct {
	Wording cell
	Href    string
	Number  string // its id
	Texts   int    // that carry it
}

// omissions compares each account with the others; of one text, or without
// claims, there is nothing to compare.
func (x *index) omissions() []omission {
	var out []omission
	if len(x.texts) < 2 || len(x.Claims) == 0 {
		return nil
	}
	for _, a := range x.accounts {
		o := omission{Account: a}
		if first := x.texts[a.Text].Accounts[0]; first != a {
			o.Shared = first
		}
		for _, b := range x.texts[a.Text].Accounts {
			if b != a {
				o.Copies = append(o.Copies, b)
			}
		}
		for i := range x.Claims {
			x.addClaim(&o, &x.Claims[i])
		}
		for _, all := range [][]claimCell{o.Could, o.Unknown, o.Early} {
			slices.SortStableFunc(all, func(p, q claimCell) int { return cmp.Compare(q.Texts, p.Texts) })
		}
		out = append(out, o)
	}
	return out
}

func (x *index) addClaim(o *omission, c *schema.Claim) {
	made := func() claimCell { return claimCell{x.cell(&c.Wording), x.claimHref[c.ID], c.ID, x.TextsOf(c)} }
	if slices.Contains(c.Present, o.Account.ID) && x.TextsOf(c) == 1 &&
		(o.Shared == nil || !slices.Contains(c.Present, o.Shared.ID)) {
		o.Only = append(o.Only, made())
	}
	for _, ab := range c.Absent {
		if ab.Article != o.Account.ID {
			continue
		}
		switch {
		case ab.CouldHaveKnown == nil:
			o.Unknown = append(o.Unknown, made())
		case *ab.CouldHaveKnown:
			o.Could = append(o.Could, made())
		default:
			o.Early = append(o.Early, made())
		}
	}
}

// folded is a list of which the first items are shown and the others unfold.
type folded struct {
	Shown, Rest []claimCell
}

// fold cuts a list after n items, unless the rest would be one or two.
func fold(n int, all []claimCell) folded {
	if len(all) <= n+2 {
		return folded{Shown: all}
	}
	return folded{all[:n], all[n:]}
}
