package attribution

import (
	"slices"

	"hearsay"
	"hearsay/lang/en"
)

// speech gives the quotations of a reading to those who speak them. It starts
// from what the clauses tell, completes it over sentence ends, and looks at what
// stands beside a quotation that no clause explains.
type speech struct {
	*view
	found []found
	owner []int32 // the attribution that holds each quotation; -1 for none
}

func (s *speech) attribute() {
	s.owner = make([]int32, len(s.quoted))
	for q := range s.owner {
		s.owner[q] = -1
	}
	for i := range s.found {
		s.snap(i)
	}
	s.settleOwners()
	for q := range s.quoted {
		if s.owner[q] >= 0 || s.r.Quotations[q].Depth > 0 || !s.wordIn(s.quoted[q]) {
			continue
		}
		switch {
		case s.continued(q), s.introducedBy(q), s.followedBy(q), s.unspoken(q), s.resumed(q), s.carriedOn(q), s.carriedPart(q):
		}
	}
}

// settleOwners takes a quotation that a cue of its own follows away from the
// speaker of the sentence before it: "...," said Lee. "...," he added.
func (s *speech) settleOwners() {
	for q := range s.quoted {
		own := s.closedBy(q)
		if own < 0 {
			continue
		}
		s.owner[q] = own
		for i := range s.found {
			f := &s.found[i]
			if int32(i) == own || f.head < 0 || f.head >= s.quoted[q].from || f.head < s.quoted[q].from-60 || s.sentence[f.head] == s.sentence[s.quoted[q].from] || s.quote[f.head] >= 0 {
				continue
			}
			f.content = subtract(f.content, []run{s.quoted[q]})
		}
	}
}

// closedBy is the attribution whose cue stands right behind quotation q.
func (s *speech) closedBy(q int) int32 {
	r := s.quoted[q]
	for i := range s.found {
		f := &s.found[i]
		if f.head >= r.to && f.head < r.to+8 && s.sentence[f.head] == s.sentence[max(r.to-1, 0)] && anyHas(f.content, r.from) {
			return int32(i)
		}
	}
	return -1
}

// snap completes the content of an attribution: a quotation that it touches
// belongs to it whole, and what is said inside a quotation stays inside.
func (s *speech) snap(i int) {
	f := &s.found[i]
	if f.head >= 0 {
		if q := s.quote[f.head]; q >= 0 && (s.quoted[q].len() > 5 || !s.scared(f, s.quoted[q])) {
			inside := s.quoted[q]
			for k := range f.content {
				f.content[k] = run{max(f.content[k].from, inside.from), min(f.content[k].to, inside.to)}
			}
			f.content = s.trimAll(f.content)
			return
		}
	}
	more := s.touched(f.content)
	for _, r := range more {
		if q := s.quote[r.from]; s.owner[q] < 0 && (!f.chosen || 2*common(f.content, r) > r.len()) {
			s.owner[q] = int32(i)
		}
	}
	if !f.chosen {
		f.content = s.quoting(f, more)
	}
	s.fronted(f)
	if len(f.source) == 0 && len(more) > 0 && f.head >= 0 && s.child(f.head, hearsay.DepNsubjPass) < 0 {
		if _, misread := s.misread(f.head, more[len(more)-1]); misread || s.finite(f.head) {
			f.source, f.speaker = s.beside(f.head)
		}
	}
	if len(more) > 0 {
		s.apposed(f)
		s.between(more[len(more)-1], f)
	}
}

// scared reports whether only the verb of f stands in the marks q: they had "insisted"
// that the dam was safe.
func (s *speech) scared(f *found, q run) bool {
	return s.isVerb(f.head) && len(f.content) > 0 && f.content[0].from >= q.to && !anyHas(f.source, q.from)
}

