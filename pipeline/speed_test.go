//go:build unix

package pipeline_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

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
	read, start := 0, processor()
	for b.Loop() {
		for i, text := range texts {
			pipeline.ReadArticle(pipeline.Plain(names[i], text), nil)
		}
		read += words
	}
	b.ReportMetric(float64(read)/600/(processor()-start), "articles/cpu-s")
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapAlloc)/1e6, "MB-left")
}

// processor is the time that this process has spent in user mode, in seconds.
func processor() float64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Sec) + float64(u.Utime.Usec)/1e6
}
