package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed countries.txt
var countryList string

//go:embed places.txt
var placeList string

//go:embed governments.txt
var governmentList string

//go:embed organisations.txt
var organisationList string

//go:embed agencies.txt
var agencyList string

//go:embed outlets.txt
var outletList string

// NameKind tells what a listed name names.
type NameKind uint8

const (
	NameCountry    NameKind = iota
	NameCapital             // Name is the country's, for which it may stand
	NamePlace               // a city or state
	NameRegion              // larger or smaller than a country, or no part of one
	NameGovernment          // the Kremlin, the White House
	NameState               // an organ of a state: a ministry, a parliament, a force
	NameOrganisation
	NameAgency
	NameOutlet
	NamePeople // a plural noun for the people of a country
)

// Name is what is known of a listed name.
type Name struct {
	Kind   NameKind
	Name   string // the usual form: "United States" for "U.S."
	Sort   string // as the list has it: "city", "igo", "newspaper"
	Nation string // ISO 3166-1 alpha-2; empty for several or none
}

// Country is one line of countries.txt.
type Country struct {
	Code       string // ISO 3166-1 alpha-2; ISO 3166-2 for parts of the United Kingdom
	Names      []string
	Adjectives []string
	People     []string
	Capitals   []string
}

// Outlet is one news outlet or agency.
type Outlet struct {
	Name    string
	Kind    string // "agency", "newspaper", "broadcaster", "magazine", "site"
	Nation  string // ISO 3166-1 alpha-2
	Domains []string
	Aliases []string
	Family  string // the house that owns it; empty where none is known for sure
}

// Countries lists the countries.
var Countries = sync.OnceValue(func() []Country {
	var out []Country
	entries(countryList, func(f []string) {
		c := Country{Code: f[0], Names: alternatives(field(f, 1)), Adjectives: alternatives(field(f, 2)), Capitals: alternatives(field(f, 4))}
		for _, p := range alternatives(field(f, 3)) {
			if p != "=" {
				c.People = append(c.People, p)
				continue
			}
			for _, a := range c.Adjectives {
				c.People = append(c.People, a+"s")
			}
		}
		out = append(out, c)
	})
	return out
})

// Agencies lists the news agencies.
var Agencies = sync.OnceValue(func() []Outlet {
	var out []Outlet
	entries(agencyList, func(f []string) {
		out = append(out, Outlet{Name: f[0], Kind: "agency", Nation: field(f, 1), Aliases: alternatives(field(f, 2)), Family: field(f, 3)})
	})
	return out
})

// Outlets lists newspapers, broadcasters, magazines and sites.
var Outlets = sync.OnceValue(func() []Outlet {
	var out []Outlet
	entries(outletList, func(f []string) {
		out = append(out, Outlet{Name: f[0], Kind: field(f, 1), Nation: field(f, 2), Domains: alternatives(field(f, 3)), Aliases: alternatives(field(f, 4)), Family: field(f, 5)})
	})
	return out
})

// Adjectives maps the lower-cased adjectives of nations to their codes.
var Adjectives = sync.OnceValue(func() *Phrases[string] {
	p := newPhrases[string]()
	for _, c := range Countries() {
		for _, a := range c.Adjectives {
			p.add(Lower(a), c.Code)
		}
	}
	for _, a := range []string{"u.s.", "us", "u.s", "american"} {
		p.add(a, "US")
	}
	p.add("u.k.", "GB")
	p.add("uk", "GB")
	return p
})

// Names lists all names of countries, places, organisations and media, in the
// case in which they are written.
var Names = sync.OnceValue(func() *Phrases[Name] {
	p := newPhrases[Name]()
	for _, c := range Countries() {
		addCountry(p, c)
	}
	for _, group := range [][]Outlet{Agencies(), Outlets()} {
		for _, o := range group {
			addOutlet(p, o)
		}
	}
	entries(governmentList, func(f []string) {
		nation, organ, isOrgan := strings.Cut(f[0], "/")
		for _, n := range alternatives(f[1]) {
			name := Name{Kind: NameGovernment, Name: n, Sort: "government", Nation: nation}
			if isOrgan {
				name.Kind, name.Sort = NameState, organ
			}
			p.add(n, name)
		}
	})
	entries(organisationList, func(f []string) {
		for _, one := range strings.Split(f[2], ";") {
			addOrganisation(p, f[0], f[1], alternatives(strings.TrimSpace(one)))
		}
	})
	entries(placeList, func(f []string) {
		kind := NamePlace
		if f[0] == "region" {
			kind = NameRegion
		}
		for _, n := range alternatives(f[2]) {
			p.add(n, Name{Kind: kind, Name: n, Sort: f[0], Nation: f[1]})
		}
	})
	return p
})

func addCountry(p *Phrases[Name], c Country) {
	for _, n := range c.Names {
		p.add(n, Name{Kind: NameCountry, Name: c.Names[0], Sort: "country", Nation: c.Code})
	}
	for _, n := range c.Capitals {
		p.add(n, Name{Kind: NameCapital, Name: c.Names[0], Sort: "capital", Nation: c.Code})
	}
	for _, n := range c.People {
		p.add(n, Name{Kind: NamePeople, Name: c.Names[0], Sort: "people", Nation: c.Code})
	}
}

func addOutlet(p *Phrases[Name], o Outlet) {
	kind := NameOutlet
	if o.Kind == "agency" {
		kind = NameAgency
	}
	for _, n := range append([]string{o.Name}, o.Aliases...) {
		p.add(n, Name{Kind: kind, Name: o.Name, Sort: o.Kind, Nation: o.Nation})
	}
}

func addOrganisation(p *Phrases[Name], sort, nation string, names []string) {
	kind := NameOrganisation
	if nation != "" && (sort == "agency" || sort == "armed" || sort == "court") {
		kind = NameState
	}
	for _, n := range names {
		p.add(n, Name{Kind: kind, Name: names[0], Sort: sort, Nation: nation})
	}
}

// seats lists the lower-cased names of the seats of governments.
var seats = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	entries(governmentList, func(f []string) {
		if !strings.Contains(f[0], "/") {
			for _, n := range alternatives(f[1]) {
				out[Lower(n)] = true
			}
		}
	})
	return out
})

// SeatOfGovernment reports whether a lower-cased name is a government's seat,
// which speaks by one person at a time: "kremlin".
func SeatOfGovernment(name string) bool { return seats()[name] }

//go:embed ambiguous_names.txt
var ambiguousList string

var ambiguousTable = sync.OnceValue(func() map[string]bool { return wordSet(ambiguousList) })

// AmbiguousName reports whether a listed name is a common word too.
func AmbiguousName(name string) bool { return ambiguousTable()[name] }