// fronted drops what stands before a quotation that ends right before its speaker
// and is a sentence of its own: "Asked whether it was late, ... : "It was," Lee said."
func (s *speech) fronted(f *found) {
	if f.head < 0 || len(f.content) == 0 || !s.isVerb(f.head) || s.phrased(f) {
		return
	}
	own := cover(append(append([]run(nil), f.cue...), f.source...))
	for k, r := range f.content {
		q := int32(-1)
		if r.to <= own.from && own.from-r.to <= 1 {
			q = s.quote[r.to-1]
		}
		if q < 0 || q == s.quote[f.head] || s.quoted[q].from <= r.from || !s.whole(int(q)) || !s.capital(s.quoted[q]) || !s.ends(s.quoted[q]) {
			continue
		}
		lead := run{r.from, s.quoted[q].from}
		if s.sentence[lead.to-1] == s.sentence[f.head] && !isWord(s.at(lead.to-1)) && len(s.touched([]run{lead})) == 0 && !s.tells(lead, q) {
			f.content[k].from = lead.to
		}
	}
}

// tells reports whether somebody else tells quotation q by a cue in lead.
func (s *speech) tells(lead run, q int32) bool {
	for i := range s.found {
		if g := &s.found[i]; g.head >= 0 && lead.has(g.head) && anyHas(g.content, s.quoted[q].from) {
			return true
		}
	}
	return false
}

// touched are the quotations that have a token in runs.
func (v *view) touched(runs []run) (out []run) {
	for _, r := range runs {
		for t := r.from; t < r.to; t++ {
			if q := v.quote[t]; q >= 0 {
				out = append(out, v.quoted[q])
				t = v.quoted[q].to - 1
			}
		}
	}
	return out
}

// common counts the tokens of r that lie in runs.
func common(runs []run, r run) (n int32) {
	for _, x := range runs {
		n += run{max(x.from, r.from), min(x.to, r.to)}.len()
	}
	return n
}

// quoting is the content of f with the whole of the quotations that it touches,
// or these alone where they are all that is said.
func (s *speech) quoting(f *found, quoted []run) []run {
	content := f.content
	if len(quoted) > 0 && f.head >= 0 && !s.phrased(f) && s.direct(quoted, f) {
		content = nil
	}
	return s.merge(append(append([]run(nil), content...), quoted...), f)
}

// phrased reports whether the cue is a phrase like "according to".
func (s *speech) phrased(f *found) bool {
	return f.sure && slices.ContainsFunc(en.Cues(s.word[f.head]), func(c en.Cue) bool { return c.Part == en.CuePhrase && c.Lemma == f.lemma })
}

// between lets the source of "..., a source familiar with the talks said" be all
// that stands between the quotation and the verb.
func (s *speech) between(quoted run, f *found) {
	if len(f.source) != 1 || len(f.cue) == 0 || f.source[0].to > f.cue[0].from || quoted.to > f.source[0].from {
		return
	}
	r := run{quoted.to, f.cue[0].from}
	for r.from < r.to && !isWord(s.at(r.from)) {
		r.from++
	}
	if r.len() > 25 || s.chunkAfter(r.from).empty() || s.isTime(r.from) || s.tag(r.from) == hearsay.TagIN {
		return
	}
	for t := r.from; t < r.to; t++ {
		if s.tensed(t) || s.quote[t] >= 0 || s.at(t) == "." || s.at(t) == ";" {
			return
		}
	}
	for r.to > r.from && (aside[s.at(r.to-1)] || s.tag(r.to-1) == hearsay.TagRB || !isWord(s.at(r.to-1))) {
		r.to--
	}
	if r.contains(f.source[0]) {
		f.source[0], f.speaker = r, s.headOf(s.chunkAfter(r.from))
	}
}

