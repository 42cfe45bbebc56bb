package extract

import (
	"strings"
	"sync"

	"hearsay"
	"hearsay/lang/en"
)

// outletNames finds a listed outlet by any of its names, in lower case, and by
// its domains.
var outletNames, outletDomains = sync.OnceValue(func() map[string]en.Outlet {
	table := map[string]en.Outlet{}
	for _, o := range append(append([]en.Outlet(nil), en.Outlets()...), en.Agencies()...) {
		for _, n := range append([]string{o.Name}, o.Aliases...) {
			if _, taken := table[strings.ToLower(n)]; !taken {
				table[strings.ToLower(n)] = o
			}
		}
	}
	return table
}), sync.OnceValue(func() map[string]en.Outlet {
	table := map[string]en.Outlet{}
	for _, o := range en.Outlets() {
		for _, d := range o.Domains {
			table[d] = o
		}
	}
	return table
})

// outlet finds who publishes a text: the site that its chrome names, the
// holder of the copyright, a listed name in its chrome, or the outlet that it
// calls its own earlier report.
func (d *draft) outlet(a *hearsay.Article, page string) hearsay.Outlet {
	for _, find := range []func() hearsay.Outlet{d.titleOutlet, d.domainOutlet, d.copyrightOutlet, d.printedIn, d.mastheadOutlet, d.chromeOutlet} {
		if o := find(); o.Name != "" {
			return o
		}
	}
	return selfReference(a)
}

// titleOutlet: the headline ends with "| Outlet".
func (d *draft) titleOutlet() hearsay.Outlet {
	if d.head < 0 {
		return hearsay.Outlet{}
	}
	l := &d.lines[d.head]
	for _, c := range l.cuts {
		if c.reason == "outlet" {
			name := strings.Trim(l.text[c.from:c.to], " |-–—")
			at := c.from + strings.Index(l.text[c.from:c.to], name)
			return hearsay.Outlet{Name: canonicalOutlet(name), Evidence: []hearsay.Evidence{l.evidence(at, at+len(name))}}
		}
	}
	return hearsay.Outlet{}
}

func canonicalOutlet(name string) string {
	if o, ok := outletNames()[strings.ToLower(name)]; ok {
		return o.Name
	}
	return name
}

// trimOutlet cuts the outlet off the end of a headline: behind a bar always,
// behind a dash when the outlet is listed and no agency, which there is the one
// reported on.
func (d *draft) trimOutlet() {
	if d.head < 0 {
		return
	}
	l := &d.lines[d.head]
	text := l.body()
	for _, sep := range []string{" | ", " - ", " – ", " — "} {
		at := strings.LastIndex(text, sep)
		if at < 0 || len(strings.Fields(text[:at])) < 3 {
			continue
		}
		name := text[at+len(sep):]
		o, listed := outletNames()[strings.ToLower(name)]
		if sep == " | " && len(strings.Fields(name)) <= 4 && capital(name) || listed && o.Kind != "agency" {
			l.drop(l.from+at, l.to, "outlet")
			return
		}
	}
}

// domainOutlet: the chrome names one site as its own.
func (d *draft) domainOutlet() hearsay.Outlet {
	for i := range d.lines {
		l := &d.lines[i]
		switch {
		case l.as != dropped:
			continue
		case l.reason == "related link", l.reason == "promotion", l.reason == "newsletter", l.reason == "copyright", l.reason == "cookies", l.reason == "account":
		default:
			continue
		}
		if from, to := domainIn(l.text); to > 0 {
			host := strings.ToLower(strings.TrimPrefix(l.text[from:to], "www."))
			e := l.evidence(from, to)
			return hearsay.Outlet{Name: outletOfHost(host), Evidence: []hearsay.Evidence{e}}
		}
	}
	return hearsay.Outlet{}
}

// domainIn finds the first name of a host in s: "news.example.com".
func domainIn(s string) (from, to int) {
	at := 0
	for f := range strings.FieldsSeq(s) {
		i := at + strings.Index(s[at:], f)
		at = i + len(f)
		host := strings.Trim(f, ".,;:!?()[]\"'")
		i += strings.Index(f, host)
		if strings.Contains(host, "@") || strings.Contains(host, "/") {
			continue
		}
		dot := strings.LastIndexByte(host, '.')
		if dot < 3 || dot == len(host)-1 || !topLevel[strings.ToLower(host[dot+1:])] || strings.ContainsFunc(host, func(r rune) bool {
			return r != '.' && r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
		}) {
			continue
		}
		return i, i + len(host)
	}
	return 0, 0
}

