package attribution

import (
	"strings"

	"hearsay"
)

// turns finds what a layout attributes without a verb: the turns of a transcript
// ("LEE: We left at six."), and quotations that are signed ("We left." ― Ann Lee,
// 41). One such block proves nothing; the layout must come back in the text, save
// where a quotation is signed. What a turn holds is one content, whoever is quoted
// in it.
func (v *view) turns() []found {
	blocks := v.blockRuns()
	out := v.transcript(blocks)
	var bare []found
	for i, b := range blocks {
		f, quoted, ok := v.signature(blocks, i)
		switch {
		case !ok || !v.r.Article.Blocks[v.block(b.from)].Role.Body():
		case quoted:
			out = append(out, f)
		default:
			bare = append(bare, f)
		}
	}
	if len(bare) >= 2 && len(bare)+len(out) >= 4 {
		out = append(out, bare...)
	}
	return out
}

// blockRuns are the tokens of each block that has any.
func (v *view) blockRuns() (out []run) {
	last := int32(-1)
	for _, s := range v.r.Sentences {
		if s.First >= s.Last {
			continue
		}
		if s.Block != last {
			out, last = append(out, run{s.First, s.Last}), s.Block
			continue
		}
		out[len(out)-1].to = s.Last
	}
	return out
}

// label is a name before the colon that a block begins with.
type label struct {
	block   int // number among the blocks
	name    run
	colon   int32
	key     string // the last word of the name
	capital bool   // written in capitals throughout
}

const longestLabel = 7 // words of a label at most

func (v *view) labelOf(blocks []run, i int) (l label, ok bool) {
	b := blocks[i]
	if !v.r.Article.Blocks[v.block(b.from)].Role.Body() || v.pastDateline(b) != b {
		return l, false
	}
	l = label{block: i, capital: true}
	from := b.from
	if v.isQuoteMark(from) {
		from++
	}
	for t := from; t < b.to && t <= from+longestLabel; t++ {
		w := v.r.Tokens[t].Of(v.text)
		switch {
		case w == ":":
			l.name, l.colon = run{from, t}, t
			return l, t > from && l.key != "" && b.to-t > 2
		case strings.Contains(".()-,", w) || l.key != "" && (w == "of" || w == "the" || w == "and"):
		case w[0] < 'A' || w[0] > 'Z' && w[0] < 0x80:
			return l, false
		default:
			l.key, l.capital = v.word[t], l.capital && strings.ToUpper(w) == w
		}
	}
	return l, false
}

// transcript finds the turns of speakers who take turns: labels in capitals, or
// names of persons, of which at least one comes back. "Q" and "A" name nobody.
func (v *view) transcript(blocks []run) (out []found) {
	var labels []label
	seen := map[string]int{}
	people := v.people()
	for i := range blocks {
		if l, ok := v.labelOf(blocks, i); ok && (l.capital && len(l.key) > 1 || people[l.key]) {
			labels = append(labels, l)
			seen[l.key]++
		}
	}
	back := 0
	for _, n := range seen {
		back = max(back, n)
	}
	if back < 2 || len(seen) < 2 || len(labels) < 3 {
		return nil
	}
	for k, l := range labels {
		beside := k > 0 && l.block-labels[k-1].block <= 2 || k+1 < len(labels) && labels[k+1].block-l.block <= 2
		if !beside || seen[l.key] < 2 && !people[l.key] && !(k > 0 && k+1 < len(labels)) {
			continue
		}
		content := v.trimAll([]run{{l.colon + 1, blocks[l.block].to}})
		if len(content) == 0 || !v.hasVerb(content[0]) && !l.capital {
			continue
		}
		if last := &content[len(content)-1]; v.at(last.to) == "?" || v.at(last.to) == "!" {
			last.to++
		}
		out = append(out, v.turn(single(l.colon), l.name, content))
	}
	return out
}

// people are the last words of the names of persons.
func (v *view) people() map[string]bool {
	out := map[string]bool{}
	for _, e := range v.r.Entities {
		if e.Kind == hearsay.KindPerson {
			name := strings.Fields(fold(e.Name))
			if len(name) > 0 {
				out[name[len(name)-1]] = true
			}
		}
	}
	return out
}

func (v *view) turn(cue, source run, content []run) found {
	return found{head: -1, relay: -1, carried: -1, cue: []run{cue}, source: []run{source}, content: content, speaker: v.headOf(source), sure: true}
}

const longestSignature = 16 // words of a signature at most

// signature reads block i as words that somebody signs behind a dash, in the block
// or in the next one. quoted tells that the words end with a quotation mark.
func (v *view) signature(blocks []run, i int) (f found, quoted, ok bool) {
	b := blocks[i]
	for t := b.to - 2; t > b.from+3 && t >= b.to-longestSignature; t-- {
		if !v.isDash(t) || v.quote[t] >= 0 && v.quote[t] == v.quote[b.to-1] {
			continue
		}
		source := v.trimSource(run{t + 1, b.to})
		quoted = v.isQuoteMark(t - 1)
		if !v.signs(source) || !quoted && (isWord(v.at(t-1)) || !v.role(b.from).Body()) {
			return f, quoted, false
		}
		if content := v.trimAll([]run{{b.from, t}}); total(content) > 3 {
			return v.turn(single(t), source, content), quoted, true
		}
		return f, quoted, false
	}
	if i+1 >= len(blocks) || !v.isQuoteMark(b.from) {
		return f, true, false
	}
	next := blocks[i+1]
	content := v.trimAll([]run{b})
	if next.len() > longestSignature || total(content) < 3 {
		return f, true, false
	}
	switch {
	case v.isDash(next.from) && v.isQuoteMark(b.to-1):
		source := v.trimSource(run{next.from + 1, next.to})
		return v.turn(single(next.from), source, content), true, v.signs(source)
	case v.isQuoteMark(next.to-1) && !v.isQuoteMark(next.from) && !v.isQuoteMark(b.to-1): // the mark closes behind the signature
		source := v.trimSource(run{next.from, next.to - 1})
		return v.turn(single(next.to-1), source, content), true, v.signs(source) && !v.hasVerb(source)
	}
	return f, true, false
}

func (v *view) isDash(t int32) bool {
	switch v.at(t) {
	case "-", "–", "—", "―", "--":
		return true
	}
	return false
}

// signs reports whether a run begins with a name: a capital, and no sentence.
func (v *view) signs(source run) bool {
	if source.empty() {
		return false
	}
	named := false
	for t := source.from; t < source.to; t++ {
		switch v.tag(t) {
		case hearsay.TagNNP, hearsay.TagNNPS:
			named = named || t < source.from+3
		case hearsay.TagVBD, hearsay.TagVBZ, hearsay.TagVBP, hearsay.TagMD, hearsay.TagPRP:
			return false
		}
		if v.at(t) == "," {
			break
		}
	}
	return named
}
