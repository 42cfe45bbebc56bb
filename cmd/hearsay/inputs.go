package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"hearsay"
	"hearsay/feed"
	"hearsay/fetch"
)

// taking is how inputs are taken in.
type taking struct {
	knowing
	Follow       bool          `help:"Fetch the pages that feeds, outlines and records without a text only name."`
	Refresh      bool          `help:"Ask again for pages that the cache holds, and take those that have changed; feeds are always asked for again."`
	Delay        time.Duration `default:"1s" help:"Pause between two requests to one host, unless its robots.txt asks for more."`
	Timeout      time.Duration `default:"30s" help:"Longest wait for one page, from the request to its last byte."`
	AllowPrivate bool          `help:"Also fetch from this machine and from private networks."`
	Proxy        *url.URL      `placeholder:"URL" help:"Fetch through this proxy. Default: as HTTP_PROXY and HTTPS_PROXY say."`
}

// knowing is what must be known to read again what was read once.
type knowing struct {
	Map   map[string]string `placeholder:"FIELD=NAME" help:"Which member of a JSON object or column of a table holds a field, for names that are not known: text=main.body. Fields: html, text, title, standfirst, author, date, outlet, url."`
	Cache string            `placeholder:"FOLDER" help:"Where fetched pages are kept, so that nothing is fetched twice. Default: hearsay in the user's folder for caches; none keeps nothing."`
}

// Validate holds that --map names fields that there are.
func (k *knowing) Validate() error {
	for field := range k.Map {
		if !slices.Contains(feed.Fields, field) {
			return fmt.Errorf("--map: there is no field %q; fields are %s", field, strings.Join(feed.Fields, ", "))
		}
	}
	return nil
}

// client fetches as the flags say.
func (t *taking) client() *fetch.Client {
	cache := t.Cache
	if cache == "" {
		if folder, err := os.UserCacheDir(); err == nil {
			cache = filepath.Join(folder, "hearsay")
		}
	}
	if cache == "none" {
		cache = ""
	}
	return fetch.New(fetch.Options{Cache: cache, Refresh: t.Refresh, Delay: t.Delay, Timeout: t.Timeout, MaxBytes: feed.MaxBytes,
		AllowPrivate: t.AllowPrivate, Proxy: t.Proxy})
}

// inputs reads what a command line names.
type inputs struct {
	taking
	s      streams
	web    *fetch.Client
	cached bool           // addresses are looked up in the cache alone
	faults map[string]int // input -> faults of its records
	failed bool
}

const (
	mostShown   = 20 // faults of one input that are named one by one
	mostFollows = 3  // feeds that name feeds that name feeds
)

func (t *taking) inputs(s streams) *inputs {
	return &inputs{taking: *t, s: s, web: t.client(), faults: map[string]int{}}
}

// inputs reads again what was read once; no server is asked.
func (k *knowing) inputs(s streams) *inputs {
	in := (&taking{knowing: *k}).inputs(s)
	in.cached = true
	return in
}

// fail names what could not be read. Of an input with very many broken records
// the first are named.
func (in *inputs) fail(err error) {
	in.failed = true
	name, err := "", err
	var f *feed.Fault
	if errors.As(err, &f) {
		name = f.Name
	}
	if base, _, ok := strings.Cut(name, "#"); ok {
		in.faults[base]++
		if in.faults[base] > mostShown {
			return
		}
	}
	fmt.Fprintf(in.s.err, "hearsay: %s\n", printable(err.Error()))
}

// end says how many faults were not named.
func (in *inputs) end() {
	bases := make([]string, 0, len(in.faults))
	for base, n := range in.faults {
		if n > mostShown {
			bases = append(bases, base)
		}
	}
	slices.Sort(bases)
	for _, base := range bases {
		fmt.Fprintf(in.s.err, "hearsay: %s: %d more records could not be read\n", printable(base), in.faults[base]-mostShown)
	}
}

// printable keeps the names and bytes of an input from steering a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return '\ufffd'
		}
		return r
	}, s)
}

// gather holds all pages. Bytes that came before are named and read once.
func (in *inputs) gather(names []string) []*hearsay.Page {
	var pages []*hearsay.Page
	seen := map[[32]byte]string{}
	for p, err := range in.pages(names) {
		if err != nil {
			in.fail(err)
			continue
		}
		sum := sha256.Sum256(p.Bytes)
		if first, ok := seen[sum]; ok {
			in.fail(&feed.Fault{Name: p.Name, Err: fmt.Errorf("the same bytes as %s: read once", first)})
			continue
		}
		seen[sum] = p.Name
		pages = append(pages, p)
	}
	in.end()
	return pages
}

// target is an input with the records that are meant; nil for all.
type target struct {
	base    string
	records map[string]bool
}

// pages reads the inputs in order, one page at a time.
func (in *inputs) pages(names []string) iter.Seq2[*hearsay.Page, error] {
	return func(yield func(*hearsay.Page, error) bool) {
		targets := in.targets(names)
		for i := 0; i < len(targets); i++ {
			if !isAddress(targets[i].base) {
				if !in.local(targets[i], yield) {
					return
				}
				continue
			}
			run := i
			for i+1 < len(targets) && isAddress(targets[i+1].base) {
				i++
			}
			if !in.fetch(targets[run:i+1], 0, yield) {
				return
			}
		}
	}
}

