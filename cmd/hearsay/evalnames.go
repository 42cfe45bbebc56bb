package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"hearsay/mentions"
	"hearsay/nlp"
)

type evalNames struct {
	Genres []string `help:"Score only these genres, the second parts of the documents' names." default:"news,interview,bio"`
	Misses bool     `help:"List what was missed or found wrongly too."`
	File   string   `arg:"" help:"CoNLL-U with gold tokens and Entity= annotation."`
}

func (c *evalNames) Run(s streams) error {
	file, err := os.Open(c.File)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, cause(err))
	}
	defer file.Close()
	banks, err := nlp.ReadDocuments(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	var scores mentions.NameScores
	var links mentions.LinkScores
	for _, b := range banks {
		if !slices.Contains(c.Genres, b.Genres[0]) {
			continue
		}
		r := b.Reading(b.Parse())
		r.Mentions, r.Entities = mentions.Find(r)
		found, gold := mentions.Names(r), mentions.GoldNames(b)
		scores.Add(found, gold)
		links.Add(r, b)
		if c.Misses {
			missed(s, b, found, gold)
		}
	}
	fmt.Fprintf(s.out, "%-5s %6s %6s %6s %6s\n", "kind", "P", "R", "F1", "n")
	for _, k := range []mentions.NameKind{mentions.NamePerson, mentions.NamePlace, mentions.NameOrganisation} {
		p, r, f1 := scores.Of(k)
		fmt.Fprintf(s.out, "%-5s %6.3f %6.3f %6.3f %6d\n", k, p, r, f1, scores[k].Gold)
	}
	fmt.Fprintf(s.out, "%-14s %6s %6s %6s %6s %12s\n", "taken up by", "P", "R", "F1", "n", "nearest F1")
	for _, l := range []struct {
		name          string
		have, nearest mentions.Links
	}{{"pronouns", links.Pronouns, links.NearestPronouns}, {"descriptions", links.Descriptions, links.NearestDescriptions}} {
		p, r, f1 := l.have.Of()
		_, _, nearest := l.nearest.Of()
		fmt.Fprintf(s.out, "%-14s %6.3f %6.3f %6.3f %6d %12.3f\n", l.name, p, r, f1, l.have.Wanted, nearest)
	}
	return nil
}

// missed lists the names that only one of the two has.
func missed(s streams, b *nlp.Treebank, found, gold []mentions.Name) {
	for _, list := range []struct {
		mark        string
		names, rest []mentions.Name
	}{{"-", gold, found}, {"+", found, gold}} {
		for _, n := range list.names {
			if n.Kind != mentions.NameOther && !slices.Contains(list.rest, n) {
				around := b.Text[max(0, int(n.Start)-40):min(len(b.Text), int(n.End)+30)]
				fmt.Fprintf(s.out, "%s %s %s: %q in %q\n", list.mark, b.Name(), n.Kind, n.Of(b.Text), strings.Join(strings.Fields(around), " "))
			}
		}
	}
}
