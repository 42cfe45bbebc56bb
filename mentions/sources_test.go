package mentions

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"hearsay"
)

// TestSources measures how many annotated sources of statements have their head
// in a mention that covers at least half of them, or starts with them.
func TestSources(t *testing.T) {
	in, err := os.Open("../../shared/data/attribution/dev.jsonl")
	if err != nil {
		t.Skipf("the attribution data is absent, sources go unmeasured: %v", err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<22)
	var s Links
	for n := 0; n < 20 && lines.Scan(); n++ {
		var d struct {
			Text         string
			Attributions []struct{ Source [][2]int }
		}
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		r := read(d.Text)
		at := offsets(d.Text)
		for _, a := range d.Attributions {
			if len(a.Source) == 1 {
				s.Wanted++
				if covered(r, hearsay.Span{Start: at[a.Source[0][0]], End: at[a.Source[0][1]]}) {
					s.Right++
				}
			}
		}
	}
	recall := float64(s.Right) / float64(max(1, s.Wanted))
	t.Logf("sources with a mention: %.3f of %d", recall, s.Wanted)
	if recall < 0.85 {
		t.Errorf("sources with a mention: %.3f of %d", recall, s.Wanted)
	}
}

// offsets gives the byte of each code point of a text, and its length.
func offsets(text string) []int32 {
	var at []int32
	for i := range text {
		at = append(at, int32(i))
	}
	return append(at, int32(len(text)))
}

func covered(r *hearsay.Reading, s hearsay.Span) bool {
	for _, m := range r.Mentions {
		shared := min(m.End, s.End) - max(m.Start, s.Start)
		all := max(m.End, s.End) - min(m.Start, s.Start)
		if s.Contains(r.Tokens[m.Head].Span) && shared > 0 && (2*shared >= all || m.Start == s.Start) {
			return true
		}
	}
	return false
}
