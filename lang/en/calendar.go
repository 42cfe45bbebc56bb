package en

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed calendar.txt
var calendarText string

// CalendarWord is one line of calendar.txt.
type CalendarWord struct {
	Word, Class string
	Value       int
}

// Calendar returns the words of the calendar with their class and value.
func Calendar() []CalendarWord {
	var words []CalendarWord
	for line := range strings.Lines(calendarText) {
		f := strings.Fields(line)
		if len(f) != 3 || f[0] == "#" {
			continue
		}
		value, err := strconv.Atoi(f[2])
		if err != nil {
			panic("calendar.txt: " + line)
		}
		words = append(words, CalendarWord{f[0], f[1], value})
	}
	return words
}
