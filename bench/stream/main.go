// Command stream measures copies and stories on a stream of articles, beside banded
// MinHash, and writes bench/stream.txt.
//
//	go run ./bench/stream -date 2026-11-25
//
// The stream is made from the development data in ../shared; where they are absent
// the command says so and writes nothing.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"hearsay/copies"
	"hearsay/internal/usage"
	"hearsay/stories"
)

func main() {
	data := flag.String("data", "../shared/data", "the folder of the development data")
	date := flag.String("date", time.Now().Format(time.DateOnly), "date of the measurement")
	most := flag.Int("most", 200000, "most live articles")
	out := flag.String("o", "bench/stream.txt", "file to write")
	flag.Parse()
	if _, err := os.Stat(filepath.Join(*data, "stories/rumours.jsonl")); err != nil {
		fmt.Fprintf(os.Stderr, "SKIPPED: nothing measured, %s left as it is: %v\n", *out, err)
		return
	}
	if err := measure(*data, *date, *out, *most); err != nil {
		fmt.Fprintf(os.Stderr, "stream: %v\n", err)
		os.Exit(1)
	}
}

func measure(data, date, out string, most int) error {
	var page bytes.Buffer
	fmt.Fprintf(&page, "Copies and stories as a stream, %s. Made by: go run ./bench/stream -date %s\n\n", date, date)
	if err := curve(&page, data, most); err != nil {
		return err
	}
	if err := pairs(&page, data); err != nil {
		return err
	}
	if _, err := os.Stdout.Write(page.Bytes()); err != nil {
		return err
	}
	return os.WriteFile(out, page.Bytes(), 0o644)
}

// sample is the number of articles that are measured at each size of the window.
const sample = 3000

// curve measures articles a CPU second, and memory, against live articles.
func curve(page *bytes.Buffer, data string, most int) error {
	w, err := newWire(data)
	if err != nil {
		return err
	}
	fmt.Fprintf(page, "One pass over articles made from those of %d stories, each told anew with other words of like frequency, %.0f words\n", len(w.stories), w.meanWords())
	fmt.Fprintf(page, "on average; reading, candidates, comparison, grouping and dropping of the oldest. CPU time of the whole process.\n\n")
	fmt.Fprintf(page, "%12s %20s %14s %14s\n", "live", "articles/CPU second", "of it stories", "bytes/live")
	s := &side{}
	before := heap()
	n := 0
	for _, live := range []int{1000, 10000, 50000, 100000, 200000} {
		if live > most {
			break
		}
		s.index.Window, s.grouper.Window = live, live
		for ; n < live; n++ {
			s.add(w.article(n))
		}
		bytes := float64(heap()-before) / float64(live)
		texts := make([]string, sample)
		for i := range texts {
			texts[i] = w.article(n + i)
		}
		n += sample
		s.inStories = 0
		start := usage.CPU()
		for _, t := range texts {
			s.add(t)
		}
		took := usage.CPU() - start
		fmt.Fprintf(page, "%12d %20.0f %13.0f%% %14.0f\n", live, sample/took.Seconds(), 100*s.inStories.Seconds()/took.Seconds(), bytes)
	}
	return nil
}

// side is copies and stories side by side.
type side struct {
	index     copies.Index
	grouper   stories.Grouper
	inStories time.Duration
}

func (s *side) add(text string) {
	t := copies.Words(text)
	for _, c := range s.index.Candidates(t) {
		s.index.CompareTexts(s.index.Text(c), t)
	}
	s.index.Add(t)
	start := usage.CPU()
	s.grouper.Add(stories.Words("", text))
	s.inStories += usage.CPU() - start
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
