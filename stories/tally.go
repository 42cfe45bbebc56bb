package stories

// tally counts in how many texts of a branch each word is, and is a name, by word.
type tally []tallied

type tallied struct {
	word     uint32
	in, name int32
	idf      float32
}

func tallyOf(t *Text) tally {
	out := make(tally, len(t.terms))
	for i, x := range t.terms {
		out[i] = tallied{word: x.word, in: 1, idf: x.idf}
		if x.name {
			out[i].name = 1
		}
	}
	return out
}

func (a tally) plus(b tally) tally {
	out := make(tally, 0, max(len(a), len(b)))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].word < b[j].word:
			out = append(out, a[i])
			i++
		case i == len(a) || b[j].word < a[i].word:
			out = append(out, b[j])
			j++
		default:
			x, y := a[i], b[j]
			out = append(out, tallied{x.word, x.in + y.in, x.name + y.name, x.idf})
			i, j = i+1, j+1
		}
	}
	return out
}
