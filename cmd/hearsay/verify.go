package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"hearsay"
	"hearsay/pipeline"
	"hearsay/schema"
)

type verifyCommand struct {
	Dossier string   `arg:"" help:"The dossier as JSON, or - for standard input."`
	Inputs  []string `arg:"" optional:"" name:"input" help:"The inputs, where they are no longer at the places that the dossier names. They are recognised by their content."`
	knowing
}

// Help is the long help of the command.
func (*verifyCommand) Help() string {
	return `Two proofs. First, every span of the dossier is looked up: its code points in the article's text and its bytes in the
input must be the text that it shows, and every id must exist. Then, when this program's language model is the one
that made the dossier, the inputs are read again and every cell must come out the same. What was fetched is looked up
in the cache; no server is asked. Give --map and --cache as they were given to read.`
}

func (c *verifyCommand) Run(s streams) error {
	d, err := loadDossier(c.Dossier, s)
	if err != nil {
		return err
	}
	pages, err := c.pages(d, s)
	if err != nil {
		return err
	}
	inputs := map[string]*hearsay.Page{}
	for _, p := range pages {
		inputs[p.Name] = p
	}
	if err := schema.Prove(d, inputs); err != nil {
		return fmt.Errorf("%s: %w", c.Dossier, err)
	}
	again, err := readAgain(pages)
	switch {
	case err != nil:
		return fmt.Errorf("%s: reading the inputs again: %w", c.Dossier, err)
	case again.Model != d.Model:
		fmt.Fprintf(s.out, "every span holds; not read again, since the model is %s and the dossier's is %s\n", again.Model, d.Model)
		return nil
	}
	if err := schema.Compare(d, again); err != nil {
		return fmt.Errorf("%s: %w", c.Dossier, err)
	}
	fmt.Fprintf(s.out, "every cell holds: %d articles, %d statements, %d claims\n", len(d.Articles), len(d.Statements), len(d.Claims))
	return nil
}

// pages finds the input of each article: among the named ones by content, else
// at the place that the dossier names; what was fetched, in the cache.
func (c *verifyCommand) pages(d *schema.Dossier, s streams) ([]*hearsay.Page, error) {
	in := c.inputs(s)
	names := c.Inputs
	if len(names) == 0 {
		for i := range d.Articles {
			names = append(names, d.Articles[i].Input)
		}
	}
	bySum, byName := map[string]*hearsay.Page{}, map[string]*hearsay.Page{}
	for p, err := range in.pages(names) {
		if err != nil {
			if len(c.Inputs) > 0 {
				in.fail(err)
			}
			continue
		}
		sum := sha256.Sum256(p.Bytes)
		bySum[hex.EncodeToString(sum[:])] = p
		byName[p.Name] = p
	}
	in.end()
	if in.failed {
		return nil, errFailed
	}
	var pages []*hearsay.Page
	for i := range d.Articles {
		a := &d.Articles[i]
		p := bySum[a.SHA256]
		switch {
		case p == nil && len(c.Inputs) > 0:
			return nil, fmt.Errorf("%s: articles[%d].sha256: none of the named inputs has the content of %s", c.Dossier, i, a.Input)
		case p == nil:
			if p = byName[a.Input]; p == nil {
				return nil, fmt.Errorf("%s: articles[%d].input: %s is not at hand; name the inputs after the dossier", c.Dossier, i, a.Input)
			}
		}
		renamed := *p
		renamed.Name = a.Input
		pages = append(pages, &renamed)
	}
	return pages, nil
}

func readAgain(pages []*hearsay.Page) (*schema.Dossier, error) {
	readings, errs := pipeline.ReadAll(pages, func() {})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return schema.Encode(pipeline.Compare(readings)), nil
}

func loadDossier(name string, s streams) (*schema.Dossier, error) {
	var data []byte
	var err error
	if name == "-" {
		data, err = io.ReadAll(s.in)
	} else {
		data, err = os.ReadFile(name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, cause(err))
	}
	d, err := schema.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}
