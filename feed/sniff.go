package feed

import (
	"bytes"
	"strings"
)

// sniffed is how much of an input decides what kind it is.
const sniffed = 8 << 10

// magic are the first bytes of formats that people take for pages.
var magic = []struct{ prefix, kind string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a zip archive or an office document"},
	{"\x89PNG", "an image"},
	{"\xff\xd8\xff", "an image"},
	{"GIF8", "an image"},
	{"RIFF", "a sound, video or image file"},
	{"Rar!", "a rar archive"},
	{"7z\xbc\xaf", "a 7z archive"},
	{"\x28\xb5\x2f\xfd", "a zstd file"},
	{"\xfd7zXZ", "an xz file"},
	{"BZh", "a bzip2 file"},
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
	for _, first := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<script", "<h1", "<p>", "<p ", "<table", "<!--", "<?xml", "<!doctype"} {
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
