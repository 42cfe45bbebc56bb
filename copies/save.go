package copies

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// saved opens a saved index.
const saved = "hearsay copies 1\n"

// mostWords bounds the length of a text in a saved index.
const mostWords = 1 << 24

// Save writes the live texts of x.
func (x *Index) Save(w io.Writer) error {
	out := bufio.NewWriter(w)
	out.WriteString(saved)
	for _, n := range []int{x.Window, int(x.first), len(x.texts)} {
		out.Write(binary.AppendUvarint(nil, uint64(n)))
	}
	var word [5]byte
	for _, t := range x.texts {
		out.Write(binary.AppendUvarint(nil, uint64(t.Len())))
		for i, h := range t.words {
			binary.LittleEndian.PutUint32(word[:], h)
			word[4] = 0
			if t.quoted[i] {
				word[4] = 1
			}
			out.Write(word[:])
		}
	}
	return out.Flush()
}

// Restore reads what Save wrote. The index then answers as the saved one would.
func Restore(r io.Reader) (*Index, error) {
	in := bufio.NewReader(r)
	head := make([]byte, len(saved))
	if _, err := io.ReadFull(in, head); err != nil || string(head) != saved {
		return nil, errors.New("restore copies: not a saved index")
	}
	var n [3]uint64
	for i := range n {
		var err error
		if n[i], err = binary.ReadUvarint(in); err != nil || n[i] > 1<<31-1 {
			return nil, errors.New("restore copies: damaged head")
		}
	}
	x := &Index{first: int32(n[1])}
	for k := range n[2] {
		t, err := restoreText(in)
		if err != nil {
			return nil, fmt.Errorf("restore copies: text %d: %w", k, err)
		}
		x.Add(t)
	}
	x.Window = int(n[0])
	return x, nil
}

func restoreText(in *bufio.Reader) (*Text, error) {
	n, err := binary.ReadUvarint(in)
	if err != nil || n > mostWords {
		return nil, errors.New("damaged length")
	}
	t := &Text{}
	var word [5]byte
	for range n {
		if _, err := io.ReadFull(in, word[:]); err != nil {
			return nil, err
		}
		t.words = append(t.words, binary.LittleEndian.Uint32(word[:]))
		t.quoted = append(t.quoted, word[4] == 1)
	}
	return t, nil
}
