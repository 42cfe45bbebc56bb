package times

import (
	"testing"
	"time"
)

func TestBounds(t *testing.T) {
	for value, want := range map[string]string{
		"2024":                   "2024-01-01T00:00 2025-01-01T00:00",
		"2024-02":                "2024-02-01T00:00 2024-03-01T00:00",
		"2024-02-14":             "2024-02-14T00:00 2024-02-15T00:00",
		"2024-02-14T23:55+05:30": "2024-02-14T18:25 2024-02-14T18:26",
		"2024-02-14T23:55":       "2024-02-14T23:55 2024-02-14T23:56",
		"2023-10~/2023-12":       "2023-10-01T00:00 2024-01-01T00:00",
		"2024-02-12/2024-02-14":  "2024-02-12T00:00 2024-02-15T00:00",
		"2023-24":                "2023-12-01T00:00 2024-03-01T00:00",
		"2023-34":                "2023-04-01T00:00 2023-07-01T00:00",
		"2014~":                  "2014-01-01T00:00 2015-01-01T00:00",
		"../2024":                "",
		"2024/..":                "",
		"2024-13":                "",
		"":                       "",
		"a Tuesday":              "",
		"2024-02-14/2024-02-12":  "",
	} {
		first, end, ok := Bounds(value)
		got := ""
		if ok {
			const layout = "2006-01-02T15:04"
			got = first.In(time.UTC).Format(layout) + " " + end.In(time.UTC).Format(layout)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	}
}

// TestFoundValuesHaveBounds checks that what Find writes can be read back.
func TestFoundValuesHaveBounds(t *testing.T) {
	text := "In late 2022 and early 2023, on Tuesday, last week, in Q3 2021, in summer 2020, the 1990s, at 10:30 on 3 May 2021, two weeks ago"
	for _, f := range Find(text, published("2024-02-14")) {
		if _, _, ok := Bounds(f.Value); !ok {
			t.Errorf("%q has value %q", f.Of(text), f.Value)
		}
	}
}
