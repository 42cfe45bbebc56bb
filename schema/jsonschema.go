package schema

import _ "embed"

// JSONSchema is the JSON Schema (draft 2020-12) of [Dossier].
//
//go:embed dossier.schema.json
var JSONSchema string
