package mentions

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/nlp"
)

// goldMention is one annotated mention of a GUM document.
type goldMention struct {
	nlp.Marked
	name    bool // its head is a proper noun
	head    hearsay.Span
	pronoun bool
}

// gumDocument is one document of GUM with the tags and trees of the parser.
type gumDocument struct {
	name    string
	reading *hearsay.Reading
	gold    []goldMention
}

func readGUM(t *testing.T, file string) []gumDocument {
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
	var docs []gumDocument
	for _, b := range banks {
		if !slices.Contains([]string{"news", "interview", "bio"}, b.Genres[0]) {
			continue
		}
		d := gumDocument{name: b.Name(), reading: b.Reading(b.Parse())}
		for _, m := range b.Marks() {
			x := goldMention{Marked: m, head: b.Gold.Tokens[m.Head].Span}
			switch b.Gold.Tokens[m.Head].Tag {
			case hearsay.TagNNP, hearsay.TagNNPS:
				x.name = true
			case hearsay.TagPRP, hearsay.TagPRPS, hearsay.TagWP, hearsay.TagWPS:
				x.pronoun = m.First == m.Last
			}
			d.gold = append(d.gold, x)
		}
		docs = append(docs, d)
	}
	return docs
}

// TestGUM measures names by kind and pronouns on the news, interviews and
// biographies of GUM.
func TestGUM(t *testing.T) {
	for _, file := range []string{"gum-train.conllu", "gum-dev.conllu"} {
		var names, pronouns score
		for _, d := range readGUM(t, file) {
			measure(d, &names, &pronouns)
		}
		t.Logf("%s: names %v, pronouns %v", file, names, pronouns)
		if names.f1() < 0.6 || pronouns.f1() < 0.4 {
			t.Errorf("%s: names %v, pronouns %v", file, names, pronouns)
		}
	}
}

// score counts what was found, what was to be found, and what was right.
type score struct{ right, found, wanted int }

func (s score) f1() float64 { return 2 * float64(s.right) / float64(max(1, s.found+s.wanted)) }

func (s score) String() string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f of %d", float64(s.right)/float64(max(1, s.found)), float64(s.right)/float64(max(1, s.wanted)), s.f1(), s.wanted)
}

func measure(d gumDocument, names, pronouns *score) {
	d.reading.Mentions, d.reading.Entities = Find(d.reading)
	gold := goldOfMentions(d)
	for _, x := range d.gold {
		if k := gumKind(x.Kind); x.name && k != 0 {
			names.wanted++
		}
	}
	goldEntities := map[int32]map[string]int{}
	for i, m := range d.reading.Mentions {
		if m.Form == hearsay.MentionPronoun || m.Entity < 0 {
			continue
		}
		if g := gold[i]; g != nil {
			if goldEntities[m.Entity] == nil {
				goldEntities[m.Entity] = map[string]int{}
			}
			goldEntities[m.Entity][g.Entity]++
		}
		if m.Form == hearsay.MentionName {
			names.found++
			if g := gold[i]; g != nil && g.name && gumKind(g.Kind)&kindBits(d.reading.Entities[m.Entity].Kind) != 0 {
				names.right++
			} else if *misses {
				fmt.Printf("%s NAME %q kind %v gold %+v\n", d.name, m.Of(d.reading.Article.Text), d.reading.Entities[m.Entity].Kind, g)
			}
		}
	}
	measurePronouns(d, gold, goldEntities, pronouns)
	if *misses {
		for k := range d.gold {
			x := &d.gold[k]
			if x.name && gumKind(x.Kind) != 0 && !slices.Contains(gold, x) {
				fmt.Printf("%s LOST %q %s\n", d.name, x.Of(d.reading.Article.Text), x.Kind)
			}
		}
	}
}

func measurePronouns(d gumDocument, gold []*goldMention, found map[int32]map[string]int, pronouns *score) {
	text := d.reading.Article.Text
	spoken := map[string]bool{} // gold entities that some mention other than a pronoun names
	for _, x := range d.gold {
		if !x.pronoun && gumKind(x.Kind) != 0 {
			spoken[x.Entity] = true
		}
	}
	at := map[int32]string{}
	for _, x := range d.gold {
		w := strings.ToLower(x.Of(text))
		if _, third := pronounOf(w); x.pronoun && third && spoken[x.Entity] {
			pronouns.wanted++
			at[x.Start] = x.Entity
		}
	}
	for _, m := range d.reading.Mentions {
		want, ok := at[m.Start]
		if m.Form != hearsay.MentionPronoun || m.Entity < 0 {
			continue
		}
		if p, _ := pronounOf(strings.ToLower(m.Of(text))); p.relative && !ok {
			continue // GUM leaves most relatives unannotated
		}
		pronouns.found++
		best, n := "", 0
		for e, c := range found[m.Entity] {
			if c > n || c == n && e < best {
				best, n = e, c
			}
		}
		if ok && best == want {
			pronouns.right++
		} else if *misses {
			fmt.Printf("%s PRON %q got %q gold %q: %q\n", d.name, m.Of(text), d.reading.Entities[m.Entity].Name, want, text[max(0, int(m.Start)-120):min(len(text), int(m.End)+40)])
		}
	}
}

// goldOfMentions pairs each mention with the annotated one that it shares most with.
func goldOfMentions(d gumDocument) []*goldMention {
	out := make([]*goldMention, len(d.reading.Mentions))
	for i, m := range d.reading.Mentions {
		best := 0.0
		for k := range d.gold {
			x := &d.gold[k]
			shared := min(x.End, m.End) - max(x.Start, m.Start)
			v := float64(shared) / float64(max(x.End, m.End)-min(x.Start, m.Start))
			if m.Contains(x.head) && shared > 0 && v > best {
				best, out[i] = v, x
			}
		}
	}
	return out
}

var misses = flag.Bool("misses", false, "print what GUM has otherwise")

// gumKind is the set of kinds that a type of GUM may be told as: 1 person, 2
// organisation, 4 place.
func gumKind(kind string) int {
	switch kind {
	case "person":
		return 1
	case "organization":
		return 2
	case "place":
		return 4 | 2 // countries are told as organisations
	}
	return 0
}

func kindBits(k hearsay.EntityKind) int {
	switch k {
	case hearsay.KindPerson:
		return 1
	case hearsay.KindOrganisation, hearsay.KindMedia:
		return 2
	case hearsay.KindPlace:
		return 4
	}
	return 0
}
