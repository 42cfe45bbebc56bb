// Package accounts builds dossiers for tests from texts whose statements are
// marked, so that the stages that read across accounts can be tested without
// those that read one.
//
//	entity mayor person role=mayor: Mayor Ann Ode; Ode; the mayor
//	entity aides unnamed 2: two aides
//	@ Herald 2031-05-04 credit=Wire
//	# {1:source Ode} {1:cue denies} {1:content the bridge is closed}
//	{2:source Two aides} {2:cue told} Wire {2:content the bridge was closed}.
//	: 1 deny target=2
//	@ Post
//	...
//	copy 1 2
//	story 1
//	story 2
//
// An entity line has a key, a kind and, in any order, an ISO country, a number,
// role=WORDS and "one" (merged over accounts although unnamed), then the
// expressions that refer to it. A line of an account is a block; "# " makes it
// the headline; ": N" sets what the marks of statement N do not say: its act,
// direct or mixed, within=N, target=N, carried=N, source=KEY, chain=KEY,KEY,
// hedged, lemma=WORD.
package accounts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hearsay"
	"hearsay/internal/marked"
	"hearsay/nlp"
	"hearsay/times"
)

// Parse builds the readings, referents, copies and stories of a dossier. One
// story holds all accounts unless the text lists stories.
func Parse(text string) (*hearsay.Dossier, error) {
	b := builder{keys: map[string]int{}, dossier: &hearsay.Dossier{}}
	var account []string
	for line := range strings.Lines(text + "\n@") {
		line = strings.TrimRight(line, "\n")
		word, rest, _ := strings.Cut(line, " ")
		var err error
		switch {
		case word == "@":
			err = b.account(account)
			account = []string{rest}
		case word == "entity" && len(b.owner) == 0:
			err = b.entity(rest)
		case word == "copy":
			b.copies = append(b.copies, rest)
		case word == "story":
			err = b.story(rest)
		case line != "":
			account = append(account, line)
		}
		if err != nil {
			return nil, fmt.Errorf("accounts: %s: %w", line, err)
		}
	}
	return b.finish()
}

type entity struct {
	hearsay.Entity
	one      bool
	variants []string
}

type builder struct {
	entities []entity
	keys     map[string]int
	owner    [][]int // by account: entity of the dossier behind each entity of the reading
	copies   []string
	dossier  *hearsay.Dossier
}

func (b *builder) entity(line string) error {
	head, variants, ok := strings.Cut(line, ": ")
	f := strings.Fields(head)
	if !ok || len(f) < 2 {
		return fmt.Errorf("want KEY KIND: EXPRESSION; EXPRESSION")
	}
	e := entity{variants: strings.Split(variants, "; ")}
	e.Name = e.variants[0]
	known := false
	for k := hearsay.KindPerson; k <= hearsay.KindDocument; k++ {
		if k.String() == f[1] {
			e.Kind, known = k, true
		}
	}
	if !known {
		return fmt.Errorf("unknown kind %s", f[1])
	}
	for _, w := range f[2:] {
		role, isRole := strings.CutPrefix(w, "role=")
		n, err := strconv.Atoi(w)
		switch {
		case isRole:
			e.Roles = append(e.Roles, strings.ReplaceAll(role, "_", " "))
		case w == "one":
			e.one = true
		case err == nil:
			e.Number, e.Plural = int16(n), n > 1
		default:
			e.Nation = w
		}
	}
	b.keys[f[0]] = len(b.entities)
	b.entities = append(b.entities, e)
	return nil
}

func (b *builder) story(rest string) error {
	var s hearsay.Story
	for _, f := range strings.Fields(rest) {
		n, err := strconv.Atoi(f)
		if err != nil {
			return err
		}
		s.Articles = append(s.Articles, int32(n-1))
	}
	s.Storyline = int32(len(b.dossier.Stories))
	b.dossier.Stories = append(b.dossier.Stories, s)
	return nil
}

