package cover

import (
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/wording"
)

// Reading is what the first page says.
type Reading struct {
	// Header has the values printed in the header block, with their basis.
	Header corpus.Header
	// Blocks are the indices of the blocks that form the header block, in
	// order; none where no header was recognised.
	Blocks []int
	number number
}

// item is a line with what was found in it.
type item struct {
	line
	fields []field
	// rest is what is left of a line after its fields, or all of a line
	// without fields.
	rest string
}

func (it item) matched() bool { return len(it.fields) > 0 }

// maxGap is how many lines without a field may stand between two with one.
const maxGap = 4

// Read looks for a header block at the start of a document.
func Read(doc block.Document, names Names) Reading {
	all, _ := lines(doc)
	items := itemsOf(all, names)
	last, weight := extent(items)
	var r Reading
	if last < 0 || weight < enoughWeight {
		r.number = runningNumber(doc)
		r.fill(nil, names)
		return r
	}
	end := titleEnd(items, last)
	for _, it := range items[:end] {
		if !slices.Contains(r.Blocks, it.block) {
			r.Blocks = append(r.Blocks, it.block)
		}
	}
	if end < len(all) {
		r.Blocks = slices.DeleteFunc(r.Blocks, func(b int) bool { return b == all[end].block })
	}
	r.number = chosenNumber(items[:last+1])
	if !r.number.known() {
		r.number = runningNumber(doc)
	}
	r.fill(items[:end], names)
	return r
}

// itemsOf reads line after line up to the first that is prose.
func itemsOf(all []line, names Names) []item {
	var out []item
	wanted := kindNone
	form, known := 0, false
	for _, l := range all {
		it := item{line: l}
		switch {
		case wanted != kindNone:
			it.fields = keyed(wanted, l, names)
			wanted = kindNone
		default:
			wanted = it.read(names)
		}
		if !it.matched() && isProse(l) && !l.above {
			break
		}
		if len(it.fields) == 1 && it.fields[0].kind == kindKey {
			form++
		}
		known = known || knownKey(l.text)
		out = append(out, it)
	}
	if form < formLines || !known {
		for i := range out {
			if len(out[i].fields) == 1 && out[i].fields[0].kind == kindKey {
				out[i].fields, out[i].rest = nil, out[i].text
			}
		}
	}
	return out
}

// read finds the fields of a line, and gives the kind of a key whose value
// stands in the next one.
func (it *item) read(names Names) (wanted kind) {
	if k, value, ok := keyOf(it.text); ok {
		if value == "" {
			it.fields = []field{{kind: kindPlenary}}
			return k
		}
		valued := it.line
		valued.text, valued.tidy = value, wording.Tidy(value)
		if it.fields = keyed(k, valued, names); it.matched() {
			return kindNone
		}
	}
	if it.fields, it.rest = fieldsOf(it.tidy); it.matched() {
		if it.rest != "" {
			if s, ok := sourceOf(it.rest, names); ok {
				it.fields, it.rest = append(it.fields, field{kind: kindSource, source: s}), ""
			} else if it.fields[0].kind == kindDate {
				it.fields, it.rest = nil, ""
			}
		}
		if it.matched() {
			return kindNone
		}
	}
	it.other(names)
	return kindNone
}

// other reads lines that are about the whole: sources, meetings, form lines.
func (it *item) other(names Names) {
	if folded := wording.Fold(it.tidy); (masthead.MatchString(folded) || letterhead.MatchString(folded)) && len(it.tidy) < 120 {
		it.fields = []field{{kind: kindPlenary}}
		return
	}
	if s, ok := sourceOf(it.tidy, names); ok && (s.nature != "" || !isMeetingName(it.tidy)) {
		k := kindSource
		if s.office {
			k = kindNature
		}
		it.fields = []field{{kind: k, source: s, text: it.text}}
		return
	}
	if m, ok := meetingOf(it.tidy); ok && !reportWords.MatchString(wording.Fold(it.tidy)) {
		it.fields = []field{{kind: kindMeeting, meeting: m}}
		return
	}
	if m := keyForm.FindStringSubmatch(it.text); m != nil && len(strings.Fields(m[1])) <= 4 && m[2] != "" {
		it.fields = []field{{kind: kindKey, text: m[2], languages: []string{wording.Fold(m[1])}}}
		return
	}
	it.rest = it.text
}

// masthead is the name of the house a document comes from, which is no source,
// or what stands on its covers beside: how it is distributed, its job number.
var masthead = wording.Pattern(`^(?:(?:international telecommunication union|union internationale des telecommunications|union internacional de telecomunicaciones|международный союз электросвязи|الاتحاد الدولي للاتصالات|国际电信联盟|itu|uit|мсэ)(?: general secretariat)?` +
	`|united nations|nations unies|naciones unidas|организация объединенных наций|الأمم المتحدة|联合国` +
	`|general assembly|assemblee generale|asamblea general|генеральная ассамблея|الجمعية العامة|大会` +
	`|(?:human rights|security|economic and social|trusteeship) council|conseil (?:des droits de l'homme|de securite|economique et social)|consejo (?:de derechos humanos|de seguridad|economico y social)|совет (?:по правам человека|безопасности)|экономический и социальный совет|مجلس (?:حقوق الإنسان|الأمن)|المجلس الاقتصادي والاجتماعي|人权理事会|安全理事会|经济及社会理事会|(?:human rights|security|economic and social) council [\p{L}-]+ session` +
	`|united|nations(?: [a-z])?|[a-z]|(?:general assembly )?distr\.?|[\p{L}-]+(?: [\p{L}-]+)?(?: special)? session|\d{1,3}º periodo de sesiones|[\p{L}-]+(?: [\p{L}-]+)? сессия|الدورة [\p{L} ]{3,30}|第[一二三四五六七八九十百]+届会议` +
	`|distr\.?:? ?(?:general|limited|restricted|generale|limitee|limitada|общая|ограниченная)|(?:general|limited)` +
	`|(?:ge|v|k|n|bk)\.\d{2}-\d{4,6}(?: ?\([efsrca]\))?(?:[ 0-9]*)|\d{2}-\d{5} ?\([efsrca]\)(?:[ 0-9]*))$`)

