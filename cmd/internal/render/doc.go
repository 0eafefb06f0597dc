// Package render writes a report for people and for machines: one function for
// each format, all from the same blocks.
//
// A renderer decides how a thing looks, never what it says. The same report
// gives the same bytes: no clock, no random name, no order of a map.
package render

import (
	"encoding/json"
	"io"

	"rapporteur/corpus"
)

// JSON writes the report as other tools read it.
func JSON(w io.Writer, r corpus.Report) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(r)
}
