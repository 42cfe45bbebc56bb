package stories

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

const developmentData = "../../shared/data/stories"

type labelled struct{ ID, Text, Title, Cluster, Topic string }

func development(t testing.TB, name string) []labelled {
	f, err := os.Open(filepath.Join(developmentData, name))
	if err != nil {
		t.Skipf("SKIPPED, the development data are absent: %v", err)
	}
	defer f.Close()
	var out []labelled
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var d labelled
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// TestStreams holds what the learnt weights give on the development streams, in
// one pass, to what is asked. Scores out of fold are printed by cmd/train -stories.
func TestStreams(t *testing.T) {
	for name, bar := range map[string]float64{"ecb.jsonl": .92, "headlines.jsonl": .82} {
		var g Grouper
		var truth, found []string
		for _, d := range development(t, name) {
			g.Add(Words(d.Title, d.Text))
			truth = append(truth, d.Cluster)
		}
		g.Settle()
		for i := range truth {
			found = append(found, strconv.Itoa(int(g.Story(int32(i)))))
		}
		p, r, f := BCubed(Agree(truth, found))
		if t.Logf("%s: BCubed P %.3f R %.3f F %.4f", name, p, r, f); f < bar {
			t.Errorf("%s: BCubed F %.4f", name, f)
		}
	}
}
