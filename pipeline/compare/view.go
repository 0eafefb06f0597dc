package compare

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/likeness"
)

// unknownSource stands for submissions whose source nobody has told.
var unknownSource = corpus.Source{ID: "UNKNOWN", Name: "Source not stated", Kind: corpus.SourceOther}

// view is a snapshot arranged for comparison.
type view struct {
	snap  corpus.Snapshot
	names Names
	lang  string
	words *phrases
	// unnamed is set where no source is named; then the snapshot knows none.
	unnamed  bool
	concepts Concepts
	// subs are the submissions of each work.
	subs map[string][]corpus.Submission
	// compared are the readings that feed the report, in order of Ref.
	compared []*corpus.Reading
	units    []*unit
	sources  []corpus.Source // those that may be named, in alphabetical order
	order    map[string]int  // their places
	byID     map[string]*unit
	works    map[string][]*unit
	// old are the passages of texts that a revision has replaced.
	old map[string]*unit
	// vectors are what proposals are compared by.
	vectors map[string]vector
	// space is that of the proposals.
	space space
	// dates are the latest of each meeting's documents.
	dates map[string]string
	// holders are the names of all sources.
	holders map[string]bool
	// letters are those of each reading of a work with several, run together.
	letters map[*corpus.Reading]string
	// edits are the decisions of analysts about groups of views.
	edits []edit
	// documents are those compared of each source that may be named, once they
	// are read.
	documents map[string][]string
	// read are the sources of at least one compared text that may be named.
	read map[string]bool
}

func newView(snap corpus.Snapshot, o Options, words *phrases) *view {
	v := &view{
		snap: snap, names: o.Names, lang: o.Language, words: words, unnamed: o.Attribution == Unnamed, concepts: conceptsOf(o),
		subs: make(map[string][]corpus.Submission), byID: make(map[string]*unit), works: make(map[string][]*unit),
		old: make(map[string]*unit), holders: make(map[string]bool), dates: datesOf(snap), letters: make(map[*corpus.Reading]string), vectors: make(map[string]vector), read: make(map[string]bool),
	}
	picked := chosen(snap.Readings)
	if v.unnamed {
		v.snap = anonymous(snap, o.Names)
	}
	v.readEdits(snap)
	snap = v.snap
	for _, sub := range snap.Submissions {
		sub.Sources = speakers(sub)
		v.subs[sub.Work] = append(v.subs[sub.Work], sub)
		for _, src := range sub.Sources {
			v.holders[src.Name] = src.Name != ""
		}
	}
	for _, i := range picked {
		r := &snap.Readings[i]
		if v.isReport(r.Rendition.Symbol.Work()) {
			continue
		}
		v.compared = append(v.compared, r)
		v.addUnits(r)
	}
	slices.SortStableFunc(v.units, func(a, b *unit) int {
		if v.unnamed { // the numbers of works tell something
			return cmp.Or(strings.Compare(a.reading.Rendition.Ref, b.reading.Rendition.Ref), a.Ordinal-b.Ordinal)
		}
		return cmp.Or(strings.Compare(a.work, b.work), strings.Compare(a.reading.Rendition.Ref, b.reading.Rendition.Ref), a.Ordinal-b.Ordinal)
	})
	v.sources = v.namedSources()
	v.order = v.rank(v.lang)
	return v
}

// speakers are who says what a submission says: its sources, and the groups on
// whose behalf it was sent. A group stands for itself, never for its members.
func speakers(sub corpus.Submission) []corpus.Source {
	all := slices.Concat(sub.Sources, sub.OnBehalfOf)
	if len(all) == 0 {
		return []corpus.Source{unknownSource}
	}
	return all
}

// chosen picks one reading for each text: the latest revision, in the original
// language where it is there, else in English, else the first received: the
// same in a report in any language. Attached papers are texts of their own.
// They are given by their places, in order of Ref.
func chosen(readings []corpus.Reading) []int {
	best := make(map[string]int)
	var order []string
	for i := range readings {
		r := &readings[i]
		if !r.Current {
			continue
		}
		text := textOf(r.Rendition)
		old, seen := best[text]
		if !seen {
			order = append(order, text)
		}
		if !seen || preference(r.Rendition) < preference(readings[old].Rendition) {
			best[text] = i
		}
	}
	out := make([]int, len(order))
	for i, text := range order {
		out[i] = best[text]
	}
	slices.SortFunc(out, func(a, b int) int { return strings.Compare(readings[a].Rendition.Ref, readings[b].Rendition.Ref) })
	return out
}

// textOf names the text that a rendition holds, whatever its language: the
// version, and the attachment within it.
func textOf(r corpus.Rendition) string {
	symbol := r.Symbol.String()
	if rest := strings.TrimPrefix(r.Ref, symbol); strings.HasPrefix(rest, "(Att.") {
		return r.Ref
	}
	return symbol
}