// apposed lets the source of an inverted "said Ann Lee, a doctor who ..." run to
// the end of its sentence.
func (s *speech) apposed(f *found) {
	if len(f.source) != 1 || len(f.cue) != 1 || f.source[0].from != f.cue[0].to {
		return
	}
	r := &f.source[0]
	end := s.sentenceOf(r.from).to
	for end > r.to && !isWord(s.at(end-1)) {
		end--
	}
	if end <= r.to || end-r.to > 30 || s.at(r.to) != "," && s.tag(r.to) != hearsay.TagIN && s.at(r.to) != "not" || s.at(r.to) == "as" {
		return
	}
	if s.tag(r.to) == hearsay.TagIN && end <= r.to+5 && sayings[s.at(end-1)] {
		return
	}
	if next := s.at(r.to + 1); s.at(r.to) == "," && !s.noun(r.to+1) && !s.modifies(r.to+1) && next != "who" && next != "whose" && next != "which" || s.isTime(r.to+1) {
		return
	}
	for t := r.to; t < end; t++ {
		if s.quote[t] >= 0 || s.isTime(t) && s.at(r.to) != "," || s.at(t) == ":" || s.at(t) == ";" || anyHas(f.content, t) || adding[s.word[t]] {
			return
		}
	}
	r.to = end
}

// direct reports whether the quotations that an attribution touches are all that
// is said: they end with the mark that stands before the cue, or begin behind
// it as a sentence of their own.
func (s *speech) direct(quoted []run, f *found) bool {
	first := quoted[0]
	sentence := s.sentenceOf(f.head)
	if first.to <= f.head {
		return (first.from <= sentence.from || !s.wordIn(run{sentence.from, first.from})) && (s.ends(first) || s.at(first.to) == ",")
	}
	before := first.from - 1
	if before < f.head {
		return false
	}
	if before == f.head && s.capital(first) {
		switch after := first.to; {
		case int(after) >= len(s.word), !isWord(s.word[after]), s.tag(after) == hearsay.TagIN, s.tag(after) == hearsay.TagWRB:
			return f.lemma != "call" && f.lemma != "label"
		}
	}
	if w := s.at(before); w == ":" || w == "," || before == f.head {
		return s.capital(first) && s.ends(first) && !s.wordIn(run{f.cue[len(f.cue)-1].to, first.from}) || w == ":"
	}
	return false
}

// merge joins runs that touch, and leaves out the cue and the source.
func (s *speech) merge(runs []run, f *found) []run {
	runs = subtract(runs, f.cue)
	runs = subtract(runs, f.source)
	runs = s.trimAll(s.byBlock(runs))
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && r.from <= out[n-1].to && s.block(r.from) == s.block(out[n-1].from) {
			out[n-1] = out[n-1].join(r)
			continue
		}
		out = append(out, r)
	}
	return out
}

// whole reports whether quotation q stands for itself, as a sentence or more,
// and is not a few words worked into the sentence around it.
func (s *speech) whole(q int) bool {
	r := s.quoted[q]
	before := r.from - 1
	if !s.r.Quotations[q].Opened || before < 0 || s.block(before) != s.block(r.from) {
		return true
	}
	switch s.at(before) {
	case ",", ":", "—", "–", "-", ".", "?", "!", "...", "…":
		return s.capital(r) || s.at(before) == ":" || s.ends(r)
	}
	if s.sentence[before] != s.sentence[r.from] {
		return true
	}
	return s.capital(r) && s.ends(r) || s.isQuoteMark(before)
}

// capital reports whether the first word of r is written with a capital.
func (s *speech) capital(r run) bool {
	for t := r.from; t < r.to; t++ {
		if isWord(s.word[t]) {
			c := s.text[s.r.Tokens[t].Start]
			return c >= 'A' && c <= 'Z' || c >= 0x80
		}
	}
	return false
}

// ends reports whether r ends with the mark of a sentence or with the comma that
// stands for it.
func (s *speech) ends(r run) bool {
	for t := r.to - 1; t >= r.from && t >= r.to-3; t-- {
		switch s.at(t) {
		case ".", "?", "!", ",", "...", "…":
			return true
		}
	}
	return false
}

func (s *speech) take(q int, i int32) {
	s.owner[q] = i
	s.found[i].content = s.merge(append(s.found[i].content, s.quoted[q]), &s.found[i])
}

// continued: a quotation of several paragraphs.
func (s *speech) continued(q int) bool {
	if !s.r.Quotations[q].Continues || q == 0 || s.owner[q-1] < 0 {
		return false
	}
	s.take(q, s.owner[q-1])
	return true
}

