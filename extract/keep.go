package extract

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"hearsay/flat"
	"hearsay/lang/und"
)

// lineModel is the keep/drop model of lines without markup, learnt by cmd/train
// from the development pages.
var lineModel = sync.OnceValue(func() *Model { return flat.Embedded(Unmarshal(und.Lines)) })

// keepLineFrom is the probability from which a line belongs to the main text,
// by the share of the lines that likely do: a text that is clean but for a few
// lines loses more by a line dropped than by one kept.
func keepLineFrom(share float32) float32 { return clamp(.55-.5*share, .2, .5) }

// Keep judges the lines of a page that was extracted without its markup: true
// for those of the main text, the headline not among them.
func Keep(texts []string) []bool { return lineModel().Keep(texts) }

// Keep judges the lines of a page by the model m and by their form, which may
// drop a line, and decides alone when the model would keep none.
func (m *Model) Keep(texts []string) []bool {
	keep := make([]bool, len(texts))
	likely, share := m.likely(texts)
	any := false
	for i, from := 0, keepLineFrom(share); i < len(texts); i++ {
		keep[i] = likely[i] >= from
		any = any || keep[i]
	}
	for i, l := range formOf(texts, nil) {
		switch {
		case l.as == headline || l.as == dropped && l.proof && overrules[l.reason]:
			keep[i] = false
		case !any:
			keep[i] = l.as != dropped
		}
	}
	return keep
}

// likely is the probability of each line that it belongs to the main text, and
// their mean.
func (m *Model) likely(texts []string) ([]float32, float32) {
	b := LinesOf(texts)
	likely := make([]float32, len(texts))
	var sum float32
	for i := range b.Text {
		if b.Text[i] != "" {
			likely[i] = m.Score(b.Features[i])
			sum += likely[i]
		}
	}
	return likely, sum / float32(max(len(texts), 1))
}

const (
	// unlikely is the probability below which a line is dropped that its form would
	// keep; mostChrome the share of likely lines up to which a text is so little
	// cleaned that this is safe. Development pages as text, whole: F1 .46 to .51; of
	// texts that are all but clean no line is lost.
	unlikely   = .15
	mostChrome = .1
	// fewLines are too few to tell how clean a text is.
	fewLines = 10
)

// dropUnlikely is the second judge of a text that was extracted elsewhere and
// hardly cleaned: it drops lines that the form kept, in which nobody speaks, and
// of which the model of lines is all but certain that they are no text. A text
// of few lines, or of which no sentence would be left, is left to the form.
func (d *draft) dropUnlikely(m *Model) {
	if len(d.lines) < fewLines {
		return
	}
	texts := make([]string, len(d.lines))
	for i := range d.lines {
		texts[i] = d.lines[i].text
	}
	likely, share := m.likely(texts)
	drops := func(i int) bool {
		l := &d.lines[i]
		return (l.as == paragraph || l.as == listItem || l.as == subhead) && !l.speech && likely[i] < unlikely
	}
	told := false
	for i := range d.lines {
		l := &d.lines[i]
		told = told || l.as == paragraph && (l.sentence || l.speech) && !drops(i)
	}
	if !told || share > mostChrome {
		return
	}
	for i := range d.lines {
		if drops(i) {
			d.lines[i].as, d.lines[i].reason = dropped, "label"
		}
	}
}

// LinesOf measures the lines of a page as blocks of which nothing but the text
// is known.
func LinesOf(texts []string) Blocks {
	fragments := make([]fragment, len(texts))
	for i, t := range texts {
		fragments[i] = fragment{passage: passage{text: spaced(t)}, parent: -1, own: -1}
	}
	return blocksOf(measureAll(fragments, nil, nil))
}

// Reads judges the lines of a page as the program reads a text: by their form, of
// which the model m, unless it is nil, drops the unlikely.
func Reads(texts []string, m *Model) []bool {
	keep := make([]bool, len(texts))
	for i, l := range formOf(texts, m) {
		keep[i] = l.as > headline
	}
	return keep
}

// formOf judges texts as the lines of one text, by line; a text that shows
// nothing has none.
func formOf(texts []string, m *Model) map[int]*line {
	var page strings.Builder
	starts := make([]int, len(texts))
	for i, t := range texts {
		starts[i] = page.Len()
		page.WriteString(spaced(t))
		page.WriteByte('\n')
	}
	of := map[int]*line{}
	d := readText(page.String())
	if m != nil {
		d.dropUnlikely(m)
	}
	for i := range d.lines {
		at := int(d.lines[i].raw().Start)
		of[sort.Search(len(starts), func(k int) bool { return starts[k] > at })-1] = &d.lines[i]
	}
	return of
}

// LineScores count how often lines came out as the truth says.
type LineScores struct{ Kept, Wrong, Missed, Left int }

// Add compares one line with its truth.
func (s *LineScores) Add(truth, keep bool) {
	switch {
	case truth:
		count(keep, &s.Kept, &s.Missed)
	default:
		count(keep, &s.Wrong, &s.Left)
	}
}

// String is the line that `hearsay eval lines` prints.
func (s *LineScores) String() string {
	p, r := share(s.Kept, s.Kept+s.Wrong), share(s.Kept, s.Kept+s.Missed)
	return fmt.Sprintf("lines P %.3f R %.3f F1 %.3f (%d, %d of them to be kept)", p, r, 2*p*r/max(p+r, 1e-9), s.Kept+s.Wrong+s.Missed+s.Left, s.Kept+s.Missed)
}
