package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"os"
	"path/filepath"
	"strings"
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

// TestChrome shows what was left out only from the very bytes that were read.
func TestChrome(t *testing.T) {
	d, inputs := ferry()
	const left = "Share this article"
	if page := print(t, "ferry", d, inputs); !bytes.Contains(page, []byte(left)) {
		t.Error("what was left out is not shown")
	}
	inputs[d.Articles[0].Input] = append([]byte("x"), inputs[d.Articles[0].Input]...)
	for _, other := range []map[string][]byte{inputs, nil} {
		if page := print(t, "without", d, other); bytes.Contains(page, []byte(left)) {
			t.Error("what was left out is shown from other bytes")
		}
	}
}

// TestChromeCut never divides a character of what was left out.
func TestChromeCut(t *testing.T) {
	data := []byte(strings.Repeat("é", mostDropped))
	sum := sha256.Sum256(data)
	a := &schema.Article{Input: "x", SHA256: hex.EncodeToString(sum[:]), Chrome: []schema.Chrome{{Raw: [2]int32{1, int32(len(data))}}, {Raw: [2]int32{-4, 1 << 30}}}}
	got, _ := droppedFrom(a, map[string][]byte{"x": data})
	if !got[0].Cut || strings.Count(got[0].Text, "�") != 1 || got[1].Text != "" {
		t.Errorf("left out: %q, %q", got[0].Text, got[1].Text)
	}
}

func TestTextFragment(t *testing.T) {
	long := strings.Repeat("one two three four five ", 8)
	for _, c := range []struct{ address, text, want string }{
		{"https://a.example/x", "No, this is not-true.", "https://a.example/x#:~:text=No%2C%20this%20is%20not%2Dtrue."},
		{"https://a.example/x#top", "a & b", "https://a.example/x#top:~:text=a%20%26%20b"},
		{"http://a.example/", long, "http://a.example/#:~:text=one%20two%20three%20four,two%20three%20four%20five"},
		{"javascript:alert(1)", "x", ""},
		{"file:///etc/passwd", "x", ""},
		{"", "x", ""},
		{"https://a.example/", " ", ""},
	} {
		if got := textFragment(c.address, c.text); got != c.want {
			t.Errorf("%s, %q: %s, want %s", c.address, c.text, got, c.want)
		}
	}
}