// targets tells inputs from records of inputs. Records of one input that are
// named in a row are read in one go.
func (in *inputs) targets(names []string) []target {
	var all []target
	for _, name := range names {
		base, record := name, ""
		if isAddress(name) {
			base, record, _ = strings.Cut(name, "#")
			if !strings.ContainsAny(record, "0123456789") { // a place in the page
				record = ""
			}
		} else if _, err := os.Stat(name); err != nil {
			base, record = container(name)
		}
		if record == "" {
			all = append(all, target{base: base})
			continue
		}
		if n := len(all); n == 0 || all[n-1].base != base || all[n-1].records == nil {
			all = append(all, target{base, map[string]bool{}})
		}
		all[len(all)-1].records[base+"#"+record] = true
	}
	return all
}

// container parts the name of a record from that of the file that holds it.
func container(name string) (base, record string) {
	for at, r := range name {
		if r == '#' {
			if _, err := os.Stat(name[:at]); err == nil || name[:at] == "-" {
				return name[:at], name[at+1:]
			}
		}
	}
	return name, ""
}

func isAddress(name string) bool {
	return strings.HasPrefix(name, "https://") || strings.HasPrefix(name, "http://")
}

type yielder = func(*hearsay.Page, error) bool

// local reads what is on this machine, and reports whether more is wanted.
func (in *inputs) local(t target, yield yielder) bool {
	if t.base == "-" {
		return in.read(t, in.s.in, feed.Options{}, 0, yield)
	}
	info, err := os.Stat(t.base)
	switch {
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(t.base, "*?["):
		return in.glob(t.base, yield)
	case errors.Is(err, fs.ErrNotExist):
		return yield(nil, &feed.Fault{Name: t.base, Err: errors.New("no such file or folder")})
	case err != nil:
		return yield(nil, &feed.Fault{Name: t.base, Err: cause(err)})
	case info.IsDir():
		return in.folder(t.base, yield)
	}
	return in.file(t, yield)
}

// glob reads the files that a pattern matches, where no shell has done it.
func (in *inputs) glob(pattern string, yield yielder) bool {
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) == 0 {
		return yield(nil, &feed.Fault{Name: pattern, Err: errors.New("no such file or folder, and no file matches it as a pattern")})
	}
	for _, name := range found {
		if !in.local(target{base: name}, yield) {
			return false
		}
	}
	return true
}

// folder reads the files below it in the order of their names; hidden ones are
// passed over, and so are files that no one would take for an account.
func (in *inputs) folder(root string, yield yielder) bool {
	var files []string
	var faults []error
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			faults = append(faults, &feed.Fault{Name: name, Err: cause(err)})
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
		faults = append(faults, &feed.Fault{Name: root, Err: cause(err)})
	}
	if len(files) == 0 && len(faults) == 0 {
		faults = append(faults, &feed.Fault{Name: root, Err: errors.New("no readable file in this folder: hearsay reads files such as .txt, .html, .md, .json, .jsonl, .csv, .warc, .rss and .zip, also as .gz or .zst")})
	}
	for _, err := range faults {
		if !yield(nil, err) {
			return false
		}
	}
	for _, name := range files {
		if !in.file(target{base: name}, yield) {
			return false
		}
	}
	return true
}

func (in *inputs) file(t target, yield yielder) bool {
	f, err := os.Open(t.base)
	if err != nil {
		return yield(nil, &feed.Fault{Name: t.base, Err: cause(err)})
	}
	defer f.Close()
	return in.read(t, f, feed.Options{}, 0, yield)
}

// read reads one input, then fetches what it only names.
func (in *inputs) read(t target, r io.Reader, o feed.Options, depth int, yield yielder) bool {
	o.Members, o.Follow = in.Map, in.Follow && depth < mostFollows
	var follow []target
	left := len(t.records)
	for p, err := range feed.Read(t.base, r, o) {
		var f *feed.Fault
		if errors.As(err, &f) {
			f.Err = cause(f.Err)
			if f.Address != "" && t.records == nil {
				follow = append(follow, target{base: f.Address})
				continue
			}
		}
		if t.records != nil {
			name := ""
			if err == nil {
				name = p.Name
			} else if f != nil {
				name = f.Name
			}
			if !t.has(name) {
				continue
			}
			left--
		}
		if !yield(p, err) {
			return false
		}
		if t.records != nil && left == 0 {
			return true
		}
	}
	if len(follow) > 0 {
		return in.fetch(follow, depth+1, yield)
	}
	return left <= 0 || yield(nil, &feed.Fault{Name: t.base, Err: fmt.Errorf("has no such record: %d of those asked for are not in it", left)})
}

// has reports whether a record is one of those that are meant.
func (t *target) has(name string) bool {
	if t.records[name] {
		return true
	}
	for r := range t.records {
		if strings.HasPrefix(name, r+"#") {
			return true
		}
	}
	return false
}

// fetch reads what stands at addresses.
func (in *inputs) fetch(targets []target, depth int, yield yielder) bool {
	if in.cached {
		for _, t := range targets {
			if a := in.web.Kept(t.base); a != nil && !in.read(t, bytes.NewReader(a.Body), answerOptions(a), depth, yield) {
				return false
			}
		}
		return true
	}
	names := make([]string, len(targets))
	for i, t := range targets {
		names[i] = t.base
	}
	i := 0
	for a, err := range in.web.All(context.Background(), names) {
		t := targets[i]
		i++
		if err != nil {
			if !yield(nil, &feed.Fault{Name: t.base, Err: err}) {
				return false
			}
			continue
		}
		if !in.read(t, bytes.NewReader(a.Body), answerOptions(a), depth, yield) {
			return false
		}
	}
	return true
}

func answerOptions(a *fetch.Answer) feed.Options {
	return feed.Options{Media: a.Media, Charset: a.Charset, Address: a.Address}
}

// cause strips the operation and path that the caller names anyway.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
