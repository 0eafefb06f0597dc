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
	// Chosen are paragraphs to quote besides: see [Workspace.Choice].
	Chosen []corpus.Hash `json:",omitempty"`
	// Parts are those to write; empty for all.
	Parts []compare.Part
	// SessionsPerYear of the draft work plan; 0 for the usual number.
	SessionsPerYear int
}

// Compared is a report with the snapshot of the corpus that it was made from.
type Compared struct {
	Report   corpus.Report
	Snapshot corpus.Snapshot

	workspace *Workspace
}

// Report compares what was submitted to the meetings asked for.
func (w *Workspace) Report(ctx context.Context, o ReportOptions) (corpus.Report, error) {
	c, err := w.Compare(ctx, o)
	return c.Report, err
}

// Compare is [Workspace.Report] for those who prove the report too: what is
// saved meanwhile does not come between the two.
func (w *Workspace) Compare(ctx context.Context, o ReportOptions) (Compared, error) {
	c := Compared{workspace: w}
	var err error
	if c.Snapshot, err = w.Store.Snapshot(ctx, o.Meetings); err != nil {
		return c, err
	}
	if len(c.Snapshot.Submissions) == 0 && len(o.Meetings) > 0 {
		return c, corpus.Errorf(corpus.CodeNotFound,
			"nothing was submitted to %v: \"rapporteur list meetings\" shows the meetings there are", o.Meetings)
	}
	stated := o.Cutoff
	if o.Cutoff == "" {
		if o.Cutoff, err = w.Store.Cutoff(ctx); err != nil {
			return c, err
		}
	}
	c.Report, err = compare.Compare(ctx, c.Snapshot, compare.Options{
		Meetings: o.Meetings, Themes: o.Themes, Language: o.Language, Attribution: o.Attribution, Cutoff: o.Cutoff, Program: o.Program,
		Chosen: o.Chosen, Parts: o.Parts, SessionsPerYear: o.SessionsPerYear, Codebook: w.Book.Hash(), Labels: w.Book, Names: w.Members,
	})
	c.Report.Scope.Asked.Cutoff = stated
	return c, err
}

// Prove checks the report against the corpus: that what it cites and quotes is
// there, and that its lists and counts are those that the evidence gives.
func (c Compared) Prove(ctx context.Context) ([]compare.Fault, error) {
	known, err := c.workspace.Lookup(ctx)
	if err != nil {
		return nil, err
	}
	return append(compare.Check(c.Report, known), c.Recount(c.Report)...), nil
}

// Recount counts again what a report counts that is said to be this one.
func (c Compared) Recount(r corpus.Report) []compare.Fault {
	return compare.Recount(r, c.Snapshot, c.workspace.Book, c.workspace.Members)
}
