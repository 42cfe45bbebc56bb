package stance_test

import (
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/attribution"
	"hearsay/internal/txtcase"
	"hearsay/lang/en"
	"hearsay/mentions"
	"hearsay/nlp"
	"hearsay/stance"
)

func read(text string) *stance.Text {
	a := &hearsay.Article{Text: text, Language: "en"}
	start := 0
	for _, block := range strings.Split(text, "\n") {
		if block != "" {
			a.Blocks = append(a.Blocks, hearsay.Block{Span: hearsay.Span{Start: int32(start), End: int32(start + len(block))}})
		}
		start += len(block) + 1
	}
	r := &hearsay.Reading{Article: a}
	analysis := nlp.Analyse(text, a.Blocks)
	r.Tokens, r.Sentences, r.Quotations = analysis.Tokens, analysis.Sentences, analysis.Quotations
	r.Mentions, r.Entities = mentions.Find(r)
	r.Statements = attribution.Find(r)
	return stance.Prepare(r)
}

// A case is a headline, an empty line and the account.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		headline, body, _ := strings.Cut(strings.TrimSpace(c.In), "\n\n")
		set := &stance.Set{Headlines: []*stance.Text{read(headline)}, Bodies: []*stance.Text{read(body)}, Pairs: []stance.Pair{{}}}
		return stance.Decide(set)[0].String() + "\n"
	})
}

// The order of the pairs does not matter, and an empty text is no failure.
func TestOrder(t *testing.T) {
	var set stance.Set
	for _, in := range append(txtcase.Inputs(t, "testdata/*.txtar"), "\n\n", "?\n\n...") {
		headline, body, _ := strings.Cut(in, "\n\n")
		set.Headlines, set.Bodies = append(set.Headlines, read(headline)), append(set.Bodies, read(body))
	}
	for h := range set.Headlines {
		for b := range set.Bodies {
			set.Pairs = append(set.Pairs, stance.Pair{Headline: h, Body: b})
		}
	}
	found := stance.Decide(&set)
	turned := set
	turned.Pairs = slices.Clone(set.Pairs)
	slices.Reverse(turned.Pairs)
	again := stance.Decide(&turned)
	slices.Reverse(again)
	if !slices.Equal(found, again) {
		t.Error("another order of the pairs gives other stances")
	}
}

func TestModelFile(t *testing.T) {
	m, err := stance.Read(en.Stance)
	if err != nil {
		t.Fatal(err)
	}
	if string(m.Bytes()) != en.Stance {
		t.Error("the model is not written as it was read")
	}
	if _, err := stance.Read(en.Stance[:len(en.Stance)-1]); err == nil {
		t.Error("a model that is cut short is read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("")
	f.Add(en.Stance[:64])
	f.Fuzz(func(t *testing.T, file string) {
		if m, err := stance.Read(file); err == nil {
			m.Bytes()
		}
	})
}
