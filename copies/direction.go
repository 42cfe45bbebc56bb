package copies

import (
	"strings"

	"hearsay"
	"hearsay/times"
)

const (
	containsAll = .93 // of the smaller text, for the larger to hold all of it
	shorter     = .80 // ratio of the lengths below which one is the shorter
)

// direction tells which article the other was copied from, -1 when nothing
// tells, and why.
func direction(readings []*hearsay.Reading, c hearsay.Copy, m Match) (int32, string) {
	a, b := readings[c.A].Article, readings[c.B].Article
	switch byA, byB := credits(a, b), credits(b, a); {
	case byA && !byB:
		return c.B, "credit: the other names its outlet"
	case byB && !byA:
		return c.A, "credit: the other names its outlet"
	}
	if agency := bothCredit(a, b); agency != "" {
		return -1, "undecided: both credit " + agency
	}
	switch earlier(a.Published, b.Published) {
	case -1:
		return c.A, "time: published earlier"
	case 1:
		return c.B, "time: published earlier"
	}
	if float64(min(m.A, m.B)) < shorter*float64(max(m.A, m.B)) && m.Containment >= containsAll {
		if m.A > m.B {
			return c.A, "containment: the other is a part of it"
		}
		return c.B, "containment: the other is a part of it"
	}
	return -1, undecided(a, b)
}

func undecided(a, b *hearsay.Article) string {
	switch {
	case a.Published == nil && b.Published == nil:
		return "undecided: neither is dated, neither credits or contains the other"
	case a.Published == nil || b.Published == nil:
		return "undecided: one is not dated, neither credits or contains the other"
	}
	return "undecided: the dates do not tell, neither credits or contains the other"
}

// credits reports whether a names b's outlet as the supplier of its copy.
func credits(a, b *hearsay.Article) bool {
	if b.Outlet.Name == "" {
		return false
	}
	for _, c := range a.Credits {
		if strings.EqualFold(c.Agency, b.Outlet.Name) {
			return true
		}
	}
	return false
}

// bothCredit is the agency that both name, empty for none.
func bothCredit(a, b *hearsay.Article) string {
	for _, c := range a.Credits {
		for _, d := range b.Credits {
			if strings.EqualFold(c.Agency, d.Agency) {
				return c.Agency
			}
		}
	}
	return ""
}

// earlier is -1 when a is surely before b, 1 when b is before a, 0 otherwise.
func earlier(a, b *hearsay.Date) int {
	if a == nil || b == nil {
		return 0
	}
	fromA, toA, okA := times.Bounds(a.Value)
	fromB, toB, okB := times.Bounds(b.Value)
	switch {
	case !okA || !okB:
		return 0
	case !toA.After(fromB):
		return -1
	case !toB.After(fromA):
		return 1
	}
	return 0
}
