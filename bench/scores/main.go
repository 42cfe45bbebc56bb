// Command scores measures hearsay on annotated data and writes bench/scores.txt.
//
//	go run ./bench/scores -date 2026-11-22
//
// The data and the scorers lie beside the project, in ../shared, and are not
// part of it; where they are absent the command says so and writes nothing.
// The scorers need python3.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// bench is one run: where things are and the page that is written.
type bench struct {
	shared  string
	scratch string
	hearsay string // the program under measurement
	page    bytes.Buffer
}

func main() {
	shared := flag.String("shared", "../shared", "folder with seeds, data and score")
	date := flag.String("date", time.Now().Format(time.DateOnly), "date of the measurement")
	out := flag.String("o", "bench/scores.txt", "file to write")
	flag.Parse()
	for _, needed := range []string{"seeds/gold-shown.json", "score/reading.py", "data/attribution/dev.jsonl"} {
		if _, err := os.Stat(filepath.Join(*shared, needed)); err != nil {
			fmt.Fprintf(os.Stderr, "SKIPPED: nothing measured, %s left as it is: %v\n", *out, err)
			return
		}
	}
	if err := measure(*shared, *date, *out); err != nil {
		fmt.Fprintf(os.Stderr, "scores: %v\n", err)
		os.Exit(1)
	}
}

func measure(shared, date, out string) error {
	scratch, err := os.MkdirTemp("", "scores")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	b := &bench{shared: shared, scratch: scratch, hearsay: filepath.Join(scratch, "hearsay")}
	if _, err := b.run("go", "build", "-o", b.hearsay, "./cmd/hearsay"); err != nil {
		return err
	}
	b.printf("Scores of hearsay, %s. Made by: go run ./bench/scores -date %s\n", date, date)
	b.printf("Development data: rules and models were made with it or its neighbours in view. n = items judged; data = first 12\n")
	b.printf("digits of its SHA-256; baseline = the trivial method that the part names.\n")
	for _, part := range []func() error{b.reading, b.attribution, b.syntax, b.names, b.copies, b.stories, b.stance} {
		if err := part(); err != nil {
			return err
		}
	}
	if err := os.WriteFile(out, b.page.Bytes(), 0o644); err != nil {
		return err
	}
	_, err = os.Stdout.Write(b.page.Bytes())
	return err
}

func (b *bench) printf(format string, args ...any) { fmt.Fprintf(&b.page, format, args...) }

// run executes a command and returns what it prints.
func (b *bench) run(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w: %s", filepath.Base(name), strings.Join(args, " "), err, stderr.String())
	}
	return out, nil
}

// scored runs a scorer and decodes its JSON.
func (b *bench) scored(into any, scorer string, args ...string) error {
	out, err := b.run("python3", append([]string{filepath.Join(b.shared, "score", scorer)}, args...)...)
	if err != nil {
		return err
	}
	return json.Unmarshal(out, into)
}

// kept writes a file into the scratch folder and returns its name.
func (b *bench) kept(name string, data []byte) (string, error) {
	name = filepath.Join(b.scratch, name)
	return name, os.WriteFile(name, data, 0o644)
}

// digest identifies the data that was measured on.
func digest(files ...string) (string, error) {
	sum := sha256.New()
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%s %d\n", filepath.Base(name), len(data))
		sum.Write(data)
	}
	return fmt.Sprintf("%x", sum.Sum(nil))[:12], nil
}
