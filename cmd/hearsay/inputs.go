package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hearsay"
	"hearsay/feed"
)

// inputs gathers the pages that a command line names.
type inputs struct {
	s      streams
	pages  []*hearsay.Page
	seen   map[[32]byte]string // content -> name it was first read as
	failed bool
}

// gather reads every input; what cannot be read is named on standard error and
// the others are still read.
func gather(names []string, s streams) *inputs {
	in := &inputs{s: s, seen: map[[32]byte]string{}}
	for _, name := range names {
		in.add(name)
	}
	return in
}

func (in *inputs) fail(name string, err error) {
	in.failed = true
	fmt.Fprintf(in.s.err, "hearsay: %s: %v\n", name, err)
}

func (in *inputs) add(name string) {
	if name == "-" {
		in.read("-", in.s.in)
		return
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		in.fail(name, errors.New("no such file or folder"))
	case err != nil:
		in.fail(name, cause(err))
	case info.IsDir():
		in.folder(name)
	default:
		in.file(name)
	}
}

// folder reads the files below it in the order of their names; hidden ones are
// passed over, and so are files that no one would take for an account.
func (in *inputs) folder(root string) {
	var files []string
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			in.fail(name, cause(err))
			return nil
		case name != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type().IsRegular() && feed.Wanted(name):
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		in.fail(root, cause(err))
	}
	if len(files) == 0 {
		in.fail(root, errors.New("no readable file in this folder: hearsay reads .txt, .html and .htm, also as .gz"))
	}
	for _, name := range files {
		in.file(name)
	}
}

func (in *inputs) file(name string) {
	f, err := os.Open(name)
	if err != nil {
		in.fail(name, cause(err))
		return
	}
	defer f.Close()
	in.read(name, f)
}

func (in *inputs) read(name string, r io.Reader) {
	data, err := io.ReadAll(io.LimitReader(r, feed.MaxBytes+1))
	if err != nil {
		in.fail(name, cause(err))
		return
	}
	pages, err := feed.Pages(name, data)
	if err != nil {
		in.fail(name, err)
	}
	for _, p := range pages {
		sum := sha256.Sum256(p.Bytes)
		if first, ok := in.seen[sum]; ok {
			in.fail(p.Name, fmt.Errorf("the same bytes as %s: read once", first))
			continue
		}
		in.seen[sum] = p.Name
		in.pages = append(in.pages, p)
	}
}

// cause strips the operation and path that the caller names anyway.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
