package main

import (
	"io"

	"hearsay/schema"
)

type schemaCommand struct{}

func (c *schemaCommand) Run(s streams) error {
	_, err := io.WriteString(s.out, schema.JSONSchema)
	return err
}
