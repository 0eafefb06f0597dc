package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

func newReviewHeader(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	var set []string
	c := &cobra.Command{
		Use:   "header DOCUMENT --set FIELD=VALUE…",
		Short: "Correct the header of a document",
		Long: `A correction wins over what is read from a document and what a sidecar says of
it, in search and reports at once; it survives another reading until it is undone.
Fields are symbol, meeting, date, source, on_behalf_of, title, language and
attribution; several sources are separated by semicolons. Meeting, source, behalf
and attribution are corrected in every file of the work. The document is read
again, for its number and language decide how it is read and cited.`,
		Example: `  rapporteur review header CWG-Internet-30/7 --set date=2030-08-21 --set 'source=Qumara; Sylvania'`,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			fields, err := fieldsOf(set)
			if err != nil {
				return err
			}
			return runCorrect(c.Context(), a, g, *o, workspace.Correction{Ref: args[0], Set: fields})
		},
	}
	c.Flags().StringArrayVar(&set, "set", nil, "a field and its value")
	c.Flags().StringVar(&o.note, "note", "", "why")
	c.AddCommand(newUndo(a, g, o, "Take back a correction: your last one, or the one with --seq", a.undoCorrection))
	return c
}

// fieldsOf reads FIELD=VALUE.
func fieldsOf(set []string) (map[string]string, error) {
	fields := make(map[string]string)
	for _, s := range set {
		name, value, ok := strings.Cut(s, "=")
		if _, twice := fields[name]; !ok || twice {
			return nil, corpus.Errorf(corpus.CodeUsage, "--set %q: give each field once, as FIELD=VALUE", s)
		}
		fields[name] = value
	}
	if len(fields) == 0 {
		return nil, corpus.Errorf(corpus.CodeUsage, "review header needs --set FIELD=VALUE: fields are %s", strings.Join(corpus.EditableFields(), ", "))
	}
	return fields, nil
}

func runCorrect(ctx context.Context, a *app, g *globalOptions, o reviewOptions, in workspace.Correction) error {
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	in.Reader, in.Note, in.Time = o.reader, o.note, timestamp()
	taken, err := w.Correct(ctx, in, a.ingesting(nil))
	if err != nil {
		return err
	}
	return a.printDecisions(taken, o.json)
}

// undoCorrection takes back a correction in every file that it was about.
func (a *app) undoCorrection(ctx context.Context, w *workspace.Workspace, reader string, seq int) ([]corpus.Decision, error) {
	return w.UndoCorrection(ctx, reader, seq, timestamp(), a.ingesting(nil))
}

func (a *app) printHeaderDecision(d corpus.Decision) {
	var changes []string
	for _, f := range d.Header.Fields {
		changes = append(changes, fmt.Sprintf("%s %q → %q", f.Name, f.Before, f.After))
	}
	what := "correct"
	if d.Action == corpus.DecisionUndo {
		what = fmt.Sprintf("undo decision %d, correct", d.Undoes)
	}
	fmt.Fprintf(a.out, "%4d  %s  %s: %s %s: %s\n", d.Seq, d.Time, d.Reader, what, d.Passage, strings.Join(changes, ", "))
}
