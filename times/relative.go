package times

import "hearsay"

// units are those of the word class of the same name.
const (
	unitDay = iota + 1
	unitWeek
	unitMonth
	unitYear
	unitDecade
	unitCentury
	unitQuarter
	unitWeekend
	unitFortnight
	unitHour
	unitSeason
)

// shifted reads "last week", "this Tuesday", "next spring", "past two months".
func (s *scan) shifted(i int) (period, int) {
	w := s.at(i)
	if w.class != shift {
		return unknown, i
	}
	definite := s.is(i-1, "the")
	if n, vague, j := s.amount(i + 1); j > i+1 && (vague || !s.is(i+1, "a", "an")) {
		if u := s.at(j); u.class == unit && (u.value <= unitFortnight || u.value == unitHour) && w.value != 0 {
			return s.around(n, vague, u.value, w.value), j + 1
		}
		return unknown, i
	}
	next := s.at(i + 1)
	switch next.class {
	case unit:
		return s.shiftedUnit(i, definite)
	case weekday:
		if !next.capital {
			return unknown, i
		}
		d, ok := s.now.day()
		if !ok {
			return unknown, i + 2
		}
		return aDay(shiftedWeekday(d, next.value, w.value)), i + 2
	case month, nameMonth:
		if !next.capital {
			return unknown, i
		}
		return s.shiftedMonth(next.value, w.value), i + 2
	case seasonName:
		return s.shiftedSeason(next.value, w.value), i + 2
	case part:
		if w.value > 0 || definite {
			return unknown, i
		}
		d, ok := s.now.day()
		if !ok {
			return unknown, i + 2
		}
		return aDay(d + day(w.value)), i + 2
	}
	return unknown, i
}

func shiftedWeekday(now day, weekday, shift int) day {
	switch shift {
	case -1:
		return now - 1 - day((now.weekday()-1-weekday+7)%7)
	case 1:
		return now + 1 + day((weekday-now.weekday()-1+7)%7)
	}
	return now.monday() + day(weekday-1)
}

func (s *scan) shiftedMonth(m, shift int) period {
	y, now, ok := s.now.month()
	switch {
	case !ok:
		return unknown
	case shift < 0 && m >= now:
		y--
	case shift > 0 && m <= now:
		y++
	}
	return aMonth(y, m)
}

// shiftedSeason takes "last summer" as that of the year before and "last winter"
// as the last one that is over, "next spring" as the first that has not begun.
func (s *scan) shiftedSeason(n, shift int) period {
	y, m, ok := s.now.month()
	if !ok {
		return unknown
	}
	if n == 4 && m <= 2 {
		y--
	}
	if shift > 0 && aSeason(y, n).first > s.now.last {
		shift = 0
	}
	return aSeason(y+shift, n)
}

// shiftedUnit reads "last week" as the ISO week, "last month" and "last year" as
// those of the calendar, "the past year" as that up to publication.
func (s *scan) shiftedUnit(i int, definite bool) (period, int) {
	w, u, n := s.at(i), s.at(i+1).value, i+2
	if plural := s.text[s.at(i+1).End-1] == 's'; plural {
		if w.value > 0 || s.is(i, "past") {
			return s.around(4, true, u, w.value), n
		}
		return unknown, i
	}
	switch {
	case u == unitDay || u == unitHour || u == unitCentury || u == unitSeason:
		if definite && u == unitDay && s.is(i, "next", "previous") {
			return unknown, n
		}
		return unknown, i
	case s.is(i, "previous"):
		return unknown, n
	case u == unitWeekend && (definite || s.is(i, "past")) && w.value < 0:
		return s.weekendAlone(), n
	case u != unitWeekend && (definite && w.value != 0 || s.is(i, "past")):
		return s.around(1, false, u, w.value), n
	}
	return s.calendarUnit(u, w.value), n
}

