package pipeline

import (
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"hearsay"
)

// Stream reads pages as they come, with one worker a processor, and emits what
// came of each in their order, whatever the number of workers: a reading, or the
// error that came instead of the page or of its reading. Few pages are in flight
// at a time. emit is called from one goroutine; when it returns false, no further
// page is taken.
func Stream(pages iter.Seq2[*hearsay.Page, error], emit func(*hearsay.Reading, error) bool) {
	type slot struct {
		page    *hearsay.Page
		reading *hearsay.Reading
		err     error
		ready   chan struct{}
	}
	workers := runtime.GOMAXPROCS(0)
	jobs, order, stop := make(chan *slot), make(chan *slot, 2*workers), make(chan struct{})
	go func() {
		defer close(order)
		defer close(jobs)
		for page, err := range pages {
			s := &slot{page: page, err: err, ready: make(chan struct{})}
			select {
			case order <- s:
			case <-stop:
				return
			}
			if err != nil {
				close(s.ready)
				continue
			}
			select {
			case jobs <- s:
			case <-stop:
				return
			}
		}
	}()
	for range workers {
		go func() {
			for s := range jobs {
				s.reading, s.err = Read(s.page)
				close(s.ready)
			}
		}()
	}
	for s := range order {
		<-s.ready
		if !emit(s.reading, s.err) {
			close(stop)
			return
		}
	}
}

// ReadAll reads pages. Readings and errors stand at their page's index; one of
// the two is nil. done is called once after each page.
func ReadAll(pages []*hearsay.Page, done func()) ([]*hearsay.Reading, []error) {
	var readings []*hearsay.Reading
	var errs []error
	each := func(yield func(*hearsay.Page, error) bool) {
		slices.Values(pages)(func(p *hearsay.Page) bool { return yield(p, nil) })
	}
	Stream(each, func(r *hearsay.Reading, err error) bool {
		readings, errs = append(readings, r), append(errs, err)
		done()
		return true
	})
	return readings, errs
}

// ReadTexts reads texts that are clean already, with one worker a processor.
func ReadTexts(texts []string) []*hearsay.Reading {
	readings := make([]*hearsay.Reading, len(texts))
	each(len(texts), func(i int) { readings[i] = ReadArticle(Plain("", texts[i]), []hearsay.Doubt{}) })
	return readings
}

// each does n things, with one worker a processor.
func each(n int, do func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	workers.Wait()
}
