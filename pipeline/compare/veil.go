package compare

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/corpus/member"
)

// Finder finds the names of States and groups in running text. A registry of
// members is one.
type Finder interface {
	Find(text string) []member.Mention
}

// Veil knows what may not appear where no source is named: the sources' names
// in every language, adjectives made of them, their codes, and the numbers and
// file names of documents.
type Veil struct {
	finder  Finder
	secret  map[string]bool // IDs of sources
	literal []string        // lower case, longest first
	meets   []string        // meetings, lower case: they may have the look of a document's number
	stems   []string        // lower case
	places  []string        // capitals, as written
	codes   map[string]bool
	words   map[string]bool // what is known of words met before
}

// documentNumber is a document's number in any of the spellings seen.
var documentNumber = regexp.MustCompile(`(?i)\b[a-z][\w–-]*(?:[ -]internet)?[ –-]?\d*/(?:dt/|inf/)?(?:src-[0-9a-f]{8}|\d+)(?:\((?:rev|add|corr)\.? ?\d+\))*(?:-[acefrs]\b)?`)

// NewVeil makes the veil over the sources and documents of a snapshot. If names
// is a [Finder] too, names in running text are found as it finds them.
func NewVeil(snap corpus.Snapshot, names Names) *Veil {
	v := &Veil{secret: map[string]bool{}, codes: map[string]bool{}, words: map[string]bool{}}
	v.finder, _ = names.(Finder)
	for _, sub := range snap.Submissions {
		v.hide(names, append(slices.Clone(sub.Sources), sub.OnBehalfOf...)...)
		v.literal = append(v.literal, strings.ToLower(sub.Work))
		if sub.Meeting != "" {
			v.meets = append(v.meets, strings.ToLower(sub.Meeting))
		}
	}
	for _, r := range snap.Readings {
		v.literal = append(v.literal, strings.ToLower(r.Rendition.File), strings.ToLower(r.Rendition.Ref))
	}
	for _, r := range snap.Copies {
		v.literal = append(v.literal, strings.ToLower(r.File), strings.ToLower(r.Ref))
	}
	for _, line := range snap.Unread {
		v.hide(names, line.Sources...)
		v.literal = append(v.literal, strings.ToLower(line.File))
	}
	v.literal = slices.DeleteFunc(sorted(v.literal), func(s string) bool { return len(s) < 4 })
	slices.SortStableFunc(v.literal, func(a, b string) int { return len(b) - len(a) })
	v.stems, v.places, v.meets = sorted(v.stems), sorted(v.places), sorted(v.meets)
	return v
}

func (v *Veil) hide(names Names, sources ...corpus.Source) {
	for _, src := range sources {
		if v.secret[src.ID] || src.ID == unknownSource.ID || src.Kind == corpus.SourceSecretariat { // an office is no State
			continue
		}
		v.secret[src.ID] = true
		if n := len(src.ID); n >= 3 && n <= 6 {
			v.codes[src.ID] = true
		}
		v.name(src.Name)
		if c, ok := names.(capitals); ok {
			v.seat(c.Capitals(src.ID))
		}
		for _, lang := range corpus.Languages {
			if n := names.Name(src.ID, lang); n != src.ID {
				v.name(n)
			}
		}
	}
}

// generic are words of names that tell nobody apart.
var generic = map[string]bool{"chair": true, "secretariat": true, "source": true, "group": true, "union": true}

// name hides a name, and words that begin like a name of one word.
func (v *Veil) name(n string) {
	n = strings.ToLower(strings.TrimSpace(n))
	if n == "" || generic[n] {
		return
	}
	v.literal = append(v.literal, n)
	if stem := strings.TrimRightFunc(n, vowel); !strings.ContainsAny(n, " -'’()") && utf8.RuneCountInString(stem) >= 5 {
		v.stems = append(v.stems, stem)
	}
}

func vowel(r rune) bool { return strings.ContainsRune("aeiouyаеиоуыэюяй", r) }

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }

// Find gives the places in a text that tell a source or a document, from left
// to right, none within another.
func (v *Veil) Find(text string) []Span {
	var out []Span
	lower := sameLength(text)
	for _, s := range v.literal {
		out = append(out, places(lower, s)...)
	}
	for _, s := range v.places {
		out = append(out, slices.DeleteFunc(places(text, s), func(at Span) bool { return conference(text, at.Start, at.End) })...)
	}
	meetings := v.meetingsIn(lower)
	for _, m := range documentNumber.FindAllStringIndex(text, -1) {
		if !slices.ContainsFunc(meetings, func(s Span) bool { return s.Start <= m[0] && m[1] <= s.End }) {
			out = append(out, Span{m[0], m[1]})
		}
	}
	if v.finder != nil {
		for _, m := range v.finder.Find(text) {
			if v.secret[m.Source.ID] {
				out = append(out, Span{m.Start, m.End})
			}
		}
	}
	return merged(append(out, v.tellingWords(text)...))
}

