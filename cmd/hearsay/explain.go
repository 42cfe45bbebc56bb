package main

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"hearsay"
	"hearsay/pipeline"
)

type explainCommand struct {
	Input string `arg:"" help:"One account, or - for standard input."`
	At    int    `required:"" placeholder:"N" help:"The place: a code point of the article's clean text, as in the dossier's start and end."`
	Raw   bool   `help:"N is a byte of the input instead."`
	taking
}

func (c *explainCommand) Run(s streams) error {
	in := c.inputs(s)
	pages := in.gather([]string{c.Input})
	if in.failed || len(pages) == 0 {
		return errFailed
	}
	r, err := pipeline.Read(pages[0])
	if err != nil {
		return err
	}
	if c.Raw {
		c.explainRaw(s, r)
		return nil
	}
	at, ok := byteOfPoint(r.Article.Text, c.At)
	if !ok {
		return fmt.Errorf("%s: --at %d: the clean text has %d code points", c.Input, c.At, utf8.RuneCountInString(r.Article.Text))
	}
	explain(s, r, at)
	return nil
}

// explainRaw finds what became of a byte of the input.
func (c *explainCommand) explainRaw(s streams, r *hearsay.Reading) {
	at := int32(c.At)
	for _, d := range r.Article.Chrome {
		if d.Raw.Start <= at && at < d.Raw.End {
			fmt.Fprintf(s.out, "chrome     %s: %q\n", d.Reason, r.Article.Page.Bytes[d.Raw.Start:d.Raw.End])
			return
		}
	}
	for _, p := range r.Article.Pieces {
		if p.Raw.Start <= at && at < p.Raw.End {
			clean := p.Clean.Start
			if p.Clean.Len() == int(p.Raw.End-p.Raw.Start) {
				clean += at - p.Raw.Start
			}
			explain(s, r, clean)
			return
		}
	}
	fmt.Fprintf(s.out, "byte %d is neither text nor named as chrome (markup or white space)\n", at)
}

// explain prints, stage by stage, what holds the byte at of the clean text.
func explain(s streams, r *hearsay.Reading, at int32) {
	text := r.Article.Text
	holds := func(x hearsay.Span) bool { return x.Start <= at && at < x.End }
	row := func(stage, format string, args ...any) {
		fmt.Fprintf(s.out, "%-10s %s\n", stage, fmt.Sprintf(format, args...))
	}
	raw := r.Article.RawOf(hearsay.Span{Start: at, End: min(at+1, int32(len(text)))})
	row("input", "%s, byte %d", r.Article.Page.Name, raw.Start)
	for _, b := range r.Article.Blocks {
		if holds(b.Span) {
			row("clean", "%s: %s", b.Role, b.Of(text))
		}
	}
	for _, x := range r.Sentences {
		if holds(x.Span) {
			row("sentence", "%s", x.Of(text))
		}
	}
	for _, x := range r.Tokens {
		if holds(x.Span) {
			head := "root"
			if x.Head >= 0 {
				head = r.Tokens[x.Head].Of(text)
			}
			row("token", "%s  tag %s  %s of %s", x.Of(text), x.Tag, x.Dep, head)
		}
	}
	for _, x := range r.Quotations {
		if holds(x.Outer) {
			row("quotation", "%s  depth %d, opened %t, closed %t, continues %t", x.Outer.Of(text), x.Depth, x.Opened, x.Closed, x.Continues)
		}
	}
	for _, x := range r.Times {
		if holds(x.Span) {
			row("time", "%s = %q (%s)", x.Of(text), x.Value, x.Precision)
		}
	}
	explainEntities(r, holds, row)
	explainStatements(r, holds, row)
	for _, d := range r.Doubts {
		if d.Evidence != nil && d.Evidence.InText && holds(d.Evidence.Span) {
			row("doubt", "%s: %s", d.Kind, d.Note)
		}
	}
}

func explainEntities(r *hearsay.Reading, holds func(hearsay.Span) bool, row func(string, string, ...any)) {
	for _, m := range r.Mentions {
		if !holds(m.Span) {
			continue
		}
		name := "unresolved"
		if m.Entity >= 0 {
			name = fmt.Sprintf("%s (%s)", r.Entities[m.Entity].Name, r.Entities[m.Entity].Kind)
		}
		row("mention", "%s = %s", m.Of(r.Article.Text), name)
	}
}

func explainStatements(r *hearsay.Reading, holds func(hearsay.Span) bool, row func(string, string, ...any)) {
	text := r.Article.Text
	for i := range r.Statements {
		s := &r.Statements[i]
		var part string
		switch {
		case slices.ContainsFunc(s.Source.Spans, holds):
			part = "source"
		case slices.ContainsFunc(s.Cue, holds):
			part = "cue"
		case slices.ContainsFunc(s.Content, holds):
			part = "content"
		default:
			continue
		}
		source := "nobody named"
		if s.Source.Entity >= 0 {
			source = r.Entities[s.Source.Entity].Name
		}
		row("statement", "%d, in its %s: %s, %s, by %s; cue %q, content %q", i+1, part, s.Form, s.Act, source, texts(text, s.Cue), texts(text, s.Content))
	}
}

func texts(text string, spans []hearsay.Span) []string {
	out := make([]string, len(spans))
	for i, x := range spans {
		out[i] = x.Of(text)
	}
	return out
}

// byteOfPoint is the byte offset of the n-th code point.
func byteOfPoint(text string, n int) (int32, bool) {
	k := 0
	for at := range text {
		if k == n {
			return int32(at), true
		}
		k++
	}
	return 0, false
}
