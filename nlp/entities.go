package nlp

import (
	"io"
	"regexp"
	"strings"

	"hearsay"
)

// Marked is a mention that a treebank annotates in its MISC column ("Entity="),
// as GUM does.
type Marked struct {
	hearsay.Span
	Entity, Kind string // the number of what it refers to in its document; "person", "place", ...
	First, Last  int32  // its tokens, both included
	Head         int32  // the token on which all others hang
}

// Marks reads the annotated mentions of a treebank, in the order in which they
// end.
func (b *Treebank) Marks() []Marked {
	var open, out []Marked
	for k, row := range b.rows {
		misc := b.lines[row][strings.LastIndexByte(b.lines[row], '\t')+1:]
		_, list, ok := strings.Cut(misc, "Entity=")
		if !ok {
			continue
		}
		list, _, _ = strings.Cut(list, "|")
		for list != "" {
			if list[0] != '(' {
				id, after, closed := strings.Cut(list, ")")
				if !closed {
					break
				}
				open, out = b.shut(open, out, id, int32(k))
				list = after
				continue
			}
			m := opening.FindStringSubmatch(list)
			if m == nil {
				break
			}
			open = append(open, Marked{Span: b.Gold.Tokens[k].Span, Entity: m[1], Kind: m[2], First: int32(k)})
			if list = list[len(m[0]):]; strings.HasPrefix(list, ")") {
				open, out = b.shut(open, out, m[1], int32(k))
				list = list[1:]
			}
		}
	}
	return out
}

var opening = regexp.MustCompile(`^\(([0-9]+)-([a-z]+)[^()]*`)

// shut ends the innermost open mention of an entity with token k.
func (b *Treebank) shut(open, out []Marked, entity string, k int32) ([]Marked, []Marked) {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].Entity == entity {
			x := open[i]
			x.Last, x.End, x.Head = k, b.Gold.Tokens[k].End, x.First
			for x.Head < k && b.Gold.Tokens[x.Head].Head >= x.First && b.Gold.Tokens[x.Head].Head <= k {
				x.Head++
			}
			return append(open[:i], open[i+1:]...), append(out, x)
		}
	}
	return open, out
}

// ReadDocuments reads a treebank as one for each of its documents.
func ReadDocuments(r io.Reader) ([]*Treebank, error) {
	file, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var out []*Treebank
	for text := string(file); text != ""; {
		end := len(text)
		if k := strings.Index(text[1:], "\n# newdoc"); k >= 0 {
			end = k + 2
		}
		b, err := ReadCoNLLU(strings.NewReader(text[:end]))
		if err != nil {
			return nil, err
		}
		if len(b.Gold.Tokens) > 0 {
			out = append(out, b)
		}
		text = text[end:]
	}
	return out, nil
}

// Reading is the treebank as the text of an article, with the tags and trees of
// a.
func (b *Treebank) Reading(a Analysis) *hearsay.Reading {
	return &hearsay.Reading{Article: &hearsay.Article{Text: b.Text, Blocks: b.Blocks}, Model: Model(),
		Tokens: a.Tokens, Sentences: a.Sentences, Quotations: b.reader(english()).quotations}
}

// Name is what the treebank's first document is called.
func (b *Treebank) Name() string {
	for _, line := range b.lines {
		if id, ok := strings.CutPrefix(line, "# newdoc id = "); ok {
			return id
		}
	}
	return ""
}
