package extract

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"sync"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"hearsay"
	"hearsay/flat"
	"hearsay/lang/und"
)

// model is the keep/drop model learnt by cmd/train from development pages.
var model = sync.OnceValue(func() *Model { return flat.Embedded(Unmarshal(und.Pages)) })

const (
	keepFrom     = .45     // probability from which a block belongs to the article
	mostElements = 100_000 // of a page that the readability library is asked about

	strayDistance = 15 // blocks between parts of one article
	strayShare    = 12 // a part of fewer words than a twelfth of the largest is a stray
)

// mostBeyond is how many elements below the deepest an untidy page may have; a
// page with more was not written to be read.
const mostBeyond = 5000

// document is a page on its way to an article.
type document struct {
	*scan
	draft            // its lines are the page's blocks, one each
	score  []float32 // probability that the block belongs to the article
	vote   *vote     // nil when the library gave none
	ld     linkedData
	doubts []hearsay.Doubt
}

// ErrNested is the reason that a page built to exhaust its readers is refused.
var ErrNested = errors.New("thousands of elements inside one another, as no outlet writes them; save the text of the article and read that")

// cleanHTML reads an HTML page.
func cleanHTML(a *hearsay.Article, p *hearsay.Page, m *Model, repeated map[string]bool) ([]hearsay.Doubt, error) {
	d := readPage(p, m)
	if d.beyond > mostBeyond {
		return nil, ErrNested
	}
	if len(d.out) == 0 {
		return nil, ErrNoText
	}
	d.judgeBlocks()
	d.dropRepeated(repeated)
	blocks := d.draft.blocks()
	if len(blocks) == 0 {
		return nil, ErrNoText
	}
	assemble(a, withTitle(blocks, p))
	a.Address = d.address(p)
	a.Chrome = d.draft.chrome()
	if a.Outlet = d.site(p); a.Outlet.Name == "" {
		a.Outlet = d.copyrightOutlet()
	}
	d.titleDoubts()
	d.outletDoubts(a.Outlet.Name)
	a.Byline = d.author(a.Outlet.Name)
	a.Credits = credited(slices.Concat(d.credits, d.datelines(a), d.markedCredits(a.Outlet.Name)))
	country := countryOfPage(a, d, p)
	a.Section, a.Published = d.section(a.Outlet.Name), d.date(country)
	a.Modified = d.modified(a.Published, country)
	a.Language = d.language(a.Text)
	return append(d.doubts, d.draft.doubts...), nil
}

// readPage scans a page, asks the library and scores every block.
func readPage(p *hearsay.Page, m *Model) *document {
	d := &document{scan: read(decode(p))}
	d.draft.head, d.dayOrder = -1, d.order()
	d.ld = d.linkedData()
	switch {
	case d.src.lossy:
		d.doubt("some bytes of the page are no characters of its charset")
	case d.beyond > 0 || int(d.count) > mostElements:
		d.doubt("the page nests or has too many elements; it is read by this program's own rules alone")
	}
	if d.beyond == 0 && int(d.count) <= mostElements {
		d.vote = askLibrary(d.src.text)
	}
	ms := measureAll(d.out, d.vote, m.Hints)
	d.score = make([]float32, len(ms))
	for i, row := range features(ms) {
		d.score[i] = m.Score(row)
	}
	return d
}

func (d *document) doubt(note string) {
	d.doubts = append(d.doubts, hearsay.Doubt{Kind: hearsay.DoubtCleaning, Note: note})
}

// askLibrary is the text that the readability library keeps; nil when it fails,
// which it may do by a panic on a broken page.
func askLibrary(page string) (v *vote) {
	defer func() {
		if recover() != nil {
			v = nil
		}
	}()
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	parser := readability.NewParser()
	found, err := parser.ParseAndMutate(tree, &url.URL{Scheme: "http", Host: "localhost", Path: "/"})
	if err != nil || found.Node == nil {
		return nil
	}
	return voteOf(found.Node)
}

// judgeBlocks turns the blocks into lines and gives each its role.
func (d *document) judgeBlocks() {
	d.lines = make([]line, len(d.out))
	for i := range d.out {
		p := d.out[i].passage
		d.lines[i] = line{passage: p, gap: true, to: len(p.text)}
	}
	d.lowerThreshold()
	d.dropStrays()
	d.findTitle()
	first, last := d.zone()
	for i := range d.lines {
		l := &d.lines[i]
		kept := d.keeps(i)
		if d.beside(i, first, last) && i != d.draft.head {
			l.trimGlued()
			l.measure()
			d.judgeForm(i)
		} else {
			l.measure()
		}
		d.decide(i, kept)
	}
	d.findSummary(first)
}

