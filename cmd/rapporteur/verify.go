package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/prove"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

func newVerify(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify [REPORT]",
		Short: "Prove the workspace, or a report against it",
		Long: `Without an argument: checks every original against its hash, every quotation
against its passage, the ledger against the documents, and the index against
the store. With a report in JSON, HTML or Word's format: reads it back, makes it
again from the corpus, and compares every sentence, quotation, cell and count;
every statement must cite something that exists, every quotation stand verbatim
where it says, every file be listed, and no name show where none may.

Exit status 3 if faults were found.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			var v verdict
			if len(args) == 1 {
				v, err = verifyReport(c.Context(), w, args[0])
			} else {
				v, err = verifyWorkspace(c.Context(), w)
			}
			if err != nil {
				return err
			}
			return a.printVerdict(v, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// verdict is what verify found.
type verdict struct {
	// Checked says in words what was looked at.
	Checked string        `json:"checked"`
	Faults  []store.Fault `json:"faults"`
}

func (a *app) printVerdict(v verdict, asJSON bool) error {
	if asJSON {
		if err := writeJSON(a.out, v); err != nil {
			return err
		}
	} else {
		for _, f := range v.Faults {
			fmt.Fprintf(a.out, "%s: %s\n", f.Where, f.What)
		}
		fmt.Fprintf(a.out, "%s: %s\n", v.Checked, plural(len(v.Faults), "fault", "faults"))
	}
	if len(v.Faults) > 0 {
		return errGaps
	}
	return nil
}

func verifyWorkspace(ctx context.Context, w *workspace.Workspace) (verdict, error) {
	faults, err := w.Store.Verify(ctx)
	if err != nil {
		return verdict{}, err
	}
	indexed, err := w.VerifyIndex(ctx)
	if err != nil {
		return verdict{}, err
	}
	status, err := w.Store.Status(ctx)
	if err != nil {
		return verdict{}, err
	}
	checked := fmt.Sprintf("%s, %s, %s, %s", plural(status.Submissions, "submission", "submissions"),
		plural(status.Renditions, "file", "files"), plural(status.Passages, "passage", "passages"), plural(status.Claims, "claim", "claims"))
	return verdict{checked, append(append([]store.Fault{}, faults...), indexed...)}, nil
}

// mostBytes bounds a report that is verified.
const mostBytes = 512 << 20

// verifyReport checks a report file against the workspace.
func verifyReport(ctx context.Context, w *workspace.Workspace, path string) (verdict, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > mostBytes {
		return verdict{}, corpus.Errorf(corpus.CodeUsage, "%s: %d bytes are too many for a report", path, info.Size())
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return verdict{}, corpus.Errorf(corpus.CodeUsage, "%w", err)
	}
	proved, err := prove.Report(ctx, w, data)
	if err != nil {
		return verdict{}, fmt.Errorf("%s: %w", path, err)
	}
	faults := []store.Fault{}
	for _, f := range proved.Faults {
		faults = append(faults, store.Fault{Where: f.Where, What: f.Short()})
	}
	checked := fmt.Sprintf("%s: %s, %s, %s", path, plural(proved.Statements, "statement", "statements"),
		plural(proved.Quotations, "quotation", "quotations"), plural(proved.Proposals, "proposal", "proposals"))
	return verdict{checked, faults}, nil
}
