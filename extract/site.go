package extract

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearsay"
)

// site is who publishes the page: the name that it gives itself, else the
// listed outlet of its address.
func (d *document) site(p *hearsay.Page) hearsay.Outlet {
	host := d.host(p)
	if m, ok := d.markup.meta("og:site_name", "application-name", "al:android:app_name", "dc.publisher"); ok && !strings.Contains(m.value, "://") && len(m.value) < 80 {
		name := m.value
		if _, to := domainIn(name); to == len(name) {
			name = outletOfHost(strings.ToLower(name))
		}
		return hearsay.Outlet{Name: listed(name, host), Evidence: []hearsay.Evidence{d.evidence(m.raw)}}
	}
	if v := d.ld.publisher; v.value != "" && v.raw.End > 0 {
		return hearsay.Outlet{Name: listed(v.value, host), Evidence: []hearsay.Evidence{d.evidence(v.raw)}}
	}
	if e, name := d.titleSuffix(host); name != "" {
		return hearsay.Outlet{Name: name, Evidence: []hearsay.Evidence{e}}
	}
	if i := strings.Index(d.src.text, host); host != "" && i >= 0 {
		r := hearsay.Raw{Start: int32(i), End: int32(i + len(host))}
		return hearsay.Outlet{Name: outletOfHost(host), Evidence: []hearsay.Evidence{d.evidence(r)}}
	}
	return hearsay.Outlet{}
}

// listed is the usual name of an outlet that is in the list by name or host.
func listed(name, host string) string {
	if o, ok := outletNames()[strings.ToLower(name)]; ok {
		return o.Name
	}
	for h := host; strings.Contains(h, "."); {
		if o, ok := outletDomains()[h]; ok {
			return o.Name
		}
		_, h, _ = strings.Cut(h, ".")
	}
	return name
}

// titleSuffix is the listed outlet at the end of the page's title.
func (d *document) titleSuffix(host string) (hearsay.Evidence, string) {
	title := d.markup.title
	for _, sep := range []string{" | ", " - ", " – ", " — ", " · "} {
		at := strings.LastIndex(title.text, sep)
		if at < 0 {
			continue
		}
		name := title.text[at+len(sep):]
		o, ok := outletNames()[strings.ToLower(name)]
		near := len(name) > 3 && strings.Contains(host, strings.ToLower(strings.Join(strings.Fields(name), "")))
		if ok || near {
			if ok {
				name = o.Name
			}
			return title.evidence(at+len(sep), len(title.text)), name
		}
	}
	return hearsay.Evidence{}, ""
}

// address is where the page was published, as far as it or its input says.
func (d *document) address(p *hearsay.Page) string {
	addresses := []string{p.Address, d.markup.canonical}
	if m, ok := d.markup.meta("og:url"); ok {
		addresses = append(addresses, m.value)
	}
	for _, a := range addresses {
		if u, err := url.Parse(a); err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http") {
			return u.String()
		}
	}
	return ""
}

