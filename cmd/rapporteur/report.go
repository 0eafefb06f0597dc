package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/render"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// formats are the outputs of report, by name; each is written to report.NAME.
var formats = map[string]func(io.Writer, corpus.Report) error{
	"md":   render.Markdown,
	"html": render.HTML,
	"json": render.JSON,
}

// formatNames are the names in the order in which they are written.
var formatNames = []string{"md", "html", "json"}

type reportOptions struct {
	meetings, themes, formats []string
	language, out, cutoff     string
}

func newReport(a *app, g *globalOptions) *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use:   "report",
		Short: "Write the comparison report",
		Long: `Compares what was submitted and writes the report as report.md, report.html and
report.json. The same corpus gives the same bytes. The report is checked before
it is written: every statement cites, every quotation is verbatim.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return runReport(c.Context(), a, g, o) },
	}
	f := c.Flags()
	f.StringSliceVar(&o.meetings, "meeting", nil, "meetings to compare (default: all)")
	f.StringSliceVar(&o.themes, "theme", nil, "themes to report on (default: all)")
	f.StringSliceVar(&o.formats, "format", formatNames, "formats to write: "+strings.Join(formatNames, ", "))
	f.StringVar(&o.language, "language", "en", "language of headings and fixed phrases")
	f.StringVar(&o.out, "out", "out", "folder to write to")
	f.StringVar(&o.cutoff, "cutoff", "", "stated cut-off day (default: that of the last job that changed the corpus)")
	return c
}

func runReport(ctx context.Context, a *app, g *globalOptions, o reportOptions) error {
	for _, f := range o.formats {
		if !slices.Contains(formatNames, f) {
			return corpus.Errorf(corpus.CodeUsage, "no format %q: there are %s", f, strings.Join(formatNames, ", "))
		}
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	paths, err := writeReport(ctx, w, o)
	for _, p := range paths {
		fmt.Fprintln(a.out, p)
	}
	return err
}

// writeReport builds a report, checks it and writes it in every format asked
// for; it gives the paths written.
func writeReport(ctx context.Context, w *workspace.Workspace, o reportOptions) ([]string, error) {
	themes, err := parseThemes(o.themes)
	if err != nil {
		return nil, err
	}
	r, err := w.Report(ctx, workspace.ReportOptions{
		Meetings: o.meetings, Themes: themes, Language: o.language, Cutoff: o.cutoff, Program: version,
	})
	if err != nil {
		return nil, err
	}
	known, err := w.Lookup(ctx)
	if err != nil {
		return nil, err
	}
	if faults := compare.Check(r, known); len(faults) > 0 {
		return nil, fmt.Errorf("the report is not written, for it would not verify: %s (%d faults in all)", faults[0], len(faults))
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return nil, err
	}
	var paths []string
	for _, name := range formatNames {
		if !slices.Contains(o.formats, name) {
			continue
		}
		path := filepath.Join(o.out, "report."+name)
		if err := writeFile(path, func(f io.Writer) error { return formats[name](f, r) }); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// writeFile writes a file whole: the name holds the old bytes or the new.
func writeFile(path string, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails, and may, once renamed
	if err := write(tmp); err != nil {
		tmp.Close()
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := tmp.Chmod(0o644); err != nil {
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
