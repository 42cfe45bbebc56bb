package nlp_test

import (
	"strings"
	"testing"

	"hearsay"
	"hearsay/nlp"
)

const smallBank = `# newdoc id = GUM_news_ferry
# newpar
# sent_id = 1
# text = It won't sail.
1	It	it	PRON	PRP	_	4	nsubj	_	_
2-3	won't	_	_	_	_	_	_	_	_
2	wo	will	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sail	sail	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	sail	sail	VERB	VB	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = 2
1	Stop	stop	VERB	VB	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_

`

func readBank(t *testing.T, s string) *nlp.Treebank {
	t.Helper()
	b, err := nlp.ReadCoNLLU(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCoNLLUText(t *testing.T) {
	b := readBank(t, smallBank)
	if want := "It won't sail.\n\nStop!\n\n"; b.Text != want {
		t.Errorf("text %q, not %q", b.Text, want)
	}
	var words []string
	for _, k := range b.Gold.Tokens {
		words = append(words, k.Of(b.Text))
	}
	if got := strings.Join(words, " "); got != "It wo n't sail . Stop !" {
		t.Errorf("words %q", got)
	}
	if len(b.Gold.Sentences) != 2 || b.Gold.Sentences[1].Block != 1 || b.Genres[0] != "news" {
		t.Errorf("sentences %v, genres %v", b.Gold.Sentences, b.Genres)
	}
	if k := b.Gold.Tokens[0]; k.Head != 3 || k.Dep != hearsay.DepNsubj || k.Tag != hearsay.TagPRP {
		t.Errorf("first word %v", k)
	}
}

// TestCoNLLURoundTrip writes the gold back: the file must not change.
func TestCoNLLURoundTrip(t *testing.T) {
	b := readBank(t, smallBank)
	var out strings.Builder
	if err := b.Write(&out, b.Gold); err != nil {
		t.Fatal(err)
	}
	if out.String() != smallBank {
		t.Errorf("written:\n%s", out.String())
	}
}

func TestCoNLLUErrors(t *testing.T) {
	for _, bad := range []string{"1\ttoo\tfew\n", "x\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", "1\ta\ta\tX\tX\t_\tnone\troot\t_\t_\n"} {
		if _, err := nlp.ReadCoNLLU(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add(smallBank)
	f.Fuzz(func(t *testing.T, s string) {
		b, err := nlp.ReadCoNLLU(strings.NewReader(s))
		if err != nil {
			return
		}
		if n := len(b.Gold.Sentences); n > 0 && int(b.Gold.Sentences[n-1].Last) != len(b.Gold.Tokens) {
			t.Fatal("tokens outside sentences")
		}
	})
}

func TestScore(t *testing.T) {
	b := readBank(t, smallBank)
	a := nlp.Analysis{Tokens: append([]hearsay.Token(nil), b.Gold.Tokens...), Sentences: b.Gold.Sentences}
	a.Tokens[0].Dep = hearsay.DepNsubjPass
	a.Tokens[1].Head = 2
	a.Tokens[2].Tag = hearsay.TagNN
	want := nlp.Scores{Words: 7, XPOS: 6, UAS: 6, LAS: 6, Full: 5}
	if got := b.Score(a, ""); got != want {
		t.Errorf("scores %+v, not %+v", got, want)
	}
	if got := b.Score(a, "vlog"); got.Words != 0 {
		t.Errorf("words of a genre that is not there: %+v", got)
	}
}
