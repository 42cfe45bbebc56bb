package marked

import "testing"

func TestRoundTrip(t *testing.T) {
	for _, s := range []string{
		"plain",
		"{1:source Reuters} {1:cue reported} that {1:content {2:source officials} {2:cue said} {2:content it was safe}}.",
		"a {brace} and {7:x y}",
		"{1:content one} gap {1:content two}{2:none}",
	} {
		text, marks, err := Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := Format(text, marks); got != s {
			t.Errorf("got  %s\nwant %s", got, s)
		}
	}
	for _, bad := range []string{"}", "{1:a b"} {
		if _, _, err := Parse(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestCrossingMarksAreCut(t *testing.T) {
	got := Format("abcdef", []Mark{{1, "x", 0, 4}, {2, "y", 2, 6}})
	if want := "{1:x ab{2:y cd}}{2:y ef}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
