package schema

import (
	"strings"
	"testing"
)

// bridge is a story of three texts by four accounts, and an older one.
func bridge() *Lookup {
	id := func(s string) *string { return &s }
	return NewLookup(&Dossier{
		Articles: []Article{
			{ID: "a1", Input: "in/one.txt", Outlet: &Outlet{Name: "Post"}, Headline: &Span{Article: "a1", Text: "Cracked"}},
			{ID: "a2", Input: `c:\in\two.txt.gz`},
			{ID: "a3", Input: "in/three.html", Outlet: &Outlet{Name: "Post"}, Headline: &Span{Article: "a3", Text: "Not cracked"}},
			{ID: "a4", Input: "in/four.txt"},
		},
		Entities: []Entity{{ID: "e1", Name: "Wire"}, {ID: "e2", Name: "two engineers"}, {ID: "e3", Name: "Ivo Brandt"}},
		Statements: []Statement{
			{ID: "s1", Article: "a1", Chain: []string{"e1", "e2"}},
			{ID: "s2", Article: "a3", Source: Source{Entity: id("e3")}},
			{ID: "s3", Article: "a3", Source: Source{Spans: []Span{{Text: "he"}, {Text: "himself"}}}},
			{ID: "s4", Article: "a4"},
		},
		Copies:  []Copy{{A: "a1", B: "a2", Relation: "near-copy"}, {A: "a1", B: "a3", Relation: "partial"}},
		Stories: []Story{{ID: "t1", Articles: []string{"a4"}}, {ID: "t2", Articles: []string{"a1", "a2", "a3"}}},
		Claims: []Claim{
			{ID: "c1", Story: "t2", Present: []string{"a1"}, Positions: []Position{{"s1", "asserts"}}, Origins: Origins{Lower: 1, Upper: 1, Items: []Origin{{Entity: id("e2"), Articles: []string{"a1"}}}}},
			{ID: "c2", Story: "t2", Present: []string{"a1", "a2"}, Origins: Origins{Lower: 2, Upper: 3, Items: []Origin{{Entity: id("e2")}, {Articles: []string{"a2"}}}}},
			{ID: "c3", Story: "t2", Present: []string{"a3"}, Positions: []Position{{"s2", "denies"}, {"s3", "asserts"}, {"s2", "denies"}}},
			{ID: "c4", Story: "t2", Parent: id("c1")},
			{ID: "c5", Story: "t1", Parent: id("c1")},
		},
	})
}

func TestLabelsAreDistinct(t *testing.T) {
	l := bridge()
	for id, want := range map[string]string{"a1": "Post", "a2": "two", "a3": "Post (2)", "a4": "four", "a9": "a9"} {
		if got := l.Label(id); got != want {
			t.Errorf("%s is labelled %q, not %q", id, got, want)
		}
	}
}

func TestVoices(t *testing.T) {
	l := bridge()
	for id, want := range map[string]string{"s1": "Wire < two engineers", "s2": "Ivo Brandt", "s3": "he … himself", "s4": ""} {
		if got := strings.Join(l.Voices(l.Statement(id)), " < "); got != want {
			t.Errorf("%s: %q, not %q", id, got, want)
		}
	}
}

func TestRankedPutsDisputedFirstAndPartsBelow(t *testing.T) {
	l := bridge()
	var got []string
	for _, s := range l.MainFirst() {
		got = append(got, s.ID+":")
		for _, c := range l.Ranked(s.ID) {
			got = append(got, c.ID)
		}
	}
	if want := "t2: c3 c2 c1 c4 t1: c5"; strings.Join(got, " ") != want {
		t.Errorf("%v, not %s", got, want)
	}
}

// TestRankedByParts puts a claim where its contradicted part would stand, behind one that several texts dispute.
func TestRankedByParts(t *testing.T) {
	l := bridge()
	l.Contradictions = []Contradiction{{Claim: "c4", Kind: "number"}, {Claim: "c4", Kind: "date"}}
	l = NewLookup(l.Dossier)
	var got []string
	for _, c := range l.Ranked("t2") {
		got = append(got, c.ID)
	}
	if want := "c3 c1 c4 c2"; strings.Join(got, " ") != want {
		t.Errorf("%v, not %s", got, want)
	}
}

func TestStances(t *testing.T) {
	l := bridge()
	for _, c := range []struct{ claim, article, want string }{
		{"c3", "a3", "denies asserts"}, {"c2", "a2", "relays"}, {"c2", "a3", ""},
	} {
		if got := strings.Join(l.Stances(l.Claim(c.claim), c.article), " "); got != c.want {
			t.Errorf("%s in %s: %q, not %q", c.claim, c.article, got, c.want)
		}
	}
}

func TestTextsAndFigures(t *testing.T) {
	l := bridge()
	if got := l.Texts(); len(got) != 3 || len(got[0]) != 2 || got[0][1] != "a2" {
		t.Errorf("texts %v: a1 and a2 are one, a partial copy is not", got)
	}
	if got := l.MostTold(); got == nil || got.ID != "c1" {
		t.Errorf("most told %+v: c2 stands in two accounts that are one text", got)
	}
	if got := l.Disputers(); got != 1 {
		t.Errorf("%d disputers", got)
	}
	if got := l.Headline(); got == nil || got.Text != "Cracked" {
		t.Errorf("headline %+v: both share a word, the first is shorter", got)
	}
	if got := (Origins{Lower: 1, Upper: 2}).Between() + " " + (Origins{Lower: 2, Upper: 2}).Between(); got != "1-2 2" {
		t.Errorf("between %s", got)
	}
}
