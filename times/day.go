package times

import "time"

// day counts days since 1970-01-01.
type day int32

const secondsADay = 24 * 60 * 60

// dayOf takes months and days out of range as package time does: day 0 is the
// last of the month before.
func dayOf(y, m, d int) day {
	return day(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / secondsADay)
}

func (d day) date() (y, m, dd int) {
	t := time.Unix(int64(d)*secondsADay, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// weekday is 1 for Monday to 7 for Sunday.
func (d day) weekday() int { return ((int(d)+3)%7+7)%7 + 1 }

// monday is the first day of d's ISO week.
func (d day) monday() day { return d - day(d.weekday()-1) }

func valid(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	_, month, _ := dayOf(y, m, d).date()
	return month == m
}
