package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline"
	"rapporteur/pipeline/segment"
)

type ingestOptions struct {
	meeting, metadata, source string
	jobs                      int
	again, json               bool
}

func newIngest(a *app, g *globalOptions) *cobra.Command {
	var o ingestOptions
	c := &cobra.Command{
		Use:   "ingest PATH…",
		Short: "Read files and folders into the corpus and print the ledger",
		Long: `Reads files and folders into the corpus. Every file given gets a line of the
ledger, whatever becomes of it. Running it again on the same files is harmless.

A sidecar CSV (columns file, symbol, meeting, date, source, title, language,
attribution) wins over what is read from a file; --meeting and --source fill
only what neither tells. The same bytes from another source or to another
meeting add a submission, not a document; --again reads known files once more
and corrects what was recorded of them.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runIngest(c.Context(), a, g, o, args) },
	}
	f := c.Flags()
	f.StringVar(&o.meeting, "meeting", "", "meeting of files that name none, such as CWG-Internet-22")
	f.StringVar(&o.metadata, "metadata", "", "sidecar CSV file")
	f.StringVar(&o.source, "source", "", "source of files that name none")
	f.IntVar(&o.jobs, "jobs", 0, "files read at a time (default: the processor's cores)")
	f.BoolVar(&o.again, "again", false, "read known files once more")
	f.BoolVar(&o.json, "json", false, "one JSON line for each file, then a summary")
	return c
}

// ingestSummary is the last line of ingest --json.
type ingestSummary struct {
	Job      int      `json:"job"`
	Files    int      `json:"files"`
	Read     int      `json:"read"`
	Known    int      `json:"known"`
	NotRead  int      `json:"not_read"`
	Failed   int      `json:"failed"`
	Passages int      `json:"passages"`
	Notes    []string `json:"notes"`
	Millis   int64    `json:"ms"`
}

func runIngest(ctx context.Context, a *app, g *globalOptions, o ingestOptions, args []string) error {
	started := time.Now()
	job, err := o.job(args)
	if err != nil {
		return err
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	if err := w.Defaults(&job); err != nil {
		return err
	}
	ledger, err := a.ingest(ctx, w, job, a.reporter(o.json, len(job.Inputs)))
	for _, note := range ledger.Notes {
		a.warn("%s", note)
	}
	if err != nil {
		return err
	}
	sum := summarise(ledger)
	sum.Millis = time.Since(started).Milliseconds()
	if o.json {
		err = writeLine(a.out, sum)
	} else {
		a.printLedger(ledger, sum)
	}
	if err == nil && ledger.Gaps() > 0 {
		return errGaps
	}
	return err
}

// ingest runs a job in an open workspace.
func (a *app) ingest(ctx context.Context, w *workspace.Workspace, job pipeline.Job, done func(corpus.LedgerLine)) (corpus.Ledger, error) {
	return w.Ingest(ctx, job, a.ingesting(done))
}

// ingesting says how files are read; done may be nil.
func (a *app) ingesting(done func(corpus.LedgerLine)) workspace.Ingesting {
	return workspace.Ingesting{Worker: a.worker, Program: version, Done: done}
}

// job makes a job of the options and the paths given.
func (o ingestOptions) job(paths []string) (pipeline.Job, error) {
	job := pipeline.Job{
		Flags: segment.Flags{Meeting: o.meeting, Source: o.source}, Workers: o.jobs, Again: o.again,
		Date: time.Now().UTC().Format(time.DateOnly),
	}
	if o.metadata != "" {
		data, err := os.ReadFile(o.metadata)
		if err != nil {
			return job, corpus.Errorf(corpus.CodeUsage, "sidecar: %w", err)
		}
		if job.Sidecar, err = segment.ParseSidecar(o.metadata, data); err != nil {
			return job, err
		}
	}
	var err error
	job.Inputs, err = inputs(paths, o.metadata)
	return job, err
}

func summarise(l corpus.Ledger) ingestSummary {
	sum := ingestSummary{Job: l.Job, Files: len(l.Lines), Notes: append([]string{}, l.Notes...)}
	for _, line := range l.Lines {
		switch line.Status {
		case corpus.FileRead:
			sum.Read++
			sum.Passages += line.Passages
		case corpus.FileKnown:
			sum.Known++
		case corpus.FileNotRead:
			sum.NotRead++
		case corpus.FileFailed:
			sum.Failed++
		}
	}
	return sum
}

func (a *app) printLedger(l corpus.Ledger, sum ingestSummary) {
	t := newTable(a.out, []int{40, 0, 34, 0, 0, 60}, "File", "Status", "Document", "Grade", "Passages", "Remark")
	for _, line := range l.Lines {
		remark := line.Detail
		if line.Reason != "" {
			remark = string(line.Reason) + ": " + line.Detail
		}
		t.AppendRow([]any{line.File, line.Status, line.Symbol, line.Grade, line.Passages, remark})
	}
	t.Render()
	fmt.Fprintf(a.out, "%s: %d read, %d known, %d not read, %d failed; %s in %.1f s\n",
		plural(sum.Files, "file", "files"), sum.Read, sum.Known, sum.NotRead, sum.Failed,
		plural(sum.Passages, "passage", "passages"), float64(sum.Millis)/1000)
}
