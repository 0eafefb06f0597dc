package codebook

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// Finding is something in the book that a careful author would look at.
type Finding struct {
	// Rule is "collision", "swallowed", "missing" or "dead".
	Rule string `json:"rule"`
	// Concept is the concept that the finding is about.
	Concept  string `json:"concept"`
	Language string `json:"language"`
	Phrase   string `json:"phrase,omitempty"`
	// Message says it to people.
	Message string `json:"message"`
}

// Lint looks through the concepts, by concept, language and phrase.
//
//   - collision: two phrases of different concepts are the same after stemming
//   - swallowed: a phrase is always accompanied by another of the same concept, and
//     hides no phrase of another concept, so that it adds nothing
//   - missing: a concept with a theme has no phrase in a language
//   - dead: a phrase has no word to compare
func (b *Book) Lint() []Finding {
	var out []Finding
	for _, lang := range corpus.Languages {
		out = append(out, b.lintLanguage(lang)...)
	}
	slices.SortStableFunc(out, func(a, c Finding) int {
		if n := strings.Compare(a.Concept, c.Concept); n != 0 {
			return n
		}
		return strings.Compare(a.Language, c.Language)
	})
	return out
}

func (b *Book) lintLanguage(lang string) []Finding {
	var out []Finding
	owners := map[string]string{}
	all := make([][]string, len(b.content.Concepts))
	for n, c := range b.content.Concepts {
		phrases := slices.Concat(c.Phrases[lang], c.Phrases["any"])
		if len(phrases) == 0 && len(c.Weights) > 0 {
			out = append(out, Finding{"missing", c.ID, lang, "", fmt.Sprintf("%s has no phrase in %s", c.ID, lang)})
		}
		all[n] = make([]string, len(phrases))
		for i, p := range phrases {
			key := b.stemKey(p, lang)
			all[n][i] = key
			switch other, taken := owners[key]; {
			case key == "":
				out = append(out, Finding{"dead", c.ID, lang, p, fmt.Sprintf("%q of %s has no word to compare", p, c.ID)})
			case taken && other != c.ID:
				out = append(out, Finding{"collision", c.ID, lang, p, fmt.Sprintf("%q is the same as a phrase of %s after stemming; mark it exact with = or choose one", p, other)})
			default:
				owners[key] = c.ID
			}
		}
	}
	for n, c := range b.content.Concepts {
		out = append(out, swallowed(c.ID, lang, slices.Concat(c.Phrases[lang], c.Phrases["any"]), all[n], owners)...)
	}
	return out
}

// swallowed finds phrases that a shorter one of the same concept always
// accompanies.
func swallowed(id, lang string, phrases, keys []string, owners map[string]string) []Finding {
	var out []Finding
	for i, long := range keys {
		for j, short := range keys {
			if i == j || short == "" || strings.ContainsAny(short, "~=") {
				continue
			}
			if long == short && j < i || long != short && containsWords(long, short) && !hidesOther(long, id, owners) {
				out = append(out, Finding{"swallowed", id, lang, phrases[i], fmt.Sprintf("%q adds nothing to %q", phrases[i], phrases[j])})
				break
			}
		}
	}
	return out
}

// hidesOther reports whether a phrase of another concept stands inside.
func hidesOther(long, id string, owners map[string]string) bool {
	words := strings.Fields(long)
	for from := range words {
		for to := from + 1; to <= len(words); to++ {
			if other, ok := owners[strings.Join(words[from:to], " ")]; ok && other != id {
				return true
			}
		}
	}
	return false
}

func containsWords(long, short string) bool {
	return strings.Contains(" "+long+" ", " "+short+" ")
}

// stemKey is a phrase as it is compared: stems, "~" between the sides of a
// pair, "=" before a word that is compared as printed.
func (b *Book) stemKey(p, lang string) string {
	sep := "~"
	if strings.Contains(p, "…") {
		sep = "…"
	}
	var sides []string
	for _, side := range strings.SplitN(p, sep, 2) {
		var words []string
		for _, w := range b.part(side, lang, false) {
			switch {
			case w.caps != "":
				words = append(words, "="+w.caps)
			case w.plain:
				words = append(words, "="+w.fold)
			default:
				words = append(words, w.stem)
			}
		}
		if len(words) == 0 {
			return ""
		}
		sides = append(sides, strings.Join(words, " "))
	}
	return strings.Join(sides, " ~ ")
}
