package pipeline

import (
	"runtime"
	"sync"

	"hearsay"
)

// ReadAll reads pages with one worker a processor. Readings and errors stand at
// their page's index whatever the number of workers; one of the two is nil.
// done is called once after each page, from one goroutine at a time.
func ReadAll(pages []*hearsay.Page, done func()) ([]*hearsay.Reading, []error) {
	readings, errs := make([]*hearsay.Reading, len(pages)), make([]error, len(pages))
	var next int
	var mu sync.Mutex
	take := func() int {
		mu.Lock()
		defer mu.Unlock()
		next++
		return next - 1
	}
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(pages)) {
		wg.Go(func() {
			for i := take(); i < len(pages); i = take() {
				readings[i], errs[i] = Read(pages[i])
				mu.Lock()
				done()
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return readings, errs
}
