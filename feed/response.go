package feed

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// response is an HTTP response as it was stored.
type response struct {
	status int
	header map[string]string // names in lower case
	rest   []byte
}

var errResponse = errors.New("is not a valid HTTP response; the record is damaged, fetch it again")

// parseResponse reads status line and header.
func parseResponse(block []byte) (*response, error) {
	line, rest, ok := bytes.Cut(block, []byte("\n"))
	fields := bytes.Fields(line)
	if !ok || len(fields) < 2 || !bytes.HasPrefix(line, []byte("HTTP/")) {
		return nil, errResponse
	}
	status, err := strconv.Atoi(string(fields[1]))
	if err != nil {
		return nil, errResponse
	}
	r := &response{status: status, header: map[string]string{}}
	for total := 0; total < maxHeader; total += len(line) {
		if line, rest, ok = bytes.Cut(rest, []byte("\n")); !ok {
			return nil, errResponse
		}
		if len(bytes.TrimSpace(line)) == 0 {
			r.rest = rest
			return r, nil
		}
		addHeader(r.header, line)
	}
	return nil, errResponse
}

// body is the body without chunks and compression. Archives often keep the
// headers of both beside a body that has neither any more.
func (r *response) body() ([]byte, error) {
	body := r.rest
	if strings.Contains(strings.ToLower(r.header["transfer-encoding"]), "chunked") {
		var err error
		if body, err = unchunked(body); err != nil {
			return nil, err
		}
	}
	codings := strings.Split(strings.ToLower(r.header["content-encoding"]), ",")
	for i := len(codings) - 1; i >= 0; i-- {
		var err error
		if body, err = decompressed(strings.TrimSpace(codings[i]), body); err != nil {
			return nil, err
		}
	}
	return body, nil
}

// unchunked joins the chunks of a body; a body that does not begin with a chunk
// is taken as it is, and one that ends inside a chunk is cut off.
func unchunked(body []byte) ([]byte, error) {
	var out []byte
	for at := 0; ; {
		line, _, ok := bytes.Cut(body[at:], []byte("\n"))
		length, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(";"))
		n, err := strconv.ParseUint(string(bytes.TrimSpace(length)), 16, 31)
		switch {
		case (err != nil || !ok) && at == 0:
			return body, nil
		case err != nil || !ok:
			return nil, errors.New("has a damaged chunk; fetch it again")
		case n == 0:
			return out, nil
		}
		from := at + len(line) + 1
		if from+int(n) > len(body) {
			return nil, errors.New("ends inside a chunk; fetch it again")
		}
		out = append(out, body[from:from+int(n)]...)
		at = from + int(n)
		if bytes.HasPrefix(body[at:], []byte("\r\n")) {
			at += 2
		} else if bytes.HasPrefix(body[at:], []byte("\n")) {
			at++
		}
	}
}

// decompressed undoes one content coding, of at most MaxBytes.
func decompressed(coding string, body []byte) ([]byte, error) {
	var r io.Reader
	var err error
	switch coding {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
			return body, nil
		}
		r, err = gzip.NewReader(bytes.NewReader(body))
	case "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		if isHTML("", body) {
			return body, nil
		}
		r = brotli.NewReader(bytes.NewReader(body))
	case "zstd":
		if !bytes.HasPrefix(body, []byte{0x28, 0xb5, 0x2f, 0xfd}) {
			return body, nil
		}
		var z *zstd.Decoder
		if z, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow)); err == nil {
			defer z.Close()
			r = z
		}
	default:
		return nil, fmt.Errorf("is packed as %q, which is not known; give the article's own page", cut(coding, 40))
	}
	if err != nil {
		return nil, broken(coding, err)
	}
	out, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case len(out) > MaxBytes:
		return nil, errExpands
	case err != nil:
		return nil, broken(coding, err)
	}
	return out, nil
}
