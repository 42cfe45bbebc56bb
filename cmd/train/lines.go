package main

import (
	"fmt"
	"os"

	"hearsay"
	"hearsay/extract"
	"hearsay/lang/und"
)

// believed is the weight of a line that only the model of pages judges, when it
// is certain.
const believed = .6

// thinnings are texts whose chrome was partly cleaned away: shares of the lines
// outside the article that are left, and how many of the lines that nobody
// judged are learnt from, one of so many.
var thinnings = []struct{ left, of int }{{100, 3}, {30, 2}, {8, 1}}

// trainLines learns which lines of a page that was extracted without its markup
// belong to its article:
//
//	go run ./cmd/train -lines -o lang/und/lines.bin
//
// The lines are the blocks of the development pages without their elements. The
// truth judges some, the model of pages, which sees the elements, all others.
func trainLines(data, out string) error {
	pages, err := readPages(data)
	if err != nil {
		return err
	}
	model, err := extract.Unmarshal(und.Pages)
	if err != nil {
		return err
	}
	var lessons []lesson
	for _, p := range pages {
		lessons = append(lessons, p.lineLessons(model)...)
	}
	learn := func(fold int) *extract.Model {
		var all []extract.Example
		for _, l := range lessons {
			if l.page.site%pageFolds == fold {
				continue
			}
			for k, e := range l.lines {
				if e.Weight == 1 || chosen(l.page.truth.ID, k, thinnings[l.thinned].of) {
					all = append(all, e)
				}
			}
		}
		m, _ := extract.Learn(all)
		return m
	}
	if err := os.WriteFile(out, learn(-1).Marshal(nil), 0o644); err != nil {
		return err
	}
	scores := make([]extract.LineScores, len(thinnings))
	var judged extract.LineScores
	read, form := make([]extract.LineScores, len(thinnings)), make([]extract.LineScores, len(thinnings)) // as a text: with the model, without
	for fold := range pageFolds {
		m := learn(fold)
		for _, l := range lessons {
			if l.page.site%pageFolds != fold {
				continue
			}
			both, alone := extract.Reads(l.texts, m), extract.Reads(l.texts, nil)
			for k, keep := range m.Keep(l.texts) {
				truth := l.lines[k].Keep > .5
				read[l.thinned].Add(truth, both[k])
				form[l.thinned].Add(truth, alone[k])
				scores[l.thinned].Add(truth, keep)
				if l.thinned == 0 && l.lines[k].Weight == 1 {
					judged.Add(truth, keep)
				}
			}
		}
		fmt.Fprintf(os.Stderr, "fold %d: %s\n", fold, &scores[0])
	}
	fmt.Printf("judged by hand: %s\n", &judged)
	for i, t := range thinnings {
		fmt.Printf("as the model of pages keeps them, %d %% of the rest left: %s\n  read as a text: %s\n  by its form alone: %s\n", t.left, &scores[i], &read[i], &form[i])
	}
	return nil
}

// lesson is a page as lines, with what is known and believed of each.
type lesson struct {
	page    *pageData
	thinned int
	texts   []string
	lines   []extract.Example
}

// lineLessons are the lines of the page at each thinning.
func (p *pageData) lineLessons(model *extract.Model) []lesson {
	keep := p.blocks.Judge(model)
	kept := map[string]bool{} // as the program reads the page: no headline, no date, no byline
	if a, _, err := model.Clean(p.page); err == nil {
		for _, b := range a.Blocks {
			kept[b.Of(a.Text)] = b.Role != hearsay.RoleHeadline
		}
	}
	var out []lesson
	for v, t := range thinnings {
		l := lesson{page: p, thinned: v}
		for i, text := range p.blocks.Text {
			e := extract.Example{Site: p.site, Keep: float32(p.judged[i]), Weight: 1}
			if p.judged[i] < 0 {
				e.Keep = keep[i]
				if e.Keep > .5 && !kept[text] {
					e.Keep = .1
				}
				sure := 2*e.Keep - 1
				e.Weight = believed * sure * sure
			}
			if e.Keep <= .5 && !chosen(p.truth.ID+" left", i, 100/t.left) {
				continue
			}
			l.texts = append(l.texts, text)
			l.lines = append(l.lines, e)
		}
		b := extract.LinesOf(l.texts)
		for i := range l.lines {
			e := b.Example(i)
			e.Site, e.Keep, e.Weight = p.site, l.lines[i].Keep, l.lines[i].Weight
			l.lines[i] = e
		}
		out = append(out, l)
	}
	return out
}