// host is the host of the page's address.
func (d *document) host(p *hearsay.Page) string {
	u, err := url.Parse(d.address(p))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// countryOfPage is the country of the outlet, of the host, or of the language
// that the page names with a region.
func countryOfPage(a *hearsay.Article, d *document, p *hearsay.Page) string {
	if o, ok := outletNames()[strings.ToLower(a.Outlet.Name)]; ok && o.Nation != "" {
		return o.Nation
	}
	if host := d.host(p); strings.Contains(host, ".") {
		if c := countryOfHost(host); c != "" {
			return c
		}
	}
	if _, region, ok := strings.Cut(d.markup.lang, "-"); ok && len(region) == 2 {
		return strings.ToUpper(region)
	}
	return ""
}

// author is the byline: a visible one, else the author that the linked data
// name, an element that is called the author, or a meta tag. The outlet itself
// is nobody's name.
func (d *document) author(outlet string) *hearsay.Evidence {
	if d.byline != nil {
		return d.byline
	}
	for _, v := range d.ld.authors {
		if e := d.authorEvidence(v.value, v.raw, outlet); e != nil {
			return e
		}
	}
	if e := d.namedAuthor(outlet); e != nil {
		return e
	}
	if e := d.datedAuthor(outlet); e != nil {
		return e
	}
	if m, ok := d.markup.meta("author", "article:author", "parsely-author", "dc.creator", "dc:creator", "og:author", "sailthru.author", "byl", "citation_author", "dcterms.creator"); ok {
		return d.authorEvidence(m.value, m.raw, outlet)
	}
	return nil
}

// personal reports whether name may be a person's: neither the outlet's nor an
// address.
func personal(name, outlet string) bool {
	n := len(strings.Fields(name))
	if n == 0 || n > 10 || len(name) > 80 || strings.Contains(name, "://") || strings.ContainsAny(name, "@{}<>|*") || strings.HasSuffix(name, ":") || len(dates(name)) > 0 {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsLetter(r) {
		return false
	}
	for _, w := range split(name) {
		if w.kind == digits && (w.from == 0 || name[w.from-1] == ' ') {
			return false // "13 hours ago"
		}
	}
	if before, _, ok := strings.Cut(name, ":"); ok && bylineWords.labels[strings.ToLower(before)] {
		return false
	}
	if bylineWords.labels[strings.Join(lexemes(strings.ToLower(name)), " ")] {
		return false
	}
	if _, to := domainIn(name); to > 0 {
		return false
	}
	_, listed := outletNames()[strings.ToLower(name)]
	return !listed && !strings.EqualFold(name, outlet)
}

func (d *document) authorEvidence(name string, raw hearsay.Raw, outlet string) *hearsay.Evidence {
	if !personal(name, outlet) {
		return nil
	}
	for i := range d.lines {
		l := &d.lines[i]
		if l.as != dropped || len(l.text) > len(name)+60 {
			continue
		}
		if at := strings.Index(l.text, name); at >= 0 {
			return ptr(l.evidence(at, at+len(name)))
		}
	}
	if raw.End <= raw.Start {
		return nil
	}
	return ptr(d.evidence(raw))
}

// namedAuthor is the text of an element beside the article that is called the
// author, without the words before the name: one below the headline first.
func (d *document) namedAuthor(outlet string) *hearsay.Evidence {
	first, last := d.zone()
	for _, under := range []bool{true, false} {
		for i := range d.lines {
			l, f := &d.lines[i], &d.out[i]
			if d.underHead(i) != under || !d.beside(i, first, last) || l.as != dropped || f.author[1] > len(l.text) || f.author[1] <= f.author[0] ||
				f.marks&(inNav|inFooter|inForm) != 0 || has(f.class, 5, otherTexts) {
				continue
			}
			if e := l.author(f.author[0], f.author[1], outlet); e != nil {
				return e
			}
		}
	}
	return nil
}

// datedAuthor is the name in a line of date and writer below the headline:
// "Posted on 4 March 2025 by Jo Lind", "4 March 2025 | Jo Lind".
func (d *document) datedAuthor(outlet string) *hearsay.Evidence {
	for i := range d.lines {
		l := &d.lines[i]
		if l.as != dropped || len(l.dates) == 0 || len(l.text) > 120 || !d.underHead(i) {
			continue
		}
		for k, w := range l.words {
			lead := leadOf(l.words[k:])
			bar := w.lower == "|" || w.lower == "·" || w.lower == "•" || w.lower == "-" || w.lower == "–" || w.lower == "—"
			if bar {
				lead = 1
			}
			rest := l.words[min(k+lead, len(l.words)):]
			n := namesAt(l.body(), rest)
			if lead == 0 || n == 0 || bar && (n < 2 || n < len(rest)) || !bylineTail(l.body(), rest[n:]) {
				continue
			}
			from, to := l.from+rest[0].from, l.from+rest[n-1].to
			if personal(l.text[from:to], outlet) {
				return ptr(l.evidence(from, to))
			}
		}
	}
	return nil
}

// author is the name in [from,to) of the line, without the words before it.
func (l *line) author(from, to int, outlet string) *hearsay.Evidence {
	from, to = trimmed(l.text, from, to)
	ws := split(l.text[from:to])
	if n := leadOf(ws); n > 0 {
		for n < len(ws) && ws[n].kind == mark {
			n++
		}
		if n == len(ws) {
			return nil
		}
		from += ws[n].from
	}
	name := l.text[from:to]
	if len(strings.Fields(name)) > 6 || !capital(name) && len(strings.Fields(name)) > 2 || strings.ContainsAny(name, ".!?") && endsSentence(name) || !personal(name, outlet) {
		return nil
	}
	if m, ok := matchPhrase(split(name)); ok && m.proof {
		return nil
	}
	return ptr(l.evidence(from, to))
}
