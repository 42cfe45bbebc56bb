package nlp

// Classes are the fine and the coarse class of a word, learnt from where words
// stand; 0 for words that have none.
func Classes(word string) (fine, coarse uint8) {
	var space [64]byte
	slot, ok := english().lexicon.table.find8(spell(string(normal(space[:0], word, 0))))
	if !ok {
		return 0, 0
	}
	return uint8(slot), uint8(slot >> 8)
}
