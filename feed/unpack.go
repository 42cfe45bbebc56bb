package feed

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

const (
	// deepest is how often an input may be packed in itself.
	deepest = 2
	// suspect is how many times smaller than its content a packed input may be
	// before it must show a page every MaxBytes.
	suspect = 100
	// zstdWindow is how far back a zstd file may refer; all of it is held.
	zstdWindow = 32 << 20
)

var errExpands = fmt.Errorf("expands to more than %s; unpack it and give only the page that is meant", size(MaxBytes))

// packing is the reader of a compression, known by its first bytes whatever the
// input is called; nil for none.
func packing(head []byte) func(*bufio.Reader) (io.ReadCloser, error) {
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return func(r *bufio.Reader) (io.ReadCloser, error) { return &members{r: &remembering{Reader: r}}, nil }
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		return func(r *bufio.Reader) (io.ReadCloser, error) {
			z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow), zstd.WithDecoderLowmem(true))
			if err != nil {
				return nil, broken("zstd", err)
			}
			return &named{z.IOReadCloser(), "zstd"}, nil
		}
	case bytes.HasPrefix(head, []byte("BZh")):
		return func(r *bufio.Reader) (io.ReadCloser, error) {
			return &named{io.NopCloser(bzip2.NewReader(r)), "bzip2"}, nil
		}
	}
	return nil
}

// named says of which compression an error is.
type named struct {
	io.ReadCloser
	kind string
}

func (n *named) Read(p []byte) (int, error) {
	k, err := n.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = broken(n.kind, err)
	}
	return k, err
}

// members reads the members of a gzip file as one stream. After a damaged one,
// resume goes on with the next.
type members struct {
	r       *remembering
	z       *gzip.Reader
	resumed int
}

func (m *members) Read(p []byte) (int, error) {
	for {
		if m.z == nil {
			if err := m.open(); err != nil {
				return 0, broken("gzip", err)
			}
		}
		n, err := m.z.Read(p)
		switch {
		case err == io.EOF && m.more():
			if err := m.open(); err != nil {
				return n, broken("gzip", err)
			}
			if n == 0 {
				continue
			}
			return n, nil
		case err != nil && err != io.EOF:
			return n, broken("gzip", err)
		}
		return n, err
	}
}

// open begins the next member.
func (m *members) open() (err error) {
	m.r.past = m.r.past[:0]
	if m.z == nil {
		m.z, err = gzip.NewReader(m.r)
	} else {
		err = m.z.Reset(m.r)
	}
	if err != nil {
		m.z = nil
		return err
	}
	m.z.Multistream(false)
	return nil
}

// more reports whether another member follows; what else follows, such as
// padding, is passed over as gzip does.
func (m *members) more() bool {
	next, _ := m.r.Peek(2)
	return len(next) == 2 && next[0] == 0x1f && next[1] == 0x8b
}

// mostResumed is how many damaged members a file may have.
const mostResumed = 100

// resume goes on with the next member behind a damaged one, whose reader may
// have run over its end.
func (m *members) resume() bool {
	if m.resumed++; m.resumed > mostResumed {
		return false
	}
	past := m.r.past[min(len(m.r.past), 2):]
	m.r = &remembering{Reader: bufio.NewReaderSize(io.MultiReader(bytes.NewReader(bytes.Clone(past)), m.r.Reader), 64<<10)}
	m.z = nil
	for {
		next, _ := m.r.Peek(4096)
		if len(next) < 4 {
			return false
		}
		if at := bytes.Index(next, []byte{0x1f, 0x8b, 0x08}); at >= 0 {
			m.r.Discard(at)
			if m.open() == nil {
				return true
			}
			continue
		}
		m.r.Discard(len(next) - 2)
	}
}

func (m *members) Close() error { return nil }

// remembering keeps the last bytes that were read.
type remembering struct {
	*bufio.Reader
	past []byte
}

// remembered is how far a damaged member may be overrun.
const remembered = 1 << 20

func (r *remembering) ReadByte() (byte, error) {
	c, err := r.Reader.ReadByte()
	if err == nil {
		r.remember(1)
		r.past = append(r.past, c)
	}
	return c, err
}

func (r *remembering) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p[:min(len(p), remembered)])
	r.remember(n)
	r.past = append(r.past, p[:n]...)
	return n, err
}

// remember makes room for n bytes more.
func (r *remembering) remember(n int) {
	if len(r.past)+n > 2*remembered {
		r.past = r.past[:copy(r.past, r.past[len(r.past)-remembered:])]
	}
}

// meter watches how far a packed input expands.
type meter struct {
	outer  *meter // when this one is packed in another
	packed *counter
	r      io.Reader // unpacked
	out    int64     // bytes unpacked since the last page
	in     int64     // packed.n at the last page
}

// counter counts the bytes read through it.
type counter struct {
	io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}

// found is told of every page.
func (m *meter) found() {
	for ; m != nil; m = m.outer {
		m.out, m.in = 0, m.packed.n
	}
}

func (m *meter) Read(p []byte) (int, error) {
	if m.out > MaxBytes && m.out > suspect*(m.packed.n-m.in+64<<10) {
		return 0, errExpands
	}
	n, err := m.r.Read(p)
	m.out += int64(n)
	return n, err
}

// resume goes on behind a damaged part, where the compression can.
func (m *meter) resume() bool {
	r, ok := m.r.(interface{ resume() bool })
	return ok && r.resume()
}

// broken says what is wrong with a packed input.
func broken(kind string, err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return fmt.Errorf("is a %s file that ends too early; fetch it again", kind)
	case errors.Is(err, zstd.ErrWindowSizeExceeded) || errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return fmt.Errorf("refers back further than %s; unpack it first, for example with zstd -d --long=31", size(zstdWindow))
	}
	return fmt.Errorf("is a damaged %s file (%s); fetch it again", kind, strings.TrimPrefix(err.Error(), kind+": "))
}
