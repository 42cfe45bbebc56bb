package web

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"hearsay/schema"
)

var keep = flag.String("keep", "", "folder to leave the sample pages in")

// print is the page of a dossier; with -keep it stays as a file of that name.
func print(t *testing.T, name string, d *schema.Dossier, inputs map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Report(&b, d, inputs); err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		if err := os.WriteFile(filepath.Join(*keep, name+".html"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestReport(t *testing.T) {
	d, inputs := ferry()
	print(t, "ferry", d, inputs)
	d, inputs = archive(12, 60)
	print(t, "archive", d, inputs)
	print(t, "empty", &schema.Dossier{Hearsay: 1}, nil)
	m := newMaker()
	m.article("-", "", "", "", "One line only.", false)
	print(t, "one", m.d, nil)
}
