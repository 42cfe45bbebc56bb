package copies

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay"
	"hearsay/internal/txtcase"
)

// Each section of a case but want is an article: lines "outlet:", "published:"
// and "credit:" first where there are any, then its paragraphs. Want lists the
// copies with their differences, "a | b" with "-" for nothing.
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		names := slices.Sorted(maps.Keys(c.More))
		var readings []*hearsay.Reading
		for _, n := range names {
			readings = append(readings, &hearsay.Reading{Article: article(c.More[n])})
		}
		var out strings.Builder
		for _, k := range Find(readings) {
			sound(t, readings, k)
			from := "undecided"
			if k.From >= 0 {
				from = "from " + names[k.From]
			}
			_, why, _ := strings.Cut(k.Reason, ": ")
			fmt.Fprintf(&out, "%s %s: %s, similarity %.2f, containment %.2f, %s (%s)\n", names[k.A], names[k.B], k.Relation, k.Similarity, k.Containment, from, why)
			for _, d := range k.Differences {
				a, b := d.A.Of(readings[k.A].Article.Text), d.B.Of(readings[k.B].Article.Text)
				fmt.Fprintf(&out, "  %s | %s\n", cmp.Or(a, "-"), cmp.Or(b, "-"))
			}
		}
		return cmp.Or(out.String(), "no copies\n")
	})
}

func article(section string) *hearsay.Article {
	a := &hearsay.Article{}
	for {
		line, rest, _ := strings.Cut(section, "\n")
		key, value, ok := strings.Cut(line, ": ")
		switch {
		case ok && key == "outlet":
			a.Outlet.Name = value
		case ok && key == "published":
			a.Published = &hearsay.Date{Value: value}
		case ok && key == "credit":
			a.Credits = append(a.Credits, hearsay.Credit{Agency: value})
		case ok && key == "headline":
			a.Headline = add(a, value, hearsay.RoleHeadline)
		default:
			for _, p := range strings.Split(strings.TrimSpace(section), "\n") {
				add(a, p, hearsay.RoleParagraph)
			}
			return a
		}
		section = rest
	}
}

func add(a *hearsay.Article, text string, role hearsay.Role) hearsay.Span {
	if a.Text != "" {
		a.Text += "\n\n"
	}
	s := hearsay.Span{Start: int32(len(a.Text)), End: int32(len(a.Text) + len(text))}
	a.Text += text
	a.Blocks = append(a.Blocks, hearsay.Block{Span: s, Role: role})
	return s
}

// sound checks the spans and measures of a copy.
func sound(t *testing.T, readings []*hearsay.Reading, c hearsay.Copy) {
	t.Helper()
	if c.A >= c.B || c.Similarity < 0 || c.Similarity > 1 || c.Containment < 0 || c.Containment > 1 || c.Reason == "" {
		t.Fatalf("copy %+v", c)
	}
	whole := func(article int32, s hearsay.Span) {
		a := readings[article].Article
		if s.Empty() {
			return
		}
		if int(s.End) > len(a.Text) || !utf8.RuneStart(a.Text[s.Start]) || int(s.End) < len(a.Text) && !utf8.RuneStart(a.Text[s.End]) {
			t.Fatalf("span %v of %d bytes", s, len(a.Text))
		}
		for _, b := range a.Blocks {
			if b.Overlaps(s) && !b.Contains(s) {
				t.Fatalf("%q crosses a block", s.Of(a.Text))
			}
		}
	}
	for _, s := range c.Shared {
		whole(c.A, s.A)
		whole(c.B, s.B)
		if s.A.Empty() || s.B.Empty() {
			t.Fatal("an empty shared run")
		}
	}
	for _, d := range c.Differences {
		whole(c.A, d.A)
		whole(c.B, d.B)
		if d.A.Empty() && d.B.Empty() {
			t.Fatal("an empty difference")
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("The tide took the old pier in the night and left the new one standing.\nNobody was hurt.", "the TIDE took the old pier in the night, and left the new one “standing”", "")
	f.Add("a a a a a a a a a a a a a a a a a a", "a a a a a a a a a a a a a a", "b 'a' ’’ a’a \xff\xfe")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		var readings []*hearsay.Reading
		for _, s := range []string{a, b, c} {
			readings = append(readings, &hearsay.Reading{Article: article(strings.ToValidUTF8(s, "?"))})
		}
		first := Find(readings)
		for _, k := range first {
			sound(t, readings, k)
		}
		if again := Find(readings); !reflect.DeepEqual(first, again) {
			t.Fatal("not the same twice")
		}
		Compare(a, b)
	})
}

func FuzzRestore(f *testing.F) {
	x := &Index{Window: 2}
	for _, s := range []string{"one two three four five six seven", "eight nine ten", "one two three four five six eight"} {
		x.Add(Words(s))
	}
	var b bytes.Buffer
	if err := x.Save(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if x, err := Restore(bytes.NewReader(data)); err == nil {
			x.Candidates(Words("one two three four five six"))
		}
	})
}

// TestStream checks that a windowed index saved and restored in the middle of a
// stream answers as one that was not, and that old texts leave nothing behind.
func TestStream(t *testing.T) {
	var docs []*Text
	for i := range 60 {
		docs = append(docs, Words(strings.Repeat(fmt.Sprintf("page %d word%d thing%d ", i%7, i%5, i%11), 9)+"share this page on every network there is and sign in to read more of it"))
	}
	run := func(restoreAt int) (answers []string, x *Index) {
		x = &Index{Window: 20}
		for i, d := range docs {
			if i == restoreAt {
				var b bytes.Buffer
				if err := x.Save(&b); err != nil {
					t.Fatal(err)
				}
				var err error
				if x, err = Restore(&b); err != nil {
					t.Fatal(err)
				}
			}
			for _, c := range x.Candidates(d) {
				answers = append(answers, fmt.Sprintf("%d %d %.3f", i, c, x.CompareTexts(x.Text(c), d).Score))
			}
			x.Add(d)
		}
		return answers, x
	}
	want, x := run(-1)
	if len(want) == 0 {
		t.Fatal("no candidates")
	}
	for _, at := range []int{1, 20, 33} {
		if got, _ := run(at); !slices.Equal(got, want) {
			t.Errorf("restored at %d: other answers", at)
		}
	}
	if live := 20 * 60; len(x.nodes) > live {
		t.Errorf("%d nodes for 20 live texts", len(x.nodes))
	}
}
