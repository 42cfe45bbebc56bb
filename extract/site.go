package extract

import (
	"net/url"
	"strings"

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

// host is where the page was published, as far as it or its input says.
func (d *document) host(p *hearsay.Page) string {
	addresses := []string{p.Address, d.markup.canonical}
	if m, ok := d.markup.meta("og:url"); ok {
		addresses = append(addresses, m.value)
	}
	for _, a := range addresses {
		if u, err := url.Parse(a); err == nil && u.Host != "" {
			return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		}
	}
	return ""
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

// author is the byline: a visible one beside the headline, else the author that
// the markup names, at its visible place where there is one.
func (d *document) author() *hearsay.Evidence {
	if d.byline != nil {
		return d.byline
	}
	for _, v := range d.ld.authors {
		if e := d.authorEvidence(v.value, v.raw); e != nil {
			return e
		}
	}
	if m, ok := d.markup.meta("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl", "citation_author", "dcterms.creator", "twitter:creator:name"); ok {
		return d.authorEvidence(m.value, m.raw)
	}
	return d.namedAuthor()
}

func (d *document) authorEvidence(name string, raw hearsay.Raw) *hearsay.Evidence {
	n := len(strings.Fields(name))
	if n == 0 || n > 10 || strings.Contains(name, "://") || strings.ContainsAny(name, "@{}<>") {
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

var authorWords = hashes("author", "byline", "autor", "auteur", "autore", "writer")

// namedAuthor is a bare name in an element that its class calls the author.
func (d *document) namedAuthor() *hearsay.Evidence {
	first, last := d.zone()
	for i := max(first-10, 0); i <= min(last+6, len(d.lines)-1); i++ {
		l := &d.lines[i]
		if l.as != dropped || !l.bareName() {
			continue
		}
		class := d.out[i].class
		for _, c := range class[:min(len(class), 6)] {
			if authorWords[c] {
				return ptr(l.evidence(l.from, l.to))
			}
		}
	}
	return nil
}
