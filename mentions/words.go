package mentions

// determiner reports whether a lower-cased word begins a noun phrase.
func determiner(w string) bool { return articleOf(w) != bare }

// articleOf is what a lower-cased determiner makes of a noun phrase.
func articleOf(w string) article {
	switch w {
	case "the", "both":
		return definite
	case "a", "an", "some", "another", "any", "every", "each":
		return indefinite
	case "this", "that", "these", "those", "such":
		return demonstrative
	case "his", "her", "its", "their", "my", "our", "your", "whose":
		return possessive
	}
	return bare
}

// numberWord is the value of a lower-cased number up to twelve, 0 for other words.
func numberWord(w string) int16 {
	switch w {
	case "one":
		return 1
	case "two", "both", "couple":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve", "dozen":
		return 12
	}
	return 0
}

// ordinal reports whether a lower-cased word counts somebody off.
func ordinal(w string) bool {
	switch w {
	case "second", "third", "fourth", "fifth", "another", "other", "separate", "different":
		return true
	}
	return false
}
