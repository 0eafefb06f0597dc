package compare

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// The uses of a document.
const (
	useCompared   = "compared"
	useSuperseded = "superseded"
	useLanguage   = "language version"
	useCopy       = "copy"
	useNotRead    = "not read"
	useReport     = "report"
)

// scope says what the report stands on. Works and sources are counted whether
// or not they may be named.
func (v *view) scope(o Options) corpus.Scope {
	s := corpus.Scope{
		Meetings: v.meetings(o.Meetings), Cutoff: o.Cutoff, Works: len(v.contributions()),
		Codebook: o.Codebook, Corpus: v.snap.Hash, Version: o.Program, Attribution: o.Attribution,
		Documents: []corpus.Document{}, NotRead: []corpus.Document{},
	}
	s.Members, s.Groups, s.Others = v.countSources()
	for i := range v.snap.Readings {
		r := &v.snap.Readings[i]
		s.Documents = append(s.Documents, v.document(r.Rendition, v.use(r)))
	}
	for _, k := range v.snap.Copies {
		s.Documents = append(s.Documents, v.document(k, useCopy))
	}
	slices.SortFunc(s.Documents, func(a, b corpus.Document) int { return strings.Compare(a.Symbol, b.Symbol) })
	for _, line := range v.snap.Unread {
		s.NotRead = append(s.NotRead, corpus.Document{
			File: line.File, Sources: v.nameAll(line.Sources), Use: useNotRead, Reason: line.Reason, Detail: line.Detail,
		})
	}
	return s
}

func (v *view) meetings(asked []string) []string {
	found := slices.Clone(asked)
	for _, subs := range v.subs {
		for _, sub := range subs {
			found = append(found, sub.Meeting)
		}
	}
	return emptied(sorted(found))
}

func (v *view) countSources() (members, groups, others int) {
	t := v.tallyWorks(v.contributions())
	return t.members, t.groups, t.others
}

func (v *view) use(r *corpus.Reading) string {
	switch {
	case slices.Contains(v.compared, r):
		return useCompared
	case v.isReport(r.Rendition.Symbol.Work()):
		return useReport
	case !r.Current:
		return useSuperseded
	}
	return useLanguage
}

func (v *view) document(r corpus.Rendition, use string) corpus.Document {
	d := corpus.Document{
		Symbol: r.Ref, File: r.File, Title: r.Header.Title.Value, Date: r.Header.Date.Value,
		Sources: []string{}, Language: r.Language, Version: version(r.Symbol), Use: use,
	}
	if v.withheld(r.Symbol.Work()) {
		return corpus.Document{Symbol: withheldName(r), Sources: []string{}, Language: r.Language, Version: d.Version, Use: use}
	}
	var all []corpus.Source
	for _, sub := range v.subs[r.Symbol.Work()] {
		all = append(all, sub.Sources...)
	}
	slices.SortStableFunc(all, func(a, b corpus.Source) int { return v.order[a.ID] - v.order[b.ID] })
	d.Sources = uniq(v.nameAll(all))
	return d
}

// version tells a revision or addendum from the original.
func version(s corpus.Symbol) string {
	if s.Suffix == "" {
		return "original"
	}
	return strings.Trim(strings.ReplaceAll(s.Suffix, ")(", ", "), "()")
}

func (v *view) nameAll(sources []corpus.Source) []string {
	if v.unnamed {
		return []string{}
	}
	names := make([]string, len(sources))
	for i, src := range sources {
		names[i] = v.name(src)
	}
	return names
}

func uniq(list []string) []string {
	out := make([]string, 0, len(list))
	seen := make(map[string]bool, len(list))
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// ledger is every file, read or not, by name.
func (v *view) ledger() []corpus.LedgerLine {
	var lines []corpus.LedgerLine
	for _, r := range v.snap.Readings {
		lines = append(lines, v.ledgerLine(r.Rendition, len(r.Passages), ""))
	}
	for _, k := range v.snap.Copies {
		lines = append(lines, v.ledgerLine(k, 0, useCopy))
	}
	for _, line := range v.snap.Unread {
		if v.unnamed {
			line.Sources = nil
		}
		lines = append(lines, line)
	}
	slices.SortStableFunc(lines, func(a, b corpus.LedgerLine) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(string(a.Rendition), string(b.Rendition)))
	})
	return lines
}

func (v *view) ledgerLine(r corpus.Rendition, passages int, detail string) corpus.LedgerLine {
	line := corpus.LedgerLine{
		File: r.File, Status: corpus.FileRead, Detail: detail, Symbol: r.Ref, Rendition: r.Hash, Grade: r.Grade, Passages: passages,
	}
	if v.withheld(r.Symbol.Work()) {
		line.File, line.Symbol = "withheld", withheldName(r)
	}
	return line
}

// withheld reports whether nobody who submitted the work may be named.
func (v *view) withheld(work string) bool {
	return !slices.ContainsFunc(v.subs[work], func(s corpus.Submission) bool { return s.Attribution != corpus.AttributionAggregate })
}

// ledgerCite cites a line of the ledger.
func ledgerCite(file string) string {
	if strings.HasPrefix(file, "withheld/") {
		return file
	}
	return "ledger:" + file
}

func withheldName(r corpus.Rendition) string { return "withheld/" + r.Hash.Short() }
