package extract

import (
	"fmt"
	"strings"

	"hearsay"
	"hearsay/lang/und"
)

// stamp is a date as a text writes it: "14 Feb, 2024 10:08", "2024-02".
type stamp struct {
	from, to         int // bytes of the text
	year, month, day int // month and day 0 when not given
	hour, minute     int // hour -1 when not given
	zone             string
	zoneAt           word // the abbreviation, when the zone is one
	weekday          bool
	named            bool // the month is a word, or the date is ISO 8601
}

// value is the date in ISO 8601 with zone as its offset; "" leaves the zone out.
func (s stamp) value(zone string) (string, hearsay.Precision) {
	switch {
	case s.month == 0:
		return fmt.Sprintf("%04d", s.year), hearsay.PrecisionYear
	case s.day == 0:
		return fmt.Sprintf("%04d-%02d", s.year, s.month), hearsay.PrecisionMonth
	case s.hour < 0:
		return fmt.Sprintf("%04d-%02d-%02d", s.year, s.month, s.day), hearsay.PrecisionDay
	}
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d%s", s.year, s.month, s.day, s.hour, s.minute, zone), hearsay.PrecisionMinute
}

// months numbers the names of months, in lower case, of the languages in which
// pages are most often met.
var months = func() map[string]int {
	table := map[string]int{}
	for line := range entries(und.Months) {
		_, names, _ := strings.Cut(line, ":")
		for i, m := range strings.Fields(names) {
			for name := range strings.SplitSeq(m, "/") {
				if _, taken := table[name]; !taken {
					table[name] = i + 1
				}
			}
		}
	}
	return table
}()

// order is how a text writes 03/04/2024.
type order uint8

const (
	unknownOrder order = iota
	dayFirst
	monthFirst
)

// dates finds the dates of s that name a year, in order, without overlap.
func dates(s string) []stamp { return datesIn(s, unknownOrder) }

// datesIn is dates of a text that writes days and months in a known order.
func datesIn(s string, o order) []stamp {
	ws := split(s)
	var found []stamp
	for i := 0; i < len(ws); {
		st, n := dateAt(ws, i, o)
		if n == 0 {
			i++
			continue
		}
		first, last := i, i+n
		last = timeAfter(ws, last, &st)
		if st.hour < 0 {
			low := 0
			if len(found) > 0 {
				for low < len(ws) && ws[low].from < found[len(found)-1].to {
					low++
				}
			}
			first = timeBefore(ws, first, low, &st)
		}
		st.from, st.to = ws[first].from, ws[last-1].to
		found = append(found, st)
		i = last
	}
	return found
}

// dateAt reads a date that starts at word i, perhaps with its weekday, and
// returns the number of its words.
func dateAt(ws []word, i int, o order) (stamp, int) {
	if dateWords.weekday[ws[i].lower] {
		at := i + 1
		for at < len(ws) && at < i+3 && (ws[at].lower == "," || ws[at].lower == ".") {
			at++
		}
		if st, n := dayAt(ws[at:], o); n > 0 {
			st.weekday = true
			return st, at - i + n
		}
	}
	return dayAt(ws[i:], o)
}

// dayAt reads a date at the first of ws.
func dayAt(ws []word, o order) (stamp, int) {
	for _, read := range []func([]word, order) (stamp, int){isoDate, dayMonthYear, monthDayYear, numericDate, hanDate} {
		if st, n := read(ws, o); n > 0 && st.valid() {
			return st, n
		}
	}
	return stamp{}, 0
}

