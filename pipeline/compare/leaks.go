package compare

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// Leaks are the texts that tell a source or a document, each with the word that
// tells it; wording finds what every report says, whoever has submitted.
func Leaks(v *Veil, wording *regexp.Regexp, texts []string) []Fault {
	var faults []Fault
	for _, text := range texts {
		text = withheldRef.ReplaceAllString(text, "withheld")
		found := v.Find(text)
		if len(found) == 0 {
			continue
		}
		spared := wording.FindAllStringIndex(text, -1)
		for _, s := range found {
			if slices.ContainsFunc(spared, func(at []int) bool { return at[0] <= s.Start && s.End <= at[1] }) {
				continue
			}
			faults = append(faults, Fault{"unnamed", text, fmt.Sprintf("tells a source or a document: %q", text[s.Start:s.End])})
		}
	}
	return faults
}

// Wording finds what a report in a language says of every corpus though it may
// hold an adjective of a State: the names of themes, and those of languages as
// they mark a quotation, stand alone, or are counted.
func Wording(language string, labels Labels) *regexp.Regexp {
	words, err := phrasesFor(language)
	if err != nil {
		return nil
	}
	var all []string
	for _, t := range corpus.Themes() {
		all = append(all, regexp.QuoteMeta(labels.Label(t, language)))
	}
	for _, name := range words.inLanguage {
		name = regexp.QuoteMeta(name)
		all = append(all, "^"+name+"$", `\(`+name+`\)`)
	}
	for _, name := range words.languages {
		name = regexp.QuoteMeta(name)
		all = append(all, "^"+name+"$", name+` \d`)
	}
	return regexp.MustCompile(strings.Join(sorted(all), "|"))
}

var withheldRef = regexp.MustCompile(`withheld/[0-9a-f]{8}`)

// textsOfReport are all texts of a report: of its data, and of its blocks.
func textsOfReport(r corpus.Report) []string {
	var texts []string
	for _, v := range []any{r, r.Blocks} {
		data, err := json.Marshal(v)
		if err != nil {
			return []string{err.Error()}
		}
		var tree any
		if err := json.Unmarshal(data, &tree); err != nil {
			return []string{err.Error()}
		}
		gather(tree, &texts)
	}
	return sorted(texts)
}

func gather(tree any, texts *[]string) {
	switch t := tree.(type) {
	case string:
		*texts = append(*texts, t)
	case []any:
		for _, e := range t {
			gather(e, texts)
		}
	case map[string]any:
		for _, e := range t {
			gather(e, texts)
		}
	}
}
