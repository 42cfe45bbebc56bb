package feed

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"strings"
)

// zip reads the files of an archive, which it must be able to see from its end:
// r is read in place where it can be, else br is held whole.
func (in *intake) zip(name string, r, br io.Reader, depth int) {
	at, length, err := seekable(r, br)
	if err != nil {
		in.fault(name, err)
		return
	}
	z, err := zip.NewReader(at, length)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		in.fault(name, fmt.Errorf("is a damaged zip archive (%s); fetch it again", strings.TrimPrefix(err.Error(), "zip: ")))
		return
	}
	given := in.given
	for _, f := range z.File {
		switch f.Name {
		case "[Content_Types].xml", "mimetype":
			in.fault(name, errors.New("is an office document or a book, not text or HTML; save the article's text as .txt or its page as .html"))
			return
		}
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() || strings.HasPrefix(path.Base(f.Name), ".") || strings.HasPrefix(f.Name, "__MACOSX/") || !Wanted(f.Name) {
			continue
		}
		if !in.zipped(name+"#"+f.Name, f, depth) {
			return
		}
	}
	if in.given == given && !in.done {
		in.fault(name, errors.New("is a zip archive without a page; it should hold files such as .html, .txt or .jsonl"))
	}
}

// zipped reads one file of an archive.
func (in *intake) zipped(name string, f *zip.File, depth int) bool {
	if f.Flags&1 != 0 {
		return in.fault(name, errors.New("is encrypted; unpack it first"))
	}
	r, err := f.Open()
	if err != nil {
		return in.fault(name, fmt.Errorf("cannot be unpacked (%s); make the archive anew", strings.TrimPrefix(err.Error(), "zip: ")))
	}
	defer r.Close()
	in.metered(name, &counter{n: int64(min(f.CompressedSize64, math.MaxInt32))}, &named{r, "zip"}, depth)
	return !in.done
}

// seekable is r itself where it can be read at any place, else the content of
// br in memory.
func seekable(r, br io.Reader) (io.ReaderAt, int64, error) {
	if file, ok := r.(interface {
		io.ReaderAt
		io.Seeker
	}); ok {
		if length, err := file.Seek(0, io.SeekEnd); err == nil {
			return file, length, nil
		}
	}
	data, err := io.ReadAll(io.LimitReader(br, MaxBytes+1))
	if err != nil {
		return nil, 0, err
	}
	if len(data) > MaxBytes {
		return nil, 0, fmt.Errorf("is a zip archive of more than %s that cannot be read in place; save it as a file of its own", size(MaxBytes))
	}
	return bytes.NewReader(data), int64(len(data)), nil
}