// introducedBy: "She said, "...", "He put it this way: "...", "Ann Lee: "...".
func (s *speech) introducedBy(q int) bool {
	r := s.quoted[q]
	before := r.from - 1
	if before < 0 || !s.whole(q) {
		return false
	}
	colon := s.at(before) == ":"
	if s.block(before) != s.block(r.from) && (!colon || s.block(before)+1 != s.block(r.from)) {
		return false
	}
	if !colon && s.at(before) != "," && !isWord(s.at(before)) {
		return false
	}
	if colon && s.signedBy(q, before) {
		return true
	}
	from := s.sentenceOf(before).from
	for t := before; t >= from && before-t < 30; t-- {
		if s.quote[t] >= 0 {
			break
		}
		if c, ok := s.speaks(t); ok {
			s.give(q, t, c)
			s.through(q, t, colon)
			return true
		}
	}
	if colon {
		return s.colon(q, run{from, before})
	}
	return false
}

// signedBy: a name right before the colon, behind a dash or in a sentence where
// nobody says anything: "Polls agree - Carl Bialik: ...".
func (s *speech) signedBy(q int, colon int32) bool {
	name := s.pastDateline(s.chunkBefore(colon))
	if name.empty() || s.tag(name.to-1) != hearsay.TagNNP && s.tag(name.to-1) != hearsay.TagNNPS || s.isTime(name.from) {
		return false
	}
	switch s.at(name.from - 1) {
	case "-", "–", "—", "--":
	default:
		for t := s.sentenceOf(colon).from; t < colon; t++ {
			if _, ok := s.speaks(t); ok || s.quote[t] >= 0 {
				return false
			}
		}
	}
	s.found = append(s.found, found{head: -1, relay: -1, carried: -1, speaker: s.headOf(name), cue: []run{single(colon)}, source: []run{name}, content: []run{s.quoted[q]}})
	s.owner[q] = int32(len(s.found) - 1)
	return true
}

// through lets the statements that hold a cue before a colon, and run up to it,
// hold the quotation too; the cue's own content is the quotation alone.
func (s *speech) through(q int, t int32, colon bool) {
	if !colon {
		return
	}
	own := s.owner[q]
	for i := range s.found {
		f := &s.found[i]
		switch {
		case int32(i) == own:
			f.content = s.merge([]run{s.quoted[q]}, f)
		case anyHas(f.content, t) && cover(f.content).to >= s.quoted[q].from-2 && cover(f.content).to <= s.quoted[q].from:
			f.content = s.merge(append(f.content, s.quoted[q]), f)
		}
	}
}

// speaks is the entry of a verb that can introduce direct speech.
func (s *speech) speaks(t int32) (en.Cue, bool) {
	if !s.isVerb(t) {
		return en.Cue{}, false
	}
	for _, c := range en.Cues(s.word[t]) {
		if c.Part == en.CueVerb && c.Frames.Has(en.FrameQuote) && s.restFollows(t, c) {
			return c, true
		}
	}
	return en.Cue{}, false
}

// give lets the verb t introduce quotation q.
func (s *speech) give(q int, t int32, c en.Cue) bool {
	for i := range s.found {
		if s.found[i].head == t {
			s.take(q, int32(i))
			return true
		}
	}
	f := s.withSource(t, c, []run{s.quoted[q]})
	if len(f.source) == 0 && s.child(t, hearsay.DepNsubjPass) < 0 {
		f.source, f.speaker = s.beside(t)
	}
	s.found = append(s.found, f)
	s.owner[q] = int32(len(s.found) - 1)
	s.snap(len(s.found) - 1)
	return true
}

