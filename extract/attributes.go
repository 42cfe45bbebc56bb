package extract

import (
	"hash/fnv"
	"strings"
)

// attributes are those of a start tag that tell something about its content.
type attributes struct {
	id, class, role, kind, itemprop, itemtype string
	property, name, content, datetime, lang   string
	rel, href, httpEquiv, title               string
	hidden, pubdate                           bool
}

func (s *scan) attributes() attributes {
	var a attributes
	for {
		key, value, more := s.z.TagAttr()
		switch string(key) {
		case "id":
			a.id = string(value)
		case "class":
			a.class = string(value)
		case "role":
			a.role = string(value)
		case "type":
			a.kind = string(value)
		case "itemprop":
			a.itemprop = string(value)
		case "itemtype":
			a.itemtype = string(value)
		case "property":
			a.property = string(value)
		case "name":
			a.name = string(value)
		case "content":
			a.content = string(value)
		case "datetime":
			a.datetime = string(value)
		case "lang":
			a.lang = string(value)
		case "rel":
			a.rel = string(value)
		case "href":
			a.href = string(value)
		case "title":
			a.title = string(value)
		case "pubdate":
			a.pubdate = true
		case "http-equiv":
			a.httpEquiv = string(value)
		case "hidden":
			a.hidden = true
		case "aria-hidden":
			a.hidden = a.hidden || string(value) == "true"
		case "style":
			v := strings.ReplaceAll(strings.ToLower(string(value)), " ", "")
			a.hidden = a.hidden || strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden")
		}
		if !more {
			return a
		}
	}
}

// places are the kinds of element that role and itemprop make of any tag.
func (a *attributes) places() places {
	var p places
	switch a.role {
	case "main":
		p |= inMain
	case "article":
		p |= inArticle
	case "navigation", "menu", "menubar", "tablist":
		p |= inNav
	case "complementary", "search":
		p |= inAside
	case "contentinfo":
		p |= inFooter
	case "banner":
		p |= inHeader
	case "dialog", "alertdialog", "alert":
		p |= inHidden
	}
	if strings.Contains(strings.ToLower(a.itemprop), "articlebody") {
		p |= inBody
	}
	if a.hidden {
		p |= inHidden
	}
	if a.itemprop == "comment" || a.itemprop == "review" {
		p |= inComment
	}
	if a.rel == "author" || a.itemprop == "author" || a.namesAuthor() || a.leadsToAuthor() {
		p |= inAuthor
	}
	return p
}

// namesAuthor reports whether the class calls the element the author.
func (a *attributes) namesAuthor() bool {
	for w := range strings.FieldsFuncSeq(a.class, func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		switch strings.ToLower(w) {
		case "author", "authors", "byline", "autor", "autorin", "auteur", "autore", "writer", "verfasser", "redakteur", "postedby", "authorname", "journalist", "reporter", "schrijver", "firma":
			return true
		}
	}
	return false
}

// leadsToAuthor reports whether the element is a link to a writer's page.
func (a *attributes) leadsToAuthor() bool {
	for _, folder := range []string{"/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/", "/autori/", "/contributors/", "/journalist/", "/redakteure/"} {
		if at := strings.Index(a.href, folder); at >= 0 && len(a.href) > at+len(folder) {
			return true
		}
	}
	return false
}

// words hashes the words of class and id: "article-body__related" is article,
// body, related.
func (a *attributes) words() []uint32 {
	if a.class == "" && a.id == "" {
		return nil
	}
	var out []uint32
	for _, s := range []string{a.class, a.id} {
		for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == ':' || r == '\n' || r == '\t' }) {
			for _, part := range humps(w) {
				if len(part) >= 2 && len(out) < 16 {
					out = append(out, hashWord(part))
				}
			}
		}
	}
	return out
}

// humps parts a word at its capitals, in lower case, without digits:
// "articleBody2" is article, body.
func humps(s string) []string {
	var out []string
	start := 0
	cut := func(end int) {
		if w := strings.ToLower(strings.Trim(s[start:end], "0123456789")); w != "" {
			out = append(out, w)
		}
		start = end
	}
	for i := 1; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' && (s[i-1] < 'A' || s[i-1] > 'Z') {
			cut(i)
		}
	}
	cut(len(s))
	return out
}

func hashWord(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}
