package copies

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestMadeKinds tries kinds of copies that the development pairs lack, made from
// their documents: text read badly off paper, and the parts of two texts in one.
func TestMadeKinds(t *testing.T) {
	docs := jsonl[struct{ ID, Text string }](t, "documents.jsonl")
	index := &Index{}
	var long []int
	for i, d := range docs {
		if w := Words(d.Text); index.Add(w) >= 0 && w.Len() >= 80 && i%20 == 0 {
			long = append(long, i)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, kind := range []struct {
		name string
		make func(text, other string) string
	}{
		{"two characters of a hundred misread", func(text, _ string) string { return misread(text, .02, r) }},
		{"four characters of a hundred misread", func(text, _ string) string { return misread(text, .04, r) }},
		{"half of one and half of another", func(text, other string) string {
			a, b := strings.Fields(text), strings.Fields(other)
			return strings.Join(append(slices.Clip(a[:len(a)/2]), b[len(b)/2:]...), " ")
		}},
		{"half of another set into it", func(text, other string) string {
			a, b := strings.Fields(text), strings.Fields(other)
			b = b[:min(len(b), len(a))/2]
			return strings.Join(slices.Concat(a[:len(a)/4], b, a[len(a)-len(a)/4:]), " ")
		}},
	} {
		found := 0
		for k, i := range long {
			x := Words(kind.make(docs[i].Text, docs[long[(k+7)%len(long)]].Text))
			if index.CompareTexts(index.Text(int32(i)), x).Score >= .5 && slices.Contains(index.Candidates(x), int32(i)) {
				found++
			}
		}
		share := float64(found) / float64(len(long))
		if t.Logf("%s: %.3f of %d found", kind.name, share, len(long)); share < .95 {
			t.Errorf("%s: %.3f of %d found", kind.name, share, len(long))
		}
	}
}

// misread drops, changes, parts and joins characters as a reading machine does.
func misread(s string, rate float64, r *rand.Rand) string {
	like := map[rune]string{'m': "rn", 'l': "1", 'o': "0", 'e': "c", 'h': "li", 'u': "ii", 'a': "o"}
	var b strings.Builder
	for _, c := range s {
		if c == '\n' || r.Float64() >= rate {
			b.WriteRune(c)
			continue
		}
		switch r.IntN(4) {
		case 1:
			b.WriteRune('a' + rune(r.IntN(26)))
		case 2:
			b.WriteRune(c)
			b.WriteByte(". ,'i"[r.IntN(5)])
		case 3:
			b.WriteString(like[c])
		}
	}
	return b.String()
}
