package times

// isoDate reads 2024-02-14, with or without a time of day.
func (s *scan) isoDate(i int) (period, int) {
	if s.length(i) != 4 || s.at(i).class != number || !s.is(i+1, "-") || s.length(i+2) != 2 || !s.is(i+3, "-") || s.length(i+4) != 2 {
		return unknown, i
	}
	if !s.at(i+1).glued || !s.at(i+2).glued || !s.at(i+4).glued {
		return unknown, i
	}
	return s.date(s.at(i).value, s.at(i+2).value, s.at(i+4).value, i, i+5)
}

// slashDate reads 14/02/2024, 2/14/2024 and 14.02.2024. When day and month
// cannot be told apart the year alone is known.
func (s *scan) slashDate(i int) (period, int) {
	a, b, y := s.at(i), s.at(i+2), s.at(i+4)
	if a.class != number || b.class != number || y.class != number || a.Len() > 2 || b.Len() > 2 || y.Len() != 4 {
		return unknown, i
	}
	dots := s.is(i+1, ".") && s.is(i+3, ".")
	if !dots && !(s.is(i+1, "/") && s.is(i+3, "/")) && !(s.is(i+1, "-") && s.is(i+3, "-")) {
		return unknown, i
	}
	if !b.glued || !y.glued || !plausibleYear(y.value) {
		return unknown, i
	}
	switch {
	case dots || a.value > 12 || a.value == b.value:
		return s.date(y.value, b.value, a.value, i, i+5)
	case b.value > 12:
		return s.date(y.value, a.value, b.value, i, i+5)
	case a.value > 0 && b.value > 0:
		return aYear(y.value), i + 5
	}
	return unknown, i
}

// weekdayDate reads a date behind its weekday: "Wednesday, February 14".
func (s *scan) weekdayDate(i int) (period, int) {
	w := s.at(i)
	if w.class != weekday && w.class != weekdayAbbr || !w.capital {
		return unknown, i
	}
	j := s.skip(s.skip(s.skip(i+1, "."), ","), "the")
	if p, n := s.dayMonth(j); n > j {
		return p, n
	}
	if p, n := s.monthDay(j); n > j {
		return p, n
	}
	return unknown, i
}

// dayMonth reads "14 February 2024", "the 14th of Feb." and "3-7 March".
func (s *scan) dayMonth(i int) (period, int) {
	d := s.at(i)
	if d.class != number || d.Len() > 2 || s.inNumber(i) {
		return unknown, i
	}
	first, j := d.value, s.ordinalEnd(i+1)
	last := first
	if s.is(j, "-", "–", "to") && s.at(j+1).class == number && s.at(j+1).Len() <= 2 {
		last, j = s.at(j+1).value, s.ordinalEnd(j+2)
	}
	j = s.skip(s.skip(j, "of"), "-")
	m, n := s.monthName(j)
	if n == j {
		return unknown, i
	}
	y, n := s.yearBehind(n)
	return s.monthDays(y, m, first, last, i, n)
}

// monthDay reads "February 14, 2024", "Feb. 14th" and "March 3-7".
func (s *scan) monthDay(i int) (period, int) {
	m, j := s.monthName(i)
	if j == i {
		return unknown, i
	}
	j = s.skip(j, "the")
	d := s.at(j)
	if d.class != number || d.Len() > 2 || s.inCount(j) {
		return unknown, i
	}
	first, n := d.value, s.ordinalEnd(j+1)
	last := first
	if s.is(n, "-", "–", "to") && s.at(n+1).class == number && s.at(n+1).Len() <= 2 && !s.inCount(n+1) {
		last, n = s.at(n+1).value, s.ordinalEnd(n+2)
	}
	y, n := s.yearBehind(n)
	return s.monthDays(y, m, first, last, i, n)
}

func (s *scan) monthDays(y, m, first, last, i, n int) (period, int) {
	if first == last {
		return s.date(y, m, first, i, n)
	}
	if last < first || !valid(leapYear, m, first) || !valid(leapYear, m, last) {
		return unknown, i
	}
	p, _ := s.date(y, m, first, i, n)
	q, _ := s.date(y, m, last, i, n)
	if p.unknown || q.unknown {
		return unknown, n
	}
	if q.first < p.first {
		y, _, _ := q.first.date()
		p = aDay(dayOf(y, m, first))
	}
	return p.until(q), n
}