// capitals is a registry that knows the seats of governments.
type capitals interface{ Capitals(id string) []string }

// seat hides the names of a capital; in Russian with its cases.
func (v *Veil) seat(names []string) {
	v.places = append(v.places, names...)
	for _, n := range names {
		first, _ := utf8.DecodeRuneInString(n)
		if stem := strings.TrimRightFunc(strings.ToLower(n), vowel); unicode.Is(unicode.Cyrillic, first) && !strings.ContainsAny(n, " -") && utf8.RuneCountInString(stem) >= 5 {
			v.stems = append(v.stems, stem)
		}
	}
}

// places are where a name stands as a whole word.
func places(text, name string) []Span {
	var out []Span
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return out
		}
		start := from + i
		from = start + len(name)
		if whole(text, start, from) {
			out = append(out, Span{start, from})
		}
	}
}

// tellingWords are codes and adjectives of sources.
func (v *Veil) tellingWords(text string) []Span {
	var out []Span
	start := -1
	for i, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsMark(r)
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			if v.tells(text[start:i]) && !(slices.Contains(v.places, text[start:i]) && conference(text, start, i)) {
				out = append(out, Span{start, i})
			}
			start = -1
		}
	}
	return out
}

// frames are the phrases in which a registry knows an adjective by its noun.
var frames = [...][2]string{{"the ", " government"}, {"le gouvernement ", ""}, {"el gobierno ", ""}}

func (v *Veil) tells(word string) bool {
	if len(word) < 3 || len(word) > 60 {
		return false
	}
	if known, met := v.words[word]; met {
		return known
	}
	lower := strings.ToLower(word)
	tells := v.codes[word] || slices.ContainsFunc(v.stems, func(s string) bool { return strings.HasPrefix(lower, s) })
	if !tells && v.finder != nil && utf8.RuneCountInString(word) > 3 {
		for _, f := range frames {
			probe := f[0] + word + f[1]
			tells = tells || slices.ContainsFunc(v.finder.Find(probe), func(m member.Mention) bool {
				return v.secret[m.Source.ID] && m.Start <= len(f[0]) && m.End >= len(f[0])+len(word)
			})
		}
	}
	v.words[word] = tells
	return tells
}

// cutMark stands where a quotation is cut around a name.
const cutMark = "[…]"

// Cut gives the text with what may not appear cut out; every piece is verbatim.
func (v *Veil) Cut(text string) string {
	var out strings.Builder
	at := 0
	for _, s := range v.Find(text) {
		out.WriteString(text[at:s.Start] + cutMark)
		at = s.End
	}
	out.WriteString(text[at:])
	return out.String()
}

// sameLength lower-cases what stays as long as it is, so that places hold.
func sameLength(text string) string {
	if l := strings.ToLower(text); len(l) == len(text) {
		return l
	}
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, text)
}

// joined are the conjunctions, prepositions and articles that Arabic writes
// together with a name.
var joined = map[string]bool{
	"": true, "و": true, "ف": true, "ب": true, "ل": true, "ك": true, "ال": true, "وال": true, "بال": true, "لل": true,
	"فال": true, "كال": true, "ولل": true, "وب": true, "ول": true, "وبال": true, "وك": true,
}

// endings make an adjective of an Arabic name.
var endings = map[string]bool{"": true, "ي": true, "ية": true, "يا": true, "يين": true, "يون": true, "يتين": true, "يان": true}

// whole reports whether [start,end) is not part of a longer word. Chinese is
// written without spaces; Arabic joins small words to a name.
func whole(text string, start, end int) bool {
	first, _ := utf8.DecodeRuneInString(text[start:])
	switch {
	case unicode.Is(unicode.Han, first):
		return member.HanEnds(text[start:end], text[end:])
	case unicode.Is(unicode.Arabic, first):
		from := strings.LastIndexFunc(text[:start], notInWord)
		_, size := utf8.DecodeRuneInString(text[max(from, 0):])
		if from < 0 {
			size, from = 0, 0
		}
		to := strings.IndexFunc(text[end:], notInWord)
		if to < 0 {
			to = len(text) - end
		}
		return joined[text[from+size:start]] && endings[text[end:end+to]]
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// merged sorts spans and joins those that touch.
func merged(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
