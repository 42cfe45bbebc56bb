package feed

import (
	"bytes"
	"strings"
)

// sniffed is how much of an input decides what kind it is.
const sniffed = 8 << 10

// kind is what an input is, once unpacked.
type kind uint8

const (
	kindPage kind = iota
	kindWARC
	kindJSON
	kindTable
	kindFeed
	kindOutline
)

// kindOf tells the kind of an input by its first bytes; name, in lower case, and
// media type decide where the bytes may be several.
func kindOf(name, media string, head []byte) kind {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	named := func(all ...string) bool {
		for _, ext := range all {
			if strings.HasSuffix(name, ext) {
				return true
			}
		}
		return false
	}
	switch {
	case bytes.HasPrefix(text, []byte("WARC/")) || named(".warc") && binary(head) == "":
		return kindWARC
	case len(text) == 0 || binary(head) != "":
		return kindPage
	case named(".csv", ".tsv") || strings.HasPrefix(media, "text/csv") || strings.HasPrefix(media, "text/tab-separated"):
		return kindTable
	case named(".json", ".jsonl", ".ndjson") && text[0] != '<' || opensJSON(text):
		return kindJSON
	}
	switch rootElement(text) {
	case "rss", "feed", "rdf:rdf":
		return kindFeed
	case "opml":
		return kindOutline
	}
	return kindPage
}

// opensJSON reports whether text begins with an object or a list of objects, as
// no account does.
func opensJSON(text []byte) bool {
	next := func() byte {
		text = bytes.TrimLeft(text[1:], " \t\r\n")
		if len(text) == 0 {
			return 0
		}
		return text[0]
	}
	if text[0] == '[' && next() != '{' {
		return false
	}
	return text[0] == '{' && next() == '"'
}

// rootElement is the name of the first element of an XML document, in lower case.
func rootElement(text []byte) string {
	for len(text) > 0 && text[0] == '<' {
		end := ">"
		switch {
		case bytes.HasPrefix(text, []byte("<!--")):
			end = "-->"
		case len(text) > 1 && (text[1] == '?' || text[1] == '!'):
		default:
			name := text[1:]
			if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
				name = name[:i]
			}
			return strings.ToLower(string(name))
		}
		i := bytes.Index(text, []byte(end))
		if i < 0 {
			return ""
		}
		text = bytes.TrimLeft(text[i+len(end):], " \t\r\n")
	}
	return ""
}

// magic are the first bytes of formats that people take for pages.
var magic = []struct{ prefix, kind string }{
	{"%PDF-", "a PDF document"},
	{"\x89PNG", "an image"},
	{"\xff\xd8\xff", "an image"},
	{"GIF8", "an image"},
	{"RIFF", "a sound, video or image file"},
	{"Rar!", "a rar archive"},
	{"7z\xbc\xaf", "a 7z archive"},
	{"\xfd7zXZ", "an xz file"},
	{"{\\rtf", "an RTF document"},
	{"\xd0\xcf\x11\xe0", "an office document"},
	{"\x7fELF", "a program"},
	{"ID3", "a sound file"},
	{"SQLite format 3", "a database"},
}

// binary names the kind of an input that is neither text nor HTML; empty when
// it may be one. UTF-16 counts as text.
func binary(data []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.kind
		}
	}
	head := data[:min(len(data), sniffed)]
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		return ""
	}
	controls := 0
	for _, c := range head {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b || c == 0x7f {
			controls++
		}
	}
	if bytes.IndexByte(head, 0) >= 0 || controls*50 > len(head) {
		return "binary"
	}
	return ""
}

// isHTML tells HTML from text by the first tags; a file's name decides only
// where there is markup at all.
func isHTML(name string, data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), sniffed)], []byte("\ufeff")), " \t\r\n\f")
	if len(head) > 1 && (head[0] == 0xff && head[1] == 0xfe || head[0] == 0xfe && head[1] == 0xff) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	lower := strings.ToLower(string(head))
	for _, first := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<script", "<style", "<link", "<noscript", "<main", "<section", "<header", "<h1", "<p>", "<p ", "<table", "<!--", "<?xml", "<!doctype"} {
		if strings.HasPrefix(lower, first) {
			return true
		}
	}
	if strings.Contains(lower, "<html") || strings.Contains(lower, "<body") {
		return true
	}
	named := strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".htm") || strings.HasSuffix(name, ".xhtml")
	return named && strings.Contains(lower, "</") || named && strings.Contains(lower, "<p")
}
