package extract

import (
	"fmt"
	"strings"
	"sync"

	"hearsay/lang/en"
)

// zone is one meaning of an abbreviation.
type zone struct {
	offset  string
	summer  bool   // an hour more by the rule of the United States
	country string // empty when the abbreviation has one meaning
}

var zones = sync.OnceValue(func() map[string][]zone {
	table := map[string][]zone{}
	for line := range entries(en.Zones) {
		f := strings.Fields(line)
		z := zone{offset: strings.TrimSuffix(f[1], "dst"), summer: strings.HasSuffix(f[1], "dst")}
		if len(f) > 2 {
			z.country = f[2]
		}
		table[strings.ToLower(f[0])] = append(table[strings.ToLower(f[0])], z)
	}
	return table
})

// isZone reports whether w is an abbreviation of a time zone.
func isZone(w word) bool {
	return zones()[w.lower] != nil && w.lower != "a"
}

// offsetOf is the UTC offset of the date's zone, "" when none is stated or its
// abbreviation stands in several places and country is none of them.
func (s stamp) offsetOf(country string) string {
	if s.zone != "" || s.zoneAt.to == 0 {
		return s.zone
	}
	for _, z := range zones()[s.zoneAt.lower] {
		if z.country != "" && z.country != country {
			continue
		}
		if z.summer && s.americanSummer() {
			var h, m int
			fmt.Sscanf(z.offset, "-%02d:%02d", &h, &m)
			return fmt.Sprintf("-%02d:%02d", h-1, m)
		}
		return z.offset
	}
	return ""
}

// americanSummer follows the rule since 2007: from the second Sunday of March
// to the first Sunday of November.
func (s stamp) americanSummer() bool {
	switch {
	case s.month < 3 || s.month > 11:
		return false
	case s.month > 3 && s.month < 11:
		return true
	case s.month == 3:
		return s.day >= nthSunday(s.year, 3, 2)
	}
	return s.day < nthSunday(s.year, 11, 1)
}

// europeanSummer follows the rule since 1996: from the last Sunday of March to
// the last Sunday of October.
func (s stamp) europeanSummer() bool {
	switch {
	case s.month < 3 || s.month > 10:
		return false
	case s.month > 3 && s.month < 10:
		return true
	}
	last := nthSunday(s.year, s.month, 4)
	if last+7 <= 31 {
		last += 7
	}
	return (s.day >= last) == (s.month == 3)
}

// nthSunday is the day of the n-th Sunday of a month (Zeller's congruence).
func nthSunday(year, month, n int) int {
	y, m := year, month
	if m < 3 {
		y, m = y-1, m+12
	}
	first := (1 + 13*(m+1)/5 + y%100 + y%100/4 + y/100/4 + 5*(y/100)) % 7 // 1 is Sunday
	return 1 + (8-first)%7 + 7*(n-1)
}
