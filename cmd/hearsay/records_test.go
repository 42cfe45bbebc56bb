package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestVerifyProvesRecords: whatever a case of feed holds, the dossier made of it
// is proved by the same input.
func TestVerifyProvesRecords(t *testing.T) {
	files, err := filepath.Glob("../../feed/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	proved := 0
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		section := map[string]string{}
		for _, f := range a.Files {
			section[f.Name] = string(f.Data)
		}
		if section["in"] == "" || section["packed"] != "" || section["options"] != "" {
			continue
		}
		folder := t.TempDir()
		input, dossier := filepath.Join(folder, strings.TrimSpace(section["name"])), filepath.Join(folder, "dossier.out")
		if err := os.WriteFile(input, []byte(section["in"]), 0o644); err != nil {
			t.Fatal(err)
		}
		if command("read", input, "--format", "json", "-o", dossier); !exists(dossier) {
			continue
		}
		proved++
		if status, _, errs := command("verify", dossier); status != 0 {
			t.Errorf("%s: %s", filepath.Base(file), errs)
		}
	}
	if proved < 15 {
		t.Errorf("only %d cases gave a dossier", proved)
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
