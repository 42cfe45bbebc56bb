package nlp

import (
	"strings"

	"hearsay/lang/en"
)

// abbreviation is what a full stop behind a short form means.
type abbreviation uint8

const (
	abbrNone   abbreviation = iota
	abbrTitle               // stands before a name: never ends a sentence
	abbrNumber              // one only before a number
	abbrMonth               // ends a sentence before a starter
	abbrClock               // "p.m.": ends one before a capital that names no day or zone
	abbrPlain               // ends one before a starter
)

var abbrClasses = map[string]abbreviation{
	"title": abbrTitle, "number": abbrNumber, "month": abbrMonth, "clock": abbrClock, "plain": abbrPlain,
}

var (
	abbreviations = readAbbreviations(en.Abbreviations)
	starters      = set(entries(en.Starters)...)
	calendar      = set("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
		"ET", "EST", "EDT", "CET", "CEST", "GMT", "UTC", "BST", "PT", "PST", "PDT", "CT", "CST", "IST", "Eastern", "Pacific")
)

// entries returns the lines of a word list that are neither empty nor comments.
func entries(list string) []string {
	var out []string
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

func readAbbreviations(list string) map[string]abbreviation {
	m := map[string]abbreviation{}
	for _, line := range entries(list) {
		word, class, _ := strings.Cut(line, " ")
		m[word] = abbrClasses[class]
		if m[word] == abbrTitle { // also in a dateline: "ST. AUSTELL"
			m[strings.ToUpper(word)] = abbrTitle
		}
	}
	return m
}

// abbreviated is the class of a word, given without its final stop. Initials
// and words with inner stops ("J", "U.S", "i.e") are plain.
func abbreviated(word string) abbreviation {
	if a, ok := abbreviations[word]; ok {
		return a
	}
	var buf [16]byte
	if low := lowerInto(buf[:0], word); len(word) <= len(buf) && (!isUpper(word[len(word)-1]) || pointed(word)) {
		if a, ok := abbreviations[string(low)]; ok {
			return a
		}
	}
	if len(word) == 1 && isUpper(word[0]) || pointed(word) {
		return abbrPlain
	}
	return abbrNone
}

// pointed reports whether word is letters with a stop behind each or nearly
// each: "U.S", "a.m", "Ph.D".
func pointed(word string) bool {
	run, stops := 0, 0
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c == '.':
			if run == 0 {
				return false
			}
			run, stops = 0, stops+1
		case isAlpha(c):
			if run++; run > 2 {
				return false
			}
		default:
			return false
		}
	}
	return stops > 0
}

// lowerInto appends s in lower case (ASCII letters only) to buf.
func lowerInto(buf []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if isUpper(c) {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}
