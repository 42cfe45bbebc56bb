package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// trees counts what a parsed treebank has right.
type trees struct {
	words, tags, heads, labelled int
}

// syntax scores tags and trees on the development parts of two treebanks.
func (b *bench) syntax() error {
	b.printf("\nsyntax: hearsay eval syntax --predict, gold tokens; UAS, LAS without punctuation, LAS without subtypes\n")
	b.printf("baseline: every word is a noun that depends on the word before it\n\n")
	b.printf("%-16s %8s %8s %8s %12s %12s %8s  %s\n", "treebank", "tags", "UAS", "LAS", "baseline UAS", "baseline LAS", "n", "data")
	for _, name := range []string{"ewt-dev.conllu", "gum-dev.conllu"} {
		gold := filepath.Join(b.shared, "data", "syntax", name)
		sum, err := digest(gold)
		if err != nil {
			return err
		}
		predicted, err := b.run(b.hearsay, "eval", "syntax", "--predict", gold)
		if err != nil {
			return err
		}
		truth, err := os.ReadFile(gold)
		if err != nil {
			return err
		}
		have, err := compareTrees(truth, predicted)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		base, err := compareTrees(truth, chained(truth))
		if err != nil {
			return err
		}
		b.printf("%-16s %8.3f %8.3f %8.3f %12.3f %12.3f %8d  %s\n", strings.TrimSuffix(name, ".conllu"), have.share(have.tags),
			have.share(have.heads), have.share(have.labelled), base.share(base.heads), base.share(base.labelled), have.words, sum)
	}
	return b.segments()
}

// segments scores the tokens and sentences that are found in the raw text of the
// treebanks.
func (b *bench) segments() error {
	b.printf("\nsyntax: hearsay eval syntax, raw text; F1 of tokens and sentences\n\n")
	b.printf("%-16s %8s %8s %9s %8s\n", "treebank", "tokens", "n", "sentences", "n")
	for _, part := range [][]string{{"ewt-dev"}, {"gum-dev"}, {"gum-dev", "--genre", "news"}} {
		args := append([]string{"eval", "syntax", filepath.Join(b.shared, "data", "syntax", part[0]+".conllu")}, part[1:]...)
		printed, err := b.run(b.hearsay, args...)
		if err != nil {
			return err
		}
		var tokens, sentences float64
		var n, m int
		_, raw, _ := strings.Cut(string(printed), "raw text: ")
		if _, err := fmt.Sscanf(raw, "tokens F1 %f of %d, sentences F1 %f of %d", &tokens, &n, &sentences, &m); err != nil {
			return fmt.Errorf("%s: %q: %w", part[0], raw, err)
		}
		b.printf("%-16s %8.3f %8d %9.3f %8d\n", strings.Join(append(part[:1:1], part[min(2, len(part)):]...), " "), tokens, n, sentences, m)
	}
	return nil
}

func (t trees) share(n int) float64 { return float64(n) / float64(max(t.words, 1)) }

// compareTrees counts over the words of two treebanks with the same tokens.
func compareTrees(gold, predicted []byte) (trees, error) {
	g, p := wordLines(gold), wordLines(predicted)
	if len(g) != len(p) {
		return trees{}, fmt.Errorf("%d words predicted, %d in the treebank", len(p), len(g))
	}
	var t trees
	for i := range g {
		relation, _, _ := strings.Cut(g[i][7], ":")
		if relation == "punct" {
			continue
		}
		t.words++
		if g[i][4] == p[i][4] {
			t.tags++
		}
		if g[i][6] == p[i][6] {
			t.heads++
			if have, _, _ := strings.Cut(p[i][7], ":"); have == relation {
				t.labelled++
			}
		}
	}
	return t, nil
}

// wordLines are the columns of the words of a treebank; ranges and empty nodes
// are none.
func wordLines(bank []byte) [][]string {
	var out [][]string
	lines := bufio.NewScanner(bytes.NewReader(bank))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		columns := strings.Split(lines.Text(), "\t")
		if len(columns) == 10 && !strings.ContainsAny(columns[0], "-.") {
			out = append(out, columns)
		}
	}
	return out
}

// chained predicts that each word is a noun that depends on the one before.
func chained(bank []byte) []byte {
	var out bytes.Buffer
	for _, columns := range wordLines(bank) {
		n, _ := strconv.Atoi(columns[0])
		columns[4], columns[6], columns[7] = "NN", strconv.Itoa(n-1), "nmod"
		out.WriteString(strings.Join(columns, "\t") + "\n")
	}
	return out.Bytes()
}
