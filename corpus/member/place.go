package member

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// lostApostrophe is what an apostrophe becomes where a program could not write
// it: "People?s Republic".
var lostApostrophe = regexp.MustCompile(`(\pL)[?\x{fffd}](\pL)`)

// mendApostrophes puts lost apostrophes back.
func mendApostrophes(line string) string {
	if !strings.ContainsAny(line, "?\ufffd") {
		return line
	}
	return lostApostrophe.ReplaceAllString(line, "$1'$2")
}

// continents only say where a source lies: "Norway, Europe".
var continents = []string{
	"africa", "america", "americas", "asia", "asia pacific", "asia-pacific", "australasia", "caribbean", "europe",
	"eurasia", "latin america", "latin america and the caribbean", "middle east", "north america", "oceania", "pacific", "south america",
	"afrique", "amérique", "asie", "europe", "océanie", "áfrica", "américa", "américa latina", "europa", "oceanía",
	"африка", "америка", "азия", "европа", "أفريقيا", "آسيا", "أوروبا", "非洲", "美洲", "亚洲", "欧洲",
}

// withoutPlaces leaves out continents where a Member State or group is named.
func withoutPlaces(list []corpus.Source) []corpus.Source {
	if !slices.ContainsFunc(list, func(s corpus.Source) bool { return s.Kind != corpus.SourceOther }) {
		return list
	}
	return slices.DeleteFunc(list, func(s corpus.Source) bool {
		return s.Kind == corpus.SourceOther && slices.Contains(continents, strings.ToLower(s.Name))
	})
}
