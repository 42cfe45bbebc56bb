package main

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hearsay"
	"hearsay/extract"
)

type evalExtract struct {
	Predict bool   `help:"Print the article of each page, one JSON a line, instead of scores."`
	Folder  string `arg:"" help:"Folder of ID.html or ID.html.gz, with truth.json to be scored against."`
}

func (c *evalExtract) Run(s streams) error {
	if c.Predict {
		return c.predict(s)
	}
	truth, err := os.ReadFile(filepath.Join(c.Folder, "truth.json"))
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Join(c.Folder, "truth.json"), cause(err))
	}
	scores, err := extract.Score(truth, func(id string) ([]byte, error) { return pageBytes(c.Folder, id) })
	if err != nil {
		return fmt.Errorf("%s: %w", c.Folder, err)
	}
	fmt.Fprintln(s.out, scores)
	return nil
}

// extracted is one line of predictions.
type extracted struct {
	ID        string  `json:"id"`
	Body      string  `json:"articleBody"`
	Headline  *string `json:"headline"`
	Published *string `json:"published"`
}

func (c *evalExtract) predict(s streams) error {
	files, err := os.ReadDir(c.Folder)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Folder, cause(err))
	}
	var ids []string
	for _, f := range files {
		if id, ok := strings.CutSuffix(strings.TrimSuffix(f.Name(), ".gz"), ".html"); ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	enc := json.NewEncoder(s.out)
	enc.SetEscapeHTML(false)
	for _, id := range slices.Compact(ids) {
		data, err := pageBytes(c.Folder, id)
		if err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		if err := enc.Encode(extractOne(id, data, s)); err != nil {
			return err
		}
	}
	return nil
}

func extractOne(id string, data []byte, s streams) extracted {
	out := extracted{ID: id}
	a, _, err := extract.Clean(&hearsay.Page{Name: id, Media: hearsay.MediaHTML, Bytes: data})
	if err != nil {
		fmt.Fprintf(s.err, "hearsay: %s: %v\n", id, err)
		return out
	}
	out.Body = extract.Body(a)
	if !a.Headline.Empty() {
		headline := a.Headline.Of(a.Text)
		out.Headline = &headline
	}
	if a.Published != nil && !a.Published.Guessed {
		out.Published = &a.Published.Value
	}
	return out
}

// pageBytes reads ID.html, or ID.html.gz where there is no such file.
func pageBytes(folder, id string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(folder, id+".html"))
	if !errors.Is(err, fs.ErrNotExist) {
		return data, err
	}
	file, err := os.Open(filepath.Join(folder, id+".html.gz"))
	if err != nil {
		return nil, cause(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

type evalLines struct {
	Predict bool   `help:"Print which lines are kept, one JSON a page, instead of scores."`
	File    string `arg:"" help:"JSONL {page,lines:[{text,keep}]}; keep is the truth, which --predict does not need."`
}

func (c *evalLines) Run(s streams) error {
	var scores extract.LineScores
	err := eachLine(c.File, func(line []byte, w *json.Encoder) error {
		var page struct {
			Page  string
			Lines []struct {
				Text string
				Keep bool
			}
		}
		if err := json.Unmarshal(line, &page); err != nil {
			return err
		}
		texts := make([]string, len(page.Lines))
		for i, l := range page.Lines {
			texts[i] = l.Text
		}
		keep := extract.Keep(texts)
		if !c.Predict {
			for i, l := range page.Lines {
				scores.Add(l.Keep, keep[i])
			}
			return nil
		}
		return w.Encode(struct {
			Page string `json:"page"`
			Keep []bool `json:"keep"`
		}{page.Page, keep})
	}, s)
	if err == nil && !c.Predict {
		fmt.Fprintln(s.out, &scores)
	}
	return err
}
