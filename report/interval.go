package report

import (
	"strconv"
	"strings"
	"time"

	"hearsay"
)

// interval is a half-open stretch of time [start,end).
type interval struct{ start, end time.Time }

// intervalOf reads an ISO 8601 or EDTF value; ok is false for an empty, open or
// malformed one.
func intervalOf(value string) (iv interval, ok bool) {
	value = strings.Trim(value, "~?%")
	if from, to, both := strings.Cut(value, "/"); both {
		a, okA := intervalOf(from)
		b, okB := intervalOf(to)
		return interval{a.start, b.end}, okA && okB
	}
	for _, l := range [...]struct {
		layout string
		length func(time.Time) time.Time
	}{
		{"2006-01-02T15:04Z07:00", func(t time.Time) time.Time { return t.Add(time.Minute) }},
		{"2006-01-02T15:04", func(t time.Time) time.Time { return t.Add(time.Minute) }},
		{time.RFC3339, func(t time.Time) time.Time { return t.Add(time.Minute) }},
		{"2006-01-02", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
		{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
		{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
	} {
		if t, err := time.Parse(l.layout, value); err == nil {
			return interval{t, l.length(t)}, true
		}
	}
	return seasonOf(value)
}

// seasonOf reads the EDTF parts of a year: seasons 21-24, quarters 33-36, halves
// 40 and 41; and ISO weeks.
func seasonOf(value string) (iv interval, ok bool) {
	year, part, found := strings.Cut(value, "-")
	y, err := strconv.Atoi(year)
	if !found || err != nil {
		return iv, false
	}
	if week, isWeek := strings.CutPrefix(part, "W"); isWeek {
		n, err := strconv.Atoi(week)
		fourth := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC)
		monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(n-1))
		return interval{monday, monday.AddDate(0, 0, 7)}, err == nil
	}
	n, err := strconv.Atoi(part)
	month, months := 0, 0
	switch {
	case n >= 21 && n <= 24:
		month, months = 3*(n-21)+3, 3
	case n >= 33 && n <= 36:
		month, months = 3*(n-33)+1, 3
	case n == 40 || n == 41:
		month, months = 6*(n-40)+1, 6
	default:
		return iv, false
	}
	start := time.Date(y, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return interval{start, start.AddDate(0, months, 0)}, err == nil
}

// published is when an article came out; ok is false when that is not known.
func published(a *hearsay.Article) (interval, bool) {
	if a.Published == nil {
		return interval{}, false
	}
	return intervalOf(a.Published.Value)
}
