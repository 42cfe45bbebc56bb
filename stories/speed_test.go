package stories

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"hearsay/copies"
	"hearsay/internal/usage"
	"hearsay/lang/en"
)

// wire invents a stream of articles of 350 words: words by their frequency in
// news, eight articles a story with its own names, every fifth an altered copy.
type wire struct {
	words []string
	upTo  []int // running sum of frequencies
}

func newWire() *wire {
	_, frequency := en.Background()
	w := &wire{}
	for word := range frequency {
		w.words = append(w.words, word)
	}
	slices.Sort(w.words)
	sum := 0
	for _, word := range w.words {
		sum += frequency[word]
		w.upTo = append(w.upTo, sum)
	}
	return w
}

func (w *wire) word(r *rand.Rand) string {
	at, _ := slices.BinarySearch(w.upTo, r.IntN(w.upTo[len(w.upTo)-1])+1)
	return w.words[at]
}

func (w *wire) article(n int) string {
	of := n
	if n%5 == 4 {
		of = n - 1
	}
	r := rand.New(rand.NewPCG(uint64(of), 1))
	story := rand.New(rand.NewPCG(uint64(n/8), 2))
	var own []string
	for range 30 {
		own = append(own, fmt.Sprintf("Name%d", story.IntN(40000)), w.word(story))
	}
	skip := rand.New(rand.NewPCG(uint64(n), 3))
	var b strings.Builder
	for i := range 350 {
		word := w.word(r)
		if r.IntN(5) == 0 {
			word = own[r.IntN(len(own))]
		}
		if of != n && skip.IntN(12) == 0 {
			continue
		}
		b.WriteString(word)
		if i%20 == 19 {
			b.WriteString(".\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// BenchmarkStream adds an article to so many live ones, copies and stories
// together: candidates, comparison, grouping, and dropping of the oldest.
func BenchmarkStream(b *testing.B) {
	w := newWire()
	for _, live := range []int{1000, 10000, 50000} {
		b.Run(fmt.Sprintf("live=%d", live), func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			index, grouper := &copies.Index{Window: live}, &Grouper{Window: live}
			n := 0
			add := func(text string) {
				t := copies.Words(text)
				for _, c := range index.Candidates(t) {
					index.CompareTexts(index.Text(c), t)
				}
				index.Add(t)
				grouper.Add(Words("", text))
				n++
			}
			for n < live {
				add(w.article(n))
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			texts := make([]string, 256)
			took := time.Duration(0)
			for b.Loop() {
				if n%len(texts) == live%len(texts) {
					b.StopTimer()
					for i := range texts {
						texts[(n+i)%len(texts)] = w.article(n + i)
					}
					b.StartTimer()
				}
				start := usage.CPU()
				add(texts[n%len(texts)])
				took += usage.CPU() - start
			}
			b.ReportMetric(float64(b.N)/took.Seconds(), "articles/CPU-s")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(live), "B/live")
		})
	}
}
