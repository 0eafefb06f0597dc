package member

import "strings"

// Adjectives are weak: "Chinese characters" speaks of no State. They count
// only with a noun that stands for the State itself.

// adjectival gives the phrases made with an adjective: "Russian side".
// French, Spanish and Arabic tables give the masculine form, or masculine
// and feminine with a slash where the rule below does not hold.
func adjectival(lang, adj string) []string {
	masculine, feminine, given := strings.Cut(adj, "/")
	if !given {
		feminine = feminineOf(lang, masculine)
	}
	switch lang {
	case "en":
		return each(adj+" ", "", "side", "delegation", "administration", "government", "authorities", "ministry", "federal ministry")
	case "fr":
		return append(each("", " "+feminine, "partie", "délégation", "administration"),
			"gouvernement "+masculine, "autorités "+strings.TrimSuffix(feminine, "s")+"s")
	case "es":
		return append(each("", " "+feminine, "parte", "delegación", "administración"),
			"gobierno "+masculine, "autoridades "+feminine+"s")
	case "ru":
		return russianAdjectival(masculine)
	case "ar":
		return append(each("", " ال"+feminine, "الإدارة", "الحكومة", "إدارة", "حكومة"),
			each("", " ال"+masculine, "الجانب", "الوفد", "جانب", "وفد")...)
	case "zh":
		return []string{adj}
	}
	return nil
}

// each puts each noun between a head and a tail.
func each(head, tail string, nouns ...string) []string {
	out := make([]string, len(nouns))
	for i, n := range nouns {
		out[i] = head + n + tail
	}
	return out
}

// feminineOf is the regular feminine of an adjective of nationality.
func feminineOf(lang, m string) string {
	switch lang {
	case "fr":
		switch {
		case strings.HasSuffix(m, "en"):
			return m + "ne"
		case strings.HasSuffix(m, "e"):
			return m
		}
		return m + "e"
	case "es":
		switch {
		case strings.HasSuffix(m, "o"):
			return strings.TrimSuffix(m, "o") + "a"
		case strings.HasSuffix(m, "és"):
			return strings.TrimSuffix(m, "és") + "esa"
		case strings.HasSuffix(m, "án"):
			return strings.TrimSuffix(m, "án") + "ana"
		case strings.HasSuffix(m, "ol"):
			return m + "a"
		}
	case "ar":
		return m + "ة"
	}
	return m
}
