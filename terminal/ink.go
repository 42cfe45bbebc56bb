package terminal

// ink is a colour with a meaning; every meaning has a sign or a word too.
type ink uint8

const (
	plain ink = iota // source text
	label            // hearsay's own words
	heading
	voice // who speaks
	asserts
	denies
	confirms
	questions
	declines
	relays
	absent
)

// codes are of the 16 colours that every terminal has, so that the reader's own
// palette decides how they look.
var codes = [...]string{plain: "", label: "2", heading: "1", voice: "36", asserts: "32", denies: "31",
	confirms: "1;32", questions: "33", declines: "35", relays: "34", absent: "2"}

// stances gives each its sign and ink, in the order of the legend.
var stances = []struct {
	name, sign string
	ink        ink
}{
	{"asserts", "●", asserts},
	{"denies", "✕", denies},
	{"confirms", "◉", confirms},
	{"questions", "?", questions},
	{"declines", "–", declines},
	{"relays", "○", relays},
	{"absent", "·", absent},
}

func stance(name string) (sign string, colour ink) {
	for _, s := range stances {
		if s.name == name {
			return s.sign, s.ink
		}
	}
	return "·", absent
}
