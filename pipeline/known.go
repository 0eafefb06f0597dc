package pipeline

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// keepKnown accounts for bytes that the corpus holds. Who sends them once more,
// as another source or to another meeting, adds a submission. A sidecar that
// corrects what is recorded of the same file changes nothing without --again:
// the ledger says so.
func (in *Ingester) keepKnown(ctx context.Context, at store.Place, r reading, known corpus.Rendition, line corpus.LedgerLine) (corpus.LedgerLine, error) {
	line.Status, line.Symbol, line.Grade = corpus.FileKnown, known.Ref, known.Grade
	if known.Copy {
		line.Symbol = known.Symbol.String()
	}
	line.Pages = known.Pages
	stored, err := in.Corpus.Reading(ctx, known.Ref)
	if err != nil {
		return line, err
	}
	subs, err := in.Corpus.SubmissionsOf(ctx, known.Symbol.Work())
	if err != nil {
		return line, err
	}
	before, err := in.Receipts.ReceivedAs(ctx, known.Ref)
	if err != nil {
		return line, err
	}
	line.Passages = len(stored.Passages)
	c := compareHeaders(r.header, known.Header, slices.ContainsFunc(before, func(f string) bool { return samePath(f, r.input.Name) }))
	sub := submissionOf(known.Symbol, c.header)
	line.Meeting, line.Sources = sub.Meeting, sub.Sources
	i := slices.IndexFunc(subs, func(s corpus.Submission) bool { return sameAct(s, sub) })
	if i >= 0 {
		c.settled(subs[i])
	}
	if i >= 0 || len(c.actors) > 0 {
		line.Detail = notes(c.remark(), in.strangers(r.header))
		return line, in.Keeper.Note(ctx, at, line)
	}
	sub.ID = freshID(sub, known, subs)
	line.Status = corpus.FileRead
	line.Detail = notes("a further submission, "+sub.ID+", of a document that was known", c.remark(), in.strangers(r.header))
	return line, in.Keeper.Submit(ctx, sub, known.Ref, at, line)
}

// comparison is what a job says of a known document beside what is recorded.
type comparison struct {
	// header is what is recorded, with the meeting, sources, date and title of
	// the job where it may tell them.
	header corpus.Header
	// actors are of "source" and "meeting" those in which the job corrects what
	// is recorded, others the further fields in which it does.
	actors, others []string
	// aside says which flags are overruled by what the document prints.
	aside []string
}

// compareHeaders sets what sidecar and flags give against what is recorded;
// same is set where the file came under this path before.
func compareHeaders(given, stored corpus.Header, same bool) comparison {
	c := comparison{header: stored}
	c.header.Sources = actor(&c, "source", given.Sources, stored.Sources, same, func(s []corpus.Source) string { return strings.Join(names(s), ", ") }, sameSources)
	c.header.Meeting = actor(&c, "meeting", given.Meeting, stored.Meeting, same, func(s string) string { return s }, func(a, b string) bool { return a == b })
	c.header.Date = given.Date.Or(stored.Date)
	c.header.Title = given.Title.Or(stored.Title)
	c.header.Attribution = given.Attribution.Or(stored.Attribution)
	c.other("symbol", differs(given.Symbol, stored.Symbol) && given.Symbol.Value != stored.Symbol.Value)
	c.other("date", differs(given.Date, stored.Date) && given.Date.Value != stored.Date.Value)
	c.other("title", differs(given.Title, stored.Title) && given.Title.Value != stored.Title.Value)
	c.other("language", given.Language.Basis == corpus.BasisSidecar && differs(given.Language, stored.Language) && given.Language.Value != stored.Language.Value)
	c.other("attribution", differs(given.Attribution, stored.Attribution) && given.Attribution.Value != stored.Attribution.Value)
	return c
}

// differs reports whether a job may tell otherwise: of what nobody has corrected.
func differs[T any](given, stored corpus.Field[T]) bool {
	return given.Known() && stored.Basis != corpus.BasisCorrected
}

// actor decides between what the job and what the record says of who acts, or
// to which meeting. A flag wins over nothing but absence; what an earlier job
// was told by sidecar or flag is no bar to a further act.
func actor[T any](c *comparison, name string, given, stored corpus.Field[T], same bool, show func(T) string, equal func(a, b T) bool) corpus.Field[T] {
	if !given.Known() || equal(given.Value, stored.Value) {
		return stored
	}
	unknown := !stored.Known() || stored.Basis == corpus.BasisDefault
	told := stored.Basis == corpus.BasisSidecar || stored.Basis == corpus.BasisFlag || stored.Basis == corpus.BasisCorrected
	switch {
	case given.Basis == corpus.BasisDefault && !unknown:
		return stored
	case stored.Basis == corpus.BasisCorrected && same:
		c.aside = append(c.aside, fmt.Sprintf("%s %s is set aside: a person has corrected it to %s", name, show(given.Value), show(stored.Value)))
		return stored
	case unknown, given.Basis == corpus.BasisSidecar && same:
		c.actors = append(c.actors, name)
	case given.Basis == corpus.BasisFlag && !told:
		c.aside = append(c.aside, fmt.Sprintf("--%s %s is set aside: the document says %s", name, show(given.Value), show(stored.Value)))
		return stored
	}
	return given
}

func (c *comparison) other(name string, differs bool) {
	if differs {
		c.others = append(c.others, name)
	}
}

// settled leaves out what the submission at hand has recorded as the job says.
func (c *comparison) settled(sub corpus.Submission) {
	c.actors = nil
	c.others = slices.DeleteFunc(c.others, func(name string) bool {
		return name == "date" && sub.Date == c.header.Date.Value || name == "title" && sub.Title == c.header.Title.Value ||
			name == "attribution" && sub.Attribution == c.header.Attribution.Value
	})
}

// remark says in what the job differs from the record, and what to do.
func (c *comparison) remark() string {
	all := append([]string{}, c.aside...)
	if fields := slices.Concat(c.actors, c.others); len(fields) > 0 {
		what := "sidecar"
		if c.header.Sources.Basis != corpus.BasisSidecar && c.header.Meeting.Basis != corpus.BasisSidecar && len(c.others) == 0 {
			what = "job"
		}
		all = append(all, fmt.Sprintf("%s differs in %s, nothing was changed: use --again", what, strings.Join(fields, ", ")))
	}
	return notes(all...)
}

// strangers warns of sources that nobody knows, with the known name that is
// nearest to each.
func (in *Ingester) strangers(h corpus.Header) string {
	if h.Sources.Basis != corpus.BasisSidecar && h.Sources.Basis != corpus.BasisFlag {
		return ""
	}
	near, _ := in.Segmenter.Names.(interface{ Nearest(string) string })
	var all []string
	for _, src := range h.Sources.Value {
		if src.Kind != corpus.SourceOther {
			continue
		}
		note := fmt.Sprintf("%q is no name of the register and counts as kind other", src.Name)
		if near != nil {
			if known := near.Nearest(src.Name); known != "" {
				note += fmt.Sprintf(": did you mean %s?", known)
			}
		}
		all = append(all, note)
	}
	return notes(all...)
}

// samePath reports whether two spellings may name one file: one of them ends
// with the other.
func samePath(a, b string) bool {
	a, b = path.Clean(strings.ReplaceAll(a, "\\", "/")), path.Clean(strings.ReplaceAll(b, "\\", "/"))
	return a == b || strings.HasSuffix(a, "/"+b) || strings.HasSuffix(b, "/"+a)
}

// notes joins remarks, leaving out the empty ones.
func notes(all ...string) string {
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), "; ")
}
