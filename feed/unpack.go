package feed

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// deepest is how often an input may be packed in itself.
const deepest = 2

// unpack expands gzip, known by its first bytes whatever the input is called.
func unpack(data []byte) ([]byte, error) {
	for range deepest {
		if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
			return data, nil
		}
		out, err := gunzip(data)
		if err != nil {
			return nil, err
		}
		data = out
	}
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return nil, fmt.Errorf("is packed more than %d times; unpack it first", deepest)
	}
	return data, nil
}

func gunzip(data []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, broken(err)
	}
	out, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if len(out) > MaxBytes {
		return nil, fmt.Errorf("expands to more than %s; unpack it and give only the page that is meant", size(MaxBytes))
	}
	if err != nil {
		return nil, broken(err)
	}
	return out, nil
}

func broken(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("is a gzip file that ends too early; fetch it again")
	}
	return fmt.Errorf("is a damaged gzip file (%w); fetch it again", err)
}
