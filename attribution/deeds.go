package attribution

import "hearsay"

// deed reports whether the cue of f is a word that tells something in other
// company only, and here names what somebody does: "backed the rebels", "posted a
// loss", "cited two officials", "was aimed at drivers", "also known as".
func (v *view) deed(f *found) bool {
	if f.head < 0 || f.sure && !v.isVerb(f.head) || v.quotedApart(f) {
		return false
	}
	t := f.head
	if v.compounded(t) || v.relativeThat(f) {
		return true
	}
	switch v.word[t] {
	case "known":
		return alias[v.at(t-1)] && v.at(t+1) == "as" || v.at(t+1) == "for" && v.at(t-1) == "best" || v.at(t+1) == "about" && v.isVerb(t) && v.agent(t) < 0
	case "named", "identified", "disclosed", "published", "revealed", "released":
		if v.withheld(f) {
			return true
		}
	case "public":
		return v.withheld(f)
	case "made":
		return v.at(t+1) == "public" && v.withheld(f)
	case "purporting", "purported", "purports":
		return v.at(t+1) == "to"
	case "reported", "noted", "mentioned", "expected", "planned":
		return v.at(t-1) == "as" && len(f.source) == 0 && v.agent(t) < 0
	case "called":
		return v.christened(f)
	case "seen":
		by := v.agent(t)
		return by >= 0 && (v.at(by+1) == "," || !isWord(v.at(by+1))) && v.child(t, hearsay.DepNsubjPass) >= 0
	case "found":
		return v.child(t, hearsay.DepAuxPass) >= 0 && v.agent(t) < 0 && (v.tag(min(t+1, int32(len(v.word))-1)) == hearsay.TagVBG || v.at(t+1) == "dead")
	}
	if v.word[t] == "named" && v.christened(f) {
		return true
	}
	switch v.word[t] {
	case "fight", "fights", "fighting", "fought", "launch", "launches", "launched", "launching":
		return v.isVerb(t) && !assaults[v.word[max(v.undergone(f), 0)]]
	}
	if !v.isVerb(t) || v.stated(f) {
		return false
	}
	o := v.undergone(f)
	if o < 0 {
		return v.word[t] == "aimed" && v.at(t+1) == "at"
	}
	what := v.word[o]
	switch v.word[t] {
	case "aimed":
		return v.at(t+1) == "at"
	case "share", "shares", "shared", "sharing":
		return freed[what]
	case "release", "releases", "released", "releasing":
		return freed[what]
	case "back", "backs", "backed", "backing", "support", "supports", "supported", "supporting", "attack", "attacks", "attacked", "attacking",
		"target", "targets", "targeted", "targeting":
		return parties[what] || v.land(o) || v.armed(f)
	case "post", "posts", "posted", "posting":
		return posted[what]
	case "cite", "cites", "cited", "quote", "quotes", "quoted", "interrogate", "interrogates", "interrogated", "question", "questions", "questioned":
		return v.human(o)
	case "show", "shows", "showed", "showing":
		return v.at(t+1) == "off" || v.pictured(f)
	case "commit", "commits", "committed", "committing":
		return crimes[what]
	case "approve", "approves", "approved", "approving":
		return v.measured(o)
	}
	return false
}

var (
	alias    = wordSet("also better otherwise formerly previously")
	assaults = wordSet("attack attacks assault assaults tirade broadside salvo appeal appeals criticism")
	parties  = wordSet(`government governments regime regimes forces force troops army armies rebels rebel militants insurgents group groups militia militias
		fighters positions base bases convoy village villages town towns ally allies business businesses firm firms company companies factory families children
		patients students team manager coach project projects charity charities`)
	fighters = wordSet(`pirates gunmen gunman militants militant rebels rebel troops forces soldiers jets warplanes planes insurgents attackers attacker fighters
		bombers bomber men dogs hackers`)
	posted = wordSet(`picture pictures photo photos photograph photographs image images video videos clip clips link links comment comments loss losses profit
		profits result results gain gains rise rises growth score scores record time times revenue revenues sales figures bail guards officers`)
	freed = wordSet(`video videos footage photo photos picture pictures image images man men woman women boy girl prisoner prisoners hostage hostages suspect suspects detainee detainees captive captives album albums song
		songs single film films movie game book books product phone version update water gas`)
	crimes   = wordSet("act acts crime crimes murder murders suicide fraud error errors offence offences offense offenses atrocities foul fouls sin sins")
	measures = wordSet("budget package funding grant loan sale merger takeover drug vaccine treatment deal contract bond")
)

// quotedApart reports whether words that stand in quotation marks of their own are
// part of the content.
func (v *view) quotedApart(f *found) bool {
	for _, r := range f.content {
		for t := r.from; t < r.to; t++ {
			if v.quote[t] >= 0 && v.quote[t] != v.quote[f.head] && !v.human(v.root(r)) {
				return true
			}
		}
	}
	return false
}

