package feed

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"iter"
	"math/rand"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"hearsay"
	"hearsay/internal/txtcase"
)

// TestCases reads the input that a case holds: its text, or what its section
// "bytes" says (quoted Go strings, perhaps "repeat N"), packed as "packed" says.
// Section "name" names it, "options" are words such as follow or text=main.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		name := strings.TrimSpace(c.More["name"])
		var o Options
		for _, word := range strings.Fields(c.More["options"]) {
			if field, member, ok := strings.Cut(word, "="); ok {
				if o.Members == nil {
					o.Members = map[string]string{}
				}
				o.Members[field] = member
			}
			o.Follow = o.Follow || word == "follow"
		}
		return show(t, Read(name, bytes.NewReader(input(t, c)), o))
	})
}

func input(t *testing.T, c txtcase.Case) []byte {
	t.Helper()
	data := []byte(c.In)
	if quoted, ok := c.More["bytes"]; ok {
		data = nil
		for line := range strings.Lines(quoted) {
			text, times, _ := strings.Cut(strings.TrimSpace(line), " repeat ")
			s, err := strconv.Unquote(text)
			if err != nil {
				t.Fatal(err)
			}
			n, _ := strconv.Atoi(times)
			data = append(data, strings.Repeat(s, max(n, 1))...)
		}
	}
	for _, how := range strings.Fields(c.More["packed"]) {
		how, entry, _ := strings.Cut(how, ":")
		data = packed(t, how, entry, data)
	}
	return data
}

// packed packs data as a person would; "crlf" ends its lines as the web does.
func packed(t testing.TB, how, entry string, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	switch how {
	case "gzip":
		w := gzip.NewWriter(&b)
		w.Write(data)
		w.Close()
	case "zstd":
		w, err := zstd.NewWriter(&b)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(data)
		w.Close()
	case "zip":
		w := zip.NewWriter(&b)
		f, err := w.Create(entry)
		if err != nil {
			t.Fatal(err)
		}
		f.Write(data)
		w.Close()
	case "crlf":
		return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	default:
		t.Fatalf("cannot pack as %q", how)
	}
	return b.Bytes()
}

