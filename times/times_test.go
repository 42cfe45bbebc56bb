package times

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/txtcase"
)

// Cases hold one text a line, and want each line with its expressions in
// brackets: [expression = value precision], "?" for no value. The section
// "published" holds the date of publication, "none" for none.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		published := published(strings.TrimSpace(c.More["published"]))
		var out strings.Builder
		for line := range strings.Lines(c.In) {
			line = strings.TrimSuffix(line, "\n")
			found := Find(line, published)
			sound(t, line, found)
			out.WriteString(bracketed(line, found) + "\n")
		}
		return out.String()
	})
}

func published(value string) *hearsay.Date {
	if value == "" || value == "none" {
		return nil
	}
	return &hearsay.Date{Value: value}
}

func bracketed(text string, found []hearsay.Time) string {
	var out strings.Builder
	at := int32(0)
	for _, f := range found {
		value := "?"
		if f.Value != "" {
			value = f.Value + " " + f.Precision.String()
		}
		fmt.Fprintf(&out, "%s[%s = %s]", text[at:f.Start], f.Of(text), value)
		at = f.End
	}
	return out.String() + text[at:]
}

// sound checks that the expressions are in order, apart, and on rune boundaries.
func sound(t *testing.T, text string, found []hearsay.Time) {
	t.Helper()
	end := int32(0)
	for _, f := range found {
		if f.Start < end || f.End <= f.Start || int(f.End) > len(text) {
			t.Fatalf("span %v after %d in %d bytes", f.Span, end, len(text))
		}
		end = f.End
		if utf8.ValidString(text) && !utf8.ValidString(f.Of(text)) {
			t.Fatalf("span %v cuts a character", f.Span)
		}
		if (f.Value == "") != (f.Precision == hearsay.PrecisionUnknown) {
			t.Fatalf("%q: value %q with precision %s", f.Of(text), f.Value, f.Precision)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("On Tuesday, 14 Feb 2024 at 10:30 am, two weeks ago and in the early 1990s", "2024-02-14T10:08")
	f.Add("between late 2022 and early 2023, from 3-7 March; 29 February, 2022-23", "2024-02")
	f.Add("’90s Q3 2021 31/12/1999 2024-02-30 the past 999 centuries", "2024")
	f.Fuzz(func(t *testing.T, text, date string) {
		sound(t, text, Find(text, published(date)))
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The council met on Tuesday and will vote on 3 March; in late 2022 it had refused to pay the builders. ", 30)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, published("2024-02-14"))
	}
}
