package times

import "hearsay"

// dayWord reads "today", "yesterday" and "the day before yesterday".
func (s *scan) dayWord(i int) (period, int) {
	j, extra := i, 0
	if s.is(i, "day") && s.is(i+1, "before", "after") && s.at(i+2).class == dayName {
		j = i + 2
		if extra = 1; s.is(i+1, "before") {
			extra = -1
		}
	}
	w := s.at(j)
	if w.class != dayName {
		return unknown, i
	}
	d, ok := s.now.day()
	if !ok {
		return unknown, j + 1
	}
	return aDay(d + day(w.value+extra)), j + 1
}

// weekdayAlone reads "Tuesday" and "Tuesday last week".
func (s *scan) weekdayAlone(i int) (period, int) {
	w := s.at(i)
	if w.class != weekday || !w.capital || s.at(i-1).class == habit {
		return unknown, i
	}
	if before, after := s.at(i-1), s.at(i+1); before.class == named && before.value == 0 && before.capital && !before.newline ||
		after.class == named && after.value == 1 && after.capital {
		return unknown, i
	}
	d, ok := s.now.day()
	if j := s.skip(i+1, "of"); s.at(j).class == shift && s.at(j+1).class == unit && s.at(j+1).value == unitWeek {
		if !ok {
			return unknown, j + 2
		}
		return aDay(d.monday() + day(7*s.at(j).value+w.value-1)), j + 2
	}
	switch {
	case !ok:
		return unknown, i + 1
	case s.looksForward(i, i+1):
		return aDay(d + day((w.value-d.weekday()+7)%7)), i + 1
	}
	return aDay(d - day((d.weekday()-w.value+7)%7)), i + 1
}

// holidayDate reads "Christmas Day", "New Year's Eve" and their like.
func (s *scan) holidayDate(i int) (period, int) {
	w, j := s.at(i), i+1
	md := w.value
	if s.is(i, "new") && w.capital && s.is(i+1, "year") {
		md, j = 101, i+2
	} else if w.class != holiday || !w.capital {
		return unknown, i
	}
	if s.possessive(j) {
		j += 2
	}
	switch {
	case s.is(j, "day") && s.at(j).capital:
		return s.date(0, md/100, md%100, i, j+1)
	case s.is(j, "eve") && s.at(j).capital && md%100 == 1:
		return s.date(0, 12, 31, i, j+1)
	case s.is(j, "eve") && s.at(j).capital:
		return s.date(0, md/100, md%100-1, i, j+1)
	}
	return unknown, i
}

// weak reads what is a time only in company: a year, a month, a season or a
// weekend behind a preposition.
func (s *scan) weak(i int) (period, int) {
	before := i - 1
	if s.is(before, "the") {
		before--
	}
	governed := s.at(before).class == prep
	w := s.at(i)
	switch w.class {
	case number:
		if s.year(i, before) {
			return aYear(w.value), i + 1
		}
	case month, nameMonth, monthAbbr:
		if !w.capital || s.at(i-1).class == number {
			return unknown, i
		}
		if w.class == month || s.behindEdge(i) || w.class == nameMonth && s.placesMonth(i-1) {
			return s.monthAlone(w.value, i, i+1), i + 1
		}
	case seasonName:
		if governed && s.is(i-1, "the", "in", "by", "since", "until") && !s.is(i+1, "of") {
			return s.seasonAlone(w.value, i), i + 1
		}
	case unit:
		if w.value == unitWeekend && governed && s.is(i-1, "the") && !s.is(i+1, "of") {
			return s.weekendAlone(), i + 1
		}
	}
	return unknown, i
}

// placesMonth reports whether the preposition at i makes a month, not a person, of
// the "May" behind it.
func (s *scan) placesMonth(i int) bool {
	return s.is(i, "in", "since", "until", "till", "during", "throughout") || s.is(i, "by") && s.looksForward(i+1, i+2)
}