func (d *document) keeps(i int) bool { return d.score[i] >= keepFrom }

// lowerThreshold keeps the best block when none is good enough, and those
// beside it that the library keeps or that are sentences.
func (d *document) lowerThreshold() {
	best := 0
	for i, s := range d.score {
		if s >= keepFrom {
			return
		}
		if s > d.score[best] {
			best = i
		}
	}
	for i := range d.out {
		f := &d.out[i]
		if f.marks&(inNav|inHidden|inForm) == 0 && (i == best || f.own == d.out[best].own && f.linked*2 < len(f.text)) {
			d.score[i] = keepFrom
		}
	}
}

// dropStrays drops kept blocks of few words that stand far from the bulk of
// what is kept: labels in a menu that look like headings.
func (d *document) dropStrays() {
	type cluster struct{ from, to, words int }
	var all []cluster
	most := 0
	for i := range d.score {
		if !d.keeps(i) {
			continue
		}
		if n := len(all); n == 0 || i-all[n-1].to > strayDistance {
			all = append(all, cluster{i, i, 0})
		}
		c := &all[len(all)-1]
		c.to = i
		c.words += len(lexemes(d.out[i].text))
		most = max(most, c.words)
	}
	for _, c := range all {
		if c.words*strayShare >= most {
			continue
		}
		for i := c.from; i <= c.to; i++ {
			d.score[i] = min(d.score[i], keepFrom/2)
		}
	}
}

// zone is the range of the blocks that are kept.
func (d *document) zone() (first, last int) {
	first, last = len(d.score), -1
	for i := range d.score {
		if d.keeps(i) {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// beside reports whether block i stands where a page says who wrote the article
// and when: around the headline, above the body, below it.
func (d *document) beside(i, first, last int) bool {
	h := d.draft.head
	return h >= 0 && i >= h-6 && i <= h+12 || i >= first-15 && i <= last+10
}

// decide gives block i its role: the model's word stands unless the block's own
// form proves that it is chrome.
func (d *document) decide(i int, kept bool) {
	l, f := &d.lines[i], &d.out[i]
	if i == d.draft.head {
		l.as, l.reason = headline, ""
		return
	}
	if !kept || l.as == dropped && l.proof && overrules[l.reason] {
		if l.as != dropped {
			l.reason = f.reason()
		}
		l.as = dropped
		return
	}
	l.reason = ""
	switch {
	case d.kicker(i):
		l.as, l.reason = dropped, "label"
	case f.marks&inHeading != 0:
		l.as = subhead
	case f.tag == "li" || f.tag == "dd" || f.tag == "dt":
		l.as = listItem
	default:
		l.as = paragraph
	}
	if d.draft.head >= 0 && l.plain() == d.lines[d.draft.head].plain() {
		l.as, l.reason = dropped, "duplicate headline"
	}
}

// kicker reports whether block i is a few words in a heading just above the
// headline.
func (d *document) kicker(i int) bool {
	h := d.draft.head
	return i < h && i >= h-3 && d.out[i].marks&inHeading != 0 && d.lines[i].count <= 8 && !endsSentence(d.lines[i].text)
}

// overrules holds the reasons of form that count for more than the model.
var overrules = map[string]bool{"byline": true, "date": true, "agency credit": true, "advertisement": true, "share": true, "player": true,
	"icons": true, "image credit": true, "copyright": true, "account": true, "newsletter": true, "cookies": true, "comments": true, "": true}

// reason says in a word why the block is no part of the article.
func (f *fragment) reason() string {
	switch {
	case f.marks&inNav != 0:
		return "navigation"
	case f.marks&inHidden != 0:
		return "hidden"
	case f.marks&inCaption != 0, f.marks&inFigure != 0:
		return "caption"
	case f.marks&inForm != 0:
		return "form"
	case f.linked*5 >= len(f.text)*4:
		return "related link"
	case f.marks&inFooter != 0:
		return "footer"
	case f.marks&inAside != 0:
		return "aside"
	}
	return "label"
}

// language is what the page says of its language, unless its words say
// otherwise.
func (d *document) language(text string) string {
	said := strings.ToLower(strings.TrimSpace(d.markup.lang))
	if m, ok := d.markup.meta("content-language", "og:locale", "inlanguage"); said == "" && ok {
		said = strings.ToLower(strings.ReplaceAll(m.value, "_", "-"))
	}
	base, region, _ := strings.Cut(said, "-")
	seen := language(text)
	if seen != "" && seen != base || len(base) != 2 {
		return seen
	}
	if len(region) == 2 {
		return base + "-" + strings.ToUpper(region)
	}
	return base
}
