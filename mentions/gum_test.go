package mentions

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hearsay"
)

// goldMention is one annotated mention of a GUM document.
type goldMention struct {
	hearsay.Span
	entity, kind string
	name         bool // its head is a proper noun
	token, least int  // its first token and the place of its head behind it
	head         hearsay.Span
	pronoun      bool
}

// gumDocument is one document of GUM with its own tokens, tags and trees.
type gumDocument struct {
	name    string
	reading *hearsay.Reading
	gold    []goldMention
}

// gumReader turns CoNLL-U into documents.
type gumReader struct {
	docs  []gumDocument
	text  strings.Builder
	r     *hearsay.Reading
	open  []goldMention
	gold  []goldMention
	heads []int32
	tags  []string // of all tokens, as annotated
	name  string
	gap   string
	bare  bool // without tags and trees
}

var gumEntity = regexp.MustCompile(`\(([0-9]+)-([a-z]+)[^()]*|([0-9]+)\)`)

func readGUM(t *testing.T, file string, bare bool) []gumDocument {
	t.Helper()
	in, err := os.Open(filepath.Join("../../shared/data/syntax", file))
	if err != nil {
		t.Skipf("GUM is absent, mentions go unmeasured: %v", err)
	}
	defer in.Close()
	g := &gumReader{bare: bare}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	for lines.Scan() {
		g.line(lines.Text())
	}
	g.finish()
	return g.docs
}

func (g *gumReader) line(s string) {
	switch {
	case strings.HasPrefix(s, "# newdoc id = "):
		g.finish()
		g.name = strings.TrimPrefix(s, "# newdoc id = ")
		g.r = &hearsay.Reading{Article: &hearsay.Article{}}
	case strings.HasPrefix(s, "# newpar"):
		if g.text.Len() > 0 {
			g.gap = "\n\n"
		}
	case s == "":
		g.endSentence()
	case s[0] >= '0' && s[0] <= '9':
		if f := strings.Split(s, "\t"); !strings.ContainsAny(f[0], "-.") {
			g.token(f)
		}
	}
}

func (g *gumReader) token(f []string) {
	if len(g.heads) == 0 {
		if g.gap == "\n\n" || len(g.r.Article.Blocks) == 0 {
			g.r.Article.Blocks = append(g.r.Article.Blocks, hearsay.Block{})
		}
		g.r.Sentences = append(g.r.Sentences, hearsay.Sentence{First: int32(len(g.r.Tokens)), Block: int32(len(g.r.Article.Blocks) - 1), Parsed: !g.bare})
	}
	g.text.WriteString(g.gap)
	g.gap = " "
	if strings.Contains(f[9], "SpaceAfter=No") {
		g.gap = ""
	}
	start := int32(g.text.Len())
	g.text.WriteString(f[1])
	t := hearsay.Token{Span: hearsay.Span{Start: start, End: int32(g.text.Len())}, Head: -1}
	head, _ := strconv.Atoi(f[6])
	if !g.bare {
		t.Tag, _ = hearsay.ParseTag(f[4])
		t.Dep, _ = hearsay.ParseDep(f[7])
		if head > 0 {
			t.Head = g.r.Sentences[len(g.r.Sentences)-1].First + int32(head) - 1
		}
	}
	g.heads = append(g.heads, int32(head))
	g.tags = append(g.tags, f[4])
	g.r.Tokens = append(g.r.Tokens, t)
	g.entities(f, t.Span)
}

func (g *gumReader) entities(f []string, at hearsay.Span) {
	_, list, ok := strings.Cut(f[9], "Entity=")
	if !ok {
		return
	}
	list, _, _ = strings.Cut(list, "|")
	for rest := list; rest != ""; {
		if rest[0] == '(' {
			m := gumEntity.FindStringSubmatch(rest)
			body := m[0]
			rest = rest[len(body):]
			x := goldMention{Span: at, entity: m[1], kind: m[2], token: len(g.tags) - 1}
			if part := strings.Split(body, "-"); len(part) > 5 {
				first, _, _ := strings.Cut(part[5], ",")
				x.least, _ = strconv.Atoi(first)
			}
			x.pronoun = strings.HasPrefix(f[4], "PRP") || strings.HasPrefix(f[4], "WP")
			g.open = append(g.open, x)
			if strings.HasPrefix(rest, ")") {
				g.shut(len(g.open)-1, at)
				rest = rest[1:]
			}
			continue
		}
		id, after, ok := strings.Cut(rest, ")")
		if !ok {
			return
		}
		for k := len(g.open) - 1; k >= 0; k-- {
			if g.open[k].entity == id {
				g.shut(k, at)
				break
			}
		}
		rest = after
	}
}

