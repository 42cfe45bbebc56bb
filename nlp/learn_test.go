package nlp_test

import (
	"bytes"
	"strings"
	"testing"

	"hearsay/nlp"
)

// TestLearnTwice learns from a toy treebank: the bytes are the same each time,
// and the model rebuilds the trees it saw.
func TestLearnTwice(t *testing.T) {
	bank := readBank(t, strings.Repeat(smallBank, 12))
	course := nlp.Course{
		Name: "en-toy", Treebanks: []*nlp.Treebank{bank}, Texts: []string{strings.Repeat("It won't sail. They sail. Stop!\n", 9)},
		Rounds: 5, Note: func(string, ...any) {}}
	file := nlp.Learn(course)
	if !bytes.Equal(file, nlp.Learn(course)) {
		t.Fatal("learnt twice, and the bytes differ")
	}
	a, err := bank.ParseWith(file)
	if err != nil {
		t.Fatal(err)
	}
	s := bank.Score(a, "")
	if s.Words == 0 || s.UAS != s.Words {
		t.Errorf("its own lessons: %+v", s)
	}
}
