package extract

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"hearsay"
)

// pageHead is what a page says about itself in its markup. Raw ranges count in
// the decoded page.
type pageHead struct {
	title     passage
	metas     []marked
	times     []marked // <time datetime>, in order
	scripts   []hearsay.Raw
	lang      string
	canonical string
}

// marked is a value in an attribute.
type marked struct {
	key, value string
	raw        hearsay.Raw
	block      int // number of the block of text that follows
	marks      places
	class      []uint32
}

// noteHead keeps what a start tag says about the page.
func (s *scan) noteHead(tag string, a attributes, raw string, from int) {
	h := &s.markup
	switch tag {
	case "html":
		if h.lang == "" {
			h.lang = a.lang
		}
	case "meta":
		key := a.property
		if key == "" {
			key = a.name
		}
		if key == "" {
			key = a.itemprop
		}
		if key == "" && strings.EqualFold(a.httpEquiv, "content-language") {
			key = "content-language"
		}
		s.noteMeta(key, a, raw, from)
	case "link":
		if strings.EqualFold(a.rel, "canonical") && h.canonical == "" {
			h.canonical = a.href
		}
	case "time":
		s.noteTime(a, "datetime", a.datetime, raw, from)
	case "abbr":
		s.noteTime(a, "title", a.title, raw, from)
	default:
		key := a.itemprop
		if key == "" {
			key = a.property
		}
		s.noteMeta(key, a, raw, from)
	}
}

// noteMeta keeps what an element states about the page, unless it stands in what
// readers say of it.
func (s *scan) noteMeta(key string, a attributes, raw string, from int) {
	if key == "" || a.content == "" || len(s.markup.metas) >= 400 || s.top().marks&inComment != 0 || has(s.around(3), 8, otherTexts) {
		return
	}
	s.markup.metas = append(s.markup.metas, marked{key: strings.ToLower(key), value: strings.TrimSpace(a.content), raw: attributeRange(raw, "content", from),
		block: len(s.out), marks: s.top().marks})
}

// noteTime keeps the time that an attribute gives.
func (s *scan) noteTime(a attributes, name, value, raw string, from int) {
	key := a.itemprop + " " + a.class
	if value == "" || len(s.markup.times) >= 400 || name == "title" && (len(dates(value)) == 0 || key == " ") {
		return
	}
	if a.pubdate {
		key += " pubdate"
	}
	s.markup.times = append(s.markup.times, marked{key: key, value: strings.TrimSpace(value), raw: attributeRange(raw, name, from),
		block: len(s.out), marks: s.top().marks | a.places(), class: append(a.words(), s.around(4)...)})
}

// around are the words of class and id of the n innermost open elements.
func (s *scan) around(n int) []uint32 {
	var words []uint32
	for i := len(s.open) - 1; i >= 0 && i >= len(s.open)-n; i-- {
		words = append(words, s.open[i].class...)
	}
	return words
}

// attributeRange is where the value of an attribute stands in a tag.
func attributeRange(tag, name string, from int) hearsay.Raw {
	lower := strings.ToLower(tag)
	for at := 0; ; {
		i := strings.Index(lower[at:], name)
		if i < 0 || len(lower) != len(tag) {
			return hearsay.Raw{}
		}
		i += at
		at = i + len(name)
		j := at
		for j < len(tag) && (tag[j] == ' ' || tag[j] == '\n' || tag[j] == '\t' || tag[j] == '\r') {
			j++
		}
		if i == 0 || !strings.ContainsRune(" \t\r\n\"'/", rune(tag[i-1])) || j >= len(tag) || tag[j] != '=' {
			continue
		}
		j++
		for j < len(tag) && (tag[j] == ' ' || tag[j] == '\n' || tag[j] == '\t' || tag[j] == '\r') {
			j++
		}
		if j >= len(tag) {
			return hearsay.Raw{}
		}
		end := j
		if q := tag[j]; q == '"' || q == '\'' {
			j++
			end = j + max(strings.IndexByte(tag[j:], q), 0)
		} else {
			for end < len(tag) && !strings.ContainsRune(" \t\r\n>", rune(tag[end])) {
				end++
			}
		}
		return hearsay.Raw{Start: int32(from + j), End: int32(from + end)}
	}
}

