package attribution

// verdictFeatures appends those by which an attribution is judged as a whole,
// after its parts have been chosen.
func (th *theatre) verdictFeatures(f *found, into []uint64) []uint64 {
	c := th.cue
	l, ct := th.lemma[c], th.tagAt(c)
	score, source, content := steps(4*th.score[c]), steps(f.leads[0]), steps(f.leads[1])
	quoted, words := int32(0), int32(0)
	for _, r := range f.content {
		for t := r.from; t < r.to; t++ {
			if isWord(th.word[t]) {
				words++
				if q := th.quote[t]; q >= 0 && q != th.quote[c] {
					quoted++
				}
			}
		}
	}
	form := flag(quoted > 0) + flag(quoted > 0 && quoted == words)
	who := uint64(0)
	side := uint64(0)
	if len(f.source) > 0 {
		h := th.headOf(f.source[0])
		who = 1 + th.tagAt(h)*16 + th.kindAt(h)
		side = 1 + flag(h > c)
	}
	rule := flag(th.ruled)
	if th.ruled {
		g := &th.found[th.rule[c]]
		rule += 2 + th.matches(f.content, g.content)*8 + 4*flag(len(g.source) > 0)
	}
	size := near(total(f.content))
	runs := uint64(min(len(f.content), 3))
	speech := flag(speechForms[th.word[c]])
	_, _, torn := th.swallowed(f.content, f.content)
	return append(into, hash1(400, 0), hash1(401, score), hash1(402, source), hash1(403, content), hash2(404, score, source), hash2(405, score, content), hash2(406, source, content),
		hash2(407, form, score), hash2(408, form, content), hash2(409, form, source), hash2(410, who, ct), hash2(411, who, side), hash1(412, rule), hash2(413, rule, score),
		hash2(414, size, form), hash2(415, size, runs), hash2(416, l, form), hash2(417, l, who), hash2(418, ct, size), hash2(419, speech, score), hash2(420, speech, form), hash3(421, speech, source, content),
		hash2(422, torn, content), hash2(423, torn, form), hash2(424, flag(th.quote[c] >= 0), form), hash2(425, th.depAt(c), ct), hash3(426, score, source, speech), hash3(427, score, content, speech), hash2(428, l, ct))
}
