package times

import (
	"fmt"

	"hearsay"
)

// period is an interval of days with the precision in which it is told.
type period struct {
	first, last           day
	unit                  hearsay.Precision
	from, to              hearsay.Precision // in which the ends of an interval are written: year, month or day
	aboutFirst, aboutLast bool              // "~" at an end
	openFirst, openLast   bool              // ".." for an end
	clock                 string            // "T15:30" on a day
	unknown               bool              // an expression of time whose time cannot be told
	month, dayOfMonth     int               // of a day that is told without its year
}

var unknown = period{unknown: true}

func span(first, last day, unit, ends hearsay.Precision) period {
	return period{first: first, last: last, unit: unit, from: ends, to: ends}
}

func aDay(d day) period { return span(d, d, hearsay.PrecisionDay, hearsay.PrecisionDay) }

// aWeek is the ISO week, Monday to Sunday, of d.
func aWeek(d day) period {
	return span(d.monday(), d.monday()+6, hearsay.PrecisionWeek, hearsay.PrecisionDay)
}

func aMonth(y, m int) period {
	return span(dayOf(y, m, 1), dayOf(y, m+1, 0), hearsay.PrecisionMonth, hearsay.PrecisionMonth)
}

// aQuarter is quarter 1 to 4 of the calendar year.
func aQuarter(y, n int) period {
	return span(dayOf(y, 3*n-2, 1), dayOf(y, 3*n+1, 0), hearsay.PrecisionSeason, hearsay.PrecisionMonth)
}

// aSeason is season 1 (spring, from March) to 4 (winter, from December of y).
func aSeason(y, n int) period {
	return span(dayOf(y, 3*n, 1), dayOf(y, 3*n+3, 0), hearsay.PrecisionSeason, hearsay.PrecisionMonth)
}

func aYear(y int) period {
	return span(dayOf(y, 1, 1), dayOf(y, 12, 31), hearsay.PrecisionYear, hearsay.PrecisionYear)
}

func years(from, to int) period {
	return span(dayOf(from, 1, 1), dayOf(to, 12, 31), hearsay.PrecisionInterval, hearsay.PrecisionYear)
}

func days(first, last day) period {
	if first == last {
		return aDay(first)
	}
	return span(first, last, hearsay.PrecisionInterval, hearsay.PrecisionDay)
}

func months(first, last day) period {
	return span(first, last, hearsay.PrecisionInterval, hearsay.PrecisionMonth)
}

func (p period) about() period {
	p.aboutFirst, p.aboutLast = true, true
	return p
}

func (p period) precision() hearsay.Precision {
	switch {
	case p.aboutFirst || p.aboutLast:
		return hearsay.PrecisionApproximate
	case p.openFirst || p.openLast:
		return hearsay.PrecisionInterval
	case p.clock != "":
		return hearsay.PrecisionMinute
	}
	return p.unit
}

// value is p in ISO 8601 or EDTF.
func (p period) value() string {
	first := point(p.first, p.from, p.aboutFirst)
	last := point(p.last, p.to, p.aboutLast)
	switch {
	case p.openFirst:
		return "../" + last
	case p.openLast:
		return first + "/.."
	case p.unit == hearsay.PrecisionInterval || p.unit == hearsay.PrecisionWeek:
		return first + "/" + last
	case p.unit == hearsay.PrecisionSeason:
		return season(p.first) + tilde(p.aboutFirst)
	case p.clock != "":
		return first + p.clock
	}
	return point(p.first, p.unit, p.aboutFirst)
}

func tilde(about bool) string {
	if about {
		return "~"
	}
	return ""
}

func point(d day, unit hearsay.Precision, about bool) string {
	y, m, dd := d.date()
	switch unit {
	case hearsay.PrecisionYear:
		return fmt.Sprintf("%04d%s", y, tilde(about))
	case hearsay.PrecisionMonth:
		return fmt.Sprintf("%04d-%02d%s", y, m, tilde(about))
	}
	return fmt.Sprintf("%04d-%02d-%02d%s", y, m, dd, tilde(about))
}

// season writes EDTF 21 (spring) to 24 (winter), or 33 to 36 (quarters).
func season(first day) string {
	y, m, _ := first.date()
	if m%3 == 1 {
		return fmt.Sprintf("%04d-%02d", y, 33+m/3)
	}
	return fmt.Sprintf("%04d-%02d", y, 20+m/3)
}

// edge is the early (1), middle (2) or late (3) part of p; its inner ends are vague.
func (p period) edge(part int) period {
	if p.unknown || p.first == p.last {
		return p
	}
	y, m, _ := p.first.date()
	end, _, _ := p.last.date()
	q := p
	switch length := int(p.last-p.first) + 1; {
	case length > 366:
		n := end - y + 1
		q = years(y+[3]int{0, n * 3 / 10, n * 6 / 10}[part-1], y-1+[3]int{n * 4 / 10, n * 7 / 10, n}[part-1])
	case p.unit == hearsay.PrecisionYear:
		q = months(dayOf(y, [3]int{1, 5, 10}[part-1], 1), dayOf(y, [3]int{4, 9, 13}[part-1], 0))
	case length > 31:
		q = months(dayOf(y, m+part-1, 1), dayOf(y, m+part, 0))
	default:
		third := day(length / 3)
		q = days(p.first+day(part-1)*third, p.last-day(3-part)*third)
	}
	q.unit = hearsay.PrecisionInterval
	q.aboutFirst, q.aboutLast = part != 1, part != 3
	return q
}

// half is the first (1) or second (2) half of a year.
func (p period) half(n int) period {
	if p.unknown || p.unit != hearsay.PrecisionYear {
		return unknown
	}
	y, _, _ := p.first.date()
	return months(dayOf(y, 6*n-5, 1), dayOf(y, 6*n+1, 0))
}

// until joins two periods into one interval.
func (p period) until(q period) period {
	if p.unknown || q.unknown || q.last < p.first {
		return unknown
	}
	return period{first: p.first, last: q.last, unit: hearsay.PrecisionInterval, from: p.from, to: q.to,
		aboutFirst: p.aboutFirst, aboutLast: q.aboutLast}
}

// before gives a day that is told without its year the last such one before q.
func (p period) before(q period) period {
	if p.month == 0 || q.unknown || q.month != 0 || q.unit != hearsay.PrecisionDay {
		return p
	}
	y, _, _ := q.first.date()
	if dayOf(y, p.month, p.dayOfMonth) >= q.first {
		y--
	}
	return aDay(dayOf(y, p.month, p.dayOfMonth))
}

// touches reports whether q goes on where p ends.
func (p period) touches(q period) bool {
	return !p.unknown && !q.unknown && p.aboutFirst && q.aboutLast && p.last+1 == q.first
}
