// Command cost measures what a dossier costs, from 5 to 1,000 articles, and writes
// bench/cost.txt.
//
//	go run ./bench/cost
//
// The articles are the texts of the largest cluster of the development data; where
// there are more articles than texts, the further ones are a text without some of
// its paragraphs and with some of another text: in a story of that size most accounts
// share passages. The data lies beside the project and is not part of it; where it
// is absent the command says so and writes nothing.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"hearsay/internal/usage"
)

var sizes = []int{5, 10, 20, 50, 100, 200, 500, 1000}

func main() {
	data := flag.String("data", "../shared/data/stories/rumours.jsonl", "texts with their clusters")
	out := flag.String("o", "bench/cost.txt", "file to write")
	flag.Parse()
	if _, err := os.Stat(*data); err != nil {
		fmt.Fprintf(os.Stderr, "SKIPPED: nothing measured, %s left as it is: %v\n", *out, err)
		return
	}
	if err := measure(*data, *out); err != nil {
		fmt.Fprintf(os.Stderr, "cost: %v\n", err)
		os.Exit(1)
	}
}

func measure(data, out string) error {
	texts, err := largest(data)
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "cost")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	program := filepath.Join(scratch, "hearsay")
	if built, err := exec.Command("go", "build", "-o", program, "./cmd/hearsay").CombinedOutput(); err != nil {
		return fmt.Errorf("build: %w: %s", err, built)
	}
	var page bytes.Buffer
	fmt.Fprintf(&page, "Cost of a dossier: hearsay read FOLDER --format json, one story of so many articles. Made by: go run ./bench/cost\n")
	fmt.Fprintf(&page, "Articles beyond %d are texts with some paragraphs of one another. CPU = user and system time of all workers; %s/%s, %d cores.\n\n", len(texts), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	fmt.Fprintf(&page, "%8s %9s %9s %8s %9s %11s %8s %8s\n", "articles", "words", "seconds", "CPU s", "MB most", "CPU ms/art.", "stories", "claims")
	for _, n := range sizes {
		folder := filepath.Join(scratch, fmt.Sprint(n))
		words, err := write(folder, texts, n)
		if err != nil {
			return err
		}
		row, err := cost(program, folder, n, words)
		if err != nil {
			return err
		}
		page.WriteString(row)
		fmt.Fprint(os.Stderr, row)
	}
	return os.WriteFile(out, page.Bytes(), 0o644)
}

// largest are the texts of the largest cluster, in their order.
func largest(data string) ([]string, error) {
	file, err := os.Open(data)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	clusters := map[string][]string{}
	best := ""
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a struct{ Text, Cluster string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return nil, err
		}
		clusters[a.Cluster] = append(clusters[a.Cluster], a.Text)
		if n, most := len(clusters[a.Cluster]), len(clusters[best]); n > most || n == most && a.Cluster < best {
			best = a.Cluster
		}
	}
	return clusters[best], lines.Err()
}

// write makes a folder of n articles and counts their words.
func write(folder string, texts []string, n int) (words int, err error) {
	if err := os.Mkdir(folder, 0o755); err != nil {
		return 0, err
	}
	for i := range n {
		text := texts[i%len(texts)]
		if round := i / len(texts); round > 0 {
			text = fmt.Sprintf("%s\n\nEdition %d.", blend(text, texts[(i*7+round)%len(texts)], round), i)
		}
		words += len(strings.Fields(text))
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.txt", i)), []byte(text), 0o644); err != nil {
			return 0, err
		}
	}
	return words, nil
}

// blend leaves every fourth paragraph out of a text, beginning with another one each
// round, and puts every fifth of another text at the end.
func blend(text, other string, round int) string {
	var out []string
	for i, p := range strings.Split(text, "\n\n") {
		if (i+round)%4 != 3 {
			out = append(out, p)
		}
	}
	for i, p := range strings.Split(other, "\n\n") {
		if (i+round)%5 == 0 {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

// dossier is what is counted.
type dossier struct{ Stories, Claims []struct{} }

func read(program, folder string) (*dossier, *os.ProcessState, error) {
	cmd := exec.Command(program, "read", "--format", "json", folder)
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	if err := cmd.Run(); err != nil {
		return nil, nil, fmt.Errorf("read %s: %w: %s", folder, err, stderr.String())
	}
	var d dossier
	return &d, cmd.ProcessState, json.Unmarshal(out.Bytes(), &d)
}

func cost(program, folder string, n, words int) (string, error) {
	from := time.Now()
	d, s, err := read(program, folder)
	if err != nil {
		return "", err
	}
	took := time.Since(from)
	cpu := s.UserTime() + s.SystemTime()
	return fmt.Sprintf("%8d %9d %9.2f %8.2f %9.0f %11.1f %8d %8d\n", n, words, took.Seconds(), cpu.Seconds(), usage.Peak(s), 1000*cpu.Seconds()/float64(n), len(d.Stories), len(d.Claims)), nil
}
