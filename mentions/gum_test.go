package mentions

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hearsay"
	"hearsay/nlp"
)

var misses = flag.Bool("misses", false, "print the links that GUM has otherwise")

// readGUM reads the news, interviews and biographies of a part of GUM.
func readGUM(t *testing.T, file string) []*nlp.Treebank {
	t.Helper()
	in, err := os.Open(filepath.Join("../../shared/data/syntax", file))
	if err != nil {
		t.Skipf("GUM is absent, mentions go unmeasured: %v", err)
	}
	defer in.Close()
	banks, err := nlp.ReadDocuments(in)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(banks, func(b *nlp.Treebank) bool { return !slices.Contains([]string{"news", "interview", "bio"}, b.Genres[0]) })
}

// TestGUM holds names and links to floors a little below what hearsay eval names
// prints.
func TestGUM(t *testing.T) {
	var names NameScores
	var links LinkScores
	for _, b := range readGUM(t, "gum-dev.conllu") {
		r := b.Reading(b.Parse())
		r.Mentions, r.Entities = Find(r)
		names.Add(Names(r), GoldNames(b))
		links.Add(r, b)
		if *misses {
			printMisses(b, r)
		}
	}
	for k, floor := range map[NameKind]float64{NamePerson: 0.88, NamePlace: 0.8, NameOrganisation: 0.7} {
		if _, _, f1 := names.Of(k); f1 < floor {
			t.Errorf("names, %s: F1 %.3f, below %.2f", k, f1, floor)
		}
	}
	if _, _, f1 := links.Pronouns.Of(); f1 < 0.86 {
		t.Errorf("pronouns: F1 %.3f", f1)
	}
	if _, _, f1 := links.Descriptions.Of(); f1 < 0.4 {
		t.Errorf("descriptions: F1 %.3f", f1)
	}
}

func printMisses(b *nlp.Treebank, r *hearsay.Reading) {
	c := newComparison(r, b)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Form == hearsay.MentionName || m.Entity >= 0 && c.gold[i] != nil && c.means[m.Entity] == c.gold[i].Entity {
			continue
		}
		name := "nobody"
		if m.Entity >= 0 {
			name = r.Entities[m.Entity].Name
		}
		fmt.Printf("%s %q: %s, not %+v: %q\n", b.Name(), m.Of(b.Text), name, c.gold[i], b.Text[max(0, int(m.Start)-120):min(len(b.Text), int(m.End)+40)])
	}
}
