package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// listings are what list can show, each with what it prints.
var listings = map[string]func(context.Context, *app, *workspace.Workspace, bool) error{
	"submissions": listSubmissions,
	"members":     listMembers,
	"themes":      listThemes,
	"meetings":    listMeetings,
	"jobs":        listJobs,
}

func newList(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:       "list submissions|members|themes|meetings|jobs",
		Short:     "List what the workspace knows",
		ValidArgs: []string{"submissions", "members", "themes", "meetings", "jobs"},
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		RunE: func(c *cobra.Command, args []string) error {
			w, err := a.open(g)
			if err != nil {
				return err
			}
			defer w.Close()
			return listings[args[0]](c.Context(), a, w, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func listSubmissions(ctx context.Context, a *app, w *workspace.Workspace, asJSON bool) error {
	subs, err := w.Store.Submissions(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(a.out, append([]corpus.Submission{}, subs...))
	}
	t := newTable(a.out, []int{0, 0, 40, 60}, "Submission", "Date", "Sources", "Title")
	for _, s := range subs {
		t.AppendRow([]any{s.ID, s.Date, sourceNames(s.Sources), s.Title})
	}
	t.Render()
	return nil
}

func sourceNames(sources []corpus.Source) string {
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}

// memberLine is a source as list members shows it.
type memberLine struct {
	ID     string            `json:"id"`
	Kind   corpus.SourceKind `json:"kind"`
	Region string            `json:"region"`
	Name   string            `json:"name"`
}

func listMembers(_ context.Context, a *app, w *workspace.Workspace, asJSON bool) error {
	lines := []memberLine{}
	for _, kind := range []corpus.SourceKind{corpus.SourceMember, corpus.SourceGroup} {
		for _, e := range w.Members.Entries(kind) {
			lines = append(lines, memberLine{ID: e.ID, Kind: e.Kind, Region: e.Region, Name: w.Members.Name(e.ID, "en")})
		}
	}
	if asJSON {
		return writeJSON(a.out, lines)
	}
	t := newTable(a.out, nil, "ID", "Kind", "Region", "Name")
	for _, l := range lines {
		t.AppendRow([]any{l.ID, l.Kind, l.Region, l.Name})
	}
	t.Render()
	return nil
}

// themeLine is a theme as list themes shows it.
type themeLine struct {
	Theme  corpus.Theme      `json:"theme"`
	Label  string            `json:"label"`
	Labels map[string]string `json:"labels"`
}

func listThemes(_ context.Context, a *app, w *workspace.Workspace, asJSON bool) error {
	lines := []themeLine{}
	for _, t := range corpus.Themes() {
		l := themeLine{Theme: t, Label: w.Book.Label(t, "en"), Labels: map[string]string{}}
		for _, lang := range corpus.Languages {
			l.Labels[lang] = w.Book.Label(t, lang)
		}
		lines = append(lines, l)
	}
	if asJSON {
		return writeJSON(a.out, lines)
	}
	for _, l := range lines {
		fmt.Fprintf(a.out, "%2d  %s\n", l.Theme, l.Label)
	}
	return nil
}

func listMeetings(ctx context.Context, a *app, w *workspace.Workspace, asJSON bool) error {
	meetings, err := w.Store.Meetings(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(a.out, meetings)
	}
	for _, m := range meetings {
		fmt.Fprintf(a.out, "%s  %s\n", m.ID, plural(m.Works, "work", "works"))
	}
	return nil
}

// jobLine is a job with the counts of its ledger.
type jobLine struct {
	ID      int    `json:"id"`
	Date    string `json:"date"`
	Program string `json:"program"`
	ingestSummary
}

func listJobs(ctx context.Context, a *app, w *workspace.Workspace, asJSON bool) error {
	jobs, err := w.Store.Jobs(ctx)
	if err != nil {
		return err
	}
	lines := []jobLine{}
	for _, j := range jobs {
		ledger, err := w.Store.Ledger(ctx, j.ID)
		if err != nil {
			return err
		}
		lines = append(lines, jobLine{ID: j.ID, Date: j.Date, Program: j.Program, ingestSummary: summarise(ledger)})
	}
	if asJSON {
		return writeJSON(a.out, lines)
	}
	t := newTable(a.out, nil, "Job", "Date", "Files", "Read", "Known", "Not read", "Failed", "Program")
	for _, l := range lines {
		t.AppendRow([]any{l.ID, l.Date, l.Files, l.Read, l.Known, l.NotRead, l.Failed, l.Program})
	}
	t.Render()
	return nil
}