func preference(r corpus.Rendition) int {
	switch {
	case slices.Contains(r.Header.OriginalLanguages.Value, r.Language):
		return 0
	case r.Language == "en":
		return 1
	case r.Ref == r.Symbol.String():
		return 2
	}
	return 3
}

// addUnits makes units of a reading's citable passages. A paragraph that
// stands in two files of one work is taken once: a web form often repeats its
// paper.
func (v *view) addUnits(r *corpus.Reading) {
	work := r.Rendition.Symbol.Work()
	subs := v.subs[work]
	if len(subs) == 0 {
		return
	}
	claims := make(map[string][]corpus.Claim)
	for _, c := range r.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	var sources []string
	for _, sub := range subs {
		if sub.Attribution != corpus.AttributionAggregate || v.withheld(work) {
			sources = append(sources, ids(sub.Sources)...)
		}
	}
	for _, p := range r.Passages {
		if !p.Role.Citable() || v.repeated(r, p) {
			continue
		}
		u := &unit{
			Passage: p, reading: r, work: work, sources: sorted(sources), withheld: v.withheld(work), unnamed: v.unnamed,
		}
		u.take(claims[p.ID])
		v.works[work] = append(v.works[work], u)
		v.units = append(v.units, u)
		v.byID[p.ID] = u
	}
	if !v.withheld(work) {
		for _, id := range sources {
			v.read[id] = true
		}
	}
}

func ids(sources []corpus.Source) []string {
	out := make([]string, len(sources))
	for i, src := range sources {
		out[i] = src.ID
	}
	return out
}

// onceMore is how much of a passage must stand in one before it of the same
// work, in thousandths, for it to be the same paragraph in another file;
// fewestLetters is how many letters must stand there in the same order.
const (
	onceMore      = 900
	fewestLetters = 30
)

// repeated reports whether a paragraph stands in another file of the work. A
// copy may have lost spaces or be broken into other paragraphs.
func (v *view) repeated(r *corpus.Reading, p corpus.Passage) bool {
	work := r.Rendition.Symbol.Work()
	if units := v.works[work]; len(units) == 0 || units[0].reading == r {
		return false // it is the first file of the work
	}
	words := likeness.TriplesOf(p.Text)
	for _, u := range v.works[work] {
		if u.reading != r && (u.Text == p.Text || words.Within(u.triples()) >= onceMore) {
			return true
		}
	}
	own := letters(p.Text)
	return len(own) >= fewestLetters && slices.ContainsFunc(v.lettersBefore(r), func(all string) bool { return strings.Contains(all, own) })
}

// forgetWords lets go of the triples of all units, which take much memory.
func (v *view) forgetWords() {
	for _, u := range v.units {
		u.words = nil
	}
}

// namedSources are the sources of what was read and of what was not, without
// those that only submitted what may not be named.
func (v *view) namedSources() []corpus.Source {
	found := make(map[string]corpus.Source)
	for _, work := range slices.Sorted(maps.Keys(v.subs)) { // of several spellings of a name the last
		for _, sub := range v.subs[work] {
			if sub.Attribution == corpus.AttributionAggregate || v.isReport(sub.Work) {
				continue
			}
			for _, src := range sub.Sources {
				found[src.ID] = src
			}
		}
	}
	for _, line := range v.snap.Unread {
		for _, src := range line.Sources {
			found[src.ID] = src
		}
	}
	ids := make([]string, 0, len(found))
	for id := range found {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	v.names.Sort(ids, v.lang)
	out := make([]corpus.Source, len(ids))
	for i, id := range ids {
		out[i] = found[id]
		out[i].Name = v.name(found[id])
	}
	return out
}

// rank is the place of each source in the order of names in a language.
func (v *view) rank(lang string) map[string]int {
	list := ids(v.sources)
	slices.Sort(list)
	v.names.Sort(list, lang)
	rank := make(map[string]int, len(list))
	for i, id := range list {
		rank[id] = i
	}
	return rank
}

// inNameOrder gives each source once, in the order of the report.
func (v *view) inNameOrder(list []string) []string {
	list = uniq(list)
	slices.SortStableFunc(list, func(a, b string) int { return v.order[a] - v.order[b] })
	return list
}

// sortByName puts proposals in the order of the names of their sources.
func (v *view) sortByName(proposals []corpus.Proposal) {
	slices.SortStableFunc(proposals, func(a, b corpus.Proposal) int {
		return first(v.order, v.byID[a.Passage].sources) - first(v.order, v.byID[b.Passage].sources)
	})
}

// name gives a source's name in the report's language, or the name that it
// came with where the registry does not know it.
func (v *view) name(src corpus.Source) string {
	if src.ID == unknownSource.ID {
		return v.words.unknown
	}
	if n := v.names.Name(src.ID, v.lang); n != src.ID {
		return n
	}
	return src.Name
}
