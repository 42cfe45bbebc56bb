package extract

import (
	"net/url"
	"strings"

	"hearsay"
)

// passageOf is a stated field as a passage of the page.
func passageOf(f hearsay.Field) passage { return passage{f.Text, f.Pieces}.trim() }

// withTitle is the account with the headline and standfirst that the record
// states, where it has none itself. A text whose own first line was taken for
// another headline keeps that line as a subhead.
func withTitle(blocks []block, p *hearsay.Page) []block {
	title, standfirst := passageOf(p.Stated.Title), passageOf(p.Stated.Standfirst)
	own, ownStandfirst := -1, -1
	for i := range blocks {
		switch {
		case samePlain(blocks[i].text, title.text):
			if own >= 0 {
				blocks[own].role = hearsay.RoleParagraph
			}
			blocks[i].role, own = hearsay.RoleHeadline, i
			title = passage{}
		case samePlain(blocks[i].text, standfirst.text):
			standfirst = passage{}
		case blocks[i].role == hearsay.RoleHeadline && own < 0:
			own = i
		case blocks[i].role == hearsay.RoleStandfirst:
			ownStandfirst = i
		}
	}
	if title.text == "" || own >= 0 && p.Media == hearsay.MediaHTML {
		return blocks
	}
	if own >= 0 {
		blocks[own].role = hearsay.RoleSubhead
	}
	head := []block{{title, hearsay.RoleHeadline}}
	if standfirst.text != "" && ownStandfirst < 0 && !opens(blocks, standfirst.text) {
		head = append(head, block{standfirst, hearsay.RoleStandfirst})
	}
	return append(head, blocks...)
}

// samePlain compares without regard to case, white space and end marks.
func samePlain(a, b string) bool {
	plain := func(s string) string {
		return strings.ToLower(strings.Trim(strings.Join(strings.Fields(s), " "), ".:… "))
	}
	return b != "" && plain(a) == plain(b)
}

// opens reports whether the account begins with the text of a summary: the
// first words of the body, cut off somewhere, are no standfirst.
func opens(blocks []block, summary string) bool {
	words := strings.Fields(strings.TrimRight(summary, ".… []"))
	beginning := strings.Join(words[:min(len(words), 8)], " ")
	for _, b := range blocks[:min(len(blocks), 3)] {
		if strings.HasPrefix(strings.Join(strings.Fields(b.text), " "), beginning) {
			return true
		}
	}
	return false
}

// addStated fills in what the account does not say of itself and its record
// does. Where both state a date of publication, a record's is taken for a text
// and the page's own for HTML; the other becomes a doubt.
func addStated(a *hearsay.Article, p *hearsay.Page) []hearsay.Doubt {
	evidence := func(f hearsay.Field) hearsay.Evidence { t := passageOf(f); return t.evidence(0, len(t.text)) }
	if f := p.Stated.Author; a.Byline == nil && f.Text != "" {
		e := evidence(f)
		a.Byline = &e
	}
	if f := p.Stated.Outlet; a.Outlet.Name == "" && f.Text != "" {
		a.Outlet = hearsay.Outlet{Name: canonicalOutlet(strings.TrimSpace(f.Text)), Evidence: []hearsay.Evidence{evidence(f)}}
	}
	if f := p.Stated.Address; a.Outlet.Name == "" && len(f.Pieces) > 0 {
		a.Outlet = addressOutlet(passageOf(f))
	}
	d := statedDate(p.Stated.Published)
	switch found := a.Published; {
	case d == nil:
		return nil
	case found == nil || found.Guessed:
		a.Published = d
		return nil
	case !daysApart(found, d):
		if p.Media == hearsay.MediaText {
			a.Published = d
		}
		return nil
	case p.Media == hearsay.MediaText:
		a.Published, d = d, found
	}
	return []hearsay.Doubt{{Kind: hearsay.DoubtDisagreement, Evidence: &d.Evidence, Note: "the record and the account state different dates: " + d.Value}}
}

// daysApart reports whether two dates are further apart than a day, by which
// zones can differ.
func daysApart(a, b *hearsay.Date) bool {
	const day = len("2025-03-12")
	if len(a.Value) < day || len(b.Value) < day {
		return false
	}
	apart := dayNumber(a.Value) - dayNumber(b.Value)
	return apart < -1 || apart > 1
}

// addressOutlet is the outlet of the host in an address.
func addressOutlet(address passage) hearsay.Outlet {
	u, err := url.Parse(address.text)
	if err != nil || u.Hostname() == "" {
		return hearsay.Outlet{}
	}
	from := strings.Index(address.text, u.Hostname())
	if from < 0 {
		return hearsay.Outlet{}
	}
	return hearsay.Outlet{Name: outletOfHost(strings.ToLower(u.Hostname())),
		Evidence: []hearsay.Evidence{address.evidence(from, from+len(u.Hostname()))}}
}

// statedDate reads the date that a record states, by day or by minute. Midnight
// stands there for a day whose time is not known.
func statedDate(f hearsay.Field) *hearsay.Date {
	t := passageOf(f)
	found := datesIn(t.text, unknownOrder)
	if len(found) == 0 || found[0].day == 0 && len(t.text) > 10 {
		return nil
	}
	st := found[0]
	if st.hour == 0 && st.minute == 0 {
		st.hour = -1
	}
	value, precision := st.value(st.offsetOf(""))
	return &hearsay.Date{Value: value, Precision: precision, Evidence: t.evidence(0, len(t.text))}
}

// restore turns evidence outside the article's text, which counts in s.text,
// into bytes of the page.
func (s *source) restore(a *hearsay.Article, doubts []hearsay.Doubt) {
	if s.pieces == nil {
		return
	}
	cell := func(e *hearsay.Evidence) {
		if e != nil && !e.InText {
			e.Raw = s.raw(e.Raw)
		}
	}
	for i := range a.Chrome {
		a.Chrome[i].Raw = s.raw(a.Chrome[i].Raw)
	}
	for i := range a.Outlet.Evidence {
		cell(&a.Outlet.Evidence[i])
	}
	for i := range a.Credits {
		cell(&a.Credits[i].Evidence)
	}
	if a.Published != nil {
		cell(&a.Published.Evidence)
	}
	if a.Modified != nil {
		cell(&a.Modified.Evidence)
	}
	cell(a.Byline)
	for i := range doubts {
		cell(doubts[i].Evidence)
	}
}
