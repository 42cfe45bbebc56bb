package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
	"hearsay/mentions"
	"hearsay/nlp"
)

// names scores the bare names of GUM's news, interviews and biographies by kind.
func (b *bench) names() error {
	file := filepath.Join(b.shared, "data", "syntax", "gum-dev.conllu")
	sum, err := digest(file)
	if err != nil {
		return err
	}
	have, err := b.run(b.hearsay, "eval", "names", file)
	if err != nil {
		return err
	}
	base, err := capitalised(file)
	if err != nil {
		return err
	}
	b.printf("\nnames: hearsay eval names data/syntax/gum-dev.conllu, data %s; news, interview, bio; exact spans, gold tokens\n", sum)
	b.printf("baseline: capitalised words within a sentence are a name, a person's when there are two or three, else a place's\n\n")
	lines := bufio.NewScanner(bytes.NewReader(have))
	b.printf("%-16s %6s %6s %6s %12s %6s\n", "kind", "P", "R", "F1", "baseline F1", "n")
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		for k := mentions.NamePerson; k <= mentions.NamePlace; k++ {
			if len(f) == 5 && f[0] == k.String() {
				_, _, f1 := base.Of(k)
				b.printf("%-16s %6s %6s %6s %12.3f %6s\n", f[0], f[1], f[2], f[3], f1, f[4])
			}
		}
	}
	return lines.Err()
}

// capitalised scores the trivial method on the same documents.
func capitalised(file string) (*mentions.NameScores, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	banks, err := nlp.ReadDocuments(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var scores mentions.NameScores
	for _, bank := range banks {
		if g := bank.Genres[0]; g != "news" && g != "interview" && g != "bio" {
			continue
		}
		var found []mentions.Name
		for _, s := range bank.Gold.Sentences {
			for k := s.First + 1; k < s.Last; k++ {
				from := k
				for k < s.Last && upper(bank.Gold.Tokens[k].Of(bank.Text)) {
					k++
				}
				if k > from {
					n := mentions.Name{Span: hearsay.Span{Start: bank.Gold.Tokens[from].Start, End: bank.Gold.Tokens[k-1].End}, Kind: mentions.NamePlace}
					if k-from == 2 || k-from == 3 {
						n.Kind = mentions.NamePerson
					}
					found = append(found, n)
				}
			}
		}
		scores.Add(found, mentions.GoldNames(bank))
	}
	return &scores, nil
}

func upper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
