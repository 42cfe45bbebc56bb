package nlp_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/marked"
	"hearsay/internal/txtcase"
	"hearsay/nlp"
)

// TestCases runs the case files. The first word of a file's name says what its
// want section shows: "sentences", one a line with spaces between tokens and an
// empty line between blocks; "quotations", marked in the text; "trees", a word a
// line with its tag, relation and head; or "lemmas" of words that are given with
// their tags.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		text := strings.TrimRight(c.In, "\n")
		if strings.HasPrefix(c.Name, "lemmas") {
			return showLemmas(text)
		}
		a := nlp.Analyse(text, blocks(text))
		checkSpans(t, text, a)
		if strings.HasPrefix(c.Name, "quotations") {
			return showQuotations(text, a)
		}
		if strings.HasPrefix(c.Name, "trees") {
			return showTrees(text, a)
		}
		return showSentences(text, a)
	})
}

// blocks cuts a text at empty lines. A block that begins with "# " is a headline.
func blocks(text string) []hearsay.Block {
	var out []hearsay.Block
	at := 0
	for _, b := range strings.SplitAfter(text, "\n\n") {
		block := hearsay.Block{Span: hearsay.Span{Start: int32(at), End: int32(at + len(strings.TrimRight(b, "\n")))}}
		if strings.HasPrefix(b, "# ") {
			block.Role = hearsay.RoleHeadline
			block.Start += 2
		}
		if !block.Empty() {
			out = append(out, block)
		}
		at += len(b)
	}
	return out
}

func showLemmas(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		for i, f := range strings.Fields(line) {
			if i > 0 {
				out.WriteByte(' ')
			}
			word, name, _ := strings.Cut(f, "/")
			tag, _ := hearsay.ParseTag(name)
			out.WriteString(nlp.Lemma(word, tag))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func showSentences(text string, a nlp.Analysis) string {
	var out strings.Builder
	for i, s := range a.Sentences {
		if i > 0 && s.Block != a.Sentences[i-1].Block {
			out.WriteByte('\n')
		}
		for j, token := range a.Tokens[s.First:s.Last] {
			if j > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(token.Of(text))
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func showTrees(text string, a nlp.Analysis) string {
	var out strings.Builder
	for _, k := range a.Tokens {
		head := "-"
		if k.Head >= 0 {
			head = a.Tokens[k.Head].Of(text)
		}
		fmt.Fprintf(&out, "%s %v %v %s\n", k.Of(text), k.Tag, k.Dep, head)
	}
	return out.String()
}

// showQuotations marks each quotation with its number, labelled "quote" and,
// behind hyphens, what is special about it.
func showQuotations(text string, a nlp.Analysis) string {
	var marks []marked.Mark
	for i, q := range a.Quotations {
		label := "quote"
		for _, f := range []struct {
			is   bool
			name string
		}{{q.Depth > 0, fmt.Sprint("-in", q.Depth)}, {!q.Opened, "-unopened"}, {!q.Closed, "-unclosed"}, {q.Continues, "-continues"}} {
			if f.is {
				label += f.name
			}
		}
		marks = append(marks, marked.Mark{Number: i + 1, Label: label, Start: int(q.Start), End: int(q.End)})
	}
	return marked.Format(text, marks)
}

// checkSpans holds an analysis against what must be true of every text.
func checkSpans(t *testing.T, text string, a nlp.Analysis) {
	t.Helper()
	inside := func(what string, s hearsay.Span) {
		if s.Start < 0 || s.End > int32(len(text)) || s.Empty() {
			t.Fatalf("%s %v outside its text or empty", what, s)
		}
		if !utf8.RuneStart(text[s.Start]) || int(s.End) < len(text) && !utf8.RuneStart(text[s.End]) {
			t.Fatalf("%s %v cuts a character", what, s)
		}
	}
	last := int32(0)
	for _, k := range a.Tokens {
		inside("token", k.Span)
		if k.Start < last {
			t.Fatalf("token %v begins inside the one before", k)
		}
		if strings.TrimFunc(text[last:k.Start], blank) != "" {
			t.Fatalf("%q is in no token", text[last:k.Start])
		}
		last = k.End
	}
	next := int32(0)
	for _, s := range a.Sentences {
		inside("sentence", s.Span)
		if s.First != next || s.Last <= s.First {
			t.Fatalf("sentence %v does not follow the one before", s)
		}
		next = s.Last
	}
	if int(next) != len(a.Tokens) {
		t.Fatalf("%d tokens in sentences, %d in all", next, len(a.Tokens))
	}
	for _, q := range a.Quotations {
		inside("quotation", q.Span)
		inside("quotation with marks", q.Outer)
		if !q.Outer.Contains(q.Span) {
			t.Fatalf("quotation %v outside its marks", q)
		}
	}
}

// blank also takes in the mark that makes a block a headline in a case.
func blank(r rune) bool {
	return r <= ' ' || r == 0x7f || r == '#' || unicode.IsSpace(r) || strings.ContainsRune("\u200b\u200e\u200f\u2060\ufeff", r)
}

func FuzzAnalyse(f *testing.F) {
	for _, s := range []string{"“It's over,” he said.", "''A'' \"b 'c\" d' ``e", "U.S. No. 5 a.m. 5-10 555-0134 x@y.com", "«a „b“ »", "\xff\xe2\x80'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		checkSpans(t, s, nlp.Analyse(s, blocks(s)))
	})
}