func (s *scan) behindEdge(i int) bool {
	return s.at(i-1).class == edge || s.is(i-1, "-") && s.at(i-2).class == edge
}

// year tells a year from another number of four digits by what stands around it;
// before is the word before it and its article.
func (s *scan) year(i, before int) bool {
	y := s.at(i)
	if y.Len() != 4 || y.value < 1500 || !plausibleYear(y.value) || s.inNumber(i) || s.inCount(i) {
		return false
	}
	next := s.at(i + 1)
	if next.glued && (next.class != mark || s.is(i+1, "-", "/", "+") && s.at(i+2).glued) {
		return false
	}
	plural := next.class == other && !next.capital && next.Len() > 3 && s.text[next.End-1] == 's'
	switch {
	case s.is(i-1, "("):
		return s.is(i+1, ")")
	case s.behindEdge(i), s.at(i-1).class == about && !plural:
		return true
	case before < i-1, s.is(i-1, "a", "his", "her", "their", "its"):
		return !plural
	case s.is(before, "over", "at", "within", "for"):
		return false
	case s.is(before, "in", "since", "during", "until", "between"):
		return true
	case s.is(before, "and", "to", "or", "through"):
		from := s.at(before - 1)
		return from.class == number && from.Len() == 4 && plausibleYear(from.value) && !plural
	}
	return s.at(before).class == prep && !plural
}

// monthAlone is the last month of that name not after publication.
func (s *scan) monthAlone(m, i, n int) period {
	y, now, ok := s.now.month()
	switch {
	case !ok:
		return unknown
	case s.looksForward(i, n):
		if m < now {
			y++
		}
	case m > now:
		y--
	}
	return aMonth(y, m)
}

func (s *scan) seasonAlone(n, i int) period {
	y, _, ok := s.now.month()
	if !ok {
		return unknown
	}
	p := aSeason(y, n)
	switch {
	case s.looksForward(i, i+1):
		if p.last < s.now.first {
			p = aSeason(y+1, n)
		}
	case p.first > s.now.first:
		p = aSeason(y-1, n)
	}
	return p
}

func (s *scan) weekendAlone() period {
	d, ok := s.now.day()
	if !ok {
		return unknown
	}
	saturday := d - day((d.weekday()+1)%7)
	return days(saturday, saturday+1)
}

// clocked reads a day behind a time of day: "at 10:30 am on Tuesday". Whole
// hours do not make the day more precise.
func (s *scan) clocked(i int) (period, int) {
	j := s.skip(i, "at", "around", "about")
	h := s.at(j)
	if h.class != number || h.Len() > 2 || h.value > 23 || s.inNumber(j) {
		return unknown, i
	}
	minute, k := -1, j+1
	if s.is(k, ":", ".") && s.at(k).glued && s.at(k+1).glued && s.length(k+1) == 2 && s.at(k+1).value < 60 {
		minute, k = s.at(k+1).value, k+2
	}
	hour, k2 := s.halfDay(h.value, k)
	if minute < 0 && k2 == k {
		return unknown, i
	}
	k = s.skip(s.skip(s.skip(k2, "on"), ","), "on")
	p, n := s.core(k)
	if n == k || p.unit != hearsay.PrecisionDay && !p.unknown {
		return unknown, i
	}
	if !p.unknown && minute >= 0 {
		p.clock = "T" + twoDigits(hour) + ":" + twoDigits(minute)
	}
	return p, n
}

// halfDay reads "am" and "p.m." and turns the hour into that of the day.
func (s *scan) halfDay(hour, i int) (h, next int) {
	pm := s.is(i, "pm") || s.is(i, "p") && s.is(i+1, ".") && s.is(i+2, "m")
	am := s.is(i, "am") || s.is(i, "a") && s.is(i+1, ".") && s.is(i+2, "m")
	if !am && !pm {
		return hour, i
	}
	next = i + 1
	if s.is(i+1, ".") {
		next = s.skip(i+3, ".")
	}
	hour %= 12
	if pm {
		hour += 12
	}
	return hour, next
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
