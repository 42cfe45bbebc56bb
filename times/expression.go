package times

import "hearsay"

// expression reads an expression of time that starts at word i: a preposition,
// a range, or a time with what qualifies it. The place returned is that after
// it, or i for none.
func (s *scan) expression(i int) (period, int) {
	w := s.at(i)
	if s.namesDay(i) {
		return unknown, i
	}
	if w.class == other && !s.is(i, "the", "earlier", "later", "recent", "between", "that", "q", "new", "more", "less", "through") {
		return unknown, i
	}
	if p, n := s.bounded(i); n > i {
		return p, n
	}
	if p, n := s.clocked(i); n > i {
		return p, n
	}
	if w.class == prep && !s.is(i, "of", "for") {
		return s.governed(i)
	}
	p, n := s.joined(i)
	if n > i {
		return p, s.trail(n, p)
	}
	return unknown, i
}

// namesDay reports whether "the" or "in the" begins what a weekday is only a part of:
// in "the Monday strike" the time is "Monday".
func (s *scan) namesDay(i int) bool {
	if s.at(i).class == prep {
		i++
	}
	return s.is(i, "the") && s.at(i+1).class == weekday && s.at(i+2).class == other && !s.is(i+2, "of", "after", "before", "when", "that", "and", "or", "in", "at", "on", "to", "morning", "evening", "night", "afternoon") && s.at(i+2).Len() > 1
}

// governed reads a preposition with its time.
func (s *scan) governed(i int) (period, int) {
	p, n := s.joined(i + 1)
	if n == i+1 || s.possessive(n) {
		return unknown, i
	}
	if how := s.at(i).value; how > 0 {
		if s.is(i+1, "the") && n == i+3 && s.at(n).class == other && s.at(n).Len() > 1 {
			return unknown, i
		}
		p = p.opened(how, s.is(i, "from"))
	}
	return p, s.trail(n, p)
}

// opened is the time since (1), before (2) or after (3) p.
func (p period) opened(how int, from bool) period {
	switch {
	case p.unknown || p.openFirst || p.openLast || from:
	case how == 2:
		p.openFirst, p.aboutFirst = true, false
	default:
		p.openLast, p.aboutLast = true, false
	}
	return p
}

// bounded reads "from X to Y" and "between X and Y".
func (s *scan) bounded(i int) (period, int) {
	from, join := s.is(i, "from"), "to"
	if s.is(i, "between") {
		join = "and"
	} else if !from {
		return unknown, i
	}
	if p, n := s.monthRange(i+1, join); n > i+1 {
		return p, n
	}
	p, n := s.modified(i + 1)
	if n == i+1 || !s.is(n, join, "until", "till", "through") {
		return unknown, i
	}
	q, m := s.modified(n + 1)
	if m == n+1 {
		return unknown, i
	}
	return p.until(q), m
}

// joined reads a time, two vague times that touch ("late 2022 and early 2023"),
// or a range of two ("2 March – 4 April").
func (s *scan) joined(i int) (period, int) {
	p, n := s.modified(i)
	if n == i {
		return p, i
	}
	if s.is(n, "and", "or") {
		if q, m := s.modified(n + 1); m > n+1 && p.touches(q) {
			return p.until(q), m
		}
	}
	if s.is(n, "-", "–", "—", "to", "through") {
		if q, m := s.core(n + 1); m > n+1 {
			if s.at(i).class == weekday && s.at(n+1).class == weekday {
				return unknown, m
			}
			if p = p.before(q); !q.unknown && !p.unknown && q.unit == p.unit && p.first < q.first {
				return p.until(q), m
			}
		}
	}
	return p, n
}

