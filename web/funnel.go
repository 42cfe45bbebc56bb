package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/schema"
)

// funnel is where claims come from: origins, relays, texts, outlets.
type funnel struct {
	Paths   []flow // the widest first
	Folded  []flow
	Drawing drawing
	Drawn   int // of the ways, the widest
	All     int
	Ghosts  int // relays whose own text is not among the accounts
	Rings   int // circular paths
}

// flow is one way from an origin through relays to a text.
type flow struct {
	Origin   voice
	Relays   []relay // nearest to the origin first
	Text     int     // number of the text
	Accounts []*account
	Claims   []string // ids, each once
	Circular bool
	keys     []string // nodes from origin to text, without the outlets
}

// relay is who passed a claim on. It is a ghost when it is one that publishes
// and none of the accounts is its own text.
type relay struct {
	voice
	Ghost bool
}

// mostDrawn is how many ways the drawing holds before it becomes a thicket.
const mostDrawn = 26

// shownPaths is how many flows stand under the drawing before the others are
// folded.
const shownPaths = 8

func (x *index) funnel() funnel {
	f := funnel{}
	at := map[string]int{}
	for i := range x.Claims {
		c := &x.Claims[i]
		for k := range c.Origins.Items {
			for _, id := range c.Origins.Items[k].Articles {
				a := x.account[id]
				if a == nil {
					continue
				}
				p := x.flow(&c.Origins.Items[k], a)
				key := strings.Join(p.keys, "\x00")
				n, there := at[key]
				if !there {
					n = len(f.Paths)
					at[key] = n
					f.Paths = append(f.Paths, p)
				}
				f.Paths[n].carry(c.ID, a, p.Circular)
			}
		}
	}
	x.markRings(f.Paths)
	slices.SortStableFunc(f.Paths, func(p, q flow) int {
		return cmp.Or(cmp.Compare(len(q.Claims), len(p.Claims)), cmp.Compare(len(q.Relays), len(p.Relays)))
	})
	f.count()
	f.All = len(f.Paths)
	f.Drawn = min(f.All, mostDrawn)
	f.Drawing = draw(f.Paths[:f.Drawn], x.texts)
	if len(f.Paths) > shownPaths+2 {
		f.Paths, f.Folded = f.Paths[:shownPaths], f.Paths[shownPaths:]
	}
	return f
}

// flowTable is some of the ways, as a table.
type flowTable struct {
	Caption string
	Rows    []flow
}

// Widest are the ways that are always listed.
func (f funnel) Widest() flowTable { return flowTable{"Ways from origin to account", f.Paths} }

// Others are the ways that unfold.
func (f funnel) Others() flowTable {
	return flowTable{"The other ways from origin to account", f.Folded}
}

func (f *flow) carry(claim string, a *account, circular bool) {
	if !slices.Contains(f.Claims, claim) {
		f.Claims = append(f.Claims, claim)
	}
	if !slices.Contains(f.Accounts, a) {
		f.Accounts = append(f.Accounts, a)
	}
	f.Circular = f.Circular || circular
}

func (f *funnel) count() {
	ghosts := map[string]bool{}
	for _, p := range f.Paths {
		if p.Circular {
			f.Rings++
		}
		for _, r := range p.Relays {
			if r.Ghost {
				ghosts[r.Label] = true
			}
		}
	}
	f.Ghosts = len(ghosts)
}

// flow is the way of one claim from one origin to one account. Of an origin
// without a name each text has its own: an unknown source is never merged with
// another unknown source.
func (x *index) flow(o *schema.Origin, a *account) flow {
	f := flow{Origin: voice{Label: "no named source"}, Text: a.Text + 1}
	key := "?" + strconv.Itoa(a.Text)
	if o.Entity != nil && x.Entity(*o.Entity) != nil {
		f.Origin = x.voice(x.Entity(*o.Entity), a.ID)
		key = "e" + *o.Entity
	}
	f.keys = []string{key}
	for i := len(o.Through) - 1; i >= 0; i-- {
		e := x.Entity(o.Through[i])
		if e == nil {
			continue
		}
		key := "e" + e.ID
		if slices.Contains(f.keys, key) {
			f.Circular = true
			continue
		}
		f.keys = append(f.keys, key)
		f.Relays = append(f.Relays, relay{x.voice(e, a.ID), e.Kind == "media" && x.publishedBy(e.Name) == nil})
	}
	f.keys = append(f.keys, "t"+strconv.Itoa(a.Text))
	return f
}

// publishedBy is the first account whose outlet has the name.
func (x *index) publishedBy(name string) *account {
	for _, a := range x.accounts {
		if a.Outlet && hearsay.SameMedium(a.Label, name) {
			return a
		}
	}
	return nil
}

// markRings marks the ways that lead back to where they come from: an outlet
// that rests on a relay which rests, for any claim, on that outlet.
func (x *index) markRings(paths []flow) {
	restsOn := make([][]int, len(x.texts)) // texts by text
	for _, p := range paths {
		for _, name := range append([]voice{p.Origin}, relayVoices(p.Relays)...) {
			if b := x.publishedBy(name.Label); b != nil {
				restsOn[p.Text-1] = append(restsOn[p.Text-1], b.Text)
			}
		}
	}
	for i := range paths {
		p := &paths[i]
		for _, name := range append([]voice{p.Origin}, relayVoices(p.Relays)...) {
			if b := x.publishedBy(name.Label); b != nil && reaches(restsOn, b.Text, p.Text-1) {
				p.Circular = true
			}
		}
	}
}

func relayVoices(all []relay) []voice {
	out := make([]voice, len(all))
	for i, r := range all {
		out[i] = r.voice
	}
	return out
}

// reaches reports whether a text rests on another, directly or not, or is it.
func reaches(restsOn [][]int, from, to int) bool {
	seen := make([]bool, len(restsOn))
	open := []int{from}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if at == to {
			return true
		}
		if !seen[at] {
			seen[at] = true
			open = append(open, restsOn[at]...)
		}
	}
	return false
}
