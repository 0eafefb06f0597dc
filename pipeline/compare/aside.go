package compare

import (
	"regexp"
	"strings"
)

// asideOpeners begin the part of a sentence that says what a measure is for,
// describes it or gives examples of it: not what is asked for.
var asideOpeners = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:so that|so as to|in order to|with a view to|such as|for example|in particular|on the basis of|with the support of|taking into account)\b|\bwhich\b`),
	"fr": regexp.MustCompile(`(?i)(?:^|[\s,])(?:afin d|pour que|pour réduire|en vue d|tels? que|telles? que|notamment|par exemple|compte tenu|qui\s)`),
	"es": regexp.MustCompile(`(?i)(?:^|[\s,])(?:a fin de|para que|para reducir|con miras a|tales? como|por ejemplo|en particular|teniendo en cuenta|los cuales|la cual|el cual)|, que\s`),
	"ru": regexp.MustCompile(`(?i)(?:^|[\s,])(?:с тем чтобы|чтобы|в целях|для того|таки[ехм]+ как|например|в частности|с учетом|котор\p{L}+\s)`),
	"ar": regexp.MustCompile(`،\s*[يت]\p{Arabic}{2,}\s|(?:حتى|لكي|بغية|من أجل|بهدف|مثل|ولا سيما|مع مراعاة)\s`),
	"zh": regexp.MustCompile(`以(?:便|降低|减少|提高|确保)|为了|例如|如：|考虑到`),
}

// sentenceEnds are the marks after which an aside is over.
const sentenceEnds = ".;。；؛!?\n"

// asides are the parts of a text that say what for or give examples, up to the
// end of their sentences.
func asides(text, language string) []span {
	re := asideOpeners[language]
	if re == nil {
		return nil
	}
	var out []span
	for _, at := range re.FindAllStringIndex(text, -1) {
		end := len(text)
		if i := strings.IndexAny(text[at[1]:], sentenceEnds); i >= 0 {
			end = at[1] + i
		}
		out = append(out, span{at[0], end})
	}
	return out
}
