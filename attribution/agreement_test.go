package attribution

import (
	"strings"
	"testing"
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
