package feed

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"hearsay"
)

var errEmpty = errors.New("is empty; give a file that holds the text or the page")

// check tells the kind of a page and refuses what cannot be one. A text in a
// charset that its server names need not be UTF-8.
func check(name string, data []byte, charset string) (hearsay.Media, error) {
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))) == 0 {
		return 0, errEmpty
	}
	if kind := binary(data); kind != "" {
		return 0, fmt.Errorf("is %s, not text or HTML; save the article's text as .txt or its page as .html", kind)
	}
	if isHTML(name, data) {
		if len(data) > MaxPage {
			return 0, tooLarge(len(data), MaxPage)
		}
		return hearsay.MediaHTML, nil
	}
	if err := checkText(data, charset); err != nil {
		return 0, err
	}
	if len(data) > MaxText {
		return 0, fmt.Errorf("is a text of %s, the limit is %s; give each article as a file of its own", size(len(data)), size(MaxText))
	}
	return hearsay.MediaText, nil
}

// checkText refuses a text that is not UTF-8 or not in lines.
func checkText(data []byte, charset string) error {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return errors.New("is UTF-16; convert it, for example with iconv -f UTF-16 -t UTF-8")
	}
	if at := invalid(data); at >= 0 && charset == "" {
		return fmt.Errorf("is not UTF-8: byte 0x%02X at offset %d; convert it, for example with iconv -f WINDOWS-1252 -t UTF-8", data[at], at)
	}
	for at := 0; at < len(data); {
		n := bytes.IndexByte(data[at:], '\n')
		if n < 0 {
			n = len(data) - at
		}
		if n > MaxLine {
			return fmt.Errorf("has a line of %s at offset %d, the limit is %s; break the text into its paragraphs", size(n), at, size(MaxLine))
		}
		at += n + 1
	}
	return nil
}

// invalid is the offset of the first byte that is not UTF-8, -1 for none.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; ; {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
}

func tooLarge(n, limit int) error {
	if n > limit && limit == MaxBytes {
		return fmt.Errorf("is larger than %s; split it and give the parts", size(limit))
	}
	return fmt.Errorf("is a single page of %s, the limit is %s; give the article's own page or text", size(n), size(limit))
}

// size writes a number of bytes as a person reads it.
func size(n int) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d kB", (n+1023)>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