// meta is the first value of one of keys, in the order of keys.
func (h *pageHead) meta(keys ...string) (marked, bool) {
	for _, k := range keys {
		for _, m := range h.metas {
			if m.key == k {
				return m, true
			}
		}
	}
	return marked{}, false
}

// evidence is the cell for a value in the markup.
func (s *scan) evidence(r hearsay.Raw) hearsay.Evidence {
	return hearsay.Evidence{Raw: s.src.raw(r), Text: html.UnescapeString(s.src.text[r.Start:r.End])}
}

// ldValue is a string of the page's JSON-LD.
type ldValue struct {
	value string
	raw   hearsay.Raw
}

// linkedData is what schema.org markup says about the article.
type linkedData struct {
	headline, published, modified, publisher, section ldValue
	authors, credits                                  []ldValue
	trail                                             []ldValue // of pages down to this one
}

var articleTypes = map[string]bool{"article": true, "newsarticle": true, "reportagenewsarticle": true, "blogposting": true, "posting": true, "analysisnewsarticle": true,
	"opinionnewsarticle": true, "liveblogposting": true, "backgroundnewsarticle": true, "reviewnewsarticle": true, "advertisercontentarticle": true,
	"socialmediaposting": true, "techarticle": true, "scholarlyarticle": true, "report": true, "videoobject": true, "webpage": true, "recipe": true, "review": true, "creativework": true, "howto": true, "podcastepisode": true, "discussionforumposting": true}

// linkedData reads the JSON-LD of the page: the first object that is an
// article, else a page.
func (s *scan) linkedData() linkedData {
	var found linkedData
	people := map[string]ldValue{}
	for _, pass := range []bool{true, false} {
		for _, r := range s.markup.scripts {
			text := s.src.text[r.Start:r.End]
			var object any
			if json.Unmarshal([]byte(tidyJSON(text)), &object) != nil {
				continue
			}
			walkLD(object, 0, func(o map[string]any) {
				s.notePerson(people, o, r)
				if found.trail == nil && ldType(o) == "breadcrumblist" {
					found.trail = s.trailLD(o["itemListElement"], r)
				}
				if k := ldType(o); !articleTypes[k] || pass == (k == "webpage" || k == "videoobject" || k == "creativework" || k == "recipe" || k == "review") {
					return
				}
				s.takeLD(&found, o, r)
			})
		}
	}
	for i := range found.authors {
		if a := &found.authors[i]; a.raw.End == 0 {
			*a = people[a.value]
		}
	}
	return found
}

// notePerson keeps the name of a person that others refer to.
func (s *scan) notePerson(people map[string]ldValue, o map[string]any, r hearsay.Raw) {
	id, _ := o["@id"].(string)
	name, _ := o["name"].(string)
	if kind := ldType(o); id != "" && name != "" && (kind == "person" || kind == "organization") {
		people[id] = ldValue{strings.TrimSpace(name), s.literal(r, "name", name)}
	}
}

// tidyJSON mends what pages do to JSON: comments around it, raw line ends in
// strings.
func tidyJSON(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(s, "<!--")
	s = strings.TrimSuffix(s, "-->")
	s = strings.TrimPrefix(strings.TrimSpace(s), "//<![CDATA[")
	s = strings.TrimSuffix(strings.TrimSpace(s), "//]]>")
	s = strings.TrimSuffix(strings.TrimSpace(s), ";")
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

func walkLD(v any, depth int, visit func(map[string]any)) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			walkLD(x, depth+1, visit)
		}
	case map[string]any:
		visit(v)
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			walkLD(v[k], depth+1, visit)
		}
	}
}

