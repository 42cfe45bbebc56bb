package attribution

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"hearsay"
	"hearsay/internal/marked"
)

func TestAgree(t *testing.T) {
	text := "“We will win,” said Ann Lee, a senator. Bob said that taxes “will fall” soon. Critics were told to wait.\n"
	at := func(s string) [][2]int {
		i := strings.Index(text, s)
		return [][2]int{{i, i + len(s)}}
	}
	lee := Annotation{at("Ann Lee, a senator"), at("said"), at("“We will win,”")}
	bob := Annotation{at("Bob"), at("said that")[:1], at("that taxes “will fall” soon")}
	bob.Cue = [][2]int{{bob.Source[0][1] + 1, bob.Source[0][1] + 5}}
	told := Annotation{nil, at("told"), at("to wait")}
	gold := []Annotation{lee, bob, told}
	for _, c := range []struct {
		why   string
		pred  []Annotation
		found int
	}{
		{"equal", gold, 3},
		{"none", nil, 0},
		{"quotation without its marks", []Annotation{{at("Ann Lee"), at("said"), at("We will win")}}, 1},
		{"another source", []Annotation{{at("Critics"), bob.Cue, bob.Content}}, 0},
		{"a source where there is none", []Annotation{{at("Critics"), told.Cue, told.Content}}, 0},
		{"less than half of the content", []Annotation{{bob.Source, bob.Cue, at("will fall")}}, 0},
		{"said twice", []Annotation{lee, lee}, 1},
		{"a part of another content", []Annotation{bob, {at("taxes"), at("will"), at("fall")}}, 1},
	} {
		a := Agree(text, gold, c.pred)
		if a.FoundGold[TypeAll] != c.found || a.FoundPred[TypeAll] != c.found {
			t.Errorf("%s: found %d of the annotation, %d of the prediction; want %d", c.why, a.FoundGold[TypeAll], a.FoundPred[TypeAll], c.found)
		}
	}
	a := Agree(text, gold, gold)
	if a.Gold[TypeDirect] != 1 || a.Gold[TypeMixed] != 1 || a.Gold[TypeIndirect] != 1 || a.Gold[TypeSpeech] != 3 {
		t.Errorf("types %v", a.Gold)
	}
}

// TestFamilies prints, with -v, how the cases come out by family: end to end by
// what is learnt, and by the rules alone.
func TestFamilies(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	families := map[string]*[2]Agreement{}
	cases := map[string]int{}
	for _, name := range names {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		family := strings.Split(strings.TrimPrefix(filepath.Base(name), "many-"), "-")[0]
		family = strings.TrimSuffix(family, ".txtar")
		if families[family] == nil {
			families[family] = &[2]Agreement{}
		}
		for _, f := range ar.Files {
			if f.Name != "want" {
				continue
			}
			for _, want := range strings.Split(string(f.Data), "\n\n") {
				cases[family]++
				countCase(t, want, families[family])
			}
		}
	}
	var order []string
	total, n := [2]Agreement{}, 0
	for family := range families {
		order = append(order, family)
	}
	slices.Sort(order)
	for _, family := range order {
		f := families[family]
		total[0].Add(f[0])
		total[1].Add(f[1])
		n += cases[family]
		t.Logf("%-12s cases %3d  F1 learnt %.3f  rules alone %.3f", family, cases[family], f1(&f[0]), f1(&f[1]))
	}
	t.Logf("%-12s cases %3d  F1 learnt %.3f  rules alone %.3f", "all", n, f1(&total[0]), f1(&total[1]))
	if n < 400 {
		t.Errorf("%d cases, at least 400 are kept", n)
	}
}

func f1(a *Agreement) float64 {
	_, _, f := a.PRF(TypeAll)
	return f
}

// countCase holds one case against what is learnt and against the rules.
func countCase(t *testing.T, want string, into *[2]Agreement) {
	lines, _ := split(want)
	text, marks, err := marked.Parse(strings.TrimRight(lines, "\n") + "\n")
	if err != nil {
		t.Fatal(err)
	}
	gold := map[int]*Annotation{}
	var numbers []int
	for _, m := range marks {
		if gold[m.Number] == nil {
			gold[m.Number] = &Annotation{}
			numbers = append(numbers, m.Number)
		}
		a, span := gold[m.Number], [2]int{m.Start, m.End}
		switch m.Label {
		case "source":
			a.Source = append(a.Source, span)
		case "cue":
			a.Cue = append(a.Cue, span)
		case "content":
			a.Content = append(a.Content, span)
		}
	}
	var truth []Annotation
	for _, k := range numbers {
		truth = append(truth, *gold[k])
	}
	truth = slices.DeleteFunc(truth, func(a Annotation) bool {
		return slices.ContainsFunc(truth, func(b Annotation) bool { return inside(a, b) })
	})
	r := read(text)
	for k, found := range [][]hearsay.Statement{Find(r), FindWith(r, nil)} {
		into[k].Add(Agree(text, truth, Annotations(text, found)))
	}
}

// inside reports whether a is told within the content of b.
func inside(a, b Annotation) bool {
	held := func(spans [][2]int) bool {
		for _, s := range spans {
			if !slices.ContainsFunc(b.Content, func(c [2]int) bool { return c[0] <= s[0] && s[1] <= c[1] }) {
				return false
			}
		}
		return true
	}
	return len(a.Cue) > 0 && held(a.Cue) && held(a.Content) && !slices.EqualFunc(a.Content, b.Content, func(x, y [2]int) bool { return x == y })
}