var topLevel = map[string]bool{"com": true, "org": true, "net": true, "info": true, "news": true, "tv": true, "uk": true, "in": true, "ie": true, "il": true,
	"ua": true, "ru": true, "by": true, "pl": true, "de": true, "fr": true, "it": true, "es": true, "pt": true, "nl": true, "be": true, "at": true, "ch": true,
	"dk": true, "se": true, "no": true, "fi": true, "ee": true, "lv": true, "lt": true, "cz": true, "sk": true, "hu": true, "ro": true, "bg": true, "gr": true,
	"tr": true, "ge": true, "am": true, "az": true, "kz": true, "cn": true, "jp": true, "kr": true, "hk": true, "sg": true, "my": true, "id": true, "ph": true,
	"th": true, "vn": true, "au": true, "nz": true, "za": true, "ng": true, "ke": true, "gh": true, "eg": true, "pk": true, "bd": true, "lk": true, "np": true,
	"ca": true, "mx": true, "br": true, "ar": true, "cl": true, "co": true, "pe": true, "eu": true, "example": true, "me": true, "io": true, "ae": true}

// outletOfHost is the listed outlet of a host, or the telling part of its name.
func outletOfHost(host string) string {
	host = strings.TrimPrefix(host, "www.")
	for h := host; strings.Contains(h, "."); {
		if o, ok := outletDomains()[h]; ok {
			return o.Name
		}
		_, h, _ = strings.Cut(h, ".")
	}
	parts := strings.Split(host, ".")
	i := len(parts) - 2
	if i > 0 && (parts[i] == "co" || parts[i] == "com" || parts[i] == "org" || parts[i] == "net" || parts[i] == "gov" || parts[i] == "ac") && len(parts[len(parts)-1]) == 2 {
		i--
	}
	return parts[max(i, 0)]
}

// copyrightOutlet: "© 2024 The Post. All rights reserved."
func (d *draft) copyrightOutlet() hearsay.Outlet {
	for i := range d.lines {
		l := &d.lines[i]
		if l.as != dropped || l.reason != "copyright" {
			continue
		}
		for k, w := range l.words {
			if !year(w) {
				continue
			}
			n := k + 1
			for n < len(l.words) && l.words[n].kind == letters && capital(l.body()[l.words[n].from:l.words[n].to]) && l.words[n].lower != "all" {
				n++
			}
			if n > k+1 && n-k <= 6 {
				from, to := l.words[k+1].from, l.words[n-1].to
				name := l.body()[from:to]
				return hearsay.Outlet{Name: canonicalOutlet(name), Evidence: []hearsay.Evidence{l.evidence(l.from+from, l.from+to)}}
			}
			break
		}
	}
	return hearsay.Outlet{}
}

// chromeOutlet: a dropped line, or a part of a byline, is a listed outlet's name.
func (d *draft) chromeOutlet() hearsay.Outlet {
	for i := range d.lines {
		l := &d.lines[i]
		if l.as == dropped && l.reason == "promotion" {
			if o := l.endsWithOutlet(); o.Name != "" {
				return o
			}
		}
		if l.as != dropped || l.reason != "label" && l.reason != "navigation" && l.reason != "byline" {
			continue
		}
		for at := l.from; at < l.to; {
			n := strings.IndexAny(l.text[at:l.to], ",|")
			if n < 0 || l.reason != "byline" {
				n = l.to - at
			}
			from, to := trimmed(l.text, at, at+n)
			if o, ok := outletNames()[strings.ToLower(l.text[from:to])]; ok && o.Kind != "agency" && o.Kind != "network" {
				return hearsay.Outlet{Name: o.Name, Evidence: []hearsay.Evidence{l.evidence(from, to)}}
			}
			at += n + 1
		}
	}
	return hearsay.Outlet{}
}

// endsWithOutlet: "Why you can trust Example News".
func (l *line) endsWithOutlet() hearsay.Outlet {
	text := l.body()
	for n := min(4, len(l.words)-1); n > 0; n-- {
		w := l.words[len(l.words)-n]
		if o, ok := outletNames()[strings.ToLower(text[w.from:])]; ok && capital(text[w.from:]) && o.Kind != "agency" && o.Kind != "network" {
			return hearsay.Outlet{Name: o.Name, Evidence: []hearsay.Evidence{l.evidence(l.from+w.from, l.to)}}
		}
	}
	return hearsay.Outlet{}
}