func (s stamp) valid() bool {
	if s.year < 1900 || s.year > 2100 || s.month < 0 || s.month > 12 || s.day < 0 {
		return false
	}
	return s.day == 0 || s.day <= daysIn(s.year, s.month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// isoDate reads 2024-02-14, 2024/02/14, 2024.02.14 and 2024-02.
func isoDate(ws []word, _ order) (stamp, int) {
	if len(ws) < 3 || !year(ws[0]) || !touching(ws, 3) || !month(ws[2]) {
		return stamp{}, 0
	}
	sep := ws[1].lower
	if sep != "-" && sep != "/" && sep != "." {
		return stamp{}, 0
	}
	st := stamp{year: ws[0].number, month: ws[2].number, hour: -1, named: true}
	if len(ws) >= 5 && ws[3].lower == sep && ws[4].kind == digits && touching(ws, 5) {
		st.day = ws[4].number
		return st, 5
	}
	if sep == "-" && ws[2].to-ws[2].from == 2 && (len(ws) == 3 || ws[3].lower != "-" && ws[3].lower != "/") {
		return st, 3
	}
	return stamp{}, 0
}

// dayMonthYear reads 14 Feb, 2024; the 14th of February 2024; 14-Feb-2024.
func dayMonthYear(ws []word, _ order) (stamp, int) {
	if len(ws) < 3 || ws[0].kind != digits || ws[0].to-ws[0].from > 2 {
		return stamp{}, 0
	}
	st := stamp{day: ws[0].number, hour: -1, named: true}
	i := ordinal(ws, 1)
	if i < len(ws) && (ws[i].lower == "of" || ws[i].lower == "de" || ws[i].lower == "-" || ws[i].lower == "." || ws[i].lower == "/") {
		i++
	}
	if i >= len(ws) || months[ws[i].lower] == 0 {
		return stamp{}, 0
	}
	st.month = months[ws[i].lower]
	return withYear(st, ws, i+1)
}

// monthDayYear reads Feb 14, 2024, February 14th 2024 and, from a box like a leaf
// of a calendar, Feb 142024.
func monthDayYear(ws []word, _ order) (stamp, int) {
	if len(ws) < 2 || months[ws[0].lower] == 0 {
		return stamp{}, 0
	}
	i := 1
	if ws[i].lower == "." {
		i++
	}
	if i < len(ws) && ws[i].kind == digits && ws[i].to-ws[i].from == len("142024") {
		return stamp{month: months[ws[0].lower], day: ws[i].number / 10000, year: ws[i].number % 10000, hour: -1, named: true}, i + 1
	}
	if i >= len(ws) || ws[i].kind != digits || ws[i].to-ws[i].from > 2 {
		return stamp{}, 0
	}
	st := stamp{month: months[ws[0].lower], day: ws[i].number, hour: -1, named: true}
	return withYear(st, ws, ordinal(ws, i+1))
}

func ordinal(ws []word, i int) int {
	if i < len(ws) && ws[i].from == ws[i-1].to {
		switch ws[i].lower {
		case "st", "nd", "rd", "th":
			return i + 1
		}
	}
	return i
}

func withYear(st stamp, ws []word, i int) (stamp, int) {
	for k := 0; k < 2 && i < len(ws) && (ws[i].lower == "," || ws[i].lower == "." || ws[i].lower == "de" || ws[i].lower == "del" || ws[i].lower == "-" || ws[i].lower == "/"); k++ {
		i++
	}
	if i >= len(ws) || !year(ws[i]) {
		return stamp{}, 0
	}
	st.year = ws[i].number
	return st, i + 1
}

// numericDate reads 14.02.2024, 14. 2. 2024, 14 | 02 | 2024, 14.02.24 and
// 14/02/2024. With a slash and no known order day and month can be told only when
// one is above twelve or both are equal.
func numericDate(ws []word, o order) (stamp, int) {
	if len(ws) < 5 || ws[0].kind != digits || ws[2].kind != digits || ws[4].kind != digits || ws[1].lower != ws[3].lower || !touching(ws, 5) && !spacedOut(ws) {
		return stamp{}, 0
	}
	st := stamp{day: ws[0].number, month: ws[2].number, year: ws[4].number, hour: -1}
	if ws[4].to-ws[4].from == 4 && len(ws) > 6 && touching(ws[4:], 3) && ws[5].lower == ":" && ws[6].kind == digits {
		return stamp{}, 0 // 14.02.1912:44 is a day glued to a time
	}
	if !year(ws[4]) {
		if !shortYear(ws) {
			return stamp{}, 0
		}
		st.year += 2000
	}
	switch ws[1].lower {
	case ".", "|":
		return st, 5
	case "/", "-":
		swap := st.month > 12 || o == monthFirst && st.day <= 12
		if !swap && st.day <= 12 && st.day != st.month && o == unknownOrder {
			return stamp{}, 0
		}
		if swap {
			st.day, st.month = st.month, st.day
		}
		return st, 5
	}
	return stamp{}, 0
}

// spacedOut reports whether the five words are a day with one blank behind each
// full stop, or with bars in blanks.
func spacedOut(ws []word) bool {
	before, after := ws[1].from-ws[0].to, ws[2].from-ws[1].to
	if !year(ws[4]) || before != ws[3].from-ws[2].to || after != ws[4].from-ws[3].to || after > longestBlank {
		return false
	}
	return ws[1].lower == "." && before == 0 || ws[1].lower == "|" && before == after && ws[0].to-ws[0].from == 2 && ws[2].to-ws[2].from == 2
}

const longestBlank = len("\u2009") // in bytes

// shortYear reports whether the five words are a day as 14.02.24 or 4.2.24 writes
// it: a year of two digits, full stops, nothing that goes on.
func shortYear(ws []word) bool {
	if ws[0].to-ws[0].from > 2 || ws[2].to-ws[2].from > 2 || ws[4].to-ws[4].from != 2 || ws[4].number < 10 && ws[0].to-ws[0].from+ws[2].to-ws[2].from < 4 {
		return false
	}
	goesOn := len(ws) > 6 && touching(ws[4:], 3) && (ws[5].lower == "." || ws[5].lower == ":") && ws[6].kind == digits
	return ws[1].lower == "." && ws[4].number < 50 && !goesOn && (len(ws) == 5 || ws[5].kind == mark || ws[5].from > ws[4].to)
}

// hanDate reads 2024年2月14日.
func hanDate(ws []word, _ order) (stamp, int) {
	if len(ws) < 6 || !year(ws[0]) || ws[1].lower != "年" && ws[1].lower != "년" || !month(ws[2]) || ws[3].lower != "月" && ws[3].lower != "월" ||
		ws[4].kind != digits || !strings.HasPrefix(ws[5].lower, "日") && !strings.HasPrefix(ws[5].lower, "일") {
		return stamp{}, 0
	}
	return stamp{year: ws[0].number, month: ws[2].number, day: ws[4].number, hour: -1, named: true}, 6
}

func year(w word) bool {
	return w.kind == digits && w.to-w.from == 4 && w.number >= 1900 && w.number <= 2100
}

func month(w word) bool {
	return w.kind == digits && w.to-w.from <= 2 && w.number >= 1 && w.number <= 12
}

// touching reports whether nothing stands between the first n words.
func touching(ws []word, n int) bool {
	for i := 1; i < n; i++ {
		if ws[i].from != ws[i-1].to {
			return false
		}
	}
	return true
}

// timeAfter reads a time of day that follows a date: "at 10:08 pm IST".
func timeAfter(ws []word, i int, st *stamp) int {
	at := i
	for k := 0; k < 3 && at < len(ws) && joinsTime(ws[at].lower); k++ {
		at++
	}
	n := clock(ws, at, st)
	if n == 0 {
		return i
	}
	return at + n
}

func joinsTime(s string) bool {
	switch s {
	case ",", "|", "-", "–", "—", "·", "•", "at", "t", "/", "(", "@", ".", "on", "um", "à", "alle", "ore", "kl", "klo", "las", "a", "às", "o":
		return true
	}
	return false
}

// timeBefore reads a time of day that stands before a date: "3:15 PM EST, ".
func timeBefore(ws []word, i, low int, st *stamp) int {
	for at := max(i-10, low); at < i; at++ {
		trial := *st
		n := clock(ws, at, &trial)
		if n == 0 {
			continue
		}
		j := at + n
		for j < i && (joinsTime(ws[j].lower) || dateWords.weekday[ws[j].lower]) {
			j++
		}
		if j == i {
			*st = trial
			return at
		}
	}
	return i
}

// clock reads 23:55, 10.08am, 3 PM with an optional zone.
func clock(ws []word, i int, st *stamp) int {
	if i >= len(ws) || ws[i].kind != digits || ws[i].number > 24 || ws[i].to-ws[i].from > 2 {
		return 0
	}
	at, hour, minute, half := i+1, ws[i].number, 0, ""
	pair := at+1 < len(ws) && ws[at+1].kind == digits && ws[at+1].to-ws[at+1].from == 2 && ws[at+1].number < 60 && touching(ws[i:], 3)
	colon := pair && ws[at].lower == ":"
	if colon || pair && (ws[at].lower == "." || ws[at].lower == "h") {
		minute = ws[at+1].number
		at += 2
		if colon && at+1 < len(ws) && ws[at].lower == ":" && ws[at+1].kind == digits && touching(ws[i:], 5) {
			at += 2
			if at+1 < len(ws) && ws[at].lower == "." && ws[at+1].kind == digits && touching(ws[at-1:], 3) {
				at += 2
			}
		}
	}
	half, at = halfDay(ws, at)
	zoned := pair && at < len(ws) && ws[at].kind == letters && isZone(ws[at])
	if half == "" && !colon && !zoned {
		return 0
	}
	switch {
	case half != "" && (hour == 0 || hour > 12):
		if hour > 23 {
			return 0
		}
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	}
	if hour > 23 {
		return 0
	}
	st.hour, st.minute = hour, minute
	return zoneAfter(ws, at, st) - i
}

func halfDay(ws []word, at int) (string, int) {
	if at >= len(ws) {
		return "", at
	}
	switch ws[at].lower {
	case "am", "pm":
		return ws[at].lower, at + 1
	case "a", "p":
		if at+2 < len(ws) && ws[at+1].lower == "." && ws[at+2].lower == "m" {
			n := at + 3
			if n < len(ws) && ws[n].lower == "." {
				n++
			}
			return ws[at].lower + "m", n
		}
	}
	return "", at
}

// zoneAfter reads "Z", "+05:30", "GMT+3", "(IST)".
func zoneAfter(ws []word, at int, st *stamp) int {
	i := at
	if i < len(ws) && ws[i].lower == "(" {
		i++
	}
	name := word{}
	if i < len(ws) && ws[i].kind == letters && isZone(ws[i]) {
		name = ws[i]
		i++
	}
	if i+1 < len(ws) && (ws[i].lower == "+" || ws[i].lower == "-" || ws[i].lower == "−") && ws[i+1].kind == digits && ws[i].to == ws[i+1].from &&
		(name.to == 0 || strings.Contains("utc gmt", name.lower)) {
		if zone, n := offset(ws[i].lower, ws[i+1:]); n > 0 {
			st.zone = zone
			return i + 1 + n
		}
	}
	if name.to == 0 {
		return at
	}
	st.zoneAt = name
	if i < len(ws) && i > at+1 && ws[i].lower == ")" {
		i++
	}
	return i
}

func offset(sign string, ws []word) (string, int) {
	hours, minutes, n := ws[0].number, 0, 1
	switch {
	case ws[0].to-ws[0].from == 4:
		hours, minutes = hours/100, hours%100
	case ws[0].to-ws[0].from > 2:
		return "", 0
	case len(ws) >= 3 && ws[1].lower == ":" && ws[2].kind == digits && touching(ws, 3):
		minutes, n = ws[2].number, 3
	}
	if hours > 14 || minutes > 59 {
		return "", 0
	}
	if sign == "−" {
		sign = "-"
	}
	return fmt.Sprintf("%s%02d:%02d", sign, hours, minutes), n
}
