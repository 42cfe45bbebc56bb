// Package times finds expressions of time in a text and the interval that each
// means, given the date of publication.
//
//	published 2024-02-14, "Earlier this week the two met again."
//	Earlier this week   2024-02-12/2024-02-14
//
// A value is never more precise than the text. Weekdays, months and days without
// a year are the last such ones not after publication, unless the sentence looks
// forward ("will meet on Friday").
package times

import "hearsay"

// Find returns the expressions of time in order. Relative ones have an empty
// Value when published is nil or too coarse for them.
func Find(text string, published *hearsay.Date) []hearsay.Time {
	s := &scan{text: text, words: split(text), now: anchorOf(published)}
	var found []hearsay.Time
	for i := 0; i < len(s.words); {
		m, next := s.expression(i)
		if next <= i {
			i++
			continue
		}
		span := hearsay.Span{Start: s.words[i].Start, End: s.words[next-1].End}
		found = append(found, m.time(span))
		i = next
	}
	return found
}

// time is the found expression with p's value.
func (p period) time(span hearsay.Span) hearsay.Time {
	if p.unknown {
		return hearsay.Time{Span: span}
	}
	return hearsay.Time{Span: span, Value: p.value(), Precision: p.precision()}
}

// anchor is what is known of the time of publication: its first and last day.
type anchor struct {
	first, last day
	known       bool
}

func anchorOf(published *hearsay.Date) anchor {
	if published == nil {
		return anchor{}
	}
	var f [3]int
	n := 0
	for part := 0; part < 3; part++ {
		width := 2
		if part == 0 {
			width = 4
		}
		v, ok := digits(published.Value, n, width)
		if !ok {
			break
		}
		f[part] = v
		n += width
		if n >= len(published.Value) || published.Value[n] != '-' {
			break
		}
		n++
	}
	switch {
	case f[0] == 0:
		return anchor{}
	case f[1] == 0:
		return anchor{dayOf(f[0], 1, 1), dayOf(f[0], 12, 31), true}
	case f[1] > 12:
		return anchor{}
	case f[2] == 0:
		return anchor{dayOf(f[0], f[1], 1), dayOf(f[0], f[1]+1, 0), true}
	}
	d := dayOf(f[0], f[1], f[2])
	return anchor{d, d, true}
}

func digits(s string, at, width int) (int, bool) {
	if at+width > len(s) {
		return 0, false
	}
	v := 0
	for _, c := range []byte(s[at : at+width]) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// day reports whether publication is known to the day, and which.
func (a anchor) day() (day, bool) { return a.first, a.known && a.first == a.last }

// month reports the month of publication when that is known.
func (a anchor) month() (year, month int, ok bool) {
	y, m, _ := a.first.date()
	y2, m2, _ := a.last.date()
	return y, m, a.known && y == y2 && m == m2
}

// year reports the year of publication when that is known.
func (a anchor) year() (int, bool) {
	y, _, _ := a.first.date()
	y2, _, _ := a.last.date()
	return y, a.known && y == y2
}
