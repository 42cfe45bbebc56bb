// Package feed turns the bytes of an input into pages, one at a time: it
// unpacks them, tells formats apart, takes containers to pieces, and refuses
// what holds no account, with the remedy.
//
//	news.html.gz   ->  Page{Name: "news.html.gz", Media: MediaHTML}
//	crawl.warc.gz  ->  Page{Name: "crawl.warc.gz#3", Address: "https://..."}, ...
//	items.jsonl    ->  Page{Name: "items.jsonl#1", Wrap: WrapJSON, Body: ..., Stated: ...}, ...
package feed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hearsay"
)

const (
	// MaxBytes is the largest input that is read as a whole (one page, one JSON
	// document, a zip archive on standard input), and how far a packed one may
	// expand without a page in it.
	MaxBytes = 64 << 20
	// MaxPage is the largest single page; news pages have some hundred kilobytes.
	MaxPage = 8 << 20
	// MaxText is the largest text; the longest articles have some hundred kilobytes.
	MaxText = 4 << 20
	// MaxLine is the longest line of a text, beyond any paragraph.
	MaxLine = 1 << 20
	// maxRecord is the largest record of a container that is held: a page of
	// MaxPage with its escapes and headers.
	maxRecord = 2 * MaxPage
)

// Options is what is known of an input beside its bytes.
type Options struct {
	Media   string            // content type that the server names
	Charset string            // of that content type
	Address string            // where it was published
	Members map[string]string // field of a record ("text", "title", ...) -> the member or column that holds it
	Follow  bool              // records that only name an address are to be fetched: they come as a Fault with that address
}

// Fault is why an input or one of its records is no page.
type Fault struct {
	Name    string // of the input or record
	Err     error
	Address string // where the page is, if that is all that the record states
}

func (f *Fault) Error() string { return f.Name + ": " + f.Err.Error() }

func (f *Fault) Unwrap() error { return f.Err }

// Read hands out the pages of an input in order, holding one at a time. Every
// error is a *Fault; those of a record do not end the sequence.
func Read(name string, r io.Reader, o Options) iter.Seq2[*hearsay.Page, error] {
	return func(yield func(*hearsay.Page, error) bool) {
		in := &intake{Options: o, yield: yield}
		in.read(name, r, 0)
	}
}

// Wanted reports whether a file found in a folder or archive is taken for an
// input. What a folder says of itself is no account.
func Wanted(name string) bool {
	ext := path.Ext(unpackedName(name))
	if base := filepath.Base(unpackedName(name)); strings.TrimSuffix(base, ext) == "readme" {
		return false
	}
	return slices.Contains(extensions, ext) || ext == "" && unpackedName(name) != strings.ToLower(name)
}

// extensions are the names of files that are read, whether packed or not.
var extensions = []string{".txt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".json", ".jsonl", ".ndjson", ".csv", ".tsv",
	".warc", ".xml", ".rss", ".atom", ".rdf", ".opml", ".zip"}

// unpackedName is a name in lower case without the endings of compression.
func unpackedName(name string) string {
	name = strings.ToLower(name)
	for _, ext := range []string{".gz", ".zst", ".bz2"} {
		name = strings.TrimSuffix(name, ext)
	}
	return name
}

// intake is one input that is being read.
type intake struct {
	Options
	yield func(*hearsay.Page, error) bool
	done  bool   // nothing more is wanted
	meter *meter // of the innermost compression; nil when there is none
	given int    // pages and faults handed out
}

// page hands out a page and reports whether more are wanted.
func (in *intake) page(p *hearsay.Page) bool {
	in.given++
	in.meter.found()
	in.done = in.done || !in.yield(p, nil)
	return !in.done
}

// fault hands out the reason that something is no page.
func (in *intake) fault(name string, err error) bool {
	var f *Fault
	if !errors.As(err, &f) {
		f = &Fault{Name: name, Err: err}
	}
	in.given++
	in.done = in.done || !in.yield(nil, f)
	return !in.done
}

// read reads an input that is packed depth times.
func (in *intake) read(name string, r io.Reader, depth int) {
	packed := &counter{Reader: r}
	br := bufio.NewReaderSize(packed, 64<<10)
	head, err := br.Peek(sniffed)
	if err != nil && err != io.EOF && len(head) == 0 {
		in.fault(name, err)
		return
	}
	if kind := packing(head); kind != nil || bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		if depth == deepest {
			in.fault(name, fmt.Errorf("is packed more than %d times; unpack it first", deepest))
			return
		}
		if kind == nil {
			in.zip(name, r, br, depth+1)
			return
		}
		unpacked, err := kind(br)
		if err != nil {
			in.fault(name, err)
			return
		}
		defer unpacked.Close()
		in.metered(name, packed, unpacked, depth+1)
		return
	}
	in.unpacked(name, br, head)
}

// metered reads what a packed input expands to.
func (in *intake) metered(name string, packed *counter, unpacked io.Reader, depth int) {
	outer := in.meter
	in.meter = &meter{outer: outer, packed: packed, r: unpacked}
	in.read(name, in.meter, depth)
	in.meter = outer
}

// unpacked reads an input as what it is.
func (in *intake) unpacked(name string, br *bufio.Reader, head []byte) {
	switch kindOf(unpackedName(name), in.Media, head) {
	case kindWARC:
		in.warc(name, br)
	case kindJSON:
		in.json(name, br)
	case kindTable:
		in.table(name, br)
	case kindFeed:
		in.items(name, br)
	case kindOutline:
		in.outline(name, br)
	default:
		in.single(name, br)
	}
}

// single reads an input that is one page.
func (in *intake) single(name string, r io.Reader) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case len(data) > MaxBytes && in.meter != nil:
		err = errExpands
	case len(data) > MaxBytes:
		err = tooLarge(len(data), MaxBytes)
	}
	if err != nil {
		in.fault(name, err)
		return
	}
	p := &hearsay.Page{Name: name, Bytes: data, Charset: in.Charset, Address: in.Address}
	if p.Media, err = check(unpackedName(name), data, p.Charset); err != nil {
		in.fault(name, err)
		return
	}
	if p.Media == hearsay.MediaHTML && p.Address == "" {
		p.Address = savedFrom(data)
	}
	if p.Media == hearsay.MediaText && isMarkdown(unpackedName(name), in.Media) {
		if unmark(p); strings.TrimSpace(p.Body.Text) == "" {
			in.fault(name, errEmpty)
			return
		}
	}
	in.page(p)
}

// savedFrom is the address that a browser notes in a page which it saves, in a
// comment before anything else.
func savedFrom(page []byte) string {
	head := string(page[:min(len(page), 2<<10)])
	for _, mark := range []string{"saved from url=(", "Page saved with SingleFile"} {
		_, rest, ok := strings.Cut(head, mark)
		at := strings.Index(rest, "http")
		if !ok || at < 0 || at > 40 {
			continue
		}
		if end := strings.IndexAny(rest[at:], " \t\r\n\"<>"); end > 0 {
			return rest[at : at+end]
		}
	}
	return ""
}

// recordName names the n-th record of a container, counted from one.
func recordName(name string, n int) string { return fmt.Sprintf("%s#%d", name, n) }