// stated reports whether the content is a clause, a question or an infinitive.
func (v *view) stated(f *found) bool {
	for _, r := range f.content {
		switch root := v.root(r); {
		case v.tensed(root), v.isVerb(root) && v.tag(root) != hearsay.TagVBG, v.child(root, hearsay.DepCop) >= 0:
			return true
		}
		switch v.at(r.from) {
		case "that", "whether", "if", "how", "why", "what":
			return true
		}
	}
	return false
}

// undergone is the noun that the verb of f is done to; -1 for none.
func (v *view) undergone(f *found) int32 {
	if k := v.child(f.head, hearsay.DepNsubjPass); k >= 0 {
		return k
	}
	if k := v.childAfter(f.head, hearsay.DepObj); k >= 0 {
		return k
	}
	if len(f.content) == 0 {
		return -1
	}
	if k := v.root(f.content[len(f.content)-1]); v.nominal(k) {
		return k
	}
	return -1
}

// withheld: "has not been named", "neither was identified", by nobody in
// particular.
func (v *view) withheld(f *found) bool {
	t := f.head
	if v.tag(t) != hearsay.TagVBN && v.tag(t) != hearsay.TagVBD && v.word[t] != "public" || v.agent(t) >= 0 {
		return false
	}
	passive, not := false, false
	for i := v.sentenceOf(t).from; i < t; i++ {
		switch {
		case t-i > 12 || v.quote[i] != v.quote[t]:
		case isBe(v.word[i]) || v.word[i] == "being":
			passive = true
		case isNot(v.word[i]) || v.word[i] == "none" || v.word[i] == "nobody":
			not = true
		case v.word[i] == ",":
			passive, not = false, false
		}
	}
	return passive && not
}

// compounded reports whether t is the second part of a word like "self-described".
func (v *view) compounded(t int32) bool {
	return t > 1 && v.at(t-1) == "-" && v.r.Tokens[t-1].End == v.r.Tokens[t].Start && v.r.Tokens[t-2].End == v.r.Tokens[t-1].Start && v.tag(t) == hearsay.TagVBN
}

// relativeThat reports whether the content of a noun is what the noun does: "rumours
// that swept the town".
func (v *view) relativeThat(f *found) bool {
	t := f.head
	return !v.isVerb(t) && v.at(t+1) == "that" && v.tag(t+1) == hearsay.TagWDT && v.tensed(t+2) && v.telling(t) && len(f.content) > 0 && f.content[0].from >= t
}

// christened reports whether f tells by what name somebody goes: "was called Ann".
func (v *view) christened(f *found) bool {
	if n := len(f.content); n == 2 && v.agent(f.head) < 0 && v.child(f.head, hearsay.DepNsubjPass) >= 0 {
		name := f.content[1]
		return name.from == f.head+1 && v.tag(name.from) == hearsay.TagNNP && v.tag(name.to-1) == hearsay.TagNNP && v.quote[name.from] == v.quote[f.head]
	}
	return false
}

// armed reports whether those who attack or target do so with weapons.
func (v *view) armed(f *found) bool {
	s := v.subject(f.head)
	return s.token >= 0 && fighters[v.word[s.token]] && f.lemma != "back" && f.lemma != "support"
}

// land reports whether t is a country or another place.
func (v *view) land(t int32) bool {
	e := v.entityOf(t)
	return e >= 0 && v.r.Entities[e].Kind == hearsay.KindPlace
}

// entityOf is the entity of the mention that t heads; -1 for none.
func (v *view) entityOf(t int32) int32 {
	for i := range v.r.Mentions {
		if v.r.Mentions[i].Head == t {
			return v.r.Mentions[i].Entity
		}
	}
	return -1
}

// pictured reports whether what f shows is seen, and neither counted nor found.
func (v *view) pictured(f *found) bool {
	s := v.subject(f.head)
	if s.token < 0 || !depictions[v.word[s.token]] {
		return false
	}
	for _, r := range f.content {
		for t := r.from; t < r.to; t++ {
			if v.tensed(t) || v.tag(t) == hearsay.TagCD {
				return false
			}
		}
	}
	return true
}

var depictions = wordSet("it which video videos footage photo photos photograph photographs picture pictures image images clip film recording frame")

// human reports whether t is a person or people.
func (v *view) human(t int32) bool {
	if anonymous[v.word[t]] || offices[v.word[t]] || people[v.word[t]] {
		return true
	}
	e := v.entityOf(t)
	return e >= 0 && (v.r.Entities[e].Kind == hearsay.KindPerson || v.r.Entities[e].Kind == hearsay.KindRole || v.r.Entities[e].Kind == hearsay.KindUnnamed)
}

var people = wordSet(`man men woman women persons suspect suspects driver drivers clerk clerks employee employees worker workers student students teenager
	boy girl wife husband lawyers doctors ministers officers members teachers them him her`)

// measured reports whether the noun t is money or what is bought by it.
func (v *view) measured(t int32) bool {
	if measures[v.word[t]] {
		return true
	}
	for i := v.reach[t].from; i < t; i++ {
		switch v.word[i] {
		case "$", "£", "€", "million", "billion", "pound", "dollar", "euro":
			return true
		}
	}
	return false
}