// date is the day; without a year (0) the last one not after publication, or
// the next one where the sentence looks forward. No match when there is no such
// day.
func (s *scan) date(y, m, d, i, n int) (period, int) {
	if y != 0 {
		if !valid(y, m, d) || !plausibleYear(y) {
			return unknown, i
		}
		return aDay(dayOf(y, m, d)), n
	}
	if !valid(leapYear, m, d) {
		return unknown, i
	}
	year, _, ok := s.now.month()
	if !ok {
		return period{unknown: true, month: m, dayOfMonth: d}, n
	}
	step := -1
	if s.looksForward(i, n) {
		step = 1
	}
	for y := year - step; y != year+9*step; y += step {
		at := dayOf(y, m, d)
		if valid(y, m, d) && (step < 0 && at <= s.now.last || step > 0 && at >= s.now.first) {
			p := aDay(at)
			p.month, p.dayOfMonth = m, d
			return p, n
		}
	}
	return unknown, n
}

const leapYear = 2000

// monthYear reads "February 2024", "Feb. 2024" and "May of 2021".
func (s *scan) monthYear(i int) (period, int) {
	m, j := s.monthName(i)
	if j == i {
		return unknown, i
	}
	if s.is(j, "-", "–", "to") {
		if p, n := s.monthRange(i, "to"); n > i {
			return p, n
		}
	}
	if day := s.at(i - 1); day.class == number && day.Len() <= 2 {
		return unknown, i
	}
	k := s.skip(s.skip(j, ","), "of")
	if y := s.at(k); y.class == number && y.Len() == 4 && plausibleYear(y.value) && !s.inCount(k) {
		return aMonth(y.value, m), k + 1
	}
	return s.ofYear(i, s.skip(j, "of"), func(y int) period { return aMonth(y, m) })
}

// ofYear reads the "last year" at k behind a month or season at i.
func (s *scan) ofYear(i, k int, in func(year int) period) (period, int) {
	if s.at(k).class != shift || s.at(k+1).class != unit || s.at(k+1).value != unitYear || s.is(k, "past") {
		return unknown, i
	}
	y, ok := s.now.year()
	if !ok {
		return unknown, k + 2
	}
	return in(y + s.at(k).value), k + 2
}

// monthRange reads "March to June 2021", "June-August" and "March and June"
// (join is the word between).
func (s *scan) monthRange(i int, join string) (period, int) {
	m1, j := s.monthName(i)
	if j == i || !s.is(j, join, "-", "–") {
		return unknown, i
	}
	m2, n := s.monthName(j + 1)
	if n == j+1 {
		return unknown, i
	}
	if s.at(n).class == number && s.at(n).Len() <= 2 {
		return unknown, i
	}
	y, n := s.yearBehind(n)
	if y == 0 {
		q := s.monthAlone(m2, i, n)
		if q.unknown {
			return unknown, n
		}
		y, _, _ = q.first.date()
	}
	from := y
	if m1 > m2 {
		from--
	}
	return aMonth(from, m1).until(aMonth(y, m2)), n
}

// quarter reads "Q3 2021" and "third quarter 2021".
func (s *scan) quarter(i int) (period, int) {
	var q, j int
	switch {
	case s.is(i, "q") && s.at(i+1).glued && s.at(i+1).class == number:
		q, j = s.at(i+1).value, i+2
	case s.at(i).class == ordinal && s.is(i+1, "quarter"):
		q, j = s.at(i).value, i+2
	default:
		return unknown, i
	}
	y, n := s.yearBehind(s.skip(j, "of", "in"))
	if y == 0 || q < 1 || q > 4 {
		return unknown, i
	}
	return aQuarter(y, q), n
}

