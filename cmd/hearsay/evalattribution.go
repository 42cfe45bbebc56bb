package main

import (
	"encoding/json"
	"fmt"
	"io"

	"hearsay"
	"hearsay/attribution"
	"hearsay/pipeline"
)

type evalAttribution struct {
	Predict bool   `help:"Print predictions, one JSON a line, instead of scores."`
	Rules   bool   `help:"Let the rules and the trees decide alone, without the learnt model."`
	File    string `arg:"" help:"JSONL with id, text and, for scores, attributions."`
}

// attributed is one line of annotation or prediction: code points of the text
// as it came.
type attributed struct {
	ID           string            `json:"id"`
	Text         string            `json:"text,omitempty"`
	Attributions []attributedSpans `json:"attributions"`
}

type attributedSpans struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
}

func (c *evalAttribution) Run(s streams) error {
	var total attribution.Agreement
	var cover attribution.Coverage
	articles, truths := 0, 0
	err := eachLine(c.File, func(line []byte, w *json.Encoder) error {
		var gold attributed
		if err := json.Unmarshal(line, &gold); err != nil {
			return err
		}
		reading := c.read(gold.ID, gold.Text)
		out := predicted(gold.ID, gold.Text, reading)
		if c.Predict {
			return w.Encode(out)
		}
		articles++
		cover.Add(attribution.Cover(reading))
		if gold.Attributions != nil {
			truths++
			inBytes := byteOffsets(gold.Text)
			total.Add(attribution.Agree(gold.Text, inBytes.all(gold.Attributions), inBytes.all(out.Attributions)))
		}
		return nil
	}, s)
	if err != nil || c.Predict {
		return err
	}
	if truths > 0 {
		printAgreement(s.out, truths, &total)
	}
	printCoverage(s.out, articles, &cover)
	return nil
}

func (c *evalAttribution) read(id, text string) *hearsay.Reading {
	r := pipeline.ReadArticle(pipeline.Plain(id, text), []hearsay.Doubt{})
	if c.Rules {
		r.Statements = attribution.FindWith(r, nil)
	}
	return r
}

func predicted(id, text string, r *hearsay.Reading) attributed {
	out := attributed{ID: id, Attributions: []attributedSpans{}}
	inPoints := codePoints(text)
	for _, a := range attribution.Annotations(text, r.Statements) {
		out.Attributions = append(out.Attributions, attributedSpans{inPoints.of(a.Source), inPoints.of(a.Cue), inPoints.of(a.Content)})
	}
	return out
}

// points holds, for each byte, the number of code points before it.
type points []int

func codePoints(text string) points {
	out := make(points, len(text)+1)
	n := 0
	for at := range text {
		out[at] = n
		n++
	}
	out[len(text)] = n
	return out
}

func (p points) of(spans [][2]int) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		out[i] = [2]int{p[s[0]], p[s[1]]}
	}
	return out
}

// offsets holds the byte at which each code point starts, and the length.
type offsets []int

func byteOffsets(text string) offsets {
	out := make(offsets, 0, len(text)+1)
	for at := range text {
		out = append(out, at)
	}
	return append(out, len(text))
}

func (o offsets) all(in []attributedSpans) []attribution.Annotation {
	out := make([]attribution.Annotation, len(in))
	for i, x := range in {
		out[i] = attribution.Annotation{Source: o.bytes(x.Source), Cue: o.bytes(x.Cue), Content: o.bytes(x.Content)}
	}
	return out
}

func (o offsets) bytes(spans [][2]int) [][2]int {
	out := make([][2]int, len(spans))
	for i, s := range spans {
		last := len(o) - 1
		out[i] = [2]int{o[min(max(s[0], 0), last)], o[min(max(s[1], 0), last)]}
	}
	return out
}

func printAgreement(w io.Writer, articles int, a *attribution.Agreement) {
	fmt.Fprintf(w, "%d articles; end to end: contents share half of their tokens and the sources overlap\n", articles)
	fmt.Fprintf(w, "%-10s %6s %6s %6s %6s %6s\n", "", "gold", "pred", "P", "R", "F1")
	for t := attribution.TypeAll; t <= attribution.TypeSpeech; t++ {
		p, r, f := a.PRF(t)
		fmt.Fprintf(w, "%-10s %6d %6d %6.3f %6.3f %6.3f\n", t, a.Gold[t], a.Predicted[t], p, r, f)
	}
	fmt.Fprintf(w, "source, given an overlapping content: %.3f of %d\n", a.SourceGivenContent(), a.ContentPairs)
}

func printCoverage(w io.Writer, articles int, c *attribution.Coverage) {
	share := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	fmt.Fprintf(w, "%d articles: %d statements, %.1f %% of them without a named source, %.1f %% with a source that stays unresolved\n",
		articles, c.Statements, share(c.Nameless, c.Statements), share(c.Unresolved, c.Statements))
	fmt.Fprintf(w, "%d quotations of a sentence or more, %.1f %% of them unattributed; %.1f %% of the words are told by somebody\n",
		c.Quotations, share(c.Unattributed, c.Quotations), share(c.Held, c.Words))
}
