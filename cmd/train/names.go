package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"hearsay"
	"hearsay/mentions"
	"hearsay/nlp"
	"hearsay/pipeline"
)

// trainNames learns which words are names of what kind:
//
//	go run ./cmd/train -names -o lang/en/names.bin
//
// from GUM's annotation and, where the file is given by -silver, from the names
// that another program found in news texts (names_teacher.py). It must run again
// whenever the language model or the lists of names change.
func trainNames(data, silver, out string, without []string) error {
	var lessons []mentions.Lesson
	if !slices.Contains(without, "gum") {
		banks, err := documents(filepath.Join(data, "syntax", "gum-train.conllu"))
		if err != nil {
			return err
		}
		for _, b := range banks {
			lessons = append(lessons, mentions.Lesson{Reading: b.Reading(b.Parse()), Names: mentions.GoldNames(b), Twice: goldWeight})
		}
	}
	more, err := silverLessons(silver)
	if err != nil {
		return err
	}
	w := mentions.Learn(append(more, lessons...), func(note string) { fmt.Fprintln(os.Stderr, note) })
	return os.WriteFile(out, w.Bytes(), 0o644)
}

// goldWeight is how much a hand-annotated text counts beside one that a program
// annotated.
const goldWeight = 4

func documents(name string) ([]*nlp.Treebank, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return nlp.ReadDocuments(f)
}

// silverLessons reads texts with the names that a teacher found, one JSON object
// a line; offsets are code points.
func silverLessons(name string) ([]mentions.Lesson, error) {
	file, err := os.ReadFile(name)
	if name == "" || errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	kinds := map[string]mentions.NameKind{"OTHER": mentions.NameOther, "PER": mentions.NamePerson, "ORG": mentions.NameOrganisation, "LOC": mentions.NamePlace}
	var lessons []mentions.Lesson
	for line := range bytes.Lines(file) {
		var doc struct {
			Text  string
			Names [][3]any
		}
		if err := json.Unmarshal(line, &doc); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		at := make([]int32, 0, len(doc.Text)+1)
		for i := range doc.Text {
			at = append(at, int32(i))
		}
		at = append(at, int32(len(doc.Text)))
		article := pipeline.Plain("", doc.Text)
		a := nlp.Analyse(article.Text, article.Blocks)
		l := mentions.Lesson{Reading: &hearsay.Reading{Article: article, Tokens: a.Tokens, Sentences: a.Sentences, Quotations: a.Quotations}}
		for _, n := range doc.Names {
			from, to := int(n[0].(float64)), int(n[1].(float64))
			l.Names = append(l.Names, mentions.Name{Span: hearsay.Span{Start: at[from], End: at[to]}, Kind: kinds[n[2].(string)]})
		}
		lessons = append(lessons, l)
	}
	return lessons, nil
}
