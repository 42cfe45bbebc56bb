// Command cells prints a sample of the cells of dossiers, each beside the text
// that it rests on, to be judged by eye. docs/method.md has the table of errors
// that such readings gave.
//
//	hearsay read FOLDER --format json -o story.json
//	go run ./bench/cells story.json
//
// The sample is of statements, by a hash of their place: the same statements are
// drawn again after the program has changed, and their cells can be compared.
package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"

	"hearsay/schema"
)

func main() {
	n := flag.Int("n", 12, "statements a story; contradictions are all shown")
	flag.Parse()
	for _, name := range flag.Args() {
		if err := show(name, *n); err != nil {
			fmt.Fprintf(os.Stderr, "cells: %v\n", err)
			os.Exit(1)
		}
	}
}

func show(name string, n int) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var d schema.Dossier
	if err := json.Unmarshal(data, &d); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s := sheet{schema.NewLookup(&d), map[string][]*schema.Claim{}}
	for i := range d.Claims {
		for _, p := range d.Claims[i].Positions {
			s.claims[p.Statement] = append(s.claims[p.Statement], &d.Claims[i])
		}
	}
	fmt.Printf("== %s: %d accounts, %d statements, %d claims\n", name, len(d.Articles), len(d.Statements), len(d.Claims))
	for k, st := range s.sample(n) {
		s.statement(k+1, st)
	}
	for k, x := range d.Contradictions {
		s.contradiction(k+1, x)
	}
	return nil
}

type sheet struct {
	*schema.Lookup
	claims map[string][]*schema.Claim // by statement
}

// sample draws statements that bear on a claim, half of them on one that several
// texts tell, in order of the text.
func (s sheet) sample(n int) []*schema.Statement {
	type drawn struct {
		*schema.Statement
		hash   uint64
		shared bool
	}
	var all []drawn
	for i := range s.Statements {
		st := &s.Statements[i]
		if len(s.claims[st.ID]) == 0 {
			continue
		}
		h := fnv.New64a()
		fmt.Fprint(h, s.Article(st.Article).Input[strings.LastIndex(s.Article(st.Article).Input, "/")+1:], anchor(st).Raw)
		shared := slices.ContainsFunc(s.claims[st.ID], func(c *schema.Claim) bool { return s.TextsOf(c) > 1 })
		all = append(all, drawn{st, h.Sum64(), shared})
	}
	slices.SortStableFunc(all, func(a, b drawn) int { return cmp.Compare(a.hash, b.hash) })
	left := [2]int{n - n/2, n / 2}
	var out []*schema.Statement
	for _, x := range all {
		k := 0
		if x.shared {
			k = 1
		}
		if left[k] > 0 {
			left[k]--
			out = append(out, x.Statement)
		}
	}
	slices.SortStableFunc(out, func(a, b *schema.Statement) int {
		return cmp.Or(s.Number(a.Article)-s.Number(b.Article), cmp.Compare(anchor(a).Raw[0], anchor(b).Raw[0]))
	})
	return out
}

func anchor(st *schema.Statement) schema.Span {
	for _, spans := range [...][]schema.Span{st.Content, st.Cue, st.Source.Spans} {
		if len(spans) > 0 {
			return spans[0]
		}
	}
	return schema.Span{}
}

// statement prints a statement in its context, and its claims with some of the
// others that take a position on them.
func (s sheet) statement(k int, st *schema.Statement) {
	fmt.Printf("\n%d. %s %s/%s by %s | %s\n", k, s.label(st.Article), st.Form, st.Act, strings.Join(s.Voices(st), " ‹ "), s.context(st))
	for _, c := range s.claims[st.ID] {
		fmt.Printf("   CLAIM %q %d texts, %s origins\n", c.Wording.Text, s.TextsOf(c), c.Origins.Between())
		for _, o := range c.Origins.Items {
			name := "-"
			if o.Entity != nil {
				name = s.Name(*o.Entity)
			}
			fmt.Printf("     origin %s %d: %s\n", name, len(o.Articles), o.Reason)
		}
		for i, p := range s.others(c, st) {
			if i == 5 {
				fmt.Printf("     ... of %d\n", len(c.Positions))
				break
			}
			o := s.Statement(p.Statement)
			mark := " "
			if o == st {
				mark = "*"
			}
			fmt.Printf("    %s%s %s, %s: %q\n", mark, p.Stance, s.label(o.Article), strings.Join(s.Voices(o), " ‹ "), schema.Joined(o.Content))
		}
	}
}

// others are the positions on a claim, the one of a statement first.
func (s sheet) others(c *schema.Claim, st *schema.Statement) []schema.Position {
	out := slices.Clone(c.Positions)
	slices.SortStableFunc(out, func(a, b schema.Position) int {
		of := func(p schema.Position) int {
			if p.Statement == st.ID {
				return 0
			}
			return 1
		}
		return of(a) - of(b)
	})
	return out
}

func (s sheet) label(article string) string { return fmt.Sprintf("[%d]", s.Number(article)) }

// context is the line of the article that holds a statement, its content marked.
func (s sheet) context(st *schema.Statement) string {
	text := []rune(s.Article(st.Article).Text)
	at := anchor(st)
	if at.Start == nil {
		return at.Text
	}
	const around = 110
	from, to := max(0, int(*at.Start)-around), min(len(text), int(*at.End)+around)
	return strings.ReplaceAll(string(text[from:*at.Start])+"«"+string(text[*at.Start:*at.End])+"»"+string(text[*at.End:to]), "\n", " / ")
}

func (s sheet) contradiction(k int, x schema.Contradiction) {
	fmt.Printf("\nCONTRADICTION %d (%s) %q\n", k, x.Kind, s.Claim(x.Claim).Wording.Text)
	for i, side := range [][]string{x.A, x.B} {
		for _, id := range side {
			st := s.Statement(id)
			fmt.Printf("   %c %s by %s | %s\n", 'A'+i, s.label(st.Article), strings.Join(s.Voices(st), " ‹ "), s.context(st))
		}
	}
}
