package mentions

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearsay"
)

// BenchmarkFind measures words a second of this stage alone, on the project's
// own examples, which are analysed before.
func BenchmarkFind(b *testing.B) {
	names, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(names) == 0 {
		b.Fatalf("no examples (%v)", err)
	}
	var readings []*hearsay.Reading
	words := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		readings = append(readings, analysed(strings.TrimSpace(string(text))))
		words += len(strings.Fields(string(text)))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range readings {
			Find(r)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
