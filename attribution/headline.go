package attribution

import (
	"hearsay"
	"hearsay/lang/en"
)

// headline finds what the shape of a headline attributes without a verb:
// "Offer was refused - Reuters", "Offer was refused (Reuters)", "Minister: no new
// taxes".
func (v *view) headline(first, last int32) []found {
	var out []found
	line := run{first, last}
	for t := first + 1; t+1 < last; t++ {
		if v.quote[t] >= 0 {
			continue
		}
		switch v.at(t) {
		case "-", "–", "—", "|", "--":
			if f, ok := v.signed(line, t); ok {
				out = append(out, f)
			}
		case "(":
			if f, ok := v.credited(line, t); ok {
				out = append(out, f)
			}
		case ":":
			if f, ok := v.labelled(line, t); ok {
				out = append(out, f)
				return out
			}
		}
	}
	return out
}

// headlineNoun reads "report" and "claim" as nouns where a headline has left out
// the article and the conjunction: "responds to report prince left".
func (v *view) headlineNoun(t int32) (found, bool) {
	if v.role(t).Body() || !bare[v.word[t]] || t == 0 || v.sentenceOf(t).from == t || v.sentenceOf(t).to < t+4 {
		return found{}, false
	}
	if before := v.word[t-1]; !en.Verbal(before) && before != "to" && before != "over" && before != "after" && before != "on" && before != "of" {
		return found{}, false
	}
	from := t + 1
	if v.word[from] == "that" {
		from++
	} else if !v.nominal(from) && !v.modifies(from) {
		return found{}, false
	}
	for _, c := range en.Cues(v.word[t]) {
		if c.Part != en.CueNoun {
			continue
		}
		f := newFound(t, c)
		f.sure = true
		f.cue, f.content = []run{single(t)}, []run{{from, v.sentenceOf(t).to}}
		if documents[v.word[t]] {
			f.source, f.speaker = []run{single(t)}, t
		}
		return f, true
	}
	return found{}, false
}

var bare = wordSet("report reports claim claims rumour rumours rumor rumors")

// signed: the source stands behind the last dash.
func (v *view) signed(line run, t int32) (found, bool) {
	source := v.trimSource(run{t + 1, line.to})
	if source.empty() || source.len() > 6 || !v.namelike(source) || v.isLetter(t-1) && v.r.Tokens[t-1].End == v.r.Tokens[t].Start {
		return found{}, false
	}
	content := v.trimAll([]run{{line.from, t}})
	if total(content) < 4 {
		return found{}, false
	}
	return found{head: -1, relay: -1, carried: -1, cue: []run{single(t)}, source: []run{source}, content: content, speaker: source.to - 1}, true
}

// credited: a medium stands in parentheses at the end.
func (v *view) credited(line run, t int32) (found, bool) {
	source := run{t + 1, line.to - 1}
	if source.empty() || v.at(line.to-1) != ")" {
		return found{}, false
	}
	name := v.text[v.r.Tokens[source.from].Start:v.r.Tokens[source.to-1].End]
	if n, ok := en.Names().Get(name); !ok || n.Kind != en.NameAgency && n.Kind != en.NameOutlet {
		return found{}, false
	}
	content := v.trimAll([]run{{line.from, t}})
	if total(content) < 4 {
		return found{}, false
	}
	return found{head: -1, relay: -1, carried: -1, cue: []run{single(t)}, source: []run{source}, content: content, speaker: source.to - 1}, true
}

// labelled: the source stands before a colon.
func (v *view) labelled(line run, t int32) (found, bool) {
	source := v.trimSource(run{line.from, t})
	content := v.trimAll([]run{{t + 1, line.to}})
	if source.empty() || source.len() > 5 || !v.namelike(source) || total(content) < 3 || len(content) == 0 {
		return found{}, false
	}
	return found{head: -1, relay: -1, carried: -1, cue: []run{single(t)}, source: []run{source}, content: content, speaker: source.to - 1}, true
}

func (v *view) isLetter(t int32) bool { return t >= 0 && isWord(v.at(t)) }

// namelike reports whether a run can name a source: words written with capitals,
// or nouns that speak, and no verb.
func (v *view) namelike(r run) bool {
	names := 0
	for t := r.from; t < r.to; t++ {
		c := v.text[v.r.Tokens[t].Start]
		switch {
		case !isWord(v.word[t]):
			if v.word[t] != "," && v.word[t] != "." {
				return false
			}
		case c >= '0' && c <= '9':
			return false
		case v.tag(t) == hearsay.TagVBZ || v.tag(t) == hearsay.TagVBD || v.tag(t) == hearsay.TagVBP || v.tag(t) == hearsay.TagMD:
			return false
		case c >= 'A' && c <= 'Z' || c >= 0x80:
			names++
		case !speakers[v.word[t]] && len(en.Cues(v.word[t])) == 0 && v.word[t] != "of" && v.word[t] != "the":
			return false
		case speakers[v.word[t]] || documents[v.word[t]]:
			names++
		}
	}
	return names > 0
}

// speakers are nouns that stand for a source without a name.
var speakers = wordSet(`source sources official officials report reports police minister ministers ministry spokesman spokeswoman spokesperson expert experts
	study poll survey analyst analysts agency media newspaper lawyer lawyers prosecutor prosecutors court judge witness witnesses mayor governor president
	government opposition union army military doctors doctor scientists researchers residents family coach police insider insiders`)

// telegraphic is the clause of a headline that leaves out the auxiliary of a passive
// behind the hedge t: "Mayor's plan for a bridge allegedly rejected by council"; empty
// for others.
func (v *view) telegraphic(t int32) run {
	if v.role(t).Body() || v.tag(t+1) != hearsay.TagVBN && v.tag(t+1) != hearsay.TagVBD || v.at(t+2) != "by" {
		return run{}
	}
	line := v.sentenceOf(t)
	clause := run{t, t}
	for clause.from > line.from && v.at(clause.from-1) != "," && v.at(clause.from-1) != ":" {
		clause.from--
	}
	for clause.to < line.to && v.at(clause.to) != "," && v.at(clause.to) != "-" && v.at(clause.to) != "–" {
		clause.to++
	}
	if clause.from == t {
		return run{}
	}
	return clause
}

// hedgedHeads ends contents in a headline before a hedge on its whole clause, and drops
// what takes the hedge for its cue.
func (v *view) hedgedHeads(all []found) {
	for i := range all {
		h := &all[i]
		if !h.hedged || !h.sure || len(h.cue) != 1 || h.cue[0].len() != 1 || v.role(h.head).Body() {
			continue
		}
		t := h.cue[0].from
		clause := v.telegraphic(t)
		for j := range all {
			f := &all[j]
			switch {
			case j == i || len(f.cue) == 0 || !clause.has(f.cue[0].from):
			case anyHas(f.cue, t) || f.head == t+1 && len(f.source) > 0 && f.source[0].from < t:
				f.content = nil
			case f.cue[0].from < t && anyHas(f.content, t):
				f.content = v.trimAll(subtract(f.content, []run{{t, clause.to}}))
			}
		}
	}
}
