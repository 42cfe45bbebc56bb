package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/marked"
	"hearsay/internal/txtcase"
	"hearsay/nlp"
)

// A case shows what the rules find by themselves; what is learnt may choose
// otherwise, and is held to the invariants alone. It is a marked text, one block a line ("# " before a headline, "## "
// before a standfirst), and below it a line for each statement:
//
//	= 2 direct deny within 1 carries 3 hedged
//
// A file of a family holds several cases, with an empty line between them.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		var have []string
		for _, want := range strings.Split(c.Want, "\n\n") {
			lines, _ := split(want)
			text, _, err := marked.Parse(strings.TrimRight(lines, "\n") + "\n")
			if err != nil {
				t.Fatal(err)
			}
			r := read(text)
			r.Statements = Find(r)
			check(t, r)
			r.Statements = FindWith(r, nil)
			check(t, r)
			have = append(have, render(r, text))
		}
		return strings.Join(have, "\n")
	})
}

func split(want string) (text, notes string) {
	if i := strings.Index(want, "\n= "); i >= 0 {
		return want[:i+1], want[i+1:]
	}
	return want, ""
}

// read makes a reading of a text whose lines are blocks.
func read(text string) *hearsay.Reading {
	a := &hearsay.Article{Text: text}
	at := 0
	for line := range strings.Lines(text) {
		block := hearsay.Block{Span: hearsay.Span{Start: int32(at), End: int32(at + len(strings.TrimRight(line, "\n")))}}
		at += len(line)
		switch {
		case strings.HasPrefix(line, "# "):
			block.Start, block.Role = block.Start+2, hearsay.RoleHeadline
		case strings.HasPrefix(line, "## "):
			block.Start, block.Role = block.Start+3, hearsay.RoleStandfirst
		}
		if block.Len() > 0 {
			a.Blocks = append(a.Blocks, block)
		}
	}
	whole := hearsay.Span{End: int32(len(text))}
	a.Page = &hearsay.Page{Bytes: []byte(text)}
	a.Pieces = []hearsay.Piece{{Clean: whole, Raw: hearsay.Raw(whole)}}
	r := &hearsay.Reading{Article: a}
	analysis := nlp.Analyse(text, a.Blocks)
	r.Tokens, r.Sentences, r.Quotations = analysis.Tokens, analysis.Sentences, analysis.Quotations
	return r
}

func render(r *hearsay.Reading, text string) string {
	var marks []marked.Mark
	var notes strings.Builder
	for i, s := range r.Statements {
		for label, spans := range map[string][]hearsay.Span{"source": s.Source.Spans, "cue": s.Cue, "content": s.Content} {
			for _, x := range spans {
				marks = append(marks, marked.Mark{Number: i + 1, Label: label, Start: int(x.Start), End: int(x.End)})
			}
		}
		fmt.Fprintf(&notes, "= %d %s %s", i+1, s.Form, s.Act)
		if s.Within >= 0 {
			fmt.Fprintf(&notes, " within %d", s.Within+1)
		}
		if s.Carried >= 0 {
			fmt.Fprintf(&notes, " carries %d", s.Carried+1)
		}
		if s.Hedged {
			notes.WriteString(" hedged")
		}
		notes.WriteString("\n")
	}
	slices.SortStableFunc(marks, func(a, b marked.Mark) int { return strings.Compare(a.Label, b.Label) })
	return marked.Format(text, marks) + notes.String()
}

