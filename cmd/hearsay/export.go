package main

import (
	"os"

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
	return c.print(d, inputBytes(d), s)
}

// inputBytes reads the inputs that are still where the dossier says; a page
// shows without them all but the dropped stretches.
func inputBytes(d *schema.Dossier) map[string][]byte {
	raw := map[string][]byte{}
	for _, a := range d.Articles {
		if data, err := os.ReadFile(a.Input); err == nil {
			raw[a.Input] = data
		}
	}
	return raw
}
