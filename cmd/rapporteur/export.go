package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/export"
	"rapporteur/corpus"
)

type exportOptions struct {
	meetings    []string
	format, out string
}

// exportFormats are what export can write, in the order of its help.
var exportFormats = []string{"jsonl", "csv", "qdpx"}

func newExport(a *app, g *globalOptions) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export",
		Short: "Hand passages and claims to other tools: JSON Lines, CSV, REFI-QDA",
		Long: `Writes every passage with what is claimed of it. jsonl and csv go to standard
output unless --out names a file; qdpx is a project file that NVivo, MAXQDA,
ATLAS.ti and QualCoder open, and needs --out.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return runExport(c.Context(), a, g, o) },
	}
	f := c.Flags()
	f.StringSliceVar(&o.meetings, "meeting", nil, "meetings to export (default: all)")
	f.StringVar(&o.format, "format", "jsonl", "one of "+strings.Join(exportFormats, ", "))
	f.StringVar(&o.out, "out", "", "file to write")
	return c
}

func runExport(ctx context.Context, a *app, g *globalOptions, o exportOptions) error {
	if !slices.Contains(exportFormats, o.format) {
		return corpus.Errorf(corpus.CodeUsage, "no format %q: there are %s", o.format, strings.Join(exportFormats, ", "))
	}
	if o.format == "qdpx" && o.out == "" {
		return corpus.Errorf(corpus.CodeUsage, "a project file needs --out FILE.qdpx")
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	snap, err := w.Store.Snapshot(ctx, o.meetings)
	if err != nil {
		return err
	}
	day, err := w.Store.Cutoff(ctx)
	if err != nil {
		return err
	}
	write := func(to io.Writer) error {
		switch o.format {
		case "csv":
			return export.CSV(to, snap)
		case "qdpx":
			label := func(t corpus.Theme) string { return w.Book.Label(t, "en") }
			return export.QDPX(to, snap, label, day, version)
		}
		return export.JSONL(to, snap)
	}
	if o.out == "" {
		return write(a.out)
	}
	if err := writeFile(filepath.Clean(o.out), write); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.out, o.out)
	return err
}
