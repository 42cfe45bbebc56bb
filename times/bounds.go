package times

import (
	"strings"
	"time"
)

// Bounds returns the first instant of an ISO 8601 or EDTF value and the first
// after it. A value without a zone is read as UTC; "~" and "?" are ignored; ok
// is false for an open end and for what is no such value.
func Bounds(value string) (first, end time.Time, ok bool) {
	if a, b, interval := strings.Cut(value, "/"); interval {
		first, _, ok = Bounds(a)
		_, end, ok2 := Bounds(b)
		return first, end, ok && ok2 && first.Before(end)
	}
	value = strings.TrimRight(value, "~?%")
	for _, form := range valueForms {
		if t, err := time.Parse(form.layout, value); err == nil {
			return t, t.AddDate(form.years, form.months, form.days).Add(form.length), true
		}
	}
	return seasonBounds(value)
}

var valueForms = []struct {
	layout              string
	years, months, days int
	length              time.Duration
}{
	{layout: "2006-01-02", days: 1},
	{layout: "2006-01-02T15:04Z07:00", length: time.Minute},
	{layout: "2006-01-02T15:04:05Z07:00", length: time.Second},
	{layout: "2006-01-02T15:04", length: time.Minute},
	{layout: "2006-01-02T15:04:05", length: time.Second},
	{layout: "2006-01", months: 1},
	{layout: "2006", years: 1},
}

func seasonBounds(value string) (first, end time.Time, ok bool) {
	y, okYear := digits(value, 0, 4)
	n, okPart := digits(value, 5, 2)
	if len(value) != 7 || value[4] != '-' || !okYear || !okPart {
		return first, end, false
	}
	var p period
	switch {
	case 21 <= n && n <= 24:
		p = aSeason(y, n-20)
	case 33 <= n && n <= 36:
		p = aQuarter(y, n-32)
	default:
		return first, end, false
	}
	at := func(d day) time.Time { return time.Unix(int64(d)*secondsADay, 0).UTC() }
	return at(p.first), at(p.last + 1), true
}