// current reads "week", "month", "year" or "day" as that of publication.
func (s *scan) current(i int) (period, int) {
	if u := s.at(i); u.class == unit && u.value <= unitYear {
		return s.calendarUnit(u.value, 0), i + 1
	}
	return unknown, i
}

// calendarUnit is the unit that publication lies in, moved by shift.
func (s *scan) calendarUnit(u, shift int) period {
	d, dayKnown := s.now.day()
	y, m, monthKnown := s.now.month()
	year, yearKnown := s.now.year()
	switch {
	case u == unitDay && dayKnown:
		return aDay(d + day(shift))
	case u == unitWeek && dayKnown:
		return aWeek(d + day(7*shift))
	case u == unitWeekend && dayKnown:
		saturday := d.monday() + day(5+7*shift)
		return days(saturday, saturday+1)
	case u == unitFortnight && dayKnown:
		return days(d+day(14*min(shift, 0)), d+day(14*max(shift, 0)))
	case u == unitMonth && monthKnown:
		first := dayOf(y, m+shift, 1)
		y, m, _ = first.date()
		return aMonth(y, m)
	case u == unitQuarter && monthKnown:
		first := dayOf(y, (m-1)/3*3+1+3*shift, 1)
		y, m, _ = first.date()
		return aQuarter(y, (m+2)/3)
	case u == unitYear && yearKnown:
		return aYear(year + shift)
	case u == unitDecade && yearKnown:
		from := year/10*10 + 10*shift
		return years(from, from+9)
	}
	return unknown
}

// around is the stretch of n units up to publication (shift -1) or after it (1).
func (s *scan) around(n int, vague bool, u, shift int) period {
	if u == unitHour {
		u, n = unitDay, (n+hoursADay-1)/hoursADay
	}
	ends, first, last, ok := s.reach(u)
	if !ok {
		return unknown
	}
	p := span(first, last, hearsay.PrecisionInterval, ends)
	if shift < 0 {
		p.first = moved(first, u, -n)
		p.aboutFirst = vague
	} else {
		p.last = moved(last, u, n)
		p.aboutLast = vague
	}
	if p.first < earliest || p.last > latest {
		return unknown
	}
	return p
}

const hoursADay = 24

// reach is the precision in which stretches of unit u are told from publication.
func (s *scan) reach(u int) (ends hearsay.Precision, first, last day, ok bool) {
	_, dayKnown := s.now.day()
	_, _, monthKnown := s.now.month()
	_, yearKnown := s.now.year()
	switch u {
	case unitDay, unitWeek, unitWeekend, unitFortnight:
		return hearsay.PrecisionDay, s.now.first, s.now.last, dayKnown
	case unitMonth, unitQuarter:
		return hearsay.PrecisionMonth, s.now.first, s.now.last, monthKnown
	}
	return hearsay.PrecisionYear, s.now.first, s.now.last, yearKnown && u <= unitCentury
}

// moved is d moved by n units of the calendar.
func moved(d day, u, n int) day {
	y, m, dd := d.date()
	switch u {
	case unitDay:
		return d + day(n)
	case unitWeek, unitWeekend:
		return d + day(7*n)
	case unitFortnight:
		return d + day(14*n)
	case unitMonth:
		return dayOf(y, m+n, 1)
	case unitQuarter:
		return dayOf(y, m+3*n, 1)
	case unitDecade:
		n *= 10
	case unitCentury:
		n *= 100
	}
	return dayOf(y+n, m, min(dd, 28))
}

// ago reads "two weeks ago" and, as unknown, "two weeks earlier".
func (s *scan) ago(i int) (period, int) {
	j, rough := i, false
	if s.is(j, "more", "less") && s.is(j+1, "than") {
		j, rough = j+2, true
	}
	if s.at(j).class == about {
		j, rough = j+1, true
	}
	n, vague, k := s.amount(j)
	u := s.at(k)
	if u.class != unit {
		return unknown, i
	}
	if k == j {
		n, vague = 4, true
	}
	k = s.skip(k+1, "or")
	switch {
	case s.is(k, "ago"):
		return s.back(n, vague, rough, u.value), k + 1
	case k > j+1 && j < k-1 && s.is(k, "earlier", "later", "previously", "beforehand"):
		return unknown, k + 1
	}
	return unknown, i
}