// beside is the noun phrase next to a verb of saying whose subject the tree
// does not tell: before it, or behind it when it is inverted.
func (s *speech) beside(t int32) ([]run, int32) {
	for _, at := range []int32{t - 1, t + 1} {
		if at < 0 || int(at) >= len(s.word) || !s.sentenceOf(t).has(at) || s.quote[at] >= 0 || !s.nominal(at) || s.tag(at) == hearsay.TagNone {
			continue
		}
		h := at
		for steps := 0; steps < 6 && s.head(h) >= 0 && s.nominal(s.head(h)) && s.head(h) != t && !s.reach[s.head(h)].has(t) && s.quote[s.head(h)] < 0; steps++ {
			h = s.head(h)
		}
		if r := s.phrase(h, t); !r.empty() {
			return []run{r}, h
		}
	}
	if after := t + 1; int(after) < len(s.word) && s.sentenceOf(t).has(after) && s.quote[after] < 0 && s.lone(after) {
		return []run{single(after)}, after // "said Small", whatever the tag
	}
	return nil, -1
}

func (s *speech) lone(t int32) bool {
	c := s.text[s.r.Tokens[t].Start]
	return c >= 'A' && c <= 'Z' && (s.at(t+1) == "," || s.at(t+1) == ".")
}

// colon: the words before a colon name the speaker, or say that somebody speaks
// in words that no entry knows.
func (s *speech) colon(q int, before run) bool {
	r := s.trimSource(before)
	if r.empty() || r.len() > 12 && !s.issues(before) {
		return false
	}
	f := found{head: -1, relay: -1, carried: -1, speaker: -1, cue: []run{single(before.to)}, content: []run{s.quoted[q]}}
	root := s.headOf(r)
	switch {
	case s.nominal(root) && !s.hasVerb(r):
		f.source, f.speaker = []run{r}, root
	default:
		subj := s.subject(root)
		if subj.token < 0 {
			subj = s.subject(s.root(before))
		}
		if subj.token < 0 {
			return false
		}
		f.setSource(s.view, subj)
	}
	s.found = append(s.found, f)
	s.owner[q] = int32(len(s.found) - 1)
	return true
}

// issues reports whether a sentence ends with a word for something said: "In response
// to the accident, the ministry issued the following statement:".
func (s *speech) issues(before run) bool {
	for t := max(before.from, before.to-4); t < before.to; t++ {
		for _, c := range en.Cues(s.word[t]) {
			if c.Part == en.CueNoun && s.noun(t) {
				return true
			}
		}
	}
	return false
}

// followedBy: "...," he said; "..." said the mayor. A title or a name in quotation
// marks is no speech.
func (s *speech) followedBy(q int) bool {
	r := s.quoted[q]
	if !s.whole(q) || !s.ends(r) && int(r.to) < len(s.word) && s.at(r.to) != "," && !s.isVerb(r.to) {
		return false
	}
	for t := r.to; int(t) < len(s.word) && t < r.to+14 && s.block(t) == s.block(r.from) && s.quote[t] < 0; t++ {
		if w := s.at(t); w == "." || w == "?" || w == "!" || w == ";" || w == ":" {
			return false
		}
		if c, ok := s.speaks(t); ok {
			return s.give(q, t, c)
		}
		if c, ok := s.misread(t, r); ok {
			return s.give(q, t, c)
		}
	}
	return false
}

// misread is the entry of a verb that the tagger takes for a noun behind a quotation
// that ends with a comma: "...," the officials state.
func (s *speech) misread(t int32, quoted run) (en.Cue, bool) {
	if t <= quoted.to || quoted.len() < 3 || s.at(quoted.to-2) != "," && s.at(quoted.to) != "," || s.isVerb(t) || s.capitalAt(t) || !s.hasVerb(quoted) || !s.nominal(t-1) || s.noun(t+1) || s.at(t+1) == "of" {
		return en.Cue{}, false
	}
	for _, c := range en.Cues(s.word[t]) {
		if c.Part == en.CueVerb && c.Frames.Has(en.FrameQuote) && len(c.Rest) == 0 {
			return c, true
		}
	}
	return en.Cue{}, false
}

