package schema

import (
	"fmt"
	"strings"
	"time"
)

var seasons = map[string]string{"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
	"33": "1st quarter of", "34": "2nd quarter of", "35": "3rd quarter of", "36": "4th quarter of"}

// ReadableDate is a date of a dossier in words, never more precise than it is given:
// "14 Feb 2024, 23:55 +05:30", "Feb 2024", "about 2023", "5–11 Feb 2024", "14 Feb –
// about 6 Mar 2024". What it cannot read it gives as it stands.
func ReadableDate(value string) string {
	if from, to, isInterval := strings.Cut(value, "/"); isInterval {
		switch {
		case from == "" || from == "..":
			return "until " + ReadableDate(to)
		case to == "" || to == "..":
			return "from " + ReadableDate(from)
		}
		return between(ReadableDate(from), ReadableDate(to))
	}
	about := ""
	if strings.ContainsAny(value, "~?%") {
		about = "about "
	}
	bare := strings.NewReplacer("~", "", "?", "", "%", "").Replace(value)
	day, clock, hasClock := strings.Cut(bare, "T")
	words := readableBare(day)
	if hasClock && clock != "" {
		words += ", " + readableClock(day, clock)
	}
	return about + words
}

// between joins two dates in words and says once what both end in: the year, or the
// month and the year of two days.
func between(from, to string) string {
	a, b := strings.Fields(strings.TrimPrefix(from, "about ")), strings.Fields(strings.TrimPrefix(to, "about "))
	n := len(a)
	if n != len(b) || n < 2 || n > 3 || a[n-1] != b[n-1] || strings.Contains(from+to, ",") {
		return from + " – " + to
	}
	if n == 3 && a[1] == b[1] && !strings.HasPrefix(from, "about ") && !strings.HasPrefix(to, "about ") {
		return a[0] + "–" + to
	}
	return strings.TrimSuffix(from, " "+a[n-1]) + " – " + to
}

func readableClock(day, clock string) string {
	if t, err := time.Parse(time.RFC3339, day+"T"+clock); err == nil && clock != "" {
		return zoned(t)
	}
	if t, err := time.Parse("2006-01-02T15:04Z07:00", day+"T"+clock); err == nil {
		return zoned(t)
	}
	return clock
}

func zoned(t time.Time) string {
	if _, offset := t.Zone(); offset == 0 {
		return t.Format("15:04 UTC")
	}
	return t.Format("15:04 -07:00")
}

// ReadableDay is ReadableDate without the time of day.
func ReadableDay(value string) string {
	if strings.Contains(value, "/") {
		return ReadableDate(value)
	}
	day, _, _ := strings.Cut(value, "T")
	return ReadableDate(day)
}

func readableBare(day string) string {
	for strings.HasSuffix(day, "-XX") {
		day = strings.TrimSuffix(day, "-XX")
	}
	parts := strings.Split(day, "-")
	if len(parts) == 2 && seasons[parts[1]] != "" {
		return seasons[parts[1]] + " " + parts[0]
	}
	if len(parts) == 2 && strings.HasPrefix(parts[1], "W") {
		return fmt.Sprintf("week %s of %s", strings.TrimLeft(parts[1][1:], "0"), parts[0])
	}
	if decade, isDecade := strings.CutSuffix(day, "X"); isDecade && len(decade) == 3 {
		return decade + "0s"
	}
	if t, err := time.Parse("2006-01-02", day); err == nil {
		return t.Format("2 Jan 2006")
	}
	if t, err := time.Parse("2006-01", day); err == nil {
		return t.Format("Jan 2006")
	}
	return day
}
