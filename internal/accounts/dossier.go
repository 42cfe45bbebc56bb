package accounts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
)

// finish merges entities, adds copies and the one story of accounts that list
// none.
func (b *builder) finish() (*hearsay.Dossier, error) {
	d := b.dossier
	for k, e := range b.entities {
		var members []hearsay.Ref
		for article, own := range b.owner {
			if i := slices.Index(own, k); i >= 0 {
				members = append(members, hearsay.Ref{Article: int32(article), Index: int32(i)})
			}
		}
		merged := [][]hearsay.Ref{members}
		if e.Kind == hearsay.KindUnnamed && !e.one {
			merged = nil
			for _, m := range members {
				merged = append(merged, []hearsay.Ref{m})
			}
		}
		for _, m := range merged {
			if len(m) > 0 {
				d.Referents = append(d.Referents, hearsay.Referent{Name: e.Name, Kind: e.Kind, Members: m})
			}
		}
	}
	for _, line := range b.copies {
		c, err := b.copyOf(line)
		if err != nil {
			return nil, fmt.Errorf("accounts: copy %s: %w", line, err)
		}
		d.Copies = append(d.Copies, c)
	}
	if len(d.Stories) == 0 {
		all := make([]int32, len(d.Readings))
		for i := range all {
			all[i] = int32(i)
		}
		d.Stories = []hearsay.Story{{Articles: all}}
	}
	return d, partition(d)
}

// partition reports an account that is in no story or in several.
func partition(d *hearsay.Dossier) error {
	times := make([]int, len(d.Readings))
	for _, s := range d.Stories {
		for _, a := range s.Articles {
			if a < 0 || int(a) >= len(times) {
				return fmt.Errorf("accounts: story of account %d: there are %d", a+1, len(times))
			}
			times[a]++
		}
	}
	for a, n := range times {
		if n != 1 {
			return fmt.Errorf("accounts: account %d is in %d stories", a+1, n)
		}
	}
	return nil
}

// copyOf reads "1 2" or "1 2 partial"; blocks that are the same in both are the
// passages shared.
func (b *builder) copyOf(line string) (hearsay.Copy, error) {
	f := strings.Fields(line)
	if len(f) < 2 {
		return hearsay.Copy{}, fmt.Errorf("want two accounts")
	}
	x, errX := strconv.Atoi(f[0])
	y, errY := strconv.Atoi(f[1])
	n := len(b.dossier.Readings)
	if errX != nil || errY != nil || x < 1 || y <= x || y > n {
		return hearsay.Copy{}, fmt.Errorf("no such accounts")
	}
	c := hearsay.Copy{A: int32(x - 1), B: int32(y - 1), Relation: hearsay.CopyNear, From: -1}
	if len(f) > 2 && f[2] == "partial" {
		c.Relation = hearsay.CopyPartial
	}
	p, q := b.dossier.Readings[c.A].Article, b.dossier.Readings[c.B].Article
	for _, s := range p.Blocks {
		for _, t := range q.Blocks {
			if s.Of(p.Text) == t.Of(q.Text) {
				c.Shared = append(c.Shared, hearsay.Shared{A: s.Span, B: t.Span})
			}
		}
	}
	return c, nil
}
