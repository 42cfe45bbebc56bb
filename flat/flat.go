// Package flat reads and writes the files of learnt models, which are flat,
// little-endian and used where they lie.
//
//	8 bytes  "hearsay\n"
//	4 bytes  the kind of the model, for example "attr"
//	4 bytes  version of its layout
//	4 bytes  CRC-32C of everything behind it
//	         the body
package flat

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
)

const (
	magic = "hearsay\n"
	// Head is the number of bytes before the body.
	Head = len(magic) + 12
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Seal is a file with a body; the kind has four letters.
func Seal(kind string, version uint32, body []byte) []byte {
	file := append(make([]byte, 0, Head+len(body)), magic+kind...)
	file = binary.LittleEndian.AppendUint32(file, version)
	file = binary.LittleEndian.AppendUint32(file, crc32.Checksum(body, castagnoli))
	return append(file, body...)
}

// Embedded is a model that was read from a file embedded in the program; that it is
// damaged is a fault of the build, and panics.
func Embedded[M any](m M, err error) M {
	if err != nil {
		panic(err)
	}
	return m
}

// AppendFloats writes floats of four bytes.
func AppendFloats(out []byte, values ...float32) []byte {
	for _, x := range values {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
	}
	return out
}

// AppendWords writes numbers of four bytes.
func AppendWords(out []byte, values ...uint32) []byte {
	for _, x := range values {
		out = binary.LittleEndian.AppendUint32(out, x)
	}
	return out
}

// Reader reads a body from its beginning; past the end it reads zeros, which
// Done tells.
type Reader struct {
	kind, rest string
	short      bool
}

// Open checks a file and returns its body.
func Open(file, kind string, version uint32) (*Reader, error) {
	r := &Reader{kind: kind}
	switch {
	case len(file) < Head || file[:Head-8] != magic+kind:
		return nil, r.fault("not a model file")
	case Word(file, Head-8) != version:
		return nil, r.fault("unknown version")
	case checksum(file[Head:]) != Word(file, Head-4):
		return nil, r.fault("checksum does not match")
	}
	r.rest = file[Head:]
	return r, nil
}

// Of reads a body that has no head.
func Of(body string) *Reader { return &Reader{kind: "headless", rest: body} }

func (r *Reader) fault(what string) error { return fmt.Errorf("model %s: %s", r.kind, what) }

// Short reports whether more was read than is there.
func (r *Reader) Short() bool { return r.short }

// Done is an error unless all has been read and no more.
func (r *Reader) Done() error {
	if r.short || r.rest != "" {
		return r.fault("wrong length")
	}
	return nil
}

// Cut is the next n bytes, where they lie; empty when fewer are left.
func (r *Reader) Cut(n int) string {
	if n < 0 || n > len(r.rest) {
		r.short, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

// Byte reads one byte.
func (r *Reader) Byte() uint8 {
	if s := r.Cut(1); s != "" {
		return s[0]
	}
	return 0
}

// Half reads two bytes.
func (r *Reader) Half() uint16 { return uint16(r.Byte()) | uint16(r.Byte())<<8 }

// Word reads four bytes.
func (r *Reader) Word() uint32 {
	if s := r.Cut(4); s != "" {
		return Word(s, 0)
	}
	return 0
}

// Float reads a float of four bytes.
func (r *Reader) Float() float32 { return math.Float32frombits(r.Word()) }

// Floats fills a row with floats of four bytes.
func (r *Reader) Floats(row []float32) {
	for i := range row {
		row[i] = r.Float()
	}
}

// Bits reads four bytes, the logarithm of a number of rows: at most 24.
func (r *Reader) Bits() int {
	n := r.Word()
	if n > 24 {
		r.short = true
		return 0
	}
	return int(n)
}

// Word is the number of four bytes at a place of a file.
func Word(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// checksum is the CRC-32C of a text that is too large to copy.
func checksum(text string) uint32 {
	var sum uint32
	var piece [4096]byte
	for len(text) > 0 {
		n := copy(piece[:], text)
		sum = crc32.Update(sum, castagnoli, piece[:n])
		text = text[n:]
	}
	return sum
}
