package web

import (
	"slices"
	"strconv"
	"strings"

	"hearsay/schema"
)

// block is a headline, standfirst or paragraph: code points [Start,End).
type block struct {
	Start, End int
	Role       string // "headline", "standfirst", "¶"
	Number     int    // of the paragraph, from 1
}

func (b *block) name() string {
	if b.Number > 0 {
		return "¶ " + strconv.Itoa(b.Number)
	}
	return b.Role
}

// findBlocks divides the whole text: what no span of the dossier covers is a
// paragraph as well, so that no character of the text can be hidden.
func (a *account) findBlocks() []block {
	var known []block
	add := func(s *schema.Span, role string) {
		if s != nil && s.Start != nil && s.End != nil && *s.Start >= 0 && *s.End <= len(a.runes) && *s.Start < *s.End {
			known = append(known, block{Start: *s.Start, End: *s.End, Role: role})
		}
	}
	add(a.Headline, "headline")
	add(a.Standfirst, "standfirst")
	for i := range a.Paragraphs {
		add(&a.Paragraphs[i], "¶")
	}
	slices.SortStableFunc(known, func(p, q block) int { return p.Start - q.Start })
	var out []block
	end := 0
	for _, b := range known {
		if b.Start < end {
			continue
		}
		out = append(a.between(out, end, b.Start), b)
		end = b.End
	}
	out = a.between(out, end, len(a.runes))
	n := 0
	for i := range out {
		if out[i].Role == "¶" {
			n++
			out[i].Number = n
		}
	}
	return out
}

// between adds what lies between two blocks, divided at blank lines.
func (a *account) between(out []block, from, to int) []block {
	for from < to {
		cut := to
		for i := from; i+1 < to; i++ {
			if a.runes[i] == '\n' && a.runes[i+1] == '\n' {
				cut = i
				break
			}
		}
		if strings.TrimSpace(string(a.runes[from:cut])) != "" {
			out = append(out, block{Start: from, End: cut, Role: "¶"})
		}
		from = cut + 2
	}
	return out
}

// blockAt is the block that holds the code point, or nil.
func (a *account) blockAt(at int) *block {
	i, found := slices.BinarySearchFunc(a.blocks, at, func(b block, at int) int {
		if at < b.Start {
			return 1
		}
		if at >= b.End {
			return -1
		}
		return 0
	})
	if !found {
		return nil
	}
	return &a.blocks[i]
}

func (a *account) blockName(at int) string {
	if b := a.blockAt(at); b != nil {
		return b.name()
	}
	return ""
}