// letterhead begins the name of an office, which stands above a title.
var letterhead = wording.Pattern(`^(?:the )?(?:(?:federal |national )?(?:ministry|department|government|embassy|permanent mission)|ministere|gouvernement|mission permanente|ambassade|ministerio|gobierno|mision permanente|embajada|министерство|правительство|постоянное представительство|посольство|وزارة|حكومة|البعثة الدائمة|سفارة)(?:$| )`)

// Letterhead reports a line that tells from whose office a paper comes, and so
// is no title: a State's name alone, a ministry, the name of a house.
func Letterhead(text string, names Names) bool {
	tidy := wording.Tidy(text)
	folded := wording.Fold(tidy)
	if len(tidy) > longLine || masthead.MatchString(folded) || letterhead.MatchString(folded) {
		return len(tidy) <= longLine
	}
	tidy = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(tidy, "’", "'"), "s"), "'")
	_, ok := names.Resolve(tidy)
	return ok
}

func isMeetingName(tidy string) bool {
	m, ok := meetingOf(tidy)
	return ok && m.body != ""
}

var reportWords = wording.Pattern(`report|rapport|informe|отчет|доклад|تقرير|报告|proposal|proposition|propuesta|предложени|contribution|contribución|вклад|مساهمة|文稿|提案|comments on|agenda|draft|outcome|summary|record`)

// keyed reads the value of a key.
func keyed(k kind, l line, names Names) []field {
	switch k {
	case kindSource:
		if s, ok := sourceOf(l.tidy, names); ok {
			return []field{{kind: kindSource, source: s}}
		}
		who, behalf := partyOf(l.tidy)
		s := sourceLine{sources: names.Split(who)}
		if behalf != "" {
			s.behalf = names.Split(behalf)
		}
		return []field{{kind: kindSource, source: s}}
	case kindTitle, kindNature:
		return []field{{kind: k, text: l.text, source: sourceLine{nature: printed(l.text)}}}
	case kindNumber:
		if n, length := numberAt(l.tidy); length > 0 {
			return []field{{kind: kindNumber, number: n}}
		}
	case kindDate:
		if iso, n := wording.Date(l.tidy); n > 0 {
			return []field{{kind: kindDate, text: iso}}
		}
	case kindAgenda:
		return []field{{kind: kindAgenda, text: strings.Trim(l.tidy, " /,;|")}}
	case kindOriginal:
		if codes, n := wording.Languages(l.tidy); n > 0 {
			return []field{{kind: kindOriginal, languages: codes}}
		}
	case kindMeeting:
		if m, ok := meetingOf(l.tidy); ok {
			return []field{{kind: kindMeeting, meeting: m}}
		}
	}
	return nil
}

// isProse reports a line that is too long, or too much of a sentence, for a
// header.
func isProse(l line) bool {
	n := len(l.tidy)
	if n > longLine {
		return true
	}
	return n > 100 && (strings.HasSuffix(l.tidy, ".") || strings.HasSuffix(l.tidy, "。") || strings.HasSuffix(l.tidy, ";"))
}

// extent gives the last line of the header and the weight of its fields, each
// kind counted once.
func extent(items []item) (last, weight int) {
	last = -1
	seen := map[kind]bool{}
	gap := 0
	for i, it := range items {
		if !it.matched() {
			if gap++; gap > maxGap {
				break
			}
			continue
		}
		gap = 0
		last = i
		for _, f := range it.fields {
			if !seen[f.kind] {
				seen[f.kind] = true
				weight += weights[f.kind]
			}
			if f.kind == kindSource && f.source.nature != "" || f.kind == kindKey {
				weight += weights[kindSource]
			}
		}
	}
	return last, weight
}

// In reads the number printed without a series as one of the series given; the
// symbol has the series' basis. It gives nothing where no such number is
// printed.
func (r Reading) In(series string, basis corpus.Basis) corpus.Header {
	if symbol, ok := r.number.in(series); ok && r.number.bare != "" {
		return FromSymbol(symbol, r.number.letter, basis)
	}
	return corpus.Header{}
}

// BareNumber is the number printed without a series and for which none was
// found on the page, or "".
func (r Reading) BareNumber() string {
	if r.Header.Symbol.Known() {
		return ""
	}
	return r.number.bare
}

// Parties reads who submits, and on whose behalf, from a source line.
func Parties(line string, names Names) (who, behalf []corpus.Source) {
	tidy := wording.Tidy(line)
	if s, ok := sourceOf(tidy, names); ok && len(s.sources) > 0 {
		return s.sources, s.behalf
	}
	a, b := partyOf(tidy)
	if b != "" {
		behalf = names.Split(b)
	}
	return names.Split(a), behalf
}
