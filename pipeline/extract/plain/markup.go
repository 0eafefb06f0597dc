package plain

import (
	"regexp"
	"slices"
)

// inlineMarks are Markdown's signs inside a paragraph: the whole of a match but
// its first group is left out.
var inlineMarks = []*regexp.Regexp{
	regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()\s]*(?:[ \t]+"[^"]*")?\)`),
	regexp.MustCompile(`!?\[([^\[\]^]+)\]\[[^\[\]]*\]`),
	regexp.MustCompile(`\*\*\*([^*\s](?:[^*]*[^*\s])?)\*\*\*`),
	regexp.MustCompile(`\*\*([^*\s](?:[^*]*[^*\s])?)\*\*`),
	regexp.MustCompile(`\b__([^_\s](?:[^_]*[^_\s])?)__\b`),
	regexp.MustCompile(`\*([^*\s](?:[^*]*[^*\s])?)\*`),
	regexp.MustCompile("``([^`]+)``"),
	regexp.MustCompile("`([^`\\s](?:[^`]*[^`\\s])?)`"),
	regexp.MustCompile(`\[\^[^\]\s]{1,20}\]()`),
	regexp.MustCompile(`<((?:https?|mailto):[^<>\s]+)>`),
	regexp.MustCompile(`<!--(?s:.*?)-->()`),
	regexp.MustCompile(`</?(?:br|b|i|em|strong|sub|sup|u|span)[^<>]{0,200}>()`),
	regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+.!|<>~-])"),
}

// maxMarkup bounds the paragraphs that are searched for signs, in bytes.
const maxMarkup = 256 << 10

// markup gives the spans of Markdown's signs in a paragraph, in rising order. A
// back-tick between letters is an apostrophe, not a sign.
func markup(raw string) []span {
	if len(raw) > maxMarkup {
		return nil
	}
	var cuts []span
	for _, re := range inlineMarks {
		for _, m := range re.FindAllStringSubmatchIndex(raw, -1) {
			if raw[m[0]] == '`' && (m[0] > 0 && letterByte(raw[m[0]-1]) || m[1] < len(raw) && letterByte(raw[m[1]])) {
				continue
			}
			cuts = append(cuts, span{m[0], m[2]}, span{m[3], m[1]})
		}
	}
	cuts = slices.DeleteFunc(cuts, func(s span) bool { return s.from >= s.to })
	return mergeSpans(cuts, nil)
}

func letterByte(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 }
