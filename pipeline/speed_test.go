package pipeline_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hearsay/internal/usage"
	"hearsay/pipeline"
)

// BenchmarkRead reads clean texts to the end, statements included, and reports
// articles of 600 words a second of processor time, so that a busy machine does
// not count against it; and the memory that is left in use.
func BenchmarkRead(b *testing.B) {
	names, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(names) == 0 {
		b.Fatal("no examples", err)
	}
	var texts []string
	words := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
		words += len(strings.Fields(string(text)))
	}
	read, start := 0, usage.CPU()
	for b.Loop() {
		for i, text := range texts {
			pipeline.ReadArticle(pipeline.Plain(names[i], text), nil)
		}
		read += words
	}
	b.ReportMetric(float64(read)/600/((usage.CPU() - start).Seconds()), "articles/cpu-s")
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapAlloc)/1e6, "MB-left")
}
