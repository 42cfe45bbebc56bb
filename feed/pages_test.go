package feed

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"hearsay"
	"hearsay/internal/txtcase"
)

func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		return show(Pages(strings.TrimSpace(c.More["name"]), input(t, c)))
	})
}

// input is the case's text, or what its bytes section says: a quoted Go
// string, perhaps "repeat N".
func input(t *testing.T, c txtcase.Case) []byte {
	t.Helper()
	quoted, ok := c.More["bytes"]
	if !ok {
		return []byte(c.In)
	}
	var data []byte
	for line := range strings.Lines(quoted) {
		text, times, _ := strings.Cut(strings.TrimSpace(line), " repeat ")
		s, err := strconv.Unquote(text)
		if err != nil {
			t.Fatal(err)
		}
		n, _ := strconv.Atoi(times)
		data = append(data, strings.Repeat(s, max(n, 1))...)
	}
	if strings.TrimSpace(c.More["packed"]) == "gzip" {
		data = packed(data)
	}
	return data
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func show(pages []*hearsay.Page, err error) string {
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "%s: %s, %d bytes\n", p.Name, [...]string{"text", "html"}[p.Media], len(p.Bytes))
	}
	return b.String()
}

func TestTruncatedGzip(t *testing.T) {
	whole := packed([]byte(strings.Repeat("The council met.\n", 100)))
	for _, n := range []int{2, 9, 15, len(whole) - 3} {
		if _, err := Pages("a.gz", whole[:n]); err == nil || !strings.Contains(err.Error(), "gzip") {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	if _, err := Pages("a.txt", make([]byte, MaxBytes+1)); err == nil || !strings.Contains(err.Error(), "larger than 64 MB") {
		t.Error(err)
	}
}

func FuzzPages(f *testing.F) {
	f.Add("a.txt", []byte("The council met.\n"))
	f.Add("a.html", []byte("<p>The council met."))
	f.Add("a.gz", packed([]byte("The council met.\n")))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		pages, err := Pages(name, data)
		if (err == nil) != (len(pages) == 1) {
			t.Fatalf("%d pages and error %v", len(pages), err)
		}
		if err == nil && len(pages[0].Bytes) == 0 {
			t.Fatal("a page without bytes")
		}
	})
}
