package stories

import (
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/copies"
	"hearsay/internal/txtcase"
	"hearsay/times"
)

// Each section of a case but want is an article: a line "published:" where it is
// dated, then one sentence a line. Want lists the stories by storyline with the
// names, numbers and dates, and the sentences, that decided, and the links to other events.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		names := slices.Sorted(maps.Keys(c.More))
		var readings []*hearsay.Reading
		for _, n := range names {
			readings = append(readings, reading(c.More[n]))
		}
		found := Group(readings, copies.Find(readings))
		sound(t, readings, found)
		var out strings.Builder
		for _, s := range found {
			fmt.Fprintf(&out, "storyline %d:", s.Storyline)
			for _, a := range s.Articles {
				fmt.Fprintf(&out, " %s", names[a])
			}
			var words []string
			for _, p := range s.Reasons {
				if text := p.Span.Of(readings[p.Article].Article.Text); strings.Contains(text, " ") {
					words = append(words, "\n  "+names[p.Article]+": "+text)
				} else if !slices.Contains(words, text) {
					words = append(words, text)
				}
			}
			fmt.Fprintf(&out, " (%s)\n", strings.ReplaceAll(strings.Join(words, ", "), ", \n", "\n"))
			for _, l := range s.Links {
				of := "an event without account"
				if l.Story >= 0 {
					of = "the story of " + names[found[l.Story].Articles[0]]
				}
				fmt.Fprintf(&out, "  %s: %s, by %s: %s\n", l.Relation, of, names[l.Sentence.Article], l.Sentence.Span.Of(readings[l.Sentence.Article].Article.Text))
			}
		}
		return out.String()
	})
}

func reading(section string) *hearsay.Reading {
	a := &hearsay.Article{}
	if rest, ok := strings.CutPrefix(section, "published: "); ok {
		value, body, _ := strings.Cut(rest, "\n")
		a.Published, section = &hearsay.Date{Value: value}, body
	}
	a.Text = strings.TrimSpace(section)
	a.Blocks = []hearsay.Block{{Span: hearsay.Span{End: int32(len(a.Text))}}}
	r := &hearsay.Reading{Article: a, Times: times.Find(a.Text, a.Published)}
	at := 0
	for line := range strings.Lines(a.Text) {
		end := at + len(strings.TrimSuffix(line, "\n"))
		r.Sentences = append(r.Sentences, hearsay.Sentence{Span: hearsay.Span{Start: int32(at), End: int32(end)}})
		at += len(line)
	}
	return r
}

// sound checks that every article is in one story and every reason a stretch of
// its article.
func sound(t *testing.T, readings []*hearsay.Reading, found []hearsay.Story) {
	t.Helper()
	in := make([]int, len(readings))
	last := int32(-1)
	for _, s := range found {
		if len(s.Articles) == 0 || s.Articles[0] <= last || !slices.IsSorted(s.Articles) {
			t.Fatalf("stories out of order: %v", s.Articles)
		}
		last = s.Articles[0]
		for _, a := range s.Articles {
			in[a]++
		}
		for _, p := range s.Reasons {
			text := readings[p.Article].Article.Text
			if p.Span.Empty() || int(p.Span.End) > len(text) || utf8.ValidString(text) && !utf8.ValidString(p.Span.Of(text)) {
				t.Fatalf("reason %v", p)
			}
		}
	}
	for i, n := range in {
		if n != 1 {
			t.Fatalf("article %d is in %d stories", i, n)
		}
	}
}

func FuzzGroup(f *testing.F) {
	f.Add("The ferry Astra ran aground off Lund.\nDivers came.", "The ferry Astra lay off Lund on Monday.", "published: 2031-05-02\nIn March 2030 the ferry Astra ran aground.")
	f.Add("", " ", "’s ’ies 1950 1,000.5 éS")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		readings := []*hearsay.Reading{reading(a), reading(b), reading(c), reading(a)}
		first := Group(readings, nil)
		sound(t, readings, first)
		if !reflect.DeepEqual(first, Group(readings, nil)) {
			t.Fatal("not the same twice")
		}
		g := &Grouper{Window: 2}
		for _, r := range readings {
			g.Add(Words("", r.Article.Text))
		}
		g.Settle()
		if s := g.Story(3); s < 0 || s != g.Story(3) {
			t.Fatalf("story %d", s)
		}
	})
}

