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

	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"hearsay"
	"hearsay/extract"
)

const (
	// agreed is the weight of a block of which nobody said anything, but of
	// which two extractors think the same; one of agreedOf is learnt from.
	agreed, agreedOf = .03, 6
	// taught is the weight of a block that only the teacher judges, when it is
	// certain; one of taughtOf is learnt from.
	taught, taughtOf = .45, 3
	// pageFolds of sites by which the model is judged.
	pageFolds = 5
)

// pageData is a page with its blocks and what is known of them.
type pageData struct {
	truth  extract.PageTruth
	page   *hearsay.Page
	site   int
	blocks extract.Blocks
	others [][]float32 // by extractor and block: how much of the block it keeps
	judged []int8      // 1 when the truth keeps the block, 0 when not, -1 when it says nothing
}

// trainPages learns which blocks of a page belong to its article:
//
//	go run ./cmd/train -pages -o lang/und/pages.bin
//
// A block that holds a stretch which must be in the main text is to be kept,
// one that holds a stretch which must not is to be dropped. Of all other
// blocks, a teacher says how likely they are text: a model that also sees what
// three more extractors keep, and that never learnt from the site of the block.
func trainPages(data, out string) error {
	pages, err := readPages(data)
	if err != nil {
		return err
	}
	for _, p := range pages {
		for _, keep := range []func([]byte) *html.Node{trafilaturaAlone, trafilaturaAll, distillerAlone} {
			p.others = append(p.others, p.blocks.Kept(keptBy(keep, p.page.Bytes)))
		}
	}
	teachers := teach(pages)
	lessons := student(pages, teachers, -1)
	fmt.Fprintf(os.Stderr, "%d examples\n", len(lessons))
	model, hints := extract.Learn(lessons)
	if err := os.WriteFile(out, model.Marshal(hints), 0o644); err != nil {
		return err
	}
	fmt.Print(foldScores(pages, teachers))
	return nil
}

// readPages reads the development pages and what is known of them.
func readPages(data string) ([]*pageData, error) {
	file, err := os.ReadFile(filepath.Join(data, "pages", "truth.json"))
	if err != nil {
		return nil, err
	}
	truth, err := extract.ParseTruth(file)
	if err != nil {
		return nil, err
	}
	sites := map[string]int{}
	pages := make([]*pageData, len(truth))
	for i, t := range truth {
		raw, err := unpacked(filepath.Join(data, "pages", t.ID+".html.gz"))
		if err != nil {
			return nil, err
		}
		pages[i] = readPage(t, &hearsay.Page{Name: t.ID, Media: hearsay.MediaHTML, Bytes: raw}, site(t.URL, sites))
	}
	return pages, nil
}

func readPage(t extract.PageTruth, page *hearsay.Page, site int) *pageData {
	p := &pageData{truth: t, page: page, site: site, blocks: extract.BlocksOf(page)}
	for _, text := range p.blocks.Text {
		with, without := holds(text, t.With), holds(text, t.Without)
		judged := int8(-1)
		if with != without {
			judged = 0
			if with {
				judged = 1
			}
		}
		p.judged = append(p.judged, judged)
	}
	return p
}

// example is block i of the page, to be kept with probability keep.
func (p *pageData) example(i int, keep, weight float32, votes bool) extract.Example {
	e := p.blocks.Example(i)
	e.Site, e.Keep, e.Weight = p.site, keep, weight
	if votes {
		for _, o := range p.others {
			e.Features = append(e.Features, o[i])
		}
	}
	return e
}

// teachers are models by the two folds of sites that each has not seen.
type teachers map[[2]int]*extract.Model

// teach learns a teacher for each pair of folds, and for each alone.
func teach(pages []*pageData) teachers {
	all := teachers{}
	for a := range pageFolds {
		for b := a; b < pageFolds; b++ {
			var lessons []extract.Example
			for _, p := range pages {
				if f := p.site % pageFolds; f != a && f != b {
					lessons = append(lessons, p.agreedLessons()...)
				}
			}
			model, _ := extract.Learn(lessons)
			all[[2]int{a, b}] = model
		}
		fmt.Fprintf(os.Stderr, "teachers without fold %d learnt\n", a)
	}
	return all
}

