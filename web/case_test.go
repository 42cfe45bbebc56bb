package web

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"hearsay/internal/txtcase"
	"hearsay/schema"
)

// A case says in its section "of" what it is about:
//
//	dates     one date a line -> its interval and its words
//	versions  two lines -> their comparison, and the warnings
//	layers    a text, then a line for each layer: its class and words
func TestCases(t *testing.T) {
	txtcase.Run(t, "testdata/*.txtar", func(t *testing.T, c txtcase.Case) string {
		lines := strings.Split(strings.TrimSpace(c.In), "\n")
		var out []string
		switch of := strings.TrimSpace(c.More["of"]); of {
		case "dates":
			for _, l := range lines {
				out = append(out, l+": "+describeDate(l))
			}
		case "versions":
			out = describeVersions(lines[0], lines[1])
		case "layers":
			out = []string{describeLayers(t, lines[0], lines[1:])}
		default:
			t.Fatalf("a case of %q", of)
		}
		return strings.Join(out, "\n") + "\n"
	})
}

func describeDate(value string) string {
	v, ok := parseEDTF(value)
	if !ok {
		return "not a date"
	}
	vague := "a day or less"
	if v.Vague() {
		vague = "vague"
	}
	const form = "2006-01-02T15:04Z07:00"
	return fmt.Sprintf("%s to %s, %s, %q", v.From.Format(form), v.To.Format(form), vague, schema.ReadableDate(value))
}

func describeVersions(first, second string) []string {
	edits := compare(words(first), words(second))
	var parts []string
	for _, e := range edits {
		switch e.Kind {
		case "same":
			parts = append(parts, e.Text)
		case "only-first":
			parts = append(parts, "[-"+e.Text+"-]")
		default:
			parts = append(parts, "[+"+e.Text+"+]")
		}
	}
	out := []string{strings.Join(parts, " ")}
	for _, f := range flags(edits) {
		out = append(out, f.Mark+" "+f.Word)
	}
	return out
}

// describeLayers prints the tokens as tags: <class> and </>, an id only where
// the layer begins.
func describeLayers(t *testing.T, text string, lines []string) string {
	var layers []layer
	for i, l := range lines {
		class, words, _ := strings.Cut(l, ": ")
		at := strings.Index(text, words)
		if at < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		start := utf8.RuneCountInString(text[:at])
		layers = append(layers, layer{start, start + utf8.RuneCountInString(words), strconv.Itoa(i + 1), "", class, i})
	}
	sortLayers(layers)
	var b strings.Builder
	for _, k := range tokens([]rune(text), 0, utf8.RuneCountInString(text), layers) {
		switch {
		case k.Open:
			b.WriteString("<" + strings.TrimSpace(k.Class+" "+k.ID) + ">")
		case k.Close:
			b.WriteString("</>")
		default:
			b.WriteString(k.Text)
		}
	}
	return b.String()
}

// FuzzTokens holds that any layers over any text give a tree with the whole
// text in it, every id once.
func FuzzTokens(f *testing.F) {
	f.Add("the mayor said the bridge was safe", []byte{0, 9, 4, 20, 15, 34, 15, 34})
	f.Add("naïve — ünïcode", []byte{1, 3, 2, 8, 3, 9})
	f.Fuzz(func(t *testing.T, text string, ends []byte) {
		runes := []rune(text)
		var layers []layer
		for i := 0; i+1 < len(ends); i += 2 {
			start, end := int(ends[i])%(len(runes)+1), int(ends[i+1])%(len(runes)+1)
			if start < end {
				layers = append(layers, layer{start, end, strconv.Itoa(i), strconv.Itoa(i), "c", i % 5})
			}
		}
		sortLayers(layers)
		var shown []rune
		depth := 0
		for _, k := range tokens(runes, 0, len(runes), layers) {
			switch {
			case k.Open:
				depth++
			case k.Close:
				depth--
			default:
				shown = append(shown, []rune(k.Text)...)
			}
			if depth < 0 {
				t.Fatal("a layer closes that is not open")
			}
		}
		if depth != 0 || string(shown) != string(runes) {
			t.Errorf("depth %d at the end, text %q of %q", depth, string(shown), string(runes))
		}
	})
}

// FuzzDates holds that no date stops the page, and that an interval runs
// forward.
func FuzzDates(f *testing.F) {
	for _, s := range []string{"2024", "2024-02-14T23:55+05:30", "2023-12~/..", "202X", "2024-W07", "2024-21", "/", "2024-99-99"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		if v, ok := parseEDTF(value); ok && v.To.Before(v.From) {
			t.Errorf("%q ends before it begins", value)
		}
		schema.ReadableDate(value)
	})
}

var variable = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)

// TestContrast holds every colour of text to WCAG 2.2 AA against every ground
// it stands on, in light and in dark.
func TestContrast(t *testing.T) {
	light, dark, _ := strings.Cut(style, "prefers-color-scheme: dark")
	for scheme, css := range map[string]string{"light": light, "dark": dark[:strings.Index(dark, "box-sizing")]} {
		colour := map[string]string{}
		for _, m := range variable.FindAllStringSubmatch(css, -1) {
			colour[m[1]] = m[2]
		}
		for _, text := range []string{"ink", "soft", "link", "deny", "confirm", "question", "relay"} {
			for _, ground := range []string{"paper", "sheet", "faint", "deny-wash", "here"} {
				least := 4.5
				if ground == "here" && text != "ink" && text != "link" {
					continue // only source text stands on a marked place
				}
				if r := contrast(colour[text], colour[ground]); r < least {
					t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, text, ground, r)
				}
			}
		}
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2 for "#rrggbb".
func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}
