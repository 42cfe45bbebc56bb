package copies

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

const shared = "../../shared/data/copies"

type pair struct {
	A, B  string
	Label int
	Kind  string
}

// TestDevelopmentPairs holds the scores on the development pairs, and the share
// of copies that the candidates miss, to what is asked of them.
func TestDevelopmentPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	ids, index := developmentIndex(t)
	type tally struct{ said, all int }
	kinds := map[string]*tally{}
	var hit, wrong, missed, unproposed int
	for _, p := range jsonl[pair](t, "pairs.jsonl") {
		k := kinds[p.Kind]
		if k == nil {
			k = &tally{}
			kinds[p.Kind] = k
		}
		k.all++
		if m := index.Compare(ids[p.A], ids[p.B]); m.Score >= .5 {
			k.said++
			hit += p.Label
			wrong += 1 - p.Label
			if !slices.Contains(index.Candidates(index.Text(ids[p.A])), ids[p.B]) {
				unproposed++
			}
		} else {
			missed += p.Label
		}
	}
	for kind, k := range kinds {
		share := float64(k.said) / float64(k.all)
		if kind[:3] == "neg" && share > .015 || kind[:3] != "neg" && share < .92 {
			t.Errorf("%s: %.3f of %d called copies", kind, share, k.all)
		}
		if testing.Verbose() {
			fmt.Printf("%-18s %.3f of %d\n", kind, share, k.all)
		}
	}
	f1 := 2 * float64(hit) / float64(2*hit+wrong+missed)
	if t.Logf("F1 %.4f", f1); f1 < .993 {
		t.Errorf("F1 %.4f", f1)
	}
	if unproposed*200 > hit+wrong {
		t.Errorf("%d of %d copies not among the candidates", unproposed, hit+wrong)
	}
}

func developmentIndex(t testing.TB) (map[string]int32, *Index) {
	ids, index := map[string]int32{}, &Index{}
	for _, d := range jsonl[struct{ ID, Text string }](t, "documents.jsonl") {
		ids[d.ID] = index.Add(Words(d.Text))
	}
	return ids, index
}

func jsonl[T any](t testing.TB, name string) []T {
	f, err := os.Open(filepath.Join(shared, name))
	if err != nil {
		t.Skipf("SKIPPED, the development data are absent: %v", err)
	}
	defer f.Close()
	var out []T
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}