// made is the n-th of many invented texts: twenty texts a story.
func made(n int) string {
	var b strings.Builder
	story := n / 20
	for i := range 12 {
		fmt.Fprintf(&b, "Officials in Place%d said that Person%d would meet Person%d about the event%d, while witness%d saw thing%d.\n",
			story, story*3+i%3, story*3+(i+1)%3, story, n*7+i, (n*13+i*5)%997)
	}
	return b.String()
}

// TestStream checks that a windowed grouper saved and restored in the middle of a
// stream goes on as one that was not.
func TestStream(t *testing.T) {
	run := func(restoreAt int) (stories []int32) {
		g := &Grouper{Window: 45}
		for n := range 90 {
			if n == restoreAt {
				var b bytes.Buffer
				if err := g.Save(&b); err != nil {
					t.Fatal(err)
				}
				var err error
				if g, err = Restore(&b); err != nil {
					t.Fatal(err)
				}
			}
			stories = append(stories, g.Story(g.Add(Words("", made(n*7%100)))))
			switch n {
			case 30:
				g.Together(3, 29, 30)
			case 40:
				g.Apart([]int32{9, 12}, []int32{35})
			}
		}
		g.Settle()
		for n := range int32(45) {
			stories = append(stories, g.Story(45+n))
		}
		return stories
	}
	want := run(-1)
	for _, at := range []int{1, 35, 44, 60} {
		if got := run(at); !slices.Equal(got, want) {
			t.Errorf("restored at %d: other stories", at)
		}
	}
}

// TestWindow checks that dropped texts leave nothing behind and that live ones
// keep their story.
func TestWindow(t *testing.T) {
	g := &Grouper{Window: 50}
	most := 0
	for n := range 400 {
		g.Add(Words("", made(n)))
		if len(g.live) > 50 {
			t.Fatalf("%d live texts", len(g.live))
		}
		listed := 0
		for _, l := range g.lists.lists {
			listed += len(l.of)
		}
		most = max(most, listed)
	}
	if limit := 2 * 51 * mostKeys; most > limit {
		t.Errorf("%d postings for 50 live texts, more than %d", most, limit)
	}
	g.Settle()
	if g.Story(399) != g.Story(390) || g.Story(399) == g.Story(370) {
		t.Errorf("stories %d, %d, %d", g.Story(399), g.Story(390), g.Story(370))
	}
}

// TestRulings checks that what a person decided holds while the texts live, is
// replayed when the group grows, and leaves nothing behind.
func TestRulings(t *testing.T) {
	g := &Grouper{Window: 50}
	for n := range 40 {
		g.Add(Words("", made(n)))
	}
	if g.Story(5) != g.Story(6) || g.Story(5) == g.Story(25) {
		t.Fatal("the stories are not what is ruled against below")
	}
	g.Together(5, 25)
	g.Apart([]int32{7, 8}, []int32{6, 9})
	held := func(when string) {
		t.Helper()
		if g.Story(5) != g.Story(25) {
			t.Errorf("%s: 5 and 25 are not together", when)
		}
		for _, a := range []int32{7, 8} {
			for _, b := range []int32{6, 9} {
				if g.Story(a) == g.Story(b) {
					t.Errorf("%s: %d and %d are not apart", when, a, b)
				}
			}
		}
	}
	held("at once")
	for range 6 {
		g.Add(Words("", made(5)))
	}
	g.Settle()
	held("after more texts")
	for n := range 60 {
		g.Add(Words("", made(200+n)))
	}
	if len(g.rulings) != 0 {
		t.Errorf("%d rulings on dropped texts", len(g.rulings))
	}
}

func FuzzRestore(f *testing.F) {
	g := &Grouper{Window: 4}
	for n := range 6 {
		g.Add(Words("", made(n)))
	}
	g.Together(3, 5)
	g.Apart([]int32{4}, []int32{5})
	var b bytes.Buffer
	if err := g.Save(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if g, err := Restore(bytes.NewReader(data)); err == nil {
			for n := range 3 {
				g.Story(g.Add(Words("", made(n))))
			}
			g.Settle()
		}
	})
}
