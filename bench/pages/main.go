// Command pages measures how fast pages are cleaned, beside the libraries that
// do the same:
//
//	GOMAXPROCS=1 go run ./bench/pages ../shared/data/pages
//
// Every page is read by each in turn, three times, on one core; the fastest turn
// counts. Seconds are those of the processor. Without -only, one process is
// started for each, so that its peak of memory is its own.
// bench/peers/trafilatura_pages.py measures the original of one of them.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/pprof"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-trafilatura"

	"hearsay"
	"hearsay/extract"
	"hearsay/internal/usage"
)

const turns = 3

// tools clean one page each and say how many bytes of text they keep.
var tools = []struct {
	name  string
	clean func(page []byte) int
}{
	{"hearsay", func(page []byte) int {
		a, _, err := extract.Clean(&hearsay.Page{Media: hearsay.MediaHTML, Bytes: page})
		if err != nil {
			return 0
		}
		return len(a.Text)
	}},
	{"go-trafilatura", func(page []byte) int { return trafilaturaText(page, true) }},
	{"go-trafilatura without fallback", func(page []byte) int { return trafilaturaText(page, false) }},
	{"go-readability", func(page []byte) int {
		parser := readability.NewParser()
		found, err := parser.Parse(bytes.NewReader(page), &url.URL{Scheme: "http", Host: "localhost"})
		if err != nil || found.Node == nil {
			return 0
		}
		var text bytes.Buffer
		if found.RenderText(&text) != nil {
			return 0
		}
		return text.Len()
	}},
}

func trafilaturaText(page []byte, fallback bool) int {
	found, err := trafilatura.Extract(bytes.NewReader(page), trafilatura.Options{EnableFallback: fallback, ExcludeComments: true})
	if err != nil {
		return 0
	}
	return len(found.ContentText)
}

func main() {
	every := flag.Int("every", 3, "read one page of so many")
	only := flag.Int("only", -1, "measure one tool in this process, by its number")
	profile := flag.String("profile", "", "with -only, write a profile of the processor here")
	flag.Parse()
	if err := run(flag.Arg(0), *every, *only, *profile); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func run(folder string, every, only int, profile string) error {
	if only < 0 {
		return each(folder, every)
	}
	pages, err := load(folder, every)
	if err != nil {
		return err
	}
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	best, text, size := 0.0, 0, 0
	for range turns {
		start := usage.CPU().Seconds()
		text, size = 0, 0
		for _, p := range pages {
			text += attempt(tools[only].clean, p)
			size += len(p)
		}
		if took := usage.CPU().Seconds() - start; best == 0 || took < best {
			best = took
		}
	}
	fmt.Printf("%-32s %7.1f pages/s %6.1f MB/s %8.1f KB of text\n", tools[only].name, float64(len(pages))/best, float64(size)/1e6/best, float64(text)/1e3)
	return nil
}

// attempt cleans a page; a tool that breaks on one keeps nothing of it.
func attempt(clean func([]byte) int, page []byte) (text int) {
	defer func() {
		if recover() != nil {
			text = 0
		}
	}()
	return clean(page)
}

// each starts this program once for each tool.
func each(folder string, every int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for i := range tools {
		c := exec.Command(self, "-only", fmt.Sprint(i), "-every", fmt.Sprint(every), folder)
		c.Env = append(os.Environ(), "GOMAXPROCS=1")
		c.Stderr = os.Stderr
		out, err := c.Output()
		if err != nil {
			return err
		}
		fmt.Printf("%s %5.0f MB at most\n", bytes.TrimSpace(out), usage.Peak(c.ProcessState))
	}
	return nil
}

func load(folder string, every int) ([][]byte, error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.html.gz"))
	if err != nil {
		return nil, err
	}
	var pages [][]byte
	for i := 0; i < len(names); i += every {
		page, err := unpack(names[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", names[i], err)
		}
		pages = append(pages, page)
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("%s holds no *.html.gz", folder)
	}
	return pages, nil
}

func unpack(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}
