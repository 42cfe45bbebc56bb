package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"hearsay"
	"hearsay/pipeline"
	"hearsay/schema"
)

type evalCommand struct {
	Attribution evalAttribution `cmd:"" help:"Who said what: JSONL {id,text} of clean texts."`
}

type evalAttribution struct {
	Predict bool   `required:"" help:"Print predictions, one JSON a line."`
	File    string `arg:"" help:"JSONL with id and text."`
}

// attributed is one line of predictions: code points of the text as it came.
type attributed struct {
	ID           string            `json:"id"`
	Attributions []attributedSpans `json:"attributions"`
}

type attributedSpans struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
}

func (c *evalAttribution) Run(s streams) error {
	return eachLine(c.File, func(line []byte, w *json.Encoder) error {
		var doc struct{ ID, Text string }
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		out := attributed{ID: doc.ID, Attributions: []attributedSpans{}}
		r := schema.EncodeReading(pipeline.ReadArticle(pipeline.Plain(doc.ID, doc.Text), []hearsay.Doubt{}))
		for _, st := range r.Statements {
			out.Attributions = append(out.Attributions, attributedSpans{points(st.Source.Spans), points(st.Cue), points(st.Content)})
		}
		return w.Encode(out)
	}, s)
}

func points(spans []schema.Span) [][2]int {
	out := make([][2]int, len(spans))
	for i, x := range spans {
		out[i] = [2]int{*x.Start, *x.End}
	}
	return out
}

// eachLine calls f for each line of a JSONL file; what f encodes goes to
// standard output.
func eachLine(name string, f func(line []byte, w *json.Encoder) error, s streams) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	defer file.Close()
	out := bufio.NewWriter(s.out)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	in := bufio.NewReader(file)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			if err := f(line, enc); err != nil {
				return fmt.Errorf("%s: line %d: %w", name, n, err)
			}
		}
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
}