// modified reads "early", "the end of", "earlier" and their like with the time
// that they qualify.
func (s *scan) modified(i int) (period, int) {
	if s.is(i, "earlier", "later") {
		return s.comparative(i)
	}
	j := s.skip(i, "the")
	if s.at(j).class == about {
		if p, n := s.core(j + 1); n > j+1 && !p.unknown {
			return p.about(), n
		}
		return unknown, i
	}
	if w := s.at(j); w.class == edge && (s.is(j, "early", "mid", "late") || s.is(j+1, "of", "in")) {
		k := s.skip(j+1, "-", "in", "on", "of", "through", "into", "hours")
		k = s.skip(k, "of")
		the := s.skip(k, "the")
		p, n := s.core(the)
		if n == the && the > k {
			p, n = s.current(the)
		}
		if n > the {
			return p.edge(w.value), n
		}
		return unknown, i
	}
	if p, n := s.share(j); n > j {
		return p, n
	}
	return s.core(i)
}

// share reads "first half of 2021", "last week of May" and "night of 3 June".
func (s *scan) share(i int) (period, int) {
	w := s.at(i)
	if w.class == part && s.is(i+1, "of") {
		if p, n := s.core(s.skip(i+2, "the")); n > i+2 {
			return p, n
		}
	}
	last := s.is(i, "last")
	if w.class != ordinal && !last || !s.is(i+2, "of") {
		return unknown, i
	}
	p, n := s.core(s.skip(i+3, "the"))
	if n <= i+3 {
		return unknown, i
	}
	switch {
	case s.is(i+1, "half") && w.value <= 2 && !last:
		return p.half(max(w.value, 2-w.value%2)), n
	case s.is(i+1, "quarter") && w.value >= 1 && w.value <= 4 && p.unit == hearsay.PrecisionYear && !p.unknown:
		y, _, _ := p.first.date()
		return aQuarter(y, w.value), n
	case s.at(i+1).class == unit && s.at(i+1).value <= 2 && !p.unknown:
		return p.edge(3 - 2*min(1, max(w.value, 0))), n
	}
	return unknown, i
}

// comparative reads "earlier this week" and "later in the year": the part of the
// time before or after publication.
func (s *scan) comparative(i int) (period, int) {
	j := s.skip(i+1, "in", "on")
	p, n := s.core(j)
	if n == j && j > i+1 && s.is(j, "the") {
		p, n = s.current(j + 1)
	}
	if n == j {
		return unknown, i
	}
	now, ok := s.now, s.now.known
	if !ok || p.unknown || p.first == p.last || now.first < p.first || now.last > p.last {
		return p, n
	}
	ends := hearsay.PrecisionDay
	if now.first != now.last {
		ends = hearsay.PrecisionMonth
	}
	q := span(p.first, now.last, hearsay.PrecisionInterval, ends)
	if s.is(i, "later") {
		q.first, q.last = now.first, p.last
	}
	if q.first == q.last {
		return aDay(q.first), n
	}
	return q, n
}

// trail takes in a part of the day and a time of day behind a day, and reports
// where the expression ends.
func (s *scan) trail(n int, p period) int {
	if p.unit == hearsay.PrecisionDay && s.at(n).class == part {
		return n + 1
	}
	return n
}

func (s *scan) possessive(n int) bool {
	return s.is(n, "'", "’") && s.at(n).glued && s.is(n+1, "s") && s.at(n+1).glued
}

// core reads one time without what qualifies it. The order is that of how much
// each form takes.
func (s *scan) core(i int) (period, int) {
	i0 := i
	i = s.skip(i, "the")
	for _, form := range [...]func(*scan, int) (period, int){
		(*scan).isoDate, (*scan).slashDate, (*scan).weekdayDate, (*scan).dayMonth, (*scan).monthDay, (*scan).yearRange,
		(*scan).monthYear, (*scan).quarter, (*scan).seasonYear, (*scan).decade, (*scan).century, (*scan).ago, (*scan).shifted,
		(*scan).anaphor, (*scan).recent, (*scan).dayWord, (*scan).weekdayAlone, (*scan).holidayDate, (*scan).ahead, (*scan).weak,
	} {
		if p, n := form(s, i); n > i {
			return p, n
		}
	}
	return unknown, i0
}