// back is the time n units before publication.
func (s *scan) back(n int, vague, rough bool, u int) period {
	if u == unitHour {
		return s.around(n, false, u, -1)
	}
	if vague {
		ends, first, _, ok := s.reach(u)
		far, near := moved(first, u, -n-2), moved(first, u, -2)
		if !ok || far < earliest {
			return unknown
		}
		return span(far, near, hearsay.PrecisionInterval, ends).about()
	}
	p := s.away(-n, u)
	if rough || u == unitDecade || u == unitCentury {
		p = p.about()
	}
	return p
}

// away is the day, week, month or year that lies n units from publication.
func (s *scan) away(n, u int) period {
	_, first, _, ok := s.reach(u)
	d := moved(first, u, n)
	if !ok || d < earliest || d > latest {
		return unknown
	}
	y, m, _ := d.date()
	switch u {
	case unitDay:
		return aDay(d)
	case unitWeek, unitFortnight:
		return aWeek(d)
	case unitMonth, unitQuarter:
		return aMonth(y, m)
	}
	return aYear(y)
}

// earliest and latest bound the days that four digits of a year can tell.
var earliest, latest = dayOf(1000, 1, 1), dayOf(2999, 1, 1)

// ahead reads "within two weeks" and, where the sentence looks forward or "time"
// follows, "in two weeks": the word before i is the preposition.
func (s *scan) ahead(i int) (period, int) {
	if !s.is(i-1, "in", "within") {
		return unknown, i
	}
	n, vague, j := s.amount(i)
	u := s.at(j)
	if j == i || u.class != unit || u.value > unitDecade || s.is(j+1, "of", "old") {
		return unknown, i
	}
	next := j + 1
	if s.is(next, "'", "’") {
		k := s.skip(s.skip(next, "'", "’"), "s")
		if !s.is(k, "time") {
			return unknown, i
		}
		next = k + 1
	} else if !s.is(i-1, "within") && !s.looksForward(i, j+1) {
		return unknown, i
	}
	if s.is(i-1, "within") || vague {
		p := s.around(n, vague, u.value, 1)
		p.aboutLast = true
		return p, next
	}
	return s.away(n, u.value).about(), next
}

// amount reads "two", "14", "a few", "a couple of".
func (s *scan) amount(i int) (n int, isVague bool, next int) {
	w := s.at(i)
	j := i
	if s.is(i, "a") && s.at(i+1).class == vague {
		j++
	}
	if s.at(j).class == vague {
		return s.at(j).value, true, s.skip(j+1, "of")
	}
	switch {
	case w.class == count:
		return w.value, false, i + 1
	case w.class == number && w.value >= 0 && w.value < 1000 && !s.inNumber(i) && !s.at(i+1).glued:
		return w.value, false, i + 1
	}
	return 0, false, i
}

// recent reads "recent weeks".
func (s *scan) recent(i int) (period, int) {
	if u := s.at(i + 1); s.is(i, "recent") && u.class == unit && u.value <= unitDecade {
		return s.around(4, true, u.value, -1), i + 2
	}
	return unknown, i
}

// anaphor reads times that hang on another one: "the following day", "that week".
func (s *scan) anaphor(i int) (period, int) {
	u := s.at(i + 1)
	if (u.class == unit && u.value <= unitYear && u.value > 0 || u.class == part) &&
		(s.is(i-1, "the") && s.is(i, "following", "next", "previous", "same") || s.is(i, "that")) && !s.is(i+2, "s") {
		return unknown, i + 2
	}
	return unknown, i
}
