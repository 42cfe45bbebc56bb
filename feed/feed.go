// Package feed turns the bytes of an input into pages.
package feed

import (
	"path/filepath"
	"slices"

	"hearsay"
)

// MaxBytes is the largest input that is read.
const MaxBytes = 64 << 20

// Wanted reports whether a file found in a folder is taken for an account.
func Wanted(name string) bool {
	return slices.Contains([]string{".txt", ".html", ".htm", ".gz"}, filepath.Ext(name))
}

// Pages returns the pages that an input holds.
func Pages(name string, data []byte) ([]*hearsay.Page, error) {
	return []*hearsay.Page{{Name: name, Bytes: data}}, nil
}