// show writes one page or fault a line, with what the record states and with
// the bytes that stand for it where they differ.
func show(t *testing.T, pages iter.Seq2[*hearsay.Page, error]) string {
	var b strings.Builder
	for p, err := range pages {
		if f, ok := err.(*Fault); ok && f.Address != "" {
			fmt.Fprintf(&b, "follow %s: %s\n", f.Name, f.Address)
			continue
		}
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			continue
		}
		checkPage(t, p)
		fmt.Fprintf(&b, "%s: %s, %d bytes", p.Name, [...]string{"text", "html"}[p.Media], len(p.Bytes))
		if p.Address != "" {
			fmt.Fprintf(&b, ", at %s", p.Address)
		}
		if p.Charset != "" {
			fmt.Fprintf(&b, ", charset %s", p.Charset)
		}
		b.WriteString("\n")
		s := &p.Stated
		for _, f := range []struct {
			name  string
			field hearsay.Field
		}{{"title", s.Title}, {"standfirst", s.Standfirst}, {"author", s.Author}, {"published", s.Published}, {"outlet", s.Outlet}, {"body", p.Body}} {
			if f.field.Text == "" {
				continue
			}
			fmt.Fprintf(&b, "  %s: %q", f.name, shorten(f.field.Text))
			if raw := f.field.Raw(); string(p.Bytes[raw.Start:raw.End]) != f.field.Text {
				fmt.Fprintf(&b, " from %q", shorten(string(p.Bytes[raw.Start:raw.End])))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

var tags = regexp.MustCompile("</?(p|li|h[1-6])>")

func shorten(s string) string {
	if len(s) < 900 {
		return s
	}
	return s[:900] + "..."
}

// checkPage holds the invariants of every page.
func checkPage(t testing.TB, p *hearsay.Page) {
	t.Helper()
	if len(p.Bytes) == 0 {
		t.Fatalf("%s: a page without bytes", p.Name)
	}
	if (p.Wrap == hearsay.WrapNone) != (p.Body.Text == "") {
		t.Fatalf("%s: wrap %d, body %q", p.Name, p.Wrap, shorten(p.Body.Text))
	}
	nothing := func(s string) bool { // what stands for no byte: white space, tags for the marks of Markdown
		if p.Wrap == hearsay.WrapMarkdown {
			s = tags.ReplaceAllString(s, "")
		}
		return strings.TrimSpace(s) == ""
	}
	s := &p.Stated
	for _, f := range []hearsay.Field{p.Body, s.Title, s.Standfirst, s.Author, s.Published, s.Outlet} {
		at := int32(0)
		for _, piece := range f.Pieces {
			if piece.Clean.Start < at || piece.Clean.Len() == 0 || int(piece.Clean.End) > len(f.Text) {
				t.Fatalf("%s: piece %v of %q after %d", p.Name, piece, shorten(f.Text), at)
			}
			if !nothing(f.Text[at:piece.Clean.Start]) {
				t.Fatalf("%s: %q stands for nothing", p.Name, f.Text[at:piece.Clean.Start])
			}
			at = piece.Clean.End
			if piece.Raw.Start < 0 || piece.Raw.Start >= piece.Raw.End || int(piece.Raw.End) > len(p.Bytes) {
				t.Fatalf("%s: piece %v outside %d bytes", p.Name, piece, len(p.Bytes))
			}
			if raw := string(p.Bytes[piece.Raw.Start:piece.Raw.End]); exact(piece) && raw != piece.Clean.Of(f.Text) {
				t.Fatalf("%s: %q is %q in the record", p.Name, piece.Clean.Of(f.Text), raw)
			}
		}
		if f.Pieces != nil && !nothing(f.Text[at:]) {
			t.Fatalf("%s: %q stands for nothing", p.Name, shorten(f.Text[at:]))
		}
	}
}

func TestTruncatedGzip(t *testing.T) {
	whole := packed(t, "gzip", "", []byte(strings.Repeat("The council met.\n", 100)))
	for _, n := range []int{2, 9, 15, len(whole) - 3} {
		if out := show(t, Read("a.gz", bytes.NewReader(whole[:n]), Options{})); !strings.HasPrefix(out, "error: ") || !strings.Contains(out, "gzip") {
			t.Errorf("%d bytes: %s", n, out)
		}
	}
}

// TestHostile: whatever a file is called, what is in it is named in one line with
// a remedy, or read.
func TestHostile(t *testing.T) {
	noise := make([]byte, 50_000)
	rand.New(rand.NewSource(1)).Read(noise)
	contents := map[string][]byte{
		"empty": nil, "blank": []byte(" \n\n"), "noise": noise, "nul": make([]byte, 1000),
		"broken UTF-8": bytes.Repeat([]byte("The mayor said \xff\xfe no.\n"), 20), "picture": []byte("\x89PNG\r\n\x1a\n\x00\x00"),
		"line": bytes.Repeat([]byte("The mayor said no. "), 10<<20/19), "gzip of nothing": packed(t, "gzip", "", nil),
		"cut gzip": packed(t, "gzip", "", noise)[:1000], "cut zstd": packed(t, "zstd", "", noise)[:1000], "cut zip": packed(t, "zip", "a.txt", noise)[:1000],
		"braces": bytes.Repeat([]byte("{"), 100_000), "brackets": bytes.Repeat([]byte("[{\"a\":"), 100_000), "tags": bytes.Repeat([]byte("<item>"), 100_000),
		"quotes": bytes.Repeat([]byte("\""), 100_001), "entities": bytes.Repeat([]byte("&#"), 100_000), "records": bytes.Repeat([]byte("WARC/1.0\r\n"), 100_000),
	}
	for _, ext := range append(extensions, "", ".gz", ".zst") {
		for what, data := range contents {
			n := 0
			for p, err := range Read("a"+ext, bytes.NewReader(data), Options{}) {
				if n++; err == nil {
					checkPage(t, p)
				} else if text := err.Error(); !strings.ContainsAny(text, ";:") || strings.Contains(text, "\n") || len(text) > 400 {
					t.Errorf("%s as %s: %v", what, ext, err)
				}
			}
			if n == 0 {
				t.Errorf("%s as %s: neither a page nor a reason", what, ext)
			}
		}
	}
}

// TestDamagedMember: of an archive packed record by record, a damaged record
// costs no other.
func TestDamagedMember(t *testing.T) {
	member := func(n int) []byte {
		body := strings.Repeat(fmt.Sprintf("The mayor said no %d times.\n", n), 200)
		return packed(t, "gzip", "", fmt.Appendf(nil, "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(body), body))
	}
	damaged := member(2)
	for i := len(damaged) / 2; i < len(damaged)-8; i++ {
		damaged[i] = 0xff
	}
	whole := slices.Concat(member(1), damaged, member(3), member(4)[:60])
	out := show(t, Read("a.warc.gz", bytes.NewReader(whole), Options{}))
	for _, want := range []string{"a.warc.gz#1: text", "error: a.warc.gz#2: is packed wrongly", "a.warc.gz#3: text", "error: a.warc.gz#4: "} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestTooLarge(t *testing.T) {
	if out := show(t, Read("a.txt", bytes.NewReader(make([]byte, MaxBytes+1)), Options{})); !strings.Contains(out, "larger than 64 MB") {
		t.Error(out)
	}
}

// endless gives the same bytes for ever.
type endless struct {
	block []byte
	at    int
}

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.block[e.at:])
	e.at = (e.at + n) % len(e.block)
	return n, nil
}

// TestEndless: an input without an end is read page by page, and left when
// nobody wants more.
func TestEndless(t *testing.T) {
	for name, block := range map[string]string{
		"a.jsonl": "{\"text\": \"The council met.\"}\n",
		"a.json":  "{\"text\":\n\"The council met.\"},\n",
		"a.csv":   "text,title\nThe council met.,A title\n",
		"a.rss":   "<rss><item><title>A</title><description>The council met.</description></item>",
		"a.warc":  "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 17\r\n\r\nThe council met.\n\r\n\r\n",
	} {
		n := 0
		for p, err := range Read(name, &endless{block: []byte(block)}, Options{}) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			checkPage(t, p)
			if n++; n == 5000 {
				break
			}
		}
		if n != 5000 {
			t.Errorf("%s: %d pages", name, n)
		}
	}
}

func fuzz(f *testing.F, names []string, seeds ...string) {
	for i, s := range seeds {
		f.Add(names[i%len(names)], []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		n := 0
		for p, err := range Read(name, bytes.NewReader(data), Options{}) {
			n++
			if err != nil {
				var fault *Fault
				if fault, _ = err.(*Fault); fault == nil || fault.Name == "" && name != "" {
					t.Fatalf("error %v names nothing", err)
				}
				continue
			}
			checkPage(t, p)
		}
		if n == 0 {
			t.Fatal("neither a page nor a reason")
		}
	})
}

func FuzzPages(f *testing.F) {
	fuzz(f, []string{"a.txt", "a.html", "a.gz"}, "The council met.\n", "<p>The council met.", string(packed(f, "gzip", "", []byte("The council met.\n"))))
}

func FuzzJSON(f *testing.F) {
	fuzz(f, []string{"a.jsonl", "a.json"}, `{"text":"The \"council\" met é 😀.","title":"A &amp; b"}`+"\n{\"text\":1}\n",
		`[{"articleBody":"x","author":[{"name":"Jo"}]},{"a":null}]`, "{\"a\": \"b\n{\"text\":\"c\"}\n", `{"items":[{"content_html":"<p>x</p>","url":"https://a.example/1"}]}`)
}

func FuzzTable(f *testing.F) {
	fuzz(f, []string{"a.csv"}, "title,text\n\"A \"\"b\"\"\",c\n", "title;text\n\"A\nb\";c\n\"open\n", "text\n\n")
}

func FuzzItems(f *testing.F) {
	fuzz(f, []string{"a.xml"}, "<rss><item><title>A &amp;amp; b</title><description><![CDATA[<p>x</p>]]></description></item></rss>",
		`<feed><entry><title>A</title><link href="https://a.example/1"/><content type="xhtml"><p>x</p></content></entry></feed>`,
		`<?xml version="1.0" encoding="iso-8859-1"?><rss><item><description>caf`+"\xe9</description></item>", `<opml><outline xmlUrl="https://a.example/rss"/></opml>`)
}

func FuzzWARC(f *testing.F) {
	fuzz(f, []string{"a.warc"}, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 77\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>xx\r\n0\r\n\r\n\r\n\r\n",
		"WARC/1.0\r\nContent-Length: 999\r\n\r\nx\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nx")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, []string{"a.md"}, "---\ntitle: A\n---\n# B\n> *c* [d](e) ![f](g) <http://h> \\*\n\n- i\n  j\n", "A\n===\nb [c][d]\n```\ne\n")
}

func FuzzZip(f *testing.F) {
	fuzz(f, []string{"a.zip"}, string(packed(f, "zip", "a.txt", []byte("The council met."))), string(packed(f, "zip", "a.jsonl", []byte(`{"text":"x"}`))))
}
