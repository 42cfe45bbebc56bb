package extract

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestDevelopmentPages reads every thirtieth development page. The model has
// learnt from them, so this tells a broken program, not how good it is; cmd/train
// prints the scores of folds that are disjoint by site.
func TestDevelopmentPages(t *testing.T) {
	folder := filepath.Join("..", "..", "shared", "data", "pages")
	file, err := os.ReadFile(filepath.Join(folder, "truth.json"))
	if err != nil {
		t.Skipf("SKIPPED: no development pages: %v", err)
	}
	list, err := ParseTruth(file)
	if err != nil {
		t.Fatal(err)
	}
	var some []PageTruth
	for i := 0; i < len(list); i += 30 {
		some = append(some, list[i])
	}
	sample, err := json.Marshal(some)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Score(sample, func(id string) ([]byte, error) {
		f, err := os.Open(filepath.Join(folder, id+".html.gz"))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, err
		}
		return io.ReadAll(z)
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", s)
	if s.F1() < .93 || share(s.Title, s.TitleAll) < .8 {
		t.Errorf("far below what the model reached:\n%s", s)
	}
}
