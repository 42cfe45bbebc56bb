package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"hearsay"
	"hearsay/extract"
)

const (
	// agreed is the weight of a block of which nobody said anything, but of
	// which two extractors think the same.
	agreed = .03
	// everyOther of those blocks is learnt from.
	everyOther = 6
)

// pageTruth is a line of pages/truth.json.
type pageTruth struct {
	ID, URL       string
	With, Without []string
}

// trainPages learns which blocks of a page belong to its article:
//
//	go run ./cmd/train -pages -o extract/model.bin
//
// A block that holds a stretch which must be in the main text is to be kept,
// one that holds a stretch which must not is to be dropped. Of the others,
// those on which go-trafilatura and readability agree count little.
func trainPages(data, out string) error {
	file, err := os.ReadFile(filepath.Join(data, "pages", "truth.json"))
	if err != nil {
		return err
	}
	var truth []pageTruth
	if err := json.Unmarshal(file, &truth); err != nil {
		return err
	}
	var examples []extract.Example
	sites := map[string]int{}
	for _, t := range truth {
		raw, err := unpacked(filepath.Join(data, "pages", t.ID+".html.gz"))
		if err != nil {
			return err
		}
		examples = append(examples, pageExamples(t, raw, site(t.URL, sites))...)
	}
	fmt.Fprintf(os.Stderr, "%d examples of %d sites\n", len(examples), len(sites))
	model, hints := extract.Learn(examples)
	return os.WriteFile(out, model.Marshal(hints), 0o644)
}

func unpacked(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return io.ReadAll(z)
}

// site numbers the sites in the order in which they come.
func site(address string, sites map[string]int) int {
	host := address
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		host = strings.TrimPrefix(u.Host, "www.")
	}
	if _, ok := sites[host]; !ok {
		sites[host] = len(sites)
	}
	return sites[host]
}

func pageExamples(t pageTruth, raw []byte, site int) []extract.Example {
	b := extract.BlocksOf(&hearsay.Page{Name: t.ID, Media: hearsay.MediaHTML, Bytes: raw})
	other := b.Kept(otherExtractor(raw))
	var out []extract.Example
	for i := range b.Text {
		e := extract.Example{Features: b.Features[i], Class: b.Class[i], Site: site}
		if i > 0 {
			e.Above = b.Class[i-1]
		}
		if i+1 < len(b.Text) {
			e.Below = b.Class[i+1]
		}
		with, without := holds(b.Text[i], t.With), holds(b.Text[i], t.Without)
		switch {
		case with != without:
			e.Keep, e.Weight = with, 1
		case !with && (b.Vote[i] > .5) == (other[i] > .5) && chosen(t.ID, i):
			e.Keep, e.Weight = other[i] > .5, agreed
		default:
			continue
		}
		out = append(out, e)
	}
	return out
}

func holds(text string, stretches []string) bool {
	text = strings.Join(strings.Fields(text), " ")
	for _, s := range stretches {
		if strings.Contains(text, strings.Join(strings.Fields(s), " ")) {
			return true
		}
	}
	return false
}

// chosen picks one block of everyOther by a hash.
func chosen(id string, i int) bool {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s/%d", id, i)
	return h.Sum32()%everyOther == 0
}

// otherExtractor is the text that go-trafilatura keeps, block by block.
func otherExtractor(raw []byte) (blocks []string) {
	defer func() {
		if recover() != nil {
			blocks = nil
		}
	}()
	found, err := trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{ExcludeComments: true})
	if err != nil || found.ContentNode == nil {
		return nil
	}
	for n := range found.ContentNode.Descendants() {
		if n.Type == html.TextNode {
			blocks = append(blocks, n.Data)
		}
	}
	return blocks
}
