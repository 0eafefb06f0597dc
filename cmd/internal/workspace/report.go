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
	// Parts are those to write; empty for all.
	Parts    []compare.Part
	Language string
	// Attribution is compare.Named or compare.Unnamed; empty means named.
	Attribution string
	// Cutoff replaces the day of the last job that changed the corpus.
	Cutoff  string
	Program string
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
	if o.Cutoff == "" {
		if o.Cutoff, err = w.Store.Cutoff(ctx); err != nil {
			return corpus.Report{}, err
		}
	}
	return compare.Compare(ctx, snap, compare.Options{
		Meetings: o.Meetings, Themes: o.Themes, Parts: o.Parts, Language: o.Language, Attribution: o.Attribution, Cutoff: o.Cutoff, Program: o.Program,
		Codebook: w.Book.Hash(), Labels: w.Book, Names: w.Members,
	})
}