// account reads one account: its header, then its lines.
func (b *builder) account(lines []string) error {
	if len(lines) == 0 {
		return nil
	}
	a := &hearsay.Article{Page: &hearsay.Page{}, Language: "en"}
	if err := header(a, lines[0]); err != nil {
		return err
	}
	var marks []marked.Mark
	var settings []string
	for _, line := range lines[1:] {
		if s, ok := strings.CutPrefix(line, ": "); ok {
			settings = append(settings, s)
			continue
		}
		role := hearsay.RoleParagraph
		if s, ok := strings.CutPrefix(line, "# "); ok {
			line, role = s, hearsay.RoleHeadline
		}
		plain, ms, err := marked.Parse(line)
		if err != nil {
			return err
		}
		if a.Text != "" {
			a.Text += "\n\n"
		}
		start := len(a.Text)
		a.Text += plain
		block := hearsay.Block{Span: span(start, len(a.Text)), Role: role}
		if a.Blocks = append(a.Blocks, block); role == hearsay.RoleHeadline {
			a.Headline = block.Span
		}
		for _, m := range ms {
			m.Start, m.End = m.Start+start, m.End+start
			marks = append(marks, m)
		}
	}
	a.Page.Bytes = []byte(a.Text)
	a.Pieces = []hearsay.Piece{{Clean: span(0, len(a.Text)), Raw: hearsay.Raw{End: int32(len(a.Text))}}}
	r := &hearsay.Reading{Article: a}
	analysis := nlp.Analyse(a.Text, a.Blocks)
	r.Tokens, r.Sentences, r.Quotations = analysis.Tokens, analysis.Sentences, analysis.Quotations
	r.Times = times.Find(a.Text, a.Published)
	b.dossier.Readings = append(b.dossier.Readings, r)
	b.mentions(r)
	return b.statements(r, marks, settings)
}

// header reads "Outlet 2031-05-04 credit=Wire"; the date and the credit may be
// left out.
func header(a *hearsay.Article, line string) error {
	var name []string
	for _, f := range strings.Fields(line) {
		agency, isCredit := strings.CutPrefix(f, "credit=")
		switch {
		case isCredit:
			a.Credits = append(a.Credits, hearsay.Credit{Agency: agency})
		case f[0] >= '0' && f[0] <= '9':
			a.Published = &hearsay.Date{Value: f, Precision: hearsay.PrecisionDay}
			if strings.Contains(f, "T") {
				a.Published.Precision = hearsay.PrecisionMinute
			}
		default:
			name = append(name, f)
		}
	}
	a.Outlet.Name = strings.Join(name, " ")
	if a.Outlet.Name == "" {
		return fmt.Errorf("account without a name")
	}
	return nil
}

// mentions finds the expressions of all entities in a text, longest first.
func (b *builder) mentions(r *hearsay.Reading) {
	text := r.Article.Text
	local := map[int]int32{}
	var owner []int
	for at := 0; at < len(text); at++ {
		if at > 0 && letter(text[at-1]) {
			continue
		}
		best, length := -1, 0
		for i, e := range b.entities {
			for _, v := range e.variants {
				end := at + len(v)
				if len(v) > length && strings.HasPrefix(text[at:], v) && (end == len(text) || !letter(text[end])) {
					best, length = i, len(v)
				}
			}
		}
		if best < 0 {
			continue
		}
		k, seen := local[best]
		if !seen {
			k = int32(len(r.Entities))
			local[best] = k
			r.Entities = append(r.Entities, b.entities[best].Entity)
			owner = append(owner, best)
		}
		m := hearsay.Mention{Span: span(at, at+length), Entity: k, Form: hearsay.MentionName}
		switch word := text[at : at+length]; {
		case slices.Contains([]string{"he", "she", "they", "it", "He", "She", "They", "It", "his", "her", "their"}, word):
			m.Form = hearsay.MentionPronoun
		case b.entities[best].Kind == hearsay.KindUnnamed || described(word):
			m.Form = hearsay.MentionNominal
		}
		for i, t := range r.Tokens {
			if m.Contains(t.Span) {
				m.Head = int32(i)
			}
		}
		r.Entities[k].Mentions = append(r.Entities[k].Mentions, int32(len(r.Mentions)))
		r.Mentions = append(r.Mentions, m)
		at += length - 1
	}
	b.owner = append(b.owner, owner)
}

// described reports whether an expression is a description: in lower case, but
// for an article at its beginning.
func described(word string) bool {
	_, rest, _ := strings.Cut(word, " ")
	return strings.ToLower(word) == word || rest != "" && strings.ToLower(rest) == rest
}

func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

func span(start, end int) hearsay.Span { return hearsay.Span{Start: int32(start), End: int32(end)} }