func ldType(o map[string]any) string {
	switch t := o["@type"].(type) {
	case string:
		return strings.ToLower(strings.TrimPrefix(t, "schema:"))
	case []any:
		for _, x := range t {
			if s, ok := x.(string); ok && (articleTypes[strings.ToLower(s)] || s == "Person") {
				return strings.ToLower(s)
			}
		}
	}
	return ""
}

func (s *scan) takeLD(found *linkedData, o map[string]any, r hearsay.Raw) {
	set := func(v *ldValue, key string, x any) {
		if text, ok := x.(string); ok && v.value == "" && strings.TrimSpace(text) != "" {
			*v = ldValue{strings.TrimSpace(text), s.literal(r, key, text)}
		}
	}
	set(&found.headline, "headline", o["headline"])
	set(&found.published, "datePublished", o["datePublished"])
	set(&found.published, "uploadDate", o["uploadDate"])
	set(&found.modified, "dateModified", o["dateModified"])
	set(&found.section, "articleSection", first(o["articleSection"]))
	if p, ok := o["publisher"].(map[string]any); ok {
		set(&found.publisher, "name", p["name"])
	}
	if len(found.authors) == 0 {
		found.authors = s.authorsLD(o["author"], r)
	}
	if text, ok := o["creditText"].(string); ok {
		found.credits = append(found.credits, ldValue{strings.TrimSpace(text), s.literal(r, "creditText", text)})
	}
	for _, key := range []string{"sourceOrganization", "isBasedOn"} {
		found.credits = append(found.credits, s.authorsLD(o[key], r)...)
	}
}

// first is v, or the first of a list.
func first(v any) any {
	if all, ok := v.([]any); ok && len(all) > 0 {
		return all[0]
	}
	return v
}

// trailLD are the names of the pages above this one, the site's first.
func (s *scan) trailLD(v any, r hearsay.Raw) []ldValue {
	all, _ := v.([]any)
	var out []ldValue
	for _, x := range all {
		o, _ := x.(map[string]any)
		name, ok := o["name"].(string)
		if item, _ := o["item"].(map[string]any); !ok {
			name, _ = item["name"].(string)
		}
		out = append(out, ldValue{strings.TrimSpace(name), s.literal(r, "name", name)})
	}
	return out
}

func (s *scan) authorsLD(v any, r hearsay.Raw) []ldValue {
	switch v := v.(type) {
	case string:
		return []ldValue{{strings.TrimSpace(v), s.literal(r, "author", v)}}
	case []any:
		var out []ldValue
		for _, x := range v {
			out = append(out, s.authorsLD(x, r)...)
		}
		return out
	case map[string]any:
		if name, ok := v["name"].(string); ok {
			return []ldValue{{strings.TrimSpace(name), s.literal(r, "name", name)}}
		}
		if id, ok := v["@id"].(string); ok {
			return []ldValue{{value: id}}
		}
	}
	return nil
}

// literal finds the string of a JSON object's key in the page: the first one
// that reads as text.
func (s *scan) literal(r hearsay.Raw, key, text string) hearsay.Raw {
	src := s.src.text[r.Start:r.End]
	for at := 0; ; {
		i := strings.Index(src[at:], `"`+key+`"`)
		if i < 0 {
			return hearsay.Raw{}
		}
		at += i + len(key) + 2
		j := at
		for j < len(src) && strings.IndexByte(" \t\r\n:[", src[j]) >= 0 {
			j++
		}
		if j >= len(src) || src[j] != '"' {
			continue
		}
		end := j + 1
		for end < len(src) && src[end] != '"' {
			if src[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(src) {
			return hearsay.Raw{}
		}
		var value string
		if json.Unmarshal([]byte(tidyJSON(src[j:end+1])), &value) == nil && value == strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, text) {
			return hearsay.Raw{Start: r.Start + int32(j) + 1, End: r.Start + int32(end)}
		}
	}
}
