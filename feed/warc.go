package feed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hearsay"
)

const (
	maxHeader = 64 << 10 // of a record or response
	mostLies  = 1000     // records of false length that a file may have
)

// warc reads the web pages of a WARC file (ISO 28500). Records other than
// responses and resources, and responses that are no page, are passed over.
func (in *intake) warc(name string, br *bufio.Reader) {
	w := &warc{r: br, meter: in.meter}
	given := in.given
	for !in.done {
		rec, err := w.next()
		if err == io.EOF {
			break
		}
		name := recordName(name, w.count)
		if err != nil {
			if !in.fault(name, err) || !w.going(err) {
				return
			}
			continue
		}
		p, err := rec.page(name)
		if err != nil {
			in.fault(name, err)
		} else if p != nil {
			in.page(p)
		}
	}
	if in.given == given && !in.done {
		in.fault(name, fmt.Errorf("holds no page: none of its %d records is a response with text or HTML", w.count))
	}
}

// warcRecord is a response or resource.
type warcRecord struct {
	kind    string // "response", "resource", ...
	address string
	media   string // content type of the block
	block   []byte
}

// page is what the record holds, nil when that is no page: an error of the
// server, an image, a script.
func (r *warcRecord) page(name string) (*hearsay.Page, error) {
	body, media := r.block, r.media
	if r.kind == "response" {
		if !strings.HasPrefix(r.address, "http") || media != "" && !strings.HasPrefix(strings.ToLower(media), "application/http") {
			return nil, nil
		}
		reply, err := parseResponse(r.block)
		if err != nil {
			return nil, err
		}
		if reply.status < 200 || reply.status > 299 {
			return nil, nil
		}
		media = reply.header["content-type"]
		if !readable(media) {
			return nil, nil
		}
		if body, err = reply.body(); err != nil {
			return nil, err
		}
	}
	if !readable(media) {
		return nil, nil
	}
	p := &hearsay.Page{Name: name, Bytes: body, Address: r.address, Charset: charsetOf(media)}
	var err error
	p.Media, err = check("", body, p.Charset)
	return p, err
}

// readable reports whether a content type may be of an account.
func readable(media string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(kind) {
	case "", "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	return false
}

// charsetOf is the charset of a content type.
func charsetOf(media string) string {
	_, label, _ := strings.Cut(strings.ToLower(media), "charset=")
	label, _, _ = strings.Cut(label, ";")
	return strings.Trim(label, " \"'")
}

// warc cuts a stream into records. Lengths may lie: a record whose end is not
// where it says is named, and reading goes on at the next one that is found.
type warc struct {
	r     *bufio.Reader
	again []byte // read too far, to be read once more
	meter *meter
	count int
	lies  int
}

var (
	errLength  = errors.New("states a false length; the file is damaged here, fetch it again")
	errHeader  = errors.New("has no valid header; the file is damaged here, fetch it again")
	errTooBig  = fmt.Errorf("is larger than %s; give the article's own page", size(maxRecord))
	errCutOff  = errors.New("ends too early: the file is cut off; fetch it again")
	errLies    = fmt.Errorf("is the last of %d records with a false length; the rest of the file is not read", mostLies)
	errDamaged = errors.New("is packed wrongly; the file is damaged here, fetch it again")
)

// going reports whether records may follow after the error.
func (w *warc) going(err error) bool {
	return errors.Is(err, errLength) || errors.Is(err, errHeader) || errors.Is(err, errTooBig) || errors.Is(err, errDamaged)
}

// next returns the next record; only responses and resources have their block.
func (w *warc) next() (*warcRecord, error) {
	for {
		start, err := w.line()
		if err != nil {
			if err == io.EOF {
				return nil, io.EOF
			}
			w.count++
			return nil, w.mend(err)
		}
		if len(bytes.TrimSpace(start)) == 0 {
			continue
		}
		w.count++
		if !bytes.HasPrefix(start, []byte("WARC/")) {
			if err := w.resync(); err != nil && err != io.EOF {
				return nil, w.mend(err)
			}
			return nil, errHeader
		}
		rec, err := w.record()
		if err != nil || rec != nil {
			return rec, err
		}
	}
}

// record reads the record below its first line; nil for one of another kind.
func (w *warc) record() (*warcRecord, error) {
	header, err := w.header()
	if err != nil {
		return nil, w.mend(err)
	}
	length, err := strconv.ParseInt(header["content-length"], 10, 64)
	if err != nil || length < 0 {
		return nil, w.lost(errHeader)
	}
	rec := &warcRecord{kind: strings.ToLower(header["warc-type"]), address: strings.Trim(header["warc-target-uri"], "<> "), media: header["content-type"]}
	wanted := rec.kind == "response" || rec.kind == "resource"
	if length > maxRecord {
		err = w.skip(length)
		if err == nil && wanted && readable(rec.media) {
			err = errTooBig
		}
		return nil, err
	}
	block := make([]byte, length)
	n, err := w.full(block)
	block = block[:n]
	if err == nil && w.ends() {
		if !wanted {
			return nil, nil
		}
		rec.block = block
		return rec, nil
	}
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, w.mend(err)
	}
	if at := boundary(block); at >= 0 {
		w.again = append(block[at:len(block):len(block)], w.again...)
		return nil, w.lied()
	}
	if err != nil {
		return nil, errCutOff
	}
	return nil, w.lost(errLength)
}

