package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/term"

	"hearsay"
	"hearsay/export"
	"hearsay/pipeline"
	"hearsay/schema"
	"hearsay/terminal"
	"hearsay/web"
)

type readCommand struct {
	Inputs []string `arg:"" name:"input" help:"Files, folders, or - for standard input: text or HTML, also gzipped."`
	face
}

// face is how a dossier is shown; read and export share it.
type face struct {
	Format string `help:"text, json, html, md, csv, or jsonl (one article's reading a line, not read across). Default: by the ending of the output file, else text." enum:",text,json,html,md,csv,jsonl" default:""`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output."`
	Full   bool   `help:"Leave nothing out of the text report."`
	Width  int    `placeholder:"COLUMNS" help:"Width of the text report. Default: that of the terminal, else 100."`
}

func (c *readCommand) Run(s streams) error {
	in := gather(c.Inputs, s)
	if len(in.pages) == 0 {
		return errFailed
	}
	bar := newProgress(s.err, "reading", len(in.pages))
	readings, errs := pipeline.ReadAll(in.pages, bar.step)
	bar.end()
	kept := readings[:0]
	for i, err := range errs {
		if err != nil {
			in.failed = true
			fmt.Fprintf(s.err, "hearsay: %v\n", err)
			continue
		}
		kept = append(kept, readings[i])
	}
	if len(kept) == 0 {
		return errFailed
	}
	if err := c.show(kept, in.pages, s); err != nil {
		return err
	}
	if in.failed {
		return errFailed
	}
	return nil
}

func (c *readCommand) show(readings []*hearsay.Reading, pages []*hearsay.Page, s streams) error {
	if c.Format == "jsonl" {
		return c.write(s, func(w io.Writer) error {
			for _, r := range readings {
				if err := schema.Write(w, schema.EncodeReading(r), ""); err != nil {
					return err
				}
			}
			return nil
		})
	}
	raw := map[string][]byte{}
	for _, p := range pages {
		raw[p.Name] = p.Bytes
	}
	return c.print(schema.Encode(pipeline.Compare(readings)), raw, s)
}

// print shows a dossier; raw holds the inputs by name, as far as they are at hand.
func (f *face) print(d *schema.Dossier, raw map[string][]byte, s streams) error {
	format, toTerminal := f.format(s)
	return f.write(s, func(w io.Writer) error {
		switch format {
		case "html":
			return web.Report(w, d, raw)
		case "md":
			return export.Markdown(w, d)
		case "csv":
			return export.CSV(w, d)
		case "text":
			return f.text(w, d, s, toTerminal)
		default:
			return schema.Write(w, d, " ")
		}
	})
}

func (f *face) text(w io.Writer, d *schema.Dossier, s streams, toTerminal bool) error {
	o := terminal.Options{Width: f.width(s), Colour: toTerminal && os.Getenv("NO_COLOR") == "", Full: f.Full}
	if !toTerminal {
		return terminal.Render(w, d, o)
	}
	var report bytes.Buffer
	if err := terminal.Render(&report, d, o); err != nil {
		return err
	}
	return page(s, report.Bytes())
}

func (f *face) format(s streams) (format string, toTerminal bool) {
	toTerminal = f.Output == "" && isTerminal(s.out)
	switch {
	case f.Format != "":
		return f.Format, toTerminal
	case toTerminal:
		return "text", true
	}
	switch filepath.Ext(f.Output) {
	case ".html", ".htm":
		return "html", false
	case ".md":
		return "md", false
	case ".csv":
		return "csv", false
	case ".json":
		return "json", false
	}
	return "text", false
}

func (f *face) width(s streams) int {
	if f.Width > 0 {
		return f.Width
	}
	if file, ok := s.out.(*os.File); ok && f.Output == "" {
		if w, _, err := term.GetSize(int(file.Fd())); err == nil && w > 0 {
			return w
		}
	}
	return 100
}

// write sends what print writes to the output file, whole or not at all, or to
// standard output.
func (f *face) write(s streams, print func(io.Writer) error) error {
	if f.Output == "" || f.Output == "-" {
		w := bufio.NewWriter(s.out)
		if err := print(w); err != nil {
			return err
		}
		return w.Flush()
	}
	var buf bytes.Buffer
	if err := print(&buf); err != nil {
		return err
	}
	return os.WriteFile(f.Output, buf.Bytes(), 0o644)
}

func isTerminal(w any) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
