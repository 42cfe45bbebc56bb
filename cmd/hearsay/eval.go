package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

type evalCommand struct {
	Attribution evalAttribution `cmd:"" help:"Who said what: JSONL {id,text}, with attributions to be scored against."`
	Syntax      evalSyntax      `cmd:"" help:"Tags and dependency trees: CoNLL-U with gold tokens."`
	Names       evalNames       `cmd:"" help:"Names by kind: CoNLL-U with gold tokens and Entity= annotation (GUM)."`
	Extract     evalExtract     `cmd:"" help:"Articles of pages: a folder of ID.html[.gz], with truth.json to be scored against."`
	Lines       evalLines       `cmd:"" help:"Lines of the article: JSONL {page,lines:[{text}]}."`
	Stories     evalStories     `cmd:"" help:"Stories: JSONL {id,text,title?} in order of arrival."`
	Stance      evalStance      `cmd:"" help:"Headlines held against bodies: JSONL {id,headline,body}, then bodies {id,text}."`
	Copies      evalCopies      `cmd:"" help:"Copies: documents {id,text}, then pairs {id,a,b}."`
}

// eachLine calls f for each line of a JSONL file; what f encodes goes to
// standard output.
func eachLine(name string, f func(line []byte, w *json.Encoder) error, s streams) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %w", name, cause(err))
	}
	defer file.Close()
	out := bufio.NewWriter(s.out)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	in := bufio.NewReader(file)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			if err := f(line, enc); err != nil {
				return fmt.Errorf("%s: line %d: %w", name, n, err)
			}
		}
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
}
