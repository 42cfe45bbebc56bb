package nlp

// number cuts the number at i, with its inner marks and ending, and a unit that
// is written against it.
func (x *lexer) number(s string, i int) int {
	j := digits(s, i)
	if j == i {
		j = digits(s, i+1) // ".5"
	}
	if k := joined(s, i, j); k > j {
		x.emit(i, k)
		return k
	}
	for j+1 < len(s) && isDigit(s[j+1]) && (s[j] == '.' || s[j] == ',' || s[j] == ':' || s[j] == '/') {
		j = digits(s, j+1)
	}
	if j < len(s) && s[j] == '.' && j+1 == len(s) && x.listNumber(i) {
		x.emit(i, j+1)
		return j + 1
	}
	k := j
	for n := letterAt(s, k); n > 0; n = letterAt(s, k) {
		k += n
	}
	switch {
	case k == j:
		if n := apostropheAt(s, j); n > 0 && s[j-1] == '0' && j+n < len(s) && s[j+n] == 's' && letterAt(s, j+n+1) == 0 {
			k = j + n + 1 // "1930's"
		}
		x.emit(i, k)
		return k
	case unit(s[j:k]):
		x.emit(i, j)
		if k < len(s) && s[k] == '.' && k+1 < len(s) && isAlpha(s[k+1]) {
			k = wordEnd(s, j) // "7a.m."
		}
		if k < len(s) && s[k] == '.' && x.keepsStop(s, j, k) {
			k++
		}
		x.emit(j, k)
		return k
	}
	k = wordEnd(s, j)
	x.word(s, i, k) // "16th", "1930s", "4x4"
	return k
}

func digits(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

// joined is the end of a run of digits and hyphens that is a date, a telephone
// number or a code, given its first run of digits; the end of that run
// otherwise: "2024-02-14" and "555-0134" are one token, "5-10" is three.
func joined(s string, i, end int) int {
	var lens [8]int
	n, j := 0, i
	for n < len(lens) {
		k := digits(s, j)
		if k == j {
			break
		}
		lens[n] = k - j
		n++
		if j = k; j+1 < len(s) && (s[j] == '-' || s[j] == '.' && n > 0 && lens[0] == 3) && isDigit(s[j+1]) {
			j++
			continue
		}
		break
	}
	phone := n == 2 && (lens[0] == 3 && lens[1] == 4 || lens[0] == 5 && lens[1] == 4)
	if (phone || n >= 3) && j > end && (j == len(s) || letterAt(s, j) == 0) {
		return j
	}
	return end
}

// listNumber reports whether the number at i begins its line.
func (x *lexer) listNumber(i int) bool {
	return len(x.tokens) == 0 || int(x.tokens[len(x.tokens)-1].End) <= x.line(i)
}

// line is the start of the line that holds i.
func (x *lexer) line(i int) int {
	for i > 0 && x.text[i-1] != '\n' {
		i--
	}
	return i
}

var units = set("am", "pm", "a", "p", "k", "K", "m", "b", "bn", "mn", "tn", "km", "cm", "mm", "kg", "g", "lb", "lbs", "ft", "mph", "kmh",
	"hr", "hrs", "min", "mins", "sec", "secs", "GB", "MB", "TB", "GHz", "MHz", "kW", "MW", "GW", "yo", "C", "F", "AM", "PM", "oz", "ml", "ha", "kn", "nm", "tr", "million", "billion")

func unit(s string) bool { return units[s] }
