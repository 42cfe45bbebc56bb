package extract

import (
	"slices"
	"strings"
	"sync"

	"hearsay"
	"hearsay/lang/en"
)

// agency is one name of a news agency in its parts.
type agency struct {
	name  string // canonical
	words []string
	upper bool // an abbreviation that counts only in capitals
	loose bool // called an agency, though not of news: counts where copy is credited
}

// bureaus are names of agencies by their first words.
type bureaus map[string][]agency

var agencies = sync.OnceValue(func() bureaus {
	table := bureaus{}
	for _, o := range en.Agencies() {
		for _, n := range append([]string{o.Name}, o.Aliases...) {
			a := agency{name: o.Name, upper: strings.ToUpper(n) == n}
			for _, w := range split(n) {
				if w.kind != mark {
					a.words = append(a.words, w.lower)
				}
			}
			table[a.words[0]] = append(table[a.words[0]], a)
		}
	}
	return table
})

// agencyAt finds the longest listed name of an agency that starts at word i of s.
func agencyAt(s string, ws []word, i int) (agency, bool) { return agencies().at(s, ws, i) }

func (b bureaus) at(s string, ws []word, i int) (agency, bool) {
	best, found := agency{}, false
	for _, a := range b[ws[i].lower] {
		if !startsWith(ws[i:], a.words) || len(a.words) < len(best.words) {
			continue
		}
		if text := s[ws[i].from:ws[i+len(a.words)-1].to]; !capital(text) || a.upper && strings.ToUpper(text) != text {
			continue
		}
		best, found = a, true
	}
	return best, found
}

// credit is an agency named as a supplier of copy, with its place in a line.
type credit struct {
	name     string
	from, to int
}

// creditLine finds the agencies in a line that does nothing but credit them:
// "(with inputs from Reuters)", "Source: AP", "By Reuters", "(AP)". A name that
// is in no list needs the form of a credit around it; own are those that the
// text calls agencies.
func creditLine(s string, ws []word, own bureaus) []credit {
	if len(ws) == 0 || len(ws) > 24 {
		return nil
	}
	var found []credit
	form, copies, unlisted, loose := false, false, false, false
	for i := 0; i < len(ws); i++ {
		a, ok := agencyAt(s, ws, i)
		if !ok {
			a, ok = own.at(s, ws, i)
			if !ok {
				a, ok = namedAgency(s, ws, i)
			}
			unlisted, loose = unlisted || ok, loose || ok && a.loose
		}
		switch {
		case ok:
			last := i + len(a.words) - 1
			found = append(found, credit{a.name, ws[i].from, ws[last].to})
			i = last
		case ws[i].kind == letters && !creditWords[ws[i].lower]:
			return nil
		default:
			form, copies = form || ws[i].creditForm(), copies || copyWords[ws[i].lower]
		}
	}
	if unlisted && !form || loose && !copies || len(found) == 0 || len(dates(s)) > 0 {
		return nil
	}
	return found
}

// creditForm: a bracket, a dash or a word of crediting.
func (w word) creditForm() bool {
	if w.kind == mark {
		return w.lower != "." && w.lower != ","
	}
	return creditWords[w.lower] && w.lower != "the" && w.lower != "and" && w.lower != "news"
}

// copyWords say that copy was supplied, not figures or pictures.
var copyWords = map[string]bool{"reporting": true, "inputs": true, "input": true, "contributed": true, "written": true, "wires": true}

// creditWords are the words between the agencies of a credit line.
var creditWords = map[string]bool{"with": true, "inputs": true, "input": true, "from": true, "by": true, "source": true, "sources": true, "and": true,
	"agency": true, "agencies": true, "reporting": true, "additional": true, "the": true, "contributed": true, "to": true, "this": true, "report": true,
	"story": true, "article": true, "via": true, "written": true, "staff": true, "news": true, "material": true, "was": true, "used": true, "in": true,
	"has": true, "have": true, "files": true, "wires": true, "wire": true, "reports": true, "other": true, "based": true, "on": true, "a": true,
	"credit": true, "courtesy": true, "information": true, "service": true, "text": true, "first": true, "published": true, "appeared": true, "originally": true}

// gluedCredit finds a credit in brackets or behind a dash at the end of a
// paragraph: "... he said. (with inputs from Reuters)", "... on Monday. — AFP".
func gluedCredit(s string, own bureaus) (from int, credits []credit) {
	at := -1
	trim := strings.TrimRight(s, " .")
	if strings.HasSuffix(trim, ")") {
		at = strings.LastIndexByte(trim, '(')
	} else if strings.HasSuffix(trim, "]") {
		at = strings.LastIndexByte(trim, '[')
	} else {
		for _, dash := range []string{"— ", "– ", "-- "} {
			at = max(at, strings.LastIndex(trim, dash))
		}
	}
	if at <= 0 || len(s)-at > 120 || !endsSentence(strings.TrimSpace(s[:at])) {
		return 0, nil
	}
	credits = creditLine(s[at:], split(s[at:]), own)
	for i := range credits {
		credits[i].from += at
		credits[i].to += at
	}
	return at, credits
}

// dateline finds the agency in the dateline of a first paragraph: "MOSCOW
// (Reuters) - ...", "KYIV, Ukraine (AP) — ...", "PARIS, June 3. /TASS/."
func dateline(s string, ws []word, own bureaus) (credit, bool) {
	for i := 1; i+1 < len(ws) && i < 14 && ws[i].from < 70; i++ {
		open := ws[i-1].lower
		if open != "(" && open != "/" && open != "[" {
			continue
		}
		a, ok := agencyAt(s, ws, i)
		if !ok {
			a, ok = own.at(s, ws, i)
		}
		if !ok || a.loose {
			continue
		}
		if end := i + len(a.words); end < len(ws) && strings.Contains(")/]", ws[end].lower) {
			return credit{a.name, ws[i].from, ws[end-1].to}, capitalised(s, ws[:i-1])
		}
	}
	return credit{}, false
}

// capitalised reports whether ws are a place and a date and nothing else.
func capitalised(s string, ws []word) bool {
	for _, w := range ws {
		if w.kind == letters && !capital(s[w.from:w.to]) && w.lower != "of" {
			return false
		}
	}
	return true
}

// markedCredits are the agencies that the page's markup names as the source of
// its text, or as its author; the outlet itself is none.
func (d *document) markedCredits(outlet string) []hearsay.Credit {
	values := append(slices.Clone(d.ld.credits), d.ld.authors...)
	for _, key := range []string{"syndication-source", "original-source", "dc.source", "dcterms.source", "article:source", "news_source"} {
		if m, ok := d.markup.meta(key); ok {
			values = append(values, ldValue{m.value, m.raw})
		}
	}
	var out []hearsay.Credit
	for _, v := range values {
		if v.raw.End <= v.raw.Start {
			continue
		}
		ws := split(v.value)
		found := creditLine(v.value, ws, d.own())
		if a, ok := agencyAt(v.value, ws, 0); found == nil && ok && len(a.words) == len(ws) {
			found = []credit{{name: a.name}}
		}
		for _, c := range found {
			if !strings.EqualFold(c.name, outlet) {
				out = append(out, hearsay.Credit{Agency: c.name, Evidence: d.evidence(v.raw)})
			}
		}
	}
	return out
}

// credited lists agencies once each, with their evidence.
func credited(found []hearsay.Credit) []hearsay.Credit {
	var out []hearsay.Credit
	seen := map[string]bool{}
	for _, c := range found {
		if !seen[c.Agency] {
			seen[c.Agency] = true
			out = append(out, c)
		}
	}
	return out
}
