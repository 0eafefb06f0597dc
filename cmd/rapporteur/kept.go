package main

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// listSaved lists the queries that are kept.
func (a *app) listSaved(ctx context.Context, w *workspace.Workspace, asJSON bool) error {
	list, err := w.Store.SavedSearches(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(a.out, append([]store.SavedSearch{}, list...))
	}
	t := newTable(a.out, []int{40, 100}, "Name", "Query")
	for _, s := range list {
		t.AppendRow([]any{s.Name, queryText(s.Query)})
	}
	t.Render()
	return nil
}

// listHistory lists what was asked, the latest first.
func (a *app) listHistory(ctx context.Context, w *workspace.Workspace, o searchOptions) error {
	list, err := w.Store.History(ctx, o.limit)
	if err != nil {
		return err
	}
	if o.json {
		return writeJSON(a.out, append([]store.Searched{}, list...))
	}
	t := newTable(a.out, []int{0, 100}, "Time", "Query", "Passages")
	for _, s := range list {
		t.AppendRow([]any{s.Time, queryText(s.Query), s.Total})
	}
	t.Render()
	return nil
}

// queryText writes a query with its filters as the query language has them.
func queryText(q corpus.Query) string {
	parts := []string{q.Text}
	field := func(name string, values []string) {
		if len(values) > 0 {
			parts = append(parts, name+":"+strings.Join(values, ","))
		}
	}
	themes := make([]string, len(q.Themes))
	for i, t := range q.Themes {
		themes[i] = fmt.Sprint(int(t))
	}
	field("theme", themes)
	field("source", q.Sources)
	field("group", q.Groups)
	field("region", q.Regions)
	field("meeting", q.Meetings)
	field("kind", texts(q.Kinds))
	field("act", texts(q.Acts))
	field("status", texts(q.Statuses))
	field("lang", notEmpty(q.Language))
	for _, option := range []struct {
		set  bool
		text string
	}{
		{q.Like != "", "--like " + q.Like}, {q.AllLanguages, "--all-languages"}, {q.ConceptOnly, "--concept-only"},
		{q.Superseded, "--superseded"}, {q.Sort != "", "--sort " + string(q.Sort)},
	} {
		if option.set {
			parts = append(parts, option.text)
		}
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func notEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
