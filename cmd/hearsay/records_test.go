package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
)

// TestVerifyProvesCases: whatever a case of feed or extract holds, the dossier made
// of it is proved by the same input.
func TestVerifyProvesCases(t *testing.T) {
	for _, room := range []string{"feed", "extract"} {
		proved := 0
		for file, section := range sections(t, "../../"+room+"/testdata/*.txtar") {
			name, in := strings.TrimSpace(section["name"]), section["in"]
			switch page := section["page"]; {
			case page != "":
				name, in = "page.html", page
			case room == "extract":
				name = "text.txt"
			}
			if in == "" || section["packed"] != "" || section["options"] != "" {
				continue
			}
			made, errs := proves(t, name, []byte(in))
			if errs != "" {
				t.Errorf("%s: %s", file, errs)
			}
			if made {
				proved++
			}
		}
		if proved < 15 {
			t.Errorf("%s: only %d cases gave a dossier", room, proved)
		}
	}
}

// TestVerifyProvesCharset: a charset that a page names behind a long head.
func TestVerifyProvesCharset(t *testing.T) {
	page, err := charmap.ISO8859_2.NewEncoder().String("<html><head><title>Most</title>" + strings.Repeat(`<link rel="preload" href="/a.js">`, 100) +
		`<meta charset="ISO-8859-2"></head><body><article><h1>Rada zagłosowała "za" mostem</h1><p>` +
		strings.Repeat("Radni zagłosowali w środę za budową mostu, choć część mieszkańców była przeciw. ", 8) + "</p></article></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	if made, errs := proves(t, "page.html", []byte(page)); !made || errs != "" {
		t.Errorf("made %v: %s", made, errs)
	}
}

// sections are the parts of each case by the name of its file.
func sections(t *testing.T, glob string) map[string]map[string]string {
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	all := map[string]map[string]string{}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		section := map[string]string{}
		for _, f := range a.Files {
			section[f.Name] = string(f.Data)
		}
		all[filepath.Base(file)] = section
	}
	return all
}

// proves reads an input, and reports whether a dossier was made and what verify
// has against it.
func proves(t *testing.T, name string, in []byte) (made bool, errs string) {
	folder := t.TempDir()
	input, dossier := filepath.Join(folder, name), filepath.Join(folder, "dossier.out")
	if err := os.WriteFile(input, in, 0o644); err != nil {
		t.Fatal(err)
	}
	if command("read", input, "--format", "json", "-o", dossier); !exists(dossier) {
		return false, ""
	}
	if status, _, errs := command("verify", dossier); status != 0 {
		return true, errs
	}
	return true, ""
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