func (g *gumReader) shut(k int, at hearsay.Span) {
	x := g.open[k]
	x.End = at.End
	x.pronoun = x.pronoun && x.Start == at.Start
	g.open = append(g.open[:k], g.open[k+1:]...)
	g.gold = append(g.gold, x)
}

func (g *gumReader) endSentence() {
	if len(g.heads) == 0 {
		return
	}
	s := &g.r.Sentences[len(g.r.Sentences)-1]
	s.Last = int32(len(g.r.Tokens))
	s.Span = hearsay.Span{Start: g.r.Tokens[s.First].Start, End: g.r.Tokens[s.Last-1].End}
	g.heads = g.heads[:0]
}

func (g *gumReader) finish() {
	if g.r == nil || len(g.r.Tokens) == 0 {
		return
	}
	a := g.r.Article
	a.Text = g.text.String()
	for i := range g.r.Sentences {
		s := &g.r.Sentences[i]
		b := &a.Blocks[s.Block]
		if b.End == 0 {
			b.Start = s.Start
		}
		b.End = s.End
	}
	for i := range g.gold {
		x := &g.gold[i]
		if k := x.token + x.least - 1; x.least > 0 && k < len(g.tags) {
			x.name = !x.pronoun && strings.HasPrefix(g.tags[k], "NNP")
			x.head = g.r.Tokens[k].Span
		}
	}
	g.docs = append(g.docs, gumDocument{g.name, g.r, g.gold})
	g.text.Reset()
	g.gap = ""
	g.r, g.gold, g.open, g.tags = nil, nil, nil, nil
}

// TestGUM measures names by kind and pronouns on the news, interviews and
// biographies of GUM, with the annotated tags and trees and without any.
func TestGUM(t *testing.T) {
	for _, file := range []string{"gum-train.conllu", "gum-dev.conllu"} {
		for _, bare := range []bool{true, false} {
			if bare && file == "gum-train.conllu" {
				continue
			}
			var names, pronouns score
			for _, d := range readGUM(t, file, bare) {
				if strings.Contains(d.name, "_news_") || strings.Contains(d.name, "_interview_") || strings.Contains(d.name, "_bio_") {
					measure(d, &names, &pronouns)
				}
			}
			t.Logf("%s, tokens alone %v: names %v, pronouns %v", file, bare, names, pronouns)
			if names.f1() < 0.6 || pronouns.f1() < 0.4 {
				t.Errorf("%s, tokens alone %v: names %v, pronouns %v", file, bare, names, pronouns)
			}
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
		if k := gumKind(x.kind); x.name && k != 0 {
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
			goldEntities[m.Entity][g.entity]++
		}
		if m.Form == hearsay.MentionName {
			names.found++
			if g := gold[i]; g != nil && g.name && gumKind(g.kind)&kindBits(d.reading.Entities[m.Entity].Kind) != 0 {
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
			if x.name && gumKind(x.kind) != 0 && !slices.Contains(gold, x) {
				fmt.Printf("%s LOST %q %s\n", d.name, x.Of(d.reading.Article.Text), x.kind)
			}
		}
	}
}

func measurePronouns(d gumDocument, gold []*goldMention, found map[int32]map[string]int, pronouns *score) {
	text := d.reading.Article.Text
	spoken := map[string]bool{} // gold entities that some mention other than a pronoun names
	for _, x := range d.gold {
		if !x.pronoun && gumKind(x.kind) != 0 {
			spoken[x.entity] = true
		}
	}
	at := map[int32]string{}
	for _, x := range d.gold {
		w := strings.ToLower(x.Of(text))
		if _, third := pronounOf(w); x.pronoun && third && spoken[x.entity] {
			pronouns.wanted++
			at[x.Start] = x.entity
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
