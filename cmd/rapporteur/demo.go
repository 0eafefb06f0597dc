package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/sample"
	"rapporteur/cmd/internal/workspace"
)

// demoDir is where the demo goes when nothing is said.
const demoDir = "rapporteur-demo"

func newDemo(a *app, _ *globalOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "demo [DIR]",
		Short: "Read and compare the embedded sample corpus of invented States",
		Long: `Puts the embedded sample contributions into DIR/received, makes a workspace in
DIR/workspace, ingests them and writes a report in every format into DIR/report.
The States in it are invented. Running it again is harmless.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			dir := demoDir
			if len(args) == 1 {
				dir = args[0]
			}
			return runDemo(c.Context(), a, dir)
		},
	}
}

func runDemo(ctx context.Context, a *app, dir string) error {
	received, space := filepath.Join(dir, "received"), filepath.Join(dir, "workspace")
	if err := copySample(received, space); err != nil {
		return err
	}
	g := &globalOptions{workspace: space}
	ingest := ingestOptions{metadata: filepath.Join(received, "metadata.csv")}
	if err := runIngest(ctx, a, g, ingest, []string{received}); err != nil && err != errGaps {
		return err
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	paths, err := writeReport(ctx, w, reportOptions{formats: defaultFormats, out: filepath.Join(dir, "report"), language: "en"})
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, "\nThe report:")
	for _, p := range paths {
		fmt.Fprintln(a.out, "  "+p)
	}
	_, err = fmt.Fprintf(a.out, "Now try:\n  rapporteur -w %s search 'exchange points'\n  rapporteur -w %s status\n", space, space)
	return err
}

// copySample lays out what a secretariat would have received, and a workspace
// that knows the invented States.
func copySample(received, space string) error {
	if err := os.MkdirAll(received, 0o755); err != nil {
		return err
	}
	err := fs.WalkDir(sample.FS(), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sample.FS(), p)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(received, filepath.FromSlash(p)), data, 0o644)
	})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(received, "metadata.csv"), sample.Metadata(), 0o644); err != nil {
		return err
	}
	if err := workspace.Init(space); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(space, "members.yaml"), sample.Members(), 0o644)
}
