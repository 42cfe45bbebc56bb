// Command train learns the language model from the development data:
//
//	go run ./cmd/train -data ../shared/data -o lang/en/model.bin
//
// It reads the treebanks in syntax/ and, for word clusters, the texts of the
// other folders, and prints its progress and the scores on the development
// treebanks. Equal data give equal bytes. A corpus is left out by -without.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"hearsay/nlp"
)

func main() {
	data := flag.String("data", "../shared/data", "the folder of the development data")
	out := flag.String("o", "lang/en/model.bin", "where the model goes")
	name := flag.String("name", "en-3", "the model's name")
	without := flag.String("without", "", "corpora to leave out, parted by commas: "+strings.Join(corpora(), ", "))
	pages := flag.Bool("pages", false, "learn the model of page cleaning instead, for example to -o lang/und/pages.bin")
	lines := flag.Bool("lines", false, "learn the model of lines without markup instead, for example to -o lang/und/lines.bin")
	parts := flag.Bool("attribution", false, "learn the model of attribution instead, for example to -o lang/en/attribution.bin")
	folds := flag.Int("folds", 0, "with -attribution: learn from a part at a time and write predictions for the rest to -o")
	named := flag.Bool("names", false, "learn the model of names instead, for example to -o lang/en/names.bin")
	silver := flag.String("silver", "", "what a teacher says of news texts: a folder of treebanks, *.conllu (see -tokens); for -names, what cmd/train/names_teacher.py prints")
	grouping := flag.Bool("stories", false, "learn the decision on stories instead, for example to -o lang/en/story-weights.txt")
	tokens := flag.Bool("tokens", false, "write the tokens of the plain texts instead, for a teacher to label, for example to -o DIR")
	bearing := flag.Bool("stance", false, "learn how accounts bear on headlines instead, for example to -o lang/en/stance.bin")
	frequencies := flag.Bool("background", false, "count in how many texts words occur instead, for example to -o lang/en/background.txt")
	words := flag.String("general", "", "turn this word list of wordfreq into text frequencies instead, for example to -o lang/en/general.txt")
	vectorFile := flag.String("vectors", "", "pack the word vectors of this file of tools/vectors/distil.py instead, for example to -o lang/en/vectors.bin")
	columns := flag.String("leave", "", "with -stance: leave out the columns of evidence whose names match, to see what they are worth")
	flag.Parse()
	leave := strings.Split(*without, ",")
	var err error
	switch {
	case *vectorFile != "":
		err = packVectors(*vectorFile, *out)
	case *parts:
		err = trainAttribution(*data, *out, *folds)
	case *named:
		err = trainNames(*data, *silver, *out, leave)
	case *pages:
		err = trainPages(*data, *out)
	case *lines:
		err = trainLines(*data, *out)
	case *grouping:
		err = trainStories(*data, *out)
	case *tokens:
		err = writeTokens(*data, *out, leave)
	case *words != "":
		err = general(*words, *out)
	case *bearing:
		err = trainStance(*data, *out, *columns)
	case *frequencies:
		err = background(*data, *out, leave)
	default:
		err = train(*data, *silver, *out, *name, leave)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(data, silver, out, name string, without []string) error {
	start := time.Now()
	note := func(format string, args ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
	course := nlp.Course{Name: name, Note: note, Do: atOnce}
	for _, bank := range []string{"ewt", "gum"} {
		if slices.Contains(without, bank) {
			continue
		}
		b, err := treebank(filepath.Join(data, "syntax", bank+"-train.conllu"))
		if err != nil {
			return err
		}
		course.Treebanks = append(course.Treebanks, b)
	}
	if silver != "" {
		banks, err := silverTreebanks(silver, without)
		if err != nil {
			return err
		}
		course.Silver = banks
	}
	texts, err := plainTexts(data, without)
	if err != nil {
		return err
	}
	course.Texts = texts
	file := nlp.Learn(course)
	if err := os.WriteFile(out, file, 0o644); err != nil {
		return err
	}
	note("%s: %d bytes", out, len(file))
	return scores(data, file)
}

// scores prints how well the model does on the development treebanks.
func scores(data string, file []byte) error {
	for _, dev := range []struct{ bank, genre string }{{"ewt", ""}, {"gum", ""}, {"gum", "news"}} {
		b, err := treebank(filepath.Join(data, "syntax", dev.bank+"-dev.conllu"))
		if err != nil {
			return err
		}
		a, err := b.ParseWith(file)
		if err != nil {
			return err
		}
		s := b.Score(a, dev.genre)
		tokens, sentences := b.Segment(dev.genre)
		of := func(n int) float64 { return 100 * float64(n) / float64(s.Words) }
		fmt.Printf("%s-dev %-5s words %6d  XPOS %.2f  UAS %.2f  LAS %.2f  with subtypes %.2f  token F1 %.2f  sentence F1 %.2f\n",
			dev.bank, dev.genre, s.Words, of(s.XPOS), of(s.UAS), of(s.LAS), of(s.Full), 100*tokens.F1(), 100*sentences.F1())
	}
	return nil
}

// atOnce does tasks side by side.
func atOnce(tasks []func()) {
	var all sync.WaitGroup
	for _, do := range tasks {
		all.Go(do)
	}
	all.Wait()
}

// silverTreebanks reads the treebanks of a folder in order of their names.
func silverTreebanks(dir string, without []string) ([]*nlp.Treebank, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.conllu"))
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("%s: no treebanks", dir)
	}
	if err != nil {
		return nil, err
	}
	var banks []*nlp.Treebank
	for _, name := range names {
		if slices.Contains(without, strings.TrimSuffix(filepath.Base(name), ".conllu")) {
			continue
		}
		b, err := treebank(name)
		if err != nil {
			return nil, err
		}
		banks = append(banks, b)
	}
	return banks, nil
}

func treebank(name string) (*nlp.Treebank, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := nlp.ReadCoNLLU(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return b, nil
}
