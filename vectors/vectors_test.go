package vectors

import (
	"slices"
	"strings"
	"testing"

	"hearsay/internal/txtcase"
)

func TestWords(t *testing.T) {
	txtcase.Run(t, "testdata/near*.txtar", func(t *testing.T, c txtcase.Case) string {
		var out strings.Builder
		for line := range strings.Lines(c.In) {
			words := strings.Fields(line)
			first, _ := Of(words[0])
			like := func(w string) float32 { v, _ := Of(w); return first.Like(v) }
			slices.SortStableFunc(words[1:], func(a, b string) int { return descending(like(a), like(b)) })
			out.WriteString(strings.Join(words, " ") + "\n")
		}
		return out.String()
	})
}

func TestTexts(t *testing.T) {
	txtcase.Run(t, "testdata/texts*.txtar", func(t *testing.T, c txtcase.Case) string {
		texts := strings.Split(strings.TrimSpace(c.In), "\n")
		first := Text(texts[0])
		like := func(s string) float32 { v := Text(s); return first.Like(&v) }
		slices.SortStableFunc(texts[1:], func(a, b string) int { return descending(like(a), like(b)) })
		return strings.Join(texts, "\n") + "\n"
	})
}

func descending(a, b float32) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}

// What Pack wrote is found again within half a step of the rounding.
func TestPack(t *testing.T) {
	words := []string{"pier", "harbour", "o'neill", "42"}
	rows := make([][]float32, len(words))
	for i := range rows {
		rows[i] = make([]float32, Dimensions)
		for k := range rows[i] {
			rows[i][k] = float32((i+1)*(k-30)) / 100
		}
	}
	file, err := Pack(words, rows)
	if err != nil {
		t.Fatal(err)
	}
	table, err := Read(string(file))
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range words {
		v, ok := table.Of(w)
		if !ok {
			t.Fatalf("%s is not found", w)
		}
		var s Sum
		s.Add(v, 1)
		for k, x := range rows[i] {
			if d := s[k] - x; d > v.scale*.51 || d < -v.scale*.51 {
				t.Errorf("%s: number %d is %v, not %v", w, k, s[k], x)
			}
		}
	}
	if _, ok := table.Of("ferry"); ok {
		t.Error("a word that is not there is found")
	}
	if _, err := Pack([]string{"pier", "pier"}, rows[:2]); err == nil {
		t.Error("a word is packed twice")
	}
	file[len(file)-1] ^= 1
	if _, err := Read(string(file)); err == nil {
		t.Error("a damaged file is read")
	}
}

func TestTokens(t *testing.T) {
	got := slices.Collect(Words("The “Pier’s” end, O'Neill said: 'No.' Don't—é3!"))
	want := []string{"the", "pier's", "end", "o'neill", "said", "no", "don't", "é3"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("HSV1")
	small, _ := Pack([]string{"pier"}, [][]float32{make([]float32, Dimensions)})
	f.Add(string(small))
	f.Fuzz(func(t *testing.T, file string) {
		if table, err := Read(file); err == nil {
			table.Of("pier")
		}
	})
}
