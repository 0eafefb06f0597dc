package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline/compare"
)

func newVerify(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify [REPORT]",
		Short: "Prove the workspace, or a report against it",
		Long: `Without an argument: checks every original against its hash, every quotation
against its passage, the ledger against the documents, and the index against
the store. With a report (report.json): checks that every statement cites
something that exists and every quotation is verbatim where it says.

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

// verifyReport checks a report file against the workspace.
func verifyReport(ctx context.Context, w *workspace.Workspace, path string) (verdict, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return verdict{}, corpus.Errorf(corpus.CodeUsage, "%w", err)
	}
	if !strings.HasPrefix(strings.TrimSpace(string(data)), "{") {
		return verdict{}, corpus.Errorf(corpus.CodeUsage, "%s is no report in JSON: give the report.json that was written beside it", path)
	}
	var r corpus.Report
	if err := json.Unmarshal(data, &r); err != nil {
		return verdict{}, corpus.Errorf(corpus.CodeUsage, "%s is no report: %w", path, err)
	}
	known, err := w.Lookup(ctx)
	if err != nil {
		return verdict{}, err
	}
	faults := []store.Fault{}
	for _, f := range compare.Check(r, known) {
		faults = append(faults, store.Fault{Where: f.Where, What: f.Short()})
	}
	checked := fmt.Sprintf("%s: %s, %s, %s", path, plural(len(r.Statements), "statement", "statements"),
		plural(len(r.Passages), "cited passage", "cited passages"), plural(len(r.Proposals), "proposal", "proposals"))
	return verdict{checked, faults}, nil
}
