// Package en is what is known of English: word lists and the language model, as
// data that the rooms above read. It decides nothing.
package en
