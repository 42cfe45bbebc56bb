package flat

import (
	"strings"
	"testing"
)

func TestReadsWhatItSealed(t *testing.T) {
	body := AppendFloats(AppendWords(nil, 7, 1<<31), 0.5, -2)
	file := string(Seal("test", 3, append(body, "xyz"...)))
	r, err := Open(file, "test", 3)
	if err != nil {
		t.Fatal(err)
	}
	var floats [2]float32
	a, b := r.Word(), r.Word()
	r.Floats(floats[:])
	if x, y, z := r.Byte(), r.Half(), r.Done(); a != 7 || b != 1<<31 || floats != [2]float32{0.5, -2} || x != 'x' || y != 'y'|'z'<<8 || z != nil {
		t.Errorf("%d %d %v %c %x %v", a, b, floats, x, y, z)
	}
	if r.Byte() != 0 || !r.Short() || r.Done() == nil {
		t.Error("the end is not told")
	}
}

func TestRefusesOtherFiles(t *testing.T) {
	file := string(Seal("test", 3, []byte("body")))
	for why, bad := range map[string]string{
		"not a model file": "", "not a model": strings.Replace(file, "test", "tesl", 1), "unknown version": file[:12] + "\x04" + file[13:],
		"checksum": file[:len(file)-1] + "Y", "checksum does": file + "x",
	} {
		if _, err := Open(bad, "test", 3); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v", why, err)
		}
	}
	r, err := Open(file, "test", 3)
	if err != nil {
		t.Fatal(err)
	}
	if r.Word(); r.Done() != nil {
		t.Error("all was read")
	}
	if r, _ = Open(file, "test", 3); r.Done() == nil {
		t.Error("not all was read")
	}
}

func FuzzReader(f *testing.F) {
	f.Add([]byte("\x02\x00\x00\x00abc"))
	f.Fuzz(func(t *testing.T, body []byte) {
		r, err := Open(string(Seal("fuzz", 1, body)), "fuzz", 1)
		if err != nil {
			t.Fatal(err)
		}
		got := r.Cut(int(int32(r.Word())))
		if len(got) > max(len(body)-4, 0) {
			t.Errorf("%d bytes of %d", len(got), len(body))
		}
		r.Bits()
		r.Floats(make([]float32, 3))
		if r.Short() == (r.Done() == nil) && r.Short() {
			t.Error("short and done")
		}
	})
}