// unspoken: "The talks came to nothing," a senior official with knowledge of them. All
// that stands behind the quotation is who speaks.
func (s *speech) unspoken(q int) bool {
	r := s.quoted[q]
	sentence := s.sentenceOf(r.to - 1)
	if r.len() < 5 || s.at(r.to-2) != "," || !s.whole(q) || r.to >= sentence.to || s.wordIn(run{sentence.from, r.from}) {
		return false
	}
	who := s.chunkAfter(r.to)
	name := s.trim(run{r.to, sentence.to})
	if who.empty() || who.from != r.to || name.len() > 20 || s.hasVerb(name) || !s.human(s.headOf(who)) && !s.human(who.to-1) {
		return false
	}
	s.found = append(s.found, found{head: -1, relay: -1, carried: -1, speaker: who.to - 1, source: []run{name}, content: []run{r}})
	s.owner[q] = int32(len(s.found) - 1)
	return true
}

// resumed: "...," he said. "..." - the second part of a split quotation, or the
// next of several in a row.
func (s *speech) resumed(q int) bool {
	if q == 0 || !s.whole(q) {
		return false
	}
	p := q - 1
	for p > 0 && s.r.Quotations[p].Depth > 0 {
		p--
	}
	i := s.owner[p]
	if i < 0 || s.block(s.quoted[p].from) != s.block(s.quoted[q].from) {
		return false
	}
	f := &s.found[i]
	between := run{s.quoted[p].to, s.quoted[q].from}
	if between.len() > 40 || s.sentencesIn(between) > 1 {
		return false
	}
	if f.head >= 0 && !between.has(f.head) && s.hasVerb(between) {
		return false
	}
	s.take(q, i)
	return true
}

func (s *speech) sentencesIn(r run) int {
	n := 0
	for t := r.from; t < r.to; t++ {
		if w := s.at(t); w == "." || w == "?" || w == "!" {
			n++
		}
	}
	return n
}

// carriedPart: a sentence without a cue whose end is a long quotation goes on with
// the speaker of the sentence before: "If not, it "will be over in weeks."".
func (s *speech) carriedPart(q int) bool {
	r := s.quoted[q]
	sentence := s.sentenceOf(r.from)
	if s.whole(q) || r.len() < 8 || !s.ends(r) || !s.hasVerb(r) || sentence.from == 0 {
		return false
	}
	for t := sentence.from; t < r.from; t++ {
		if _, ok := s.speaks(t); ok {
			return false
		}
	}
	if to := s.sentenceOf(r.to - 1).to; to > r.to && s.wordIn(run{r.to, to}) {
		return false
	}
	best := s.lastBefore(sentence.from)
	if best < 0 {
		return false
	}
	f := found{head: -1, relay: -1, carried: best, speaker: -1}
	f.content = s.merge([]run{{sentence.from, r.to}}, &f)
	s.found = append(s.found, f)
	s.owner[q] = int32(len(s.found) - 1)
	return true
}

// carriedOn: a quotation without any cue goes on with the last speaker of the
// same or of the last paragraph.
func (s *speech) carriedOn(q int) bool {
	if !s.whole(q) || !s.ends(s.quoted[q]) || s.quoted[q].len() < 4 {
		return false
	}
	r := s.quoted[q]
	if from := s.sentenceOf(r.from).from; from < r.from && s.wordIn(run{from, r.from}) {
		return false
	}
	if to := s.sentenceOf(r.to - 1).to; to > r.to && s.wordIn(run{r.to, to}) {
		return false
	}
	best := s.lastBefore(r.from)
	if best < 0 {
		return false
	}
	s.found = append(s.found, found{head: -1, content: []run{r}, relay: -1, carried: best, speaker: -1})
	s.owner[q] = int32(len(s.found) - 1)
	return true
}

// lastBefore is the outermost attribution with a speaker that ends last before
// token t, in its block or the one before; -1 for none.
func (s *speech) lastBefore(t int32) int32 {
	best, end := int32(-1), int32(-1)
	for i := range s.found {
		f := &s.found[i]
		at := cover(append(append([]run(nil), f.cue...), f.content...)) // what was said last
		if len(f.source) == 0 && f.carried < 0 || f.relay >= 0 || at.empty() || at.to > t || s.block(t)-s.block(at.to-1) > 1 {
			continue
		}
		if best >= 0 && (at.to < end || anyHas(s.found[best].content, at.from)) {
			continue
		}
		best, end = int32(i), at.to
	}
	return best
}