// lied counts a false length.
func (w *warc) lied() error {
	if w.lies++; w.lies >= mostLies {
		return errLies
	}
	return errLength
}

// lost passes over bytes up to the next record and returns why.
func (w *warc) lost(why error) error {
	if err := w.resync(); err != nil && err != io.EOF {
		return w.mend(err)
	}
	return why
}

// mend goes on behind a damaged part of a packed file, if there is more.
func (w *warc) mend(err error) error {
	w.again = nil
	if errors.Is(err, errExpands) || w.meter == nil || !w.meter.resume() {
		return err
	}
	w.r.Reset(w.meter)
	return errDamaged
}

// ends reports whether a record ends here: with two line ends, before another
// record, or with the file.
func (w *warc) ends() bool {
	next := w.peek(len("\r\n\r\nWARC/"))
	rest := bytes.TrimLeft(next, "\r\n")
	return len(rest) == 0 || bytes.HasPrefix(rest, []byte("WARC/")) || bytes.Count(next[:len(next)-len(rest)], []byte("\n")) > 1
}

// boundary is where the first line of another record stands in a block, -1 for
// nowhere.
func boundary(block []byte) int {
	for at := 0; ; {
		n := bytes.Index(block[at:], []byte("\nWARC/"))
		if n < 0 {
			return -1
		}
		at += n + 1
		if head := block[at:]; bytes.Contains(head[:min(len(head), 4<<10)], []byte("\nWARC-Type:")) || bytes.Contains(head[:min(len(head), 4<<10)], []byte("\nWarc-Type:")) {
			return at
		}
	}
}

// skip passes over a long block, which ends early where another record begins.
func (w *warc) skip(length int64) error {
	const step = 1 << 20
	var block []byte
	for length > 0 {
		const overlap = 8 << 10
		keep := block[max(0, len(block)-overlap):]
		next := make([]byte, len(keep)+int(min(step, length)))
		copy(next, keep)
		n, err := w.full(next[len(keep):])
		length -= int64(n)
		block = next[:len(keep)+n]
		if at := boundary(block); at >= 0 {
			w.again = append(block[at:len(block):len(block)], w.again...)
			return w.lied()
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return errCutOff
		}
		if err != nil {
			return w.mend(err)
		}
	}
	if !w.ends() {
		return w.lost(errLength)
	}
	return nil
}

// resync passes over lines up to the first line of a record.
func (w *warc) resync() error {
	for {
		if bytes.HasPrefix(w.peek(5), []byte("WARC/")) {
			return nil
		}
		if _, err := w.line(); err != nil && err != errLine {
			return err
		}
	}
}

var errLine = errors.New("has a header line that does not end; the file is damaged here, fetch it again")

// line reads a line, of which at most maxHeader bytes are kept.
func (w *warc) line() ([]byte, error) {
	if n := bytes.IndexByte(w.again, '\n'); n >= 0 {
		line := w.again[:n+1]
		w.again = w.again[n+1:]
		return line, nil
	}
	line := w.again
	w.again = nil
	for {
		part, err := w.r.ReadSlice('\n')
		if len(line) <= maxHeader {
			line = append(line[:len(line):len(line)], part...)
		}
		if err == io.EOF && len(line) > 0 {
			err = nil
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// header reads header lines up to the blank one. Names are in lower case.
func (w *warc) header() (map[string]string, error) {
	header := map[string]string{}
	for total := 0; total < maxHeader; {
		line, err := w.line()
		if err != nil {
			if err == io.EOF {
				err = errCutOff
			}
			return nil, err
		}
		total += len(line)
		if len(bytes.TrimSpace(line)) == 0 {
			return header, nil
		}
		addHeader(header, line)
	}
	return nil, errHeader
}

// addHeader adds a header line; the first of a name counts.
func addHeader(header map[string]string, line []byte) {
	name, value, ok := strings.Cut(string(line), ":")
	name = strings.ToLower(strings.TrimSpace(name))
	if _, twice := header[name]; ok && !twice {
		header[name] = strings.TrimSpace(value)
	}
}

// full fills p as io.ReadFull does.
func (w *warc) full(p []byte) (int, error) {
	n := copy(p, w.again)
	w.again = w.again[n:]
	if n == len(p) {
		return n, nil
	}
	k, err := io.ReadFull(w.r, p[n:])
	if err == io.EOF && n > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n + k, err
}

// peek is the next n bytes, or what is left.
func (w *warc) peek(n int) []byte {
	if len(w.again) >= n {
		return w.again[:n]
	}
	more, _ := w.r.Peek(n - len(w.again))
	return append(w.again[:len(w.again):len(w.again)], more...)
}
