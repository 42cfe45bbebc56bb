package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"hearsay"
)

// Plain makes an article of a text that is already clean: every line that is
// not blank is a paragraph, nothing is judged and nothing is dropped.
func Plain(name, text string) *hearsay.Article {
	page := &hearsay.Page{Name: name, Bytes: []byte(text)}
	sum := sha256.Sum256(page.Bytes)
	a := &hearsay.Article{Page: page, SHA256: hex.EncodeToString(sum[:]), Language: "en", Text: text}
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:]+"\n", '\n')
		line := text[start:end]
		left := len(line) - len(strings.TrimLeft(line, " \t\r"))
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			from := int32(start + left)
			a.Blocks = append(a.Blocks, hearsay.Block{Span: hearsay.Span{Start: from, End: from + int32(len(trimmed))}})
		}
		start = end + 1
	}
	all := hearsay.Span{Start: 0, End: int32(len(text))}
	a.Pieces = []hearsay.Piece{{Clean: all, Raw: hearsay.Raw{Start: 0, End: all.End}}}
	return a
}
