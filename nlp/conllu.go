package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hearsay"
)

// Treebank is a CoNLL-U file: a text with gold tokens, tags and trees. Blocks
// are its paragraphs.
type Treebank struct {
	Text   string
	Blocks []hearsay.Block
	Gold   Analysis // without quotations
	Genres []string // of each sentence: the second part of its document's name, "news" in "GUM_news_iodine"
	lines  []string // the file
	rows   []int32  // the line of each token
}

// ReadCoNLLU reads a treebank. Multiword tokens and empty nodes are kept as
// lines; their words are the tokens. An unknown tag or relation is read as none.
func ReadCoNLLU(r io.Reader) (*Treebank, error) {
	b := &conlluReader{bank: &Treebank{}}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		if err := b.line(in.Text()); err != nil {
			return nil, fmt.Errorf("CoNLL-U line %d: %w", len(b.bank.lines), err)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("CoNLL-U: %w", err)
	}
	b.endSentence()
	b.endBlock()
	b.bank.Text = b.text.String()
	return b.bank, nil
}

type conlluReader struct {
	bank   *Treebank
	text   strings.Builder
	genre  string
	first  int  // token where the sentence begins
	block  int  // byte where the block begins
	joined int  // last word of the multiword token that is open
	space  bool // whether a space follows the multiword token that is open
	gap    bool // whether a space is due before the next word
}

func (b *conlluReader) line(s string) error {
	b.bank.lines = append(b.bank.lines, s)
	switch {
	case s == "":
		b.endSentence()
		return nil
	case strings.HasPrefix(s, "# newdoc"), strings.HasPrefix(s, "# newpar ="), s == "# newpar":
		b.endBlock()
		if _, id, ok := strings.Cut(s, "id = "); ok && strings.HasPrefix(s, "# newdoc") {
			if parts := strings.FieldsFunc(id, func(r rune) bool { return r == '_' || r == '-' }); len(parts) > 1 {
				b.genre = parts[0]
				if parts[0] == "GUM" {
					b.genre = parts[1]
				}
			}
		}
		return nil
	case s[0] == '#':
		return nil
	}
	f := strings.Split(s, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns, not 10", len(f))
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	spaced := !strings.Contains(f[9], "SpaceAfter=No")
	if _, to, ok := strings.Cut(f[0], "-"); ok {
		n, err := strconv.Atoi(to)
		b.joined, b.space = n, spaced
		return err
	}
	return b.word(f, spaced)
}

func (b *conlluReader) word(f []string, spaced bool) error {
	id, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return err
	}
	if b.gap {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(f[1])
	t := hearsay.Token{Span: hearsay.Span{Start: int32(start), End: int32(b.text.Len())}, Head: -1}
	t.Tag, _ = hearsay.ParseTag(f[4])
	t.Dep, _ = hearsay.ParseDep(f[7])
	if head > 0 {
		t.Head = int32(b.first + head - 1)
	}
	b.bank.Gold.Tokens = append(b.bank.Gold.Tokens, t)
	b.bank.rows = append(b.bank.rows, int32(len(b.bank.lines)-1))
	switch {
	case id < b.joined:
		b.gap = false
	case id == b.joined:
		b.gap, b.joined = b.space, 0
	default:
		b.gap = spaced
	}
	return nil
}

func (b *conlluReader) endSentence() {
	g := &b.bank.Gold
	if n := len(g.Tokens); n > b.first {
		g.Sentences = append(g.Sentences, hearsay.Sentence{
			Span:  hearsay.Span{Start: g.Tokens[b.first].Start, End: g.Tokens[n-1].End},
			First: int32(b.first), Last: int32(n), Block: int32(len(b.bank.Blocks)), Parsed: true})
		b.bank.Genres = append(b.bank.Genres, b.genre)
		b.first, b.joined = n, 0
	}
}

func (b *conlluReader) endBlock() {
	b.endSentence()
	if b.text.Len() > b.block {
		b.bank.Blocks = append(b.bank.Blocks, hearsay.Block{Span: hearsay.Span{Start: int32(b.block), End: int32(b.text.Len())}})
		b.text.WriteString("\n\n")
		b.block = b.text.Len()
	}
	b.gap = false
}

// Write prints the treebank with the tags, heads and relations of a, which has
// the same tokens.
func (b *Treebank) Write(w io.Writer, a Analysis) error {
	out := bufio.NewWriter(w)
	token, sentence := 0, 0
	for i, line := range b.lines {
		if token < len(b.rows) && int(b.rows[token]) == i {
			for token >= int(a.Sentences[sentence].Last) {
				sentence++
			}
			f := strings.Split(line, "\t")
			t := a.Tokens[token]
			f[4], f[7], f[6] = t.Tag.String(), t.Dep.String(), "0"
			if t.Head >= 0 {
				f[6] = strconv.Itoa(int(t.Head-a.Sentences[sentence].First) + 1)
			}
			line = strings.Join(f, "\t")
			token++
		}
		out.WriteString(line)
		out.WriteByte('\n')
	}
	return out.Flush()
}

// WriteTokens prints the tokens of a text's sentences that are wanted, without
// tags and trees, as a document of a treebank. Every line of the text is a
// paragraph.
func WriteTokens(w io.Writer, id, text string, wanted func(sentence string, tokens int) bool) error {
	out := bufio.NewWriter(w)
	a, _ := segment(text, paragraphs(text))
	paragraph := int32(-1)
	fmt.Fprintf(out, "# newdoc id = %s\n", id)
	for _, s := range a.Sentences {
		if !wanted(s.Of(text), int(s.Last-s.First)) {
			continue
		}
		if s.Block != paragraph {
			paragraph = s.Block
			fmt.Fprintln(out, "# newpar")
		}
		fmt.Fprintf(out, "# text = %s\n", s.Of(text))
		for i := s.First; i < s.Last; i++ {
			t, rest := a.Tokens[i], "_"
			if int(i)+1 < len(a.Tokens) && a.Tokens[i+1].Start == t.End {
				rest = "SpaceAfter=No"
			}
			fmt.Fprintf(out, "%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", i-s.First+1, t.Of(text), rest)
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}
