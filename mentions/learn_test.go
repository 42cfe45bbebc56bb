package mentions

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearsay"
	"hearsay/flat"
)

// lessons are texts of one pattern, with the names in brackets: a kind, a colon
// and the name.
func lessons() []Lesson {
	var out []Lesson
	people, houses, towns := []string{"Vera Holm", "Ada Quist", "Per Lund", "Rosa Klimt"}, []string{"Belmor", "Torvik", "Halden", "Nordair"}, []string{"Aldby", "Kelso", "Sarre", "Bergen"}
	for i, p := range people {
		for j, h := range houses {
			for k, town := range towns {
				marked := fmt.Sprintf("[PER:%s] said on Monday that [ORG:%s] would leave [LOC:%s]. The mayor of [LOC:%s] thanked [PER:%s].", p, h, town, towns[(i+j+k)%4], p)
				text, names := bracketed(marked)
				out = append(out, Lesson{Reading: analysed(text), Names: names})
			}
		}
	}
	return out
}

func bracketed(s string) (text string, names []Name) {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "[")
		out.WriteString(before)
		if !ok {
			return out.String(), names
		}
		inside, after, _ := strings.Cut(rest, "]")
		kind, name, _ := strings.Cut(inside, ":")
		n := Name{Span: hearsay.Span{Start: int32(out.Len()), End: int32(out.Len() + len(name))}, Kind: NameKind(slices.Index(nameKinds[:], kind))}
		names = append(names, n)
		out.WriteString(name)
		s = after
	}
}

// TestLearn learns a pattern, twice with the same bytes, and reads the file back.
func TestLearn(t *testing.T) {
	w := Learn(lessons(), func(string) {})
	file := string(w.Bytes())
	if again := string(Learn(lessons(), func(string) {}).Bytes()); again != file {
		t.Error("equal lessons gave different files")
	}
	back, err := ReadWeights(file)
	if err != nil {
		t.Fatal(err)
	}
	text, want := bracketed("[PER:Ines Falk] said on Monday that [ORG:Zuvex] would leave [LOC:Orrin]. The mayor of [LOC:Orrin] thanked [PER:Ines Falk].")
	if got := namesWith(analysed(text), back); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestDamagedModel holds that no damaged file is taken for a model.
func TestDamagedModel(t *testing.T) {
	file := string(Learn(lessons()[:4], func(string) {}).Bytes())
	for _, bad := range []string{"", file[:20], file[:len(file)-1], file + "x", "x" + file[1:], file[:flat.Head+9] + "\xff" + file[flat.Head+10:]} {
		if _, err := ReadWeights(bad); err == nil {
			t.Errorf("a damaged file of %d bytes was read", len(bad))
		}
	}
}
