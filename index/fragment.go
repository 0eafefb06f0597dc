package index

import (
	"rapporteur/index/query"
)

type marker struct{}

func newMarker(query.Node, *compiler) *marker { return &marker{} }

func (m *marker) fragments(language, text string) []string { return []string{} }
