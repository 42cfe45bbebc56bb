package main

import (
	"bytes"
	"compress/gzip"
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
	// pageFolds of sites by which the model is judged.
	pageFolds = 5
)

// trainPages learns which blocks of a page belong to its article:
//
//	go run ./cmd/train -pages -o lang/und/pages.bin
//
// A block that holds a stretch which must be in the main text is to be kept,
// one that holds a stretch which must not is to be dropped. Of the others,
// those on which go-trafilatura and readability agree count little.
func trainPages(data, out string) error {
	file, err := os.ReadFile(filepath.Join(data, "pages", "truth.json"))
	if err != nil {
		return err
	}
	truth, err := extract.ParseTruth(file)
	if err != nil {
		return err
	}
	var examples []extract.Example
	sites := map[string]int{}
	pages := make([]*hearsay.Page, len(truth))
	for i, t := range truth {
		raw, err := unpacked(filepath.Join(data, "pages", t.ID+".html.gz"))
		if err != nil {
			return err
		}
		pages[i] = &hearsay.Page{Name: t.ID, Media: hearsay.MediaHTML, Bytes: raw}
		examples = append(examples, pageExamples(t, pages[i], site(t.URL, sites))...)
	}
	fmt.Fprintf(os.Stderr, "%d examples of %d sites\n", len(examples), len(sites))
	model, hints := extract.Learn(examples)
	if err := os.WriteFile(out, model.Marshal(hints), 0o644); err != nil {
		return err
	}
	fmt.Print(foldScores(truth, pages, examples, sites))
	return nil
}

// foldScores reads every page by a model that has seen no page of its site.
func foldScores(truth []extract.PageTruth, pages []*hearsay.Page, examples []extract.Example, sites map[string]int) *extract.Scores {
	scores := &extract.Scores{}
	for fold := range pageFolds {
		var seen []extract.Example
		for _, e := range examples {
			if e.Site%pageFolds != fold {
				seen = append(seen, e)
			}
		}
		model, _ := extract.Learn(seen)
		for i, t := range truth {
			if site(t.URL, sites)%pageFolds != fold {
				continue
			}
			a, _, err := model.Clean(pages[i])
			if err != nil {
				scores.Failed++
				a = &hearsay.Article{}
			}
			scores.Add(t, a)
		}
		fmt.Fprintf(os.Stderr, "fold %d: F1 so far %.3f\n", fold, scores.F1())
	}
	return scores
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

func pageExamples(t extract.PageTruth, page *hearsay.Page, site int) []extract.Example {
	b := extract.BlocksOf(page)
	other := b.Kept(otherExtractor(page.Bytes))
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
