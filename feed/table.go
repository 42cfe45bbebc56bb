package feed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"hearsay"
)

// table reads the rows of a table of separated values below its header.
func (in *intake) table(name string, br *bufio.Reader) {
	t := &table{br: br}
	header, err := t.row()
	if err != nil {
		in.fault(name, errors.New("is a table without a header; its first row should name the columns"))
		return
	}
	header = bytes.TrimPrefix(header, []byte("\ufeff"))
	t.comma = separator(header)
	var shown, columns []string
	for _, c := range t.cells(header) {
		shown = append(shown, c.Text)
		columns = append(columns, plainName(c.Text))
	}
	rows := 0
	for n := 1; !in.done; n++ {
		data, err := t.row()
		if err == io.EOF {
			break
		}
		if err != nil {
			if !in.fault(recordName(name, n), err) || !errors.Is(err, errRow) {
				return
			}
			continue
		}
		rows++
		cells := t.cells(data)
		in.record(&record{name: recordName(name, n), bytes: data, wrap: hearsay.WrapCSV, keys: memberNames,
			get: func(column string) (hearsay.Field, bool) {
				for i, c := range columns {
					if c == column && i < len(cells) {
						return cells[i], true
					}
				}
				return hearsay.Field{}, false
			},
			names: func() []string { return shown }})
	}
	if rows == 0 && !in.done {
		in.fault(name, errors.New("is a table without a row below its header; it should hold one row an article"))
	}
}

var errRow = fmt.Errorf("is a row of more than %s: a quotation mark is not closed; mend that row", size(maxRecord))

// table cuts a table into rows and cells.
type table struct {
	br    *bufio.Reader
	comma byte
	again []byte // lines of a row that was given up, to be read once more
}

// row returns the next row that is not blank, without its line end; io.EOF after
// the last. A row whose quotation mark never closes is given up, and the lines
// behind its first are rows again.
func (t *table) row() ([]byte, error) {
	var data []byte
	quoted := false
	first := 0 // end of the row's first line
	for {
		line, err := t.line()
		if err != nil && err != io.EOF {
			return nil, err
		}
		data = append(data, line...)
		if bytes.Count(line, []byte{'"'})%2 == 1 {
			quoted = !quoted
		}
		if first == 0 {
			first = len(data)
		}
		switch {
		case quoted && (len(data) > maxRecord || err == io.EOF):
			t.again = append(data[first:len(data):len(data)], t.again...)
			return nil, errRow
		case quoted:
			continue
		}
		if data = bytes.TrimRight(data, "\r\n"); len(bytes.TrimSpace(data)) > 0 {
			return data, nil
		}
		if err == io.EOF {
			return nil, io.EOF
		}
		data, first = nil, 0
	}
}

// line returns the next line with its end.
func (t *table) line() ([]byte, error) {
	if len(t.again) > 0 {
		n := bytes.IndexByte(t.again, '\n') + 1
		if n == 0 {
			n = len(t.again)
		}
		line := t.again[:n]
		t.again = t.again[n:]
		return line, nil
	}
	var line []byte
	for {
		part, err := t.br.ReadSlice('\n')
		line = append(line, part...)
		if err != bufio.ErrBufferFull || len(line) > maxRecord {
			if err == bufio.ErrBufferFull {
				err = errRow
			}
			return line, err
		}
	}
}

// cells are the values of a row.
func (t *table) cells(row []byte) []hearsay.Field {
	var out []hearsay.Field
	for at := 0; at <= len(row); at++ {
		if at == len(row) || row[at] != '"' {
			end := at
			for end < len(row) && row[end] != t.comma {
				end++
			}
			out = append(out, identity(row, at, end))
			at = end
			continue
		}
		var w writer
		for at++; at < len(row); {
			n := bytes.IndexByte(row[at:], '"')
			if n < 0 {
				n = len(row) - at
			}
			w.put(string(row[at:at+n]), hearsay.Raw{Start: int32(at), End: int32(at + n)})
			if at += n; at+1 >= len(row) || row[at+1] != '"' {
				break
			}
			w.put(`"`, hearsay.Raw{Start: int32(at), End: int32(at + 2)})
			at += 2
		}
		for at < len(row) && row[at] != t.comma {
			at++
		}
		out = append(out, w.done())
	}
	return out
}

// separator is the mark that parts the most columns of a header.
func separator(header []byte) byte {
	best := byte(',')
	for _, c := range ",;\t|" {
		if strings.Count(string(header), string(c)) > strings.Count(string(header), string(best)) {
			best = byte(c)
		}
	}
	return best
}