// printedIn: "Published in The Post, April 2nd, 2025".
func (d *draft) printedIn() hearsay.Outlet {
	for i := range d.lines {
		l := &d.lines[i]
		ws := l.words
		if l.as != dropped || l.reason != "date" || len(ws) < 5 || !startsWith(ws, []string{"published", "in"}) {
			continue
		}
		n := 2
		for n < len(ws) && ws[n].kind == letters && capital(l.body()[ws[n].from:ws[n].to]) && months[ws[n].lower] == 0 {
			n++
		}
		if n == 2 || n > 8 || n == len(ws) || ws[n].lower != "," {
			continue
		}
		from, to := l.from+ws[2].from, l.from+ws[n-1].to
		return hearsay.Outlet{Name: canonicalOutlet(l.text[from:to]), Evidence: []hearsay.Evidence{l.evidence(from, to)}}
	}
	return hearsay.Outlet{}
}

// selfReference: "As the Example Post earlier reported" in a text that names the
// Example Post nowhere else.
func selfReference(a *hearsay.Article) hearsay.Outlet {
	for _, b := range a.Blocks {
		text := b.Of(a.Text)
		ws := split(text)
		for i := range ws {
			if ws[i].lower != "as" || !capital(text[ws[i].from:ws[i].to]) {
				continue
			}
			from, to := selfName(text, ws[i+1:])
			if to == 0 {
				continue
			}
			name := text[from:to]
			if strings.Count(a.Text, name) != 1 {
				continue
			}
			span := hearsay.Span{Start: b.Start + int32(from), End: b.Start + int32(to)}
			return hearsay.Outlet{Name: canonicalOutlet(name), Evidence: []hearsay.Evidence{a.Evidence(span)}}
		}
	}
	return hearsay.Outlet{}
}

// selfName reads "NAME earlier reported" or "reported by NAME earlier".
func selfName(s string, ws []word) (from, to int) {
	i := 0
	if startsWith(ws, []string{"earlier", "reported", "by"}) {
		i = 3
	} else if startsWith(ws, []string{"reported", "earlier", "by"}) {
		i = 3
	}
	ahead := i > 0
	if i < len(ws) && ws[i].lower == "the" {
		i++
	}
	n := i
	for n < len(ws) && ws[n].kind == letters && capital(s[ws[n].from:ws[n].to]) {
		n++
	}
	if n == i || n-i > 5 || !mediaName(s[ws[i].from:ws[n-1].to]) {
		return 0, 0
	}
	if ahead {
		return ws[i].from, ws[n-1].to
	}
	rest := ws[n:]
	if len(rest) > 0 && (rest[0].lower == "has" || rest[0].lower == "had") {
		rest = rest[1:]
	}
	for _, adverb := range []string{"earlier", "previously", "already"} {
		if startsWith(rest, []string{adverb, "reported"}) || startsWith(rest, []string{"reported", adverb}) {
			return ws[i].from, ws[n-1].to
		}
	}
	return 0, 0
}

// mediaName reports whether name is a listed outlet or sounds like one.
func mediaName(name string) bool {
	if _, ok := outletNames()[strings.ToLower(name)]; ok {
		return true
	}
	for f := range strings.FieldsSeq(strings.ToLower(name)) {
		switch f {
		case "news", "agency", "times", "post", "herald", "tribune", "gazette", "today", "daily", "press", "radio", "tv", "journal", "chronicle", "courier", "observer", "online":
			return true
		}
	}
	return false
}

// countryOf is the country of the outlet, or of the only site that the page
// names, or of the place in its byline; empty when none tells.
func countryOf(a *hearsay.Article, page string) string {
	if o, ok := outletNames()[strings.ToLower(a.Outlet.Name)]; ok {
		return o.Nation
	}
	country := ""
	for at := 0; ; {
		from, to := domainIn(page[at:])
		if to == 0 {
			return country
		}
		host := strings.ToLower(page[at+from : at+to])
		at += to
		c := countryOfHost(host)
		if c == "" {
			continue
		}
		if country != "" && country != c {
			return ""
		}
		country = c
	}
}

// countryOfHost reads the country from a host's top level domain.
func countryOfHost(host string) string {
	for h := host; strings.Contains(h, "."); {
		if o, ok := outletDomains()[h]; ok {
			return o.Nation
		}
		_, h, _ = strings.Cut(h, ".")
	}
	switch last := host[strings.LastIndexByte(host, '.')+1:]; {
	case last == "uk":
		return "GB"
	case len(last) == 2 && last != "tv" && last != "co" && last != "me" && last != "io" && last != "eu":
		return strings.ToUpper(last)
	}
	return ""
}
