package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

const longestDateline = 20 // tokens of a dateline at most

// indexDatelines finds what body blocks begin with before their first sentence
// proper: place, date and agency with the mark behind them. "PORT ALVOR, June 3
// (Newswire) - ", "Holmsund: ". Nobody says these words, and they name no speaker.
func (v *view) indexDatelines() {
	block := int32(-1)
	for _, s := range v.r.Sentences {
		if s.Block == block || s.First >= s.Last {
			continue
		}
		block = s.Block
		if !v.r.Article.Blocks[block].Role.Body() {
			continue
		}
		if r := v.datelineAt(s.First); !r.empty() {
			v.datelines = append(v.datelines, r)
		}
	}
}

// datelineAt is the dateline that begins at t, empty for none. A place alone before
// a colon is a sentence of its own where it is one.
func (v *view) datelineAt(t int32) run {
	to, place := t, v.placeAt(t)
	bracket, closed, dated := false, true, false
	for ; int(to) < len(v.word) && to < t+longestDateline; to++ {
		w := v.at(to)
		switch {
		case to == t && (!v.capitalAt(to) || !isWord(w)):
			return run{}
		case w == "(" || w == "[":
			bracket, closed = true, false
		case w == ")" || w == "]":
			closed = true
		case closed && (v.spaced(to) || w == ":"):
			after := to + 1
			switch quoted := v.isQuoteMark(after); {
			case int(after) >= len(v.word) || v.block(after) != v.block(t) || !quoted && !v.capitalAt(after):
				return run{}
			case w == ":" && (quoted || !bracket && v.sentence[after] == v.sentence[t]), w != ":" && !place && !bracket && !dated && !v.upper(t, to):
				return run{}
			}
			return run{t, after}
		case v.isTime(to):
			dated = dated || v.at(to-1) == ","
		case w == "," || w == "." || w == "of" || w == "/":
		case !v.capitalAt(to) && (w[0] < '0' || w[0] > '9') || v.quote[to] >= 0:
			return run{}
		}
	}
	return run{}
}

// spaced reports whether t is a dash between words that stand apart.
func (v *view) spaced(t int32) bool {
	return v.isDash(t) && v.apartFrom(t)
}

// placeAt reports whether the name that begins at t is a place's.
func (v *view) placeAt(t int32) bool {
	for _, m := range v.r.Mentions {
		if m.Start == v.r.Tokens[t].Start && m.Entity >= 0 {
			return v.r.Entities[m.Entity].Kind == hearsay.KindPlace
		}
	}
	name := t
	for int(name) < len(v.word) && v.capitalAt(name) && isWord(v.word[name]) {
		name++
	}
	if name == t {
		return false
	}
	if n, ok := en.Names().Get(v.text[v.r.Tokens[t].Start:v.r.Tokens[name-1].End]); ok {
		switch n.Kind {
		case en.NamePlace, en.NameRegion, en.NameCapital, en.NameCountry:
			return true
		}
	}
	return false
}

// upper reports whether the words of a run are in capitals, and there are few.
func (v *view) upper(from, to int32) bool {
	if to-from > 5 {
		return false
	}
	letters := 0
	for _, c := range v.text[v.r.Tokens[from].Start:v.r.Tokens[to-1].End] {
		switch {
		case c >= 'a' && c <= 'z':
			return false
		case c >= 'A' && c <= 'Z':
			letters++
		}
	}
	return letters > 2
}

// pastDateline is what of r lies behind the dateline that r begins in.
func (v *view) pastDateline(r run) run {
	for _, d := range v.datelines {
		if !r.empty() && d.has(r.from) {
			r.from = min(d.to, r.to)
		}
	}
	return r
}

func (v *view) capitalAt(t int32) bool {
	if int(t) >= len(v.word) {
		return false
	}
	c := v.text[v.r.Tokens[t].Start]
	return c >= 'A' && c <= 'Z' || c >= 0x80
}
