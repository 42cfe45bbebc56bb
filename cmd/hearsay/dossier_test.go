package main

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hearsay/schema"
)

const (
	examples = "../../examples"
	seeds    = "../../../shared/seeds"
)

// command runs one command line in process.
func command(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = run(args, streams{strings.NewReader(""), &out, &err})
	return status, out.String(), err.String()
}

// collections are the inputs that whole-program tests read: the examples, and the
// development texts where they are at hand.
func collections(t *testing.T) map[string][]string {
	t.Helper()
	all := map[string][]string{"examples": accounts(t, examples)}
	if found, _ := filepath.Glob(seeds + "/*.txt"); len(found) > 0 {
		all["seeds"] = found
	} else {
		t.Log("SKIPPED: development texts are not at hand; the examples alone are read")
	}
	return all
}

func accounts(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"*.txt", "*.html"} {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) == 0 {
		t.Fatalf("no accounts in %s", folder)
	}
	return names
}

func readJSON(t *testing.T, names []string) string {
	t.Helper()
	status, out, errs := command(append([]string{"read", "--format", "json"}, names...)...)
	if status != 0 || errs != "" {
		t.Fatalf("status %d, stderr %s", status, errs)
	}
	return out
}

func TestDossierFollowsItsSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schema.JSONSchema))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("dossier.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("dossier.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, inputs := range collections(t) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(readJSON(t, inputs)))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(v.(map[string]any)["statements"].([]any)) == 0 {
			t.Errorf("%s: no statements", name)
		}
	}
}

func TestSameBytesForAnyNumberOfWorkers(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for name, inputs := range collections(t) {
		runtime.GOMAXPROCS(1)
		one := readJSON(t, inputs)
		runtime.GOMAXPROCS(4)
		if four := readJSON(t, inputs); one != four {
			t.Errorf("%s: the dossier depends on the number of workers", name)
		}
	}
}

func TestVerifyProvesEveryCell(t *testing.T) {
	for name, inputs := range collections(t) {
		file := filepath.Join(t.TempDir(), "d.json")
		if err := os.WriteFile(file, []byte(readJSON(t, inputs)), 0o644); err != nil {
			t.Fatal(err)
		}
		if status, out, errs := command("verify", file); status != 0 || !strings.Contains(out, "every cell holds") {
			t.Errorf("%s: status %d, %s%s", name, status, out, errs)
		}
	}
}

// TestVerifyNamesAnAlteredCell alters one character at a time, anywhere in a
// string or number of the dossier.
func TestVerifyNamesAnAlteredCell(t *testing.T) {
	whole := []byte(readJSON(t, accounts(t, examples)))
	file := filepath.Join(t.TempDir(), "d.json")
	random := rand.New(rand.NewSource(1))
	for tried := 0; tried < 40; {
		at := random.Intn(len(whole))
		c := whole[at]
		if !('a' <= c && c < 'z' || '0' <= c && c < '9') {
			continue
		}
		altered := bytes.Clone(whole)
		altered[at]++
		var x, y schema.Dossier
		if json.Unmarshal(altered, &x) != nil || json.Unmarshal(whole, &y) != nil || schema.Compare(&x, &y) == nil {
			continue // a word of the JSON itself, such as "true" or a member's name
		}
		tried++
		if err := os.WriteFile(file, altered, 0o644); err != nil {
			t.Fatal(err)
		}
		status, out, errs := command("verify", file)
		if status != 1 || !strings.Contains(errs, "d.json: ") {
			t.Errorf("altered byte %d (%q): status %d %s%s", at, whole[max(0, at-30):at+10], status, out, errs)
		}
	}
}
