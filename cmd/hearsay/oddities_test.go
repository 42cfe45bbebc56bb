package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// oddities are inputs that must be named, and must not stop the others.
var oddities = map[string]func() []byte{
	"noise": func() []byte {
		noise := make([]byte, 50_000)
		rand.New(rand.NewSource(1)).Read(noise)
		return noise
	},
	"picture": func() []byte { return append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), make([]byte, 4000)...) },
	"latin1": func() []byte {
		return []byte("<html><body><h1>Pier closed</h1><p>The caf\xe9 at the pier is closed, the harbour master said.</p><p>\x93Nobody is in danger,\x94 she said.</p></body></html>")
	},
	"broken-utf8": func() []byte {
		return bytes.Repeat([]byte("The mayor said that the bridge is \xff\xfe safe.\n\n"), 20)
	},
	"line": func() []byte {
		return bytes.Repeat([]byte("The mayor said that the bridge is safe. "), 10<<20/40)
	},
	"nested": func() []byte {
		const depth = 100_000
		return []byte("<html><body>" + strings.Repeat("<div>", depth) + "The mayor said that the bridge is safe." + strings.Repeat("</div>", depth) + "</body></html>")
	},
	"bomb": func() []byte {
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		block := bytes.Repeat([]byte("a "), 1<<19)
		for range 100 {
			w.Write(block)
		}
		w.Close()
		return out.Bytes()
	},
	"zip-bomb": func() []byte {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		for _, name := range []string{"a.txt", "b.html", "c.jsonl", "d.csv", "e.warc"} {
			f, err := w.Create(name)
			if err != nil {
				panic(err)
			}
			for range 100 {
				f.Write(bytes.Repeat([]byte(" \n"), 1<<19))
			}
		}
		w.Close()
		return out.Bytes()
	},
	"zst-bomb": func() []byte {
		var out bytes.Buffer
		w, err := zstd.NewWriter(&out)
		if err != nil {
			panic(err)
		}
		for range 100 {
			w.Write(bytes.Repeat([]byte("a "), 1<<19))
		}
		w.Close()
		return out.Bytes()
	},
	"long-record": func() []byte {
		return []byte("{\"text\": \"The mayor said no.\"}\n{\"text\": \"" + strings.Repeat("no ", 10<<20/3) + "\"}\n{\"text\": \"The council met.\"}\n")
	},
	"huge-record": func() []byte {
		return []byte("{\"text\": \"The mayor said no.\"}\n{\"text\": \"" + strings.Repeat("no ", 20<<20/3) + "\"}\n{\"text\": \"The council met.\"}\n")
	},
	"lies": func() []byte {
		var out bytes.Buffer
		for i := range 3000 {
			fmt.Fprintf(&out, "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\nThe mayor said no.\r\n\r\n", 1<<(i%40))
		}
		return out.Bytes()
	},
	"feed": func() []byte {
		var out bytes.Buffer
		out.WriteString("<rss><channel>")
		for i := range 100_000 {
			fmt.Fprintf(&out, "<item><title>Item %d</title><link>https://post.example/%d</link></item>\n", i, i)
		}
		out.WriteString("<item><title>The last</title><description>The mayor said that the bridge is safe.</description></item></channel></rss>")
		return out.Bytes()
	},
}