// seasonYear reads "spring 2021" and "the winter of 2021-22".
func (s *scan) seasonYear(i int) (period, int) {
	if s.at(i).class != seasonName {
		return unknown, i
	}
	j := s.skip(i+1, "of")
	y := s.at(j)
	if y.class != number || y.Len() != 4 || !plausibleYear(y.value) {
		return s.ofYear(i, j, func(y int) period { return aSeason(y, s.at(i).value) })
	}
	n := j + 1
	if _, m := s.yearRange(j); m > j {
		n = m
	}
	return aSeason(y.value, s.at(i).value), n
}

// yearRange reads "2022-23" and "1914–1918".
func (s *scan) yearRange(i int) (period, int) {
	a, b := s.at(i), s.at(i+2)
	if a.class != number || a.Len() != 4 || !plausibleYear(a.value) || b.class != number || s.inNumber(i) {
		return unknown, i
	}
	if !s.is(i+1, "-", "–", "/") || !s.at(i+1).glued || !b.glued || s.at(i+3).glued && s.is(i+3, "-", "/") {
		return unknown, i
	}
	to := b.value
	if b.Len() == 2 {
		to += a.value / 100 * 100
	} else if b.Len() != 4 {
		return unknown, i
	}
	if to <= a.value || to > a.value+200 {
		return unknown, i
	}
	return years(a.value, to), i + 3
}

// decade reads "1990s" and "'90s".
func (s *scan) decade(i int) (period, int) {
	j := s.skip(i, "'", "’", "‘")
	y := s.at(j)
	if y.class != number || y.value%10 != 0 || !s.at(j+1).glued || !s.is(j+1, "s") {
		return unknown, i
	}
	switch {
	case y.Len() == 4 && plausibleYear(y.value) && j == i:
		return years(y.value, y.value+9), j + 2
	case y.Len() == 2 && j > i && y.glued:
		from := 1900 + y.value
		if y.value < 30 {
			from += 100
		}
		return years(from, from+9), j + 2
	}
	return unknown, i
}

// century reads "19th century" and "19th-century".
func (s *scan) century(i int) (period, int) {
	n, j := s.at(i), s.ordinalEnd(i+1)
	if n.class != number || j == i+1 || n.value < 10 || n.value > 21 || !s.is(s.skip(j, "-"), "century") {
		return unknown, i
	}
	return years(100*n.value-99, 100*n.value), s.skip(j, "-") + 1
}

// monthName reads the name of a month; one that is also another word must be
// capital, an abbreviation may have its full stop.
func (s *scan) monthName(i int) (m, next int) {
	w := s.at(i)
	if !w.capital {
		return 0, i
	}
	switch w.class {
	case month:
		return w.value, i + 1
	case nameMonth:
		return w.value, i + 1
	case monthAbbr:
		return w.value, s.skip(i+1, ".")
	}
	return 0, i
}

// yearBehind reads a year that follows a day or month, 0 for none.
func (s *scan) yearBehind(i int) (year, next int) {
	j := s.skip(i, ",")
	if j == i {
		j = s.skip(i, "-")
	}
	y := s.at(j)
	if y.class == number && y.Len() == 4 && plausibleYear(y.value) && !s.inCount(j) && (j == i || !y.glued || s.is(i, "-")) {
		return y.value, j + 1
	}
	return 0, i
}

// ordinalEnd steps over the "th" of "14th".
func (s *scan) ordinalEnd(i int) int {
	if s.at(i).glued {
		return s.skip(i, "st", "nd", "rd", "th")
	}
	return i
}

// inNumber reports whether number i goes on to the left: "1,500", "10:30", "$5".
func (s *scan) inNumber(i int) bool {
	return s.at(i).glued && s.is(i-1, ",", ".", ":", "$", "€", "£", "#", "/", "_")
}

// inCount reports whether number i goes on to the right: "20,000", "3:30", "5%".
func (s *scan) inCount(i int) bool {
	next := s.at(i + 1)
	if !next.glued {
		return next.class == counted
	}
	return s.is(i+1, ":", "%") || s.is(i+1, ",", ".") && s.at(i+2).class == number && s.at(i+2).glued
}

func plausibleYear(y int) bool { return 1000 <= y && y <= 2199 }
