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
	Inputs []string `arg:"" name:"input" help:"Files, folders, addresses, or - for standard input."`
	face
	taking
}

// face is how a dossier is shown; read and export share it.
type face struct {
	Format string `help:"text, json, html, md, csv, or jsonl (one article's reading a line, not read across). Default: by the ending of the output file, else text." enum:",text,json,html,md,csv,jsonl" default:""`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output."`
	Full   bool   `help:"Leave nothing out of the text report."`
	Width  int    `placeholder:"COLUMNS" help:"Width of the text report. Default: that of the terminal, else 100."`
}

// Help is the long help of the command.
func (*readCommand) Help() string {
	return `An input is a page (HTML), a text (plain or Markdown), or a container of many: JSON or JSONL (schema.org articles, or objects
with members such as title, text, url), CSV with a header, WARC, RSS, Atom, JSON Feed, OPML, zip; each also as .gz, .zst or
.bz2. What it is shows in its first bytes. The third record of a file is named FILE#3, and can be read by that name.

    hearsay read a.html b.txt saved/                  files and folders
    hearsay read crawl.warc.gz --format jsonl         one article a line, as it is read, however long the file
    hearsay read items.jsonl --map text=story.plain   a member that holds the text under another name
    hearsay read https://post.example/news/1          fetches one page
    hearsay read https://post.example/rss --follow    fetches a feed and the pages that it names

Fetching keeps to robots.txt, pauses between requests to a host, refuses addresses of private networks, and keeps
what it got: a page that is in the cache is not asked for again without --refresh.`
}

func (c *readCommand) Run(s streams) error {
	in := c.inputs(s)
	if c.Format == "jsonl" {
		return c.stream(in, s)
	}
	pages := in.gather(c.Inputs)
	if len(pages) == 0 {
		return errFailed
	}
	bar := newProgress(s.err, "reading", len(pages))
	readings, errs := pipeline.ReadAll(pages, bar.step)
	bar.end()
	kept := readings[:0]
	for i, err := range errs {
		if err != nil {
			in.fail(err)
			continue
		}
		kept = append(kept, readings[i])
	}
	if len(kept) == 0 {
		return errFailed
	}
	raw := map[string][]byte{}
	for _, p := range pages {
		raw[p.Name] = p.Bytes
	}
	if err := c.print(schema.Encode(pipeline.Compare(kept)), raw, s); err != nil {
		return err
	}
	if in.failed {
		return errFailed
	}
	return nil
}

// stream prints each article's reading as soon as those before it are printed,
// and holds few of them.
func (c *readCommand) stream(in *inputs, s streams) error {
	bar := newProgress(s.err, "reading", 0)
	read := 0
	err := c.write(s, func(w io.Writer) error {
		var failed error
		pipeline.Stream(in.pages(c.Inputs), func(r *hearsay.Reading, err error) bool {
			bar.step()
			if err != nil {
				bar.end()
				in.fail(err)
				return true
			}
			read++
			failed = schema.Write(w, schema.EncodeReading(r), "")
			return failed == nil
		})
		return failed
	})
	bar.end()
	in.end()
	if err != nil {
		return err
	}
	if in.failed || read == 0 {
		return errFailed
	}
	return nil
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
	if info, err := os.Stat(f.Output); err == nil && !info.Mode().IsRegular() {
		return f.writeTo(f.Output, print)
	}
	file, err := os.CreateTemp(filepath.Dir(f.Output), ".hearsay-*")
	if err != nil {
		return fmt.Errorf("%s: %w", f.Output, cause(err))
	}
	defer os.Remove(file.Name()) // fails once it has its own name
	w := bufio.NewWriter(file)
	err = print(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = file.Chmod(0o644)
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), f.Output)
}

// writeTo writes to what is no file: a pipe, a device.
func (f *face) writeTo(name string, print func(io.Writer) error) error {
	file, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	w := bufio.NewWriter(file)
	err = print(w)
	if err == nil {
		err = w.Flush()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

func isTerminal(w any) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