// check holds every reading to the invariants of statements.
func check(t *testing.T, r *hearsay.Reading) {
	t.Helper()
	r.Doubts = Doubts(r)
	for i, s := range r.Statements {
		for _, spans := range [][]hearsay.Span{s.Source.Spans, s.Cue, s.Content} {
			for k, x := range spans {
				switch {
				case x.Empty() || x.Start < 0 || int(x.End) > len(r.Article.Text):
					t.Fatalf("statement %d: span %v outside the text", i, x)
				case !utf8.RuneStart(r.Article.Text[x.Start]) || int(x.End) < len(r.Article.Text) && !utf8.RuneStart(r.Article.Text[x.End]):
					t.Errorf("statement %d: span %v cuts a character", i, x)
				case k > 0 && x.Start < spans[k-1].End:
					t.Errorf("statement %d: spans %v are not in order", i, spans)
				case !inBlock(r.Article, x):
					t.Errorf("statement %d: %q crosses a block", i, x.Of(r.Article.Text))
				}
			}
		}
		if n := int32(len(r.Statements)); s.Within >= n || s.Carried >= n || s.Target >= n || s.Within == int32(i) || s.Carried == int32(i) || s.Target == int32(i) {
			t.Errorf("statement %d: refers to %d, %d, %d", i, s.Within, s.Carried, s.Target)
		}
		if len(s.Content) == 0 {
			t.Errorf("statement %d has no content", i)
		}
		if n := len(s.Source.Spans); n > 1 && len(s.Cue) > 0 && s.Source.Spans[0].Start < s.Cue[0].Start && s.Source.Spans[n-1].Start > s.Cue[0].Start {
			t.Errorf("statement %d: its source stands on both sides of %q", i, s.Cue[0].Of(r.Article.Text))
		}
	}
	checkForest(t, r)
}

// checkForest holds Within to a forest, and chains to its depth: a statement and
// all that it is told in give one voice each, and one more where they name the
// outlet that was told; no voice stands next to itself.
func checkForest(t *testing.T, r *hearsay.Reading) {
	t.Helper()
	for i := range r.Statements {
		depth := 0
		for j := int32(i); j >= 0 && depth <= len(r.Statements); j = r.Statements[j].Within {
			depth++
		}
		chain := r.Statements[i].Chain
		switch {
		case depth > len(r.Statements):
			t.Fatalf("statement %d is told within itself", i)
		case len(chain) > 2*depth:
			t.Errorf("statement %d: chain %v at depth %d", i, chain, depth)
		case len(slices.Compact(slices.Clone(chain))) < len(chain):
			t.Errorf("statement %d: a voice follows itself in %v", i, chain)
		}
	}
}

// TestForest tells clauses in one another in every order and looks at nothing
// but the invariants.
func TestForest(t *testing.T) {
	frames := []string{"%s, the harbour master said.", "Ana Ruiz told Ben Cole that %s.", "According to the Daily Post, %s, a clerk said.", "%s, but would not give details, one of the divers said.",
		"“%s,” Cole said, citing Ruiz.", "Divers claim that %s, Ruiz told the Daily Post.", "The club denied a report that %s, adding it was false.", "A clerk, quoting a letter, said %s, officials believe."}
	for _, outer := range frames {
		for _, middle := range frames {
			for _, inner := range frames {
				text := "the ferry was late"
				for _, frame := range []string{inner, middle, outer} {
					text = strings.TrimSuffix(strings.Replace(frame, "%s", text, 1), ".")
				}
				r := read(text + ". " + strings.Replace(middle, "%s", "it sank", 1) + "\n")
				r.Mentions, r.Entities = mentioned(r)
				for _, found := range [][]hearsay.Statement{Find(r), FindWith(r, nil)} {
					r.Statements = found
					check(t, r)
				}
			}
		}
	}
}

// mentioned makes every noun in capitals an entity by its letters.
func mentioned(r *hearsay.Reading) ([]hearsay.Mention, []hearsay.Entity) {
	var mentions []hearsay.Mention
	var entities []hearsay.Entity
	for i, token := range r.Tokens {
		word := token.Of(r.Article.Text)
		if token.Tag != hearsay.TagNNP && token.Tag != hearsay.TagNNPS {
			continue
		}
		e := slices.IndexFunc(entities, func(e hearsay.Entity) bool { return e.Name == word })
		if e < 0 {
			e = len(entities)
			entities = append(entities, hearsay.Entity{Name: word, Kind: hearsay.KindMedia})
		}
		entities[e].Mentions = append(entities[e].Mentions, int32(len(mentions)))
		mentions = append(mentions, hearsay.Mention{Span: token.Span, Head: int32(i), Entity: int32(e)})
	}
	return mentions, entities
}

func inBlock(a *hearsay.Article, s hearsay.Span) bool {
	return slices.ContainsFunc(a.Blocks, func(b hearsay.Block) bool { return b.Contains(s) })
}

func FuzzFind(f *testing.F) {
	f.Add("“We left,” she said. He denied it.\n# Mayor: no")
	f.Add("\"A\" \"B, according to\ncalled on 'x' to said")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		r := read(text)
		r.Statements = Find(r)
		check(t, r)
	})
}
