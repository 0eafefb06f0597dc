package tag

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/codebook"
)

// documentSymbol is a document's number in running text.
var documentSymbol = regexp.MustCompile(`(?:CWG-Internet|WG-Internet|GTC-Internet|РГС-Интернет|PP|WTPF|WTSA|WTDC|C)[- ]?\d{0,2}/(?:[A-Z]{2,4}/)?\d{1,4}(?:\((?:Rev|Add|Corr)\.?\d+\))*`)

// longestObject is where an object's words are cut, in bytes.
const longestObject = 160

// object is the document that an act is about, or the words after the verb.
func (r *reading) object(c codebook.Cue, s sentenceSpan) string {
	if whole := r.text.Source[s.start:s.end]; strings.Contains(whole, "/") {
		if found := documentSymbol.FindString(whole); found != "" {
			return found
		}
	}
	text := strings.TrimLeft(r.text.Source[c.End:max(c.End, s.end)], " ,:،，：")
	if i := strings.IndexAny(text, ";；؛"); i >= 0 {
		text = text[:i]
	}
	text = strings.TrimRight(text, " .;:。!?…")
	if len(text) <= longestObject {
		return text
	}
	cut := longestObject
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	if i := strings.LastIndexByte(text[:cut], ' '); i > 0 {
		cut = i
	}
	return text[:cut]
}
