package web

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var keep = flag.String("keep", "", "folder to leave the sample pages in")

func report(t *testing.T, name string) []byte {
	d, inputs := ferry()
	var b bytes.Buffer
	if err := Report(&b, d, inputs); err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		os.WriteFile(filepath.Join(*keep, name+".html"), b.Bytes(), 0o644)
	}
	return b.Bytes()
}

func TestReport(t *testing.T) { report(t, "ferry") }
