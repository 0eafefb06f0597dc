package workspace

import (
	"context"

	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// ReportOptions are what the rapporteur chooses of a report.
type ReportOptions struct {
	Meetings []string
	Themes   []corpus.Theme
	Language string
	// Attribution is compare.Named or compare.Unnamed; empty means named.
	Attribution string
	// Cutoff replaces the day of the last job that changed the corpus.
	Cutoff  string
	Program string
	// Parts are those to write; empty for all.
	Parts []compare.Part
	// SessionsPerYear of the draft work plan; 0 for the usual number.
	SessionsPerYear int
}

// Report compares what was submitted to the meetings asked for.
func (w *Workspace) Report(ctx context.Context, o ReportOptions) (corpus.Report, error) {
	snap, err := w.Store.Snapshot(ctx, o.Meetings)
	if err != nil {
		return corpus.Report{}, err
	}
	if len(snap.Submissions) == 0 && len(o.Meetings) > 0 {
		return corpus.Report{}, corpus.Errorf(corpus.CodeNotFound,
			"nothing was submitted to %v: \"rapporteur list meetings\" shows the meetings there are", o.Meetings)
	}
	stated := o.Cutoff
	if o.Cutoff == "" {
		if o.Cutoff, err = w.Store.Cutoff(ctx); err != nil {
			return corpus.Report{}, err
		}
	}
	r, err := compare.Compare(ctx, snap, compare.Options{
		Meetings: o.Meetings, Themes: o.Themes, Language: o.Language, Attribution: o.Attribution, Cutoff: o.Cutoff, Program: o.Program,
		Parts: o.Parts, SessionsPerYear: o.SessionsPerYear, Codebook: w.Book.Hash(), Labels: w.Book, Names: w.Members,
	})
	r.Scope.Asked.Cutoff = stated
	return r, err
}

// Prove checks a report against the corpus: that what it cites and quotes is
// there, and that its lists and counts are those that the evidence gives.
func (w *Workspace) Prove(ctx context.Context, r corpus.Report) ([]compare.Fault, error) {
	known, err := w.Lookup(ctx)
	if err != nil {
		return nil, err
	}
	recounted, err := w.Recount(ctx, r)
	return append(compare.Check(r, known), recounted...), err
}

// Recount counts again what a report counts, from the corpus.
func (w *Workspace) Recount(ctx context.Context, r corpus.Report) ([]compare.Fault, error) {
	snap, err := w.Store.Snapshot(ctx, r.Scope.Asked.Meetings)
	if err != nil {
		return nil, err
	}
	return compare.Recount(r, snap, w.Book, w.Members), nil
}
