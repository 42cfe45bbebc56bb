package nlp

import "hearsay"

// Punctuation is left out of parsing and hung into the finished tree, as the
// guidelines of Universal Dependencies place it: a pair of marks on the head of
// what it encloses, a mark between two units on the lower of them, a final mark
// on the head of the sentence or of the quotation that it ends.

// punctuation reports whether words with tag t are punctuation.
func punctuation(t hearsay.Tag) bool {
	switch t {
	case hearsay.TagStop, hearsay.TagComma, hearsay.TagColon, hearsay.TagOpenQuote, hearsay.TagCloseQuote,
		hearsay.TagLRB, hearsay.TagRRB, hearsay.TagHYPH:
		return true
	}
	return false
}

// hang gives the punctuation of a sentence its heads. Heads count from the
// sentence's first token.
func hang(tokens []hearsay.Token) {
	var open [16]int32 // opening marks that wait for their pair
	depth := 0
	for i := range tokens {
		switch t := tokens[i].Tag; {
		case !loose(tokens, i):
		case t == hearsay.TagOpenQuote || t == hearsay.TagLRB:
			if depth < len(open) {
				open[depth] = int32(i)
				depth++
			}
		case t == hearsay.TagCloseQuote || t == hearsay.TagRRB:
			for k := depth - 1; k >= 0; k-- {
				if from := open[k]; pairs(tokens[from].Tag, t) {
					enclose(tokens, int(from), i)
					depth = k
					break
				}
			}
		}
	}
	for i := range tokens {
		if loose(tokens, i) {
			tokens[i].Head = beside(tokens, i, -1, len(tokens))
		}
	}
}

// loose reports whether token i is punctuation that hangs nowhere yet.
func loose(tokens []hearsay.Token, i int) bool {
	return tokens[i].Dep == hearsay.DepPunct && tokens[i].Head < 0
}

func pairs(open, end hearsay.Tag) bool {
	return (open == hearsay.TagOpenQuote) == (end == hearsay.TagCloseQuote)
}

// enclose hangs the pair a, b and the marks inside it.
func enclose(tokens []hearsay.Token, a, b int) {
	head := int32(-1)
	for i := a + 1; i < b && head < 0; i++ {
		if h := int(tokens[i].Head); tokens[i].Dep != hearsay.DepPunct && (h <= a || h >= b) {
			head = int32(i)
		}
	}
	if head < 0 {
		return
	}
	for i := a + 1; i < b; i++ {
		if loose(tokens, i) {
			tokens[i].Head = beside(tokens, i, a, b)
		}
	}
	tokens[a].Head, tokens[b].Head = head, head
}

// beside is the head of the mark i among the tokens strictly between a and b:
// the highest word of the unit on either side that the mark does not cut, and of
// the two the one that hangs below the other.
func beside(tokens []hearsay.Token, i, a, b int) int32 {
	left, right := i-1, i+1
	for left > a && tokens[left].Dep == hearsay.DepPunct {
		left--
	}
	for right < b && tokens[right].Dep == hearsay.DepPunct {
		right++
	}
	if left > a {
		for h := int(tokens[left].Head); h > a && h < i; h = int(tokens[left].Head) {
			left = h
		}
	}
	if right < b {
		for h := int(tokens[right].Head); h > i && h < b; h = int(tokens[right].Head) {
			right = h
		}
	}
	switch {
	case left <= a && right >= b:
		return -1
	case left <= a:
		return int32(right)
	case right >= b:
		return int32(left)
	case under(tokens, int32(right), int32(left)):
		return int32(right)
	}
	return int32(left)
}

// under reports whether token i is top or hangs below it.
func under(tokens []hearsay.Token, i, top int32) bool {
	for ; i >= 0; i = tokens[i].Head {
		if i == top {
			return true
		}
	}
	return false
}
