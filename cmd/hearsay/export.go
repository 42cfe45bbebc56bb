package main

import (
	"strings"

	"hearsay/schema"
)

type exportCommand struct {
	Dossier string `arg:"" help:"The dossier as JSON, or - for standard input."`
	face
}

func (c *exportCommand) Run(s streams) error {
	d, err := loadDossier(c.Dossier, s)
	if err != nil {
		return err
	}
	return c.print(d, inputBytes(d, s), s)
}

// inputBytes reads the inputs that are still where the dossier says; a page
// shows without them all but the dropped stretches.
func inputBytes(d *schema.Dossier, s streams) map[string][]byte {
	var names []string
	for i := range d.Articles {
		if name := d.Articles[i].Input; name != "-" && !strings.HasPrefix(name, "-#") {
			names = append(names, name)
		}
	}
	raw := map[string][]byte{}
	for p, err := range (&knowing{}).inputs(s).pages(names) {
		if err == nil {
			raw[p.Name] = p.Bytes
		}
	}
	return raw
}
