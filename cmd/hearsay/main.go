// Command hearsay reads many accounts of a story and shows who said what,
// according to whom, who disputes it and where each claim began.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// commands are the subcommands; their help texts are docs/reference.md.
type commands struct {
	Read    readCommand    `cmd:"" help:"Read accounts of a story and print the dossier."`
	Verify  verifyCommand  `cmd:"" help:"Re-prove every cell of a dossier against its inputs."`
	Explain explainCommand `cmd:"" help:"Show what each stage saw at one place of an input."`
	Export  exportCommand  `cmd:"" help:"Print a dossier in another format."`
	Schema  schemaCommand  `cmd:"" help:"Print the JSON Schema of the dossier."`
	Eval    evalCommand    `cmd:"" help:"Predict or score one task on annotated data."`
}

// streams are where a command reads and writes.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// errFailed is returned when something asked for failed and has been named on
// standard error already.
var errFailed = errors.New("failed")

const description = `hearsay reads many news accounts of the same story and shows who said what, according to whom,
who disputes it, where each claim began, what was copied, and what each outlet leaves out.
Every cell it prints is a stretch of the source text.

  hearsay read a.html b.txt saved/           the dossier on the terminal
  hearsay read saved/ --format html -o s.html  a page to keep
  hearsay read crawl.warc.gz --format jsonl  one article a line, from an archive of any size
  hearsay read https://post.example/rss --follow  a feed and the pages that it names
  hearsay verify dossier.json                proves every cell

Exit status: 0 done; 1 something asked for failed (named on standard error); 2 wrong usage.`

func main() { os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})) }

// run executes one command line and returns the exit status.
func run(args []string, s streams) int {
	var c commands
	exit := -1
	parser, err := kong.New(&c, kong.Name("hearsay"), kong.Description(description), kong.Writers(s.out, s.err),
		kong.Exit(func(code int) { exit = code }), kong.BindTo(s.out, (*io.Writer)(nil)), kong.Bind(s),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		panic(err) // the command structs above are malformed
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	ctx, err := parser.Parse(args)
	if exit >= 0 {
		return exit
	}
	if err != nil {
		fmt.Fprintf(s.err, "hearsay: %v\nhearsay: see 'hearsay --help'\n", err)
		return 2
	}
	switch err := ctx.Run(); {
	case err == nil:
		return 0
	case errors.Is(err, errFailed):
		return 1
	default:
		fmt.Fprintf(s.err, "hearsay: %v\n", err)
		return 1
	}
}
