package web

import (
	"strconv"
	"strings"
	"time"
)

// interval is the stretch of time that a date can mean: [From,To).
type interval struct{ From, To time.Time }

// Vague reports whether the interval is longer than a day.
func (v interval) Vague() bool { return v.To.Sub(v.From) > 25*time.Hour }

// parseEDTF reads the dates that a dossier holds: ISO 8601 down to the minute,
// ISO weeks, EDTF seasons and quarters (21–24, 33–36), unspecified digits (X),
// approximate and uncertain dates (~ ? %) and intervals with a slash, of which
// an open end means the other end alone.
func parseEDTF(value string) (interval, bool) {
	if from, to, isInterval := strings.Cut(value, "/"); isInterval {
		a, okA := parseEDTF(from)
		b, okB := parseEDTF(to)
		switch {
		case okA && okB && !b.To.Before(a.From):
			return interval{a.From, b.To}, true
		case okA:
			return a, true
		}
		return b, okB
	}
	value = strings.Map(func(r rune) rune {
		if strings.ContainsRune("~?%", r) {
			return -1
		}
		return r
	}, value)
	if date, clock, hasClock := strings.Cut(value, "T"); hasClock {
		return parseClock(date, clock)
	}
	return parseDay(value)
}

func parseClock(date, clock string) (interval, bool) {
	for _, form := range []string{"2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(form, date+"T"+clock); err == nil {
			return interval{t, t.Add(time.Minute)}, true
		}
	}
	return parseDay(date)
}

func parseDay(value string) (interval, bool) {
	parts := strings.Split(value, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return interval{}, false
	}
	low, errLow := strconv.Atoi(strings.ReplaceAll(parts[0], "X", "0"))
	high, errHigh := strconv.Atoi(strings.ReplaceAll(parts[0], "X", "9"))
	if errLow != nil || errHigh != nil {
		return interval{}, false
	}
	year := func(y int) time.Time { return time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC) }
	if len(parts) == 1 || parts[1] == "XX" {
		return interval{year(low), year(high + 1)}, true
	}
	if week, isWeek := strings.CutPrefix(parts[1], "W"); isWeek {
		n, err := strconv.Atoi(week)
		return weekOf(low, n), err == nil && n >= 1 && n <= 53
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil {
		return interval{}, false
	}
	if n > 12 {
		return seasonOf(low, n)
	}
	month := time.Date(low, time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	if len(parts) == 2 || strings.Contains(parts[2], "X") {
		return interval{month, month.AddDate(0, 1, 0)}, n >= 1
	}
	d, err := strconv.Atoi(parts[2])
	day := month.AddDate(0, 0, d-1)
	return interval{day, day.AddDate(0, 0, 1)}, err == nil && n >= 1 && d >= 1 && day.Month() == month.Month()
}

// weekOf is the ISO 8601 week: week 1 holds 4 January.
func weekOf(year, week int) interval {
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(week-1))
	return interval{monday, monday.AddDate(0, 0, 7)}
}

// seasonOf knows 21–24 (spring to winter of the north, winter ending the year)
// and 33–36 (quarters).
func seasonOf(year, code int) (interval, bool) {
	first := 0
	switch {
	case code >= 21 && code <= 24:
		first = 3 + 3*(code-21)
	case code >= 33 && code <= 36:
		first = 1 + 3*(code-33)
	default:
		return interval{}, false
	}
	from := time.Date(year, time.Month(first), 1, 0, 0, 0, 0, time.UTC)
	return interval{from, from.AddDate(0, 3, 0)}, true
}