// without is the teacher that has seen neither of two folds.
func (t teachers) without(a, b int) *extract.Model { return t[[2]int{min(a, b), max(a, b)}] }

// agreedLessons are the judged blocks, and some on which extractors agree.
func (p *pageData) agreedLessons() []extract.Example {
	var out []extract.Example
	for i, judged := range p.judged {
		most := p.others[1][i]
		switch {
		case judged >= 0:
			out = append(out, p.example(i, float32(judged), 1, true))
		case (p.blocks.Vote[i] > .5) == (most > .5) && chosen(p.truth.ID, i, agreedOf):
			out = append(out, p.example(i, float32(int(most+.5)), agreed, true))
		}
	}
	return out
}

// student is what a model learns that is not to see the sites of a fold: judged
// blocks, and blocks that a teacher judges who has seen neither that fold nor
// the block's own.
func student(pages []*pageData, t teachers, fold int) []extract.Example {
	var out []extract.Example
	for _, p := range pages {
		own := p.site % pageFolds
		if own == fold {
			continue
		}
		teacher := t.without(own, own)
		if fold >= 0 {
			teacher = t.without(own, fold)
		}
		for i, judged := range p.judged {
			if judged >= 0 {
				out = append(out, p.example(i, float32(judged), 1, false))
				continue
			}
			if !chosen(p.truth.ID, i, taughtOf) {
				continue
			}
			e := p.example(i, 0, 0, true)
			keep := teacher.Judge(&e)
			sure := 2*keep - 1
			out = append(out, p.example(i, keep, taught*sure*sure, false))
		}
	}
	return out
}

// foldScores reads every page by a model that has seen no page of its site.
func foldScores(pages []*pageData, t teachers) *extract.Scores {
	scores := &extract.Scores{}
	for fold := range pageFolds {
		model, _ := extract.Learn(student(pages, t, fold))
		for _, p := range pages {
			if p.site%pageFolds != fold {
				continue
			}
			a, _, err := model.Clean(p.page)
			if err != nil {
				scores.Failed++
				a = &hearsay.Article{}
			}
			scores.Add(p.truth, a)
		}
		fmt.Fprintf(os.Stderr, "fold %d: F1 so far %.4f\n", fold, scores.F1())
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

func holds(text string, stretches []string) bool {
	text = strings.Join(strings.Fields(text), " ")
	for _, s := range stretches {
		if strings.Contains(text, strings.Join(strings.Fields(s), " ")) {
			return true
		}
	}
	return false
}

// chosen picks one block of n by a hash.
func chosen(id string, i, n int) bool {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s/%d", id, i)
	return h.Sum32()%uint32(n) == 0
}

// keptBy is the text that another extractor keeps, block by block; nothing when
// it fails, which it may do by a panic on a broken page.
func keptBy(keep func([]byte) *html.Node, raw []byte) (blocks []string) {
	defer func() {
		if recover() != nil {
			blocks = nil
		}
	}()
	root := keep(raw)
	if root == nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			blocks = append(blocks, n.Data)
		}
	}
	return blocks
}

func trafilaturaAlone(raw []byte) *html.Node { return trafilaturaText(raw, false) }

func trafilaturaAll(raw []byte) *html.Node { return trafilaturaText(raw, true) }

func trafilaturaText(raw []byte, fallback bool) *html.Node {
	found, err := trafilatura.Extract(bytes.NewReader(raw), trafilatura.Options{ExcludeComments: true, EnableFallback: fallback, HtmlDateMode: trafilatura.Disabled})
	if err != nil {
		return nil
	}
	return found.ContentNode
}

func distillerAlone(raw []byte) *html.Node {
	found, err := distiller.ApplyForReader(bytes.NewReader(raw), &distiller.Options{OriginalURL: &url.URL{Scheme: "http", Host: "localhost"}})
	if err != nil {
		return nil
	}
	return found.Node
}
