package mentions

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/marked"
	"hearsay/internal/txtcase"
	"hearsay/nlp"
)

// TestCases writes the mentions of each case into its text: the number is the
// entity, 0 for none, the label its kind. Marks in the section "in" are
// statements and ask for the pronouns inside quotations too; sections "a", "b",
// "c" are articles to be merged.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		if _, ok := c.More["a"]; ok {
			return merged(c)
		}
		source := c.In
		if source == "" {
			source = c.Want
		}
		text, marks, err := marked.Parse(strings.TrimSpace(source))
		if err != nil {
			t.Fatal(err)
		}
		r := read(text)
		if c.In != "" {
			r.Statements = statements(r, marks)
			Speakers(r)
		}
		return marked.Format(text, marksOf(r)) + notes(Doubts(r))
	})
}

// notes lists doubts, one a line.
func notes(doubts []hearsay.Doubt) string {
	var out strings.Builder
	for _, d := range doubts {
		fmt.Fprintf(&out, "\n%s: %s", d.Kind, d.Note)
	}
	return out.String()
}

// read finds the mentions of a text whose blocks are parted by blank lines.
func read(text string) *hearsay.Reading {
	r := analysed(text)
	r.Mentions, r.Entities = Find(r)
	return r
}

func analysed(text string) *hearsay.Reading {
	a := &hearsay.Article{Text: text}
	at := 0
	for _, p := range strings.Split(text, "\n\n") {
		a.Blocks = append(a.Blocks, hearsay.Block{Span: hearsay.Span{Start: int32(at), End: int32(at + len(p))}})
		at += len(p) + 2
	}
	a.Page = &hearsay.Page{Bytes: []byte(text)}
	a.Pieces = []hearsay.Piece{{Clean: hearsay.Span{End: int32(len(text))}, Raw: hearsay.Raw{End: int32(len(text))}}}
	x := nlp.Analyse(text, a.Blocks)
	return &hearsay.Reading{Article: a, Tokens: x.Tokens, Sentences: x.Sentences, Quotations: x.Quotations}
}

// statements makes statements of the marks source, cue and content.
func statements(r *hearsay.Reading, marks []marked.Mark) []hearsay.Statement {
	byNumber := map[int]*hearsay.Statement{}
	var order []int
	for _, m := range marks {
		s := byNumber[m.Number]
		if s == nil {
			s = &hearsay.Statement{Form: hearsay.Direct, Source: hearsay.Source{Entity: -1}}
			byNumber[m.Number] = s
			order = append(order, m.Number)
		}
		span := hearsay.Span{Start: int32(m.Start), End: int32(m.End)}
		switch m.Label {
		case "source":
			s.Source.Spans = append(s.Source.Spans, span)
			for _, x := range r.Mentions {
				if x.Span == span {
					s.Source.Entity = x.Entity
				}
			}
		case "cue":
			s.Cue = append(s.Cue, span)
			s.Lemma = map[string]string{"told": "tell", "asked": "ask", "warned": "warn"}[span.Of(r.Article.Text)]
		case "content":
			s.Content = append(s.Content, span)
		}
	}
	var out []hearsay.Statement
	for _, n := range order {
		out = append(out, *byNumber[n])
	}
	return out
}

func marksOf(r *hearsay.Reading) []marked.Mark {
	var out []marked.Mark
	for _, m := range r.Mentions {
		x := marked.Mark{Number: int(m.Entity) + 1, Label: "unresolved", Start: int(m.Start), End: int(m.End)}
		if m.Entity >= 0 {
			x.Label = r.Entities[m.Entity].Kind.String()
		}
		out = append(out, x)
	}
	return out
}

// merged lists the referents that several articles share, and those of more
// than one mention's worth of names in one.
func merged(c txtcase.Case) string {
	var readings []*hearsay.Reading
	for _, name := range []string{"a", "b", "c"} {
		if text, ok := c.More[name]; ok {
			readings = append(readings, read(strings.TrimSpace(text)))
		}
	}
	var out strings.Builder
	for _, ref := range Merge(readings) {
		fmt.Fprintf(&out, "%s %s:", ref.Kind, ref.Name)
		for _, m := range ref.Members {
			r := readings[m.Article]
			first := r.Mentions[r.Entities[m.Index].Mentions[0]]
			fmt.Fprintf(&out, " %c %q", 'a'+m.Article, first.Of(r.Article.Text))
		}
		out.WriteByte('\n')
	}
	return out.String() + notes(MergeDoubts(readings, Merge(readings)))
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"The mayor, Vera Holm, said she would resign. \"I am tired,\" she told Reuters.",
		"three sources familiar with the talks; one of the sources; the source's; U.S.-backed al-Qaeda",
		"Mr. Mr. Mr. President President Smith 's 's , , the the of of",
		"“‘«» \xff\xfe ß İ ﬁ K \u0130stanbul", "IT WHO US It who us\n\nIts", "",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<14 {
			t.Skip()
		}
		r := read(text)
		check(t, r)
		Speakers(r)
		for _, d := range Doubts(r) {
			if d.Evidence.Text != d.Evidence.Span.Of(text) {
				t.Fatalf("doubt %q", d.Evidence.Text)
			}
		}
		MergeDoubts([]*hearsay.Reading{r, r}, Merge([]*hearsay.Reading{r, r}))
	})
}

// check fails where a mention or entity breaks what every reading must keep.
func check(t *testing.T, r *hearsay.Reading) {
	t.Helper()
	text := r.Article.Text
	listed := map[int32]int32{}
	for e := range r.Entities {
		for _, m := range r.Entities[e].Mentions {
			listed[m] = int32(e)
		}
	}
	for i, m := range r.Mentions {
		if m.Empty() || m.Start < 0 || int(m.End) > len(text) || !utf8.RuneStart(text[m.Start]) || int(m.End) < len(text) && !utf8.RuneStart(text[m.End]) {
			t.Fatalf("mention %d: span %v", i, m.Span)
		}
		if !m.Contains(r.Tokens[m.Head].Span) {
			t.Fatalf("mention %d %q: head %q outside", i, m.Of(text), r.Tokens[m.Head].Of(text))
		}
		if i > 0 && m.Start < r.Mentions[i-1].Start {
			t.Fatalf("mention %d out of order", i)
		}
		if e, ok := listed[int32(i)]; ok != (m.Entity >= 0) || ok && e != m.Entity {
			t.Fatalf("mention %d is not listed by its entity alone", i)
		}
	}
	for i, e := range r.Entities {
		if len(e.Mentions) == 0 || e.Name == "" {
			t.Fatalf("entity %d %q has %d mentions", i, e.Name, len(e.Mentions))
		}
	}
}

// TestLongInputs reads inputs that would betray quadratic work.
func TestLongInputs(t *testing.T) {
	for _, s := range []string{"Ann Smith ", "he ", "the official ", "President ", "one of the sources ", "Bank of the ", "US-", "Mr. ", "a source familiar with ", "(NATO) ", "Vera Holm, the mayor, said. ", "A Smith. B Smith. C D Smith. ", "his wife's ", "of "} {
		r := read(strings.Repeat(s, 8_000/len(s)))
		check(t, r)
	}
}
