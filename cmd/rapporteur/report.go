package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/render"
	"rapporteur/cmd/internal/render/sheet"
	"rapporteur/cmd/internal/render/word"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// format writes a report; template is the bytes of --template, nil for ours.
type format func(ctx context.Context, w io.Writer, r corpus.Report, template []byte) error

// formats are the outputs of report, by name; each is written to report.NAME.
var formats = map[string]format{
	"docx": func(_ context.Context, w io.Writer, r corpus.Report, template []byte) error {
		return word.Write(w, r, template)
	},
	"xlsx": plain(sheet.Write),
	"html": plain(render.HTML),
	"md":   plain(render.Markdown),
	"json": plain(render.JSON),
	"pdf":  writePDF,
}

// formatNames are the names in the order in which they are written; the last
// needs LibreOffice and is written only when asked for.
var formatNames = []string{"docx", "xlsx", "html", "md", "json", "pdf"}

// defaultFormats need nothing but this program.
var defaultFormats = formatNames[:len(formatNames)-1]

func plain(write func(io.Writer, corpus.Report) error) format {
	return func(_ context.Context, w io.Writer, r corpus.Report, _ []byte) error { return write(w, r) }
}

// writePDF has LibreOffice print the Word document.
func writePDF(ctx context.Context, w io.Writer, r corpus.Report, template []byte) error {
	var docx bytes.Buffer
	if err := word.Write(&docx, r, template); err != nil {
		return err
	}
	data, err := word.PDF(ctx, docx.Bytes())
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

type reportOptions struct {
	meetings, themes, formats       []string
	parts                           []string
	sessions                        int
	language, out, cutoff, template string
	attribution, chosen             string
	// choice are the paragraphs that chosen stands for, where they are known.
	choice []corpus.Hash
	// warn tells of what is left out; may be nil.
	warn func(format string, args ...any)
}

func newReport(a *app, g *globalOptions) *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use:   "report",
		Short: "Write the comparison report",
		Long: `Compares what was submitted and writes the report as report.docx, report.xlsx,
report.html, report.md and report.json; report.pdf is made by LibreOffice when it
is asked for. The same corpus gives the same bytes. The report is checked before
it is written: every statement cites, every quotation is verbatim.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return runReport(c.Context(), a, g, o) },
	}
	f := c.Flags()
	f.StringSliceVar(&o.meetings, "meeting", nil, "meetings to compare (default: all)")
	f.StringSliceVar(&o.themes, "theme", nil, "themes to report on (default: all)")
	f.StringSliceVar(&o.formats, "format", defaultFormats, "formats to write: "+strings.Join(formatNames, ", "))
	f.StringVar(&o.language, "language", "en", "language of headings and fixed phrases: "+strings.Join(compare.Languages(), ", "))
	f.StringVar(&o.attribution, "attribution", compare.Named, "named: by source and document, or unnamed: \"one Member State\"")
	f.StringVar(&o.out, "out", "out", "folder to write to")
	f.StringVar(&o.template, "template", "", "Word file to fill instead of the built-in one")
	f.StringSliceVar(&o.parts, "parts", nil, "parts to write (default: all): "+listed(compare.Parts()))
	f.StringVar(&o.chosen, "chosen", "", "quote the passages that this reader has chosen, in an annex")
	f.IntVar(&o.sessions, "sessions-per-year", 0, "sessions that the draft work plan gives a year (default: 2)")
	f.StringVar(&o.cutoff, "cutoff", "", "stated cut-off day (default: that of the last job that changed the corpus)")
	return c
}

// listed joins the names of parts.
func listed(parts []compare.Part) string {
	names := make([]string, len(parts))
	for i, p := range parts {
		names[i] = string(p)
	}
	return strings.Join(names, ", ")
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
	o.warn = a.warn
	if o.choice, err = choice(ctx, w, o.chosen); err != nil {
		return err
	}
	paths, err := writeReport(ctx, w, o)
	for _, p := range paths {
		fmt.Fprintln(a.out, p)
	}
	return err
}

// compare makes the report that the options ask for.
func (o reportOptions) compare(ctx context.Context, w *workspace.Workspace) (workspace.Compared, error) {
	themes, err := parseThemes(o.themes)
	if err != nil {
		return workspace.Compared{}, err
	}
	var parts []compare.Part
	for _, p := range o.parts {
		parts = append(parts, compare.Part(p))
	}
	c, err := w.Compare(ctx, workspace.ReportOptions{
		Meetings: o.meetings, Themes: themes, Language: o.language, Attribution: o.attribution, Cutoff: o.cutoff, Program: version,
		Parts: parts, SessionsPerYear: o.sessions, Chosen: o.choice,
	})
	if left := len(o.choice) - len(c.Report.Chosen); err == nil && left > 0 && o.warn != nil {
		o.warn("left out: %s in no document of these meetings that may be quoted", plural(left, "passage chosen that is", "passages chosen that are"))
	}
	return c, err
}

// writeReport builds a report, checks it and writes it in every format asked
// for; it gives the paths written.
func writeReport(ctx context.Context, w *workspace.Workspace, o reportOptions) ([]string, error) {
	c, err := o.compare(ctx, w)
	if err != nil {
		return nil, err
	}
	faults, err := c.Prove(ctx)
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("the report is not written, for it would not verify: %s (%d faults in all)", faults[0], len(faults))
	}
	var template []byte
	if o.template != "" {
		if template, err = os.ReadFile(o.template); err != nil {
			return nil, corpus.Errorf(corpus.CodeUsage, "template: %w", err)
		}
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
		if err := writeFile(path, func(f io.Writer) error { return formats[name](ctx, f, c.Report, template) }); err != nil {
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
