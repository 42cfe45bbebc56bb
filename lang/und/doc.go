// Package und is what holds for any language: models and lists, as data that
// the rooms above read. It decides nothing.
package und
