package workspace

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// maxName bounds the name of a saved search, in characters.
const maxName = 80

// SaveSearch keeps a query under a name, without the page it was on.
func (w *Workspace) SaveSearch(ctx context.Context, name string, q corpus.Query) error {
	name = strings.TrimSpace(name)
	if name == "" || utf8.RuneCountInString(name) > maxName || strings.ContainsFunc(name, unicode.IsControl) {
		return corpus.Errorf(corpus.CodeUsage, "%q is no name for a search: give 1 to %d characters on one line", name, maxName)
	}
	q.After, q.Offset, q.Explain = "", 0, false
	return w.Store.SaveSearch(ctx, store.SavedSearch{Name: name, Query: q})
}

// SavedSearch gives the query kept under a name, narrowed by another: words are
// added, and a filter that the other has takes the place of the same filter.
func (w *Workspace) SavedSearch(ctx context.Context, name string, more corpus.Query) (corpus.Query, error) {
	q, err := w.Store.SavedSearch(ctx, strings.TrimSpace(name))
	if err != nil {
		return q, err
	}
	switch {
	case q.Text == "":
		q.Text = more.Text
	case more.Text != "":
		q.Text = "(" + q.Text + ") (" + more.Text + ")"
	}
	instead(&q.Themes, more.Themes)
	instead(&q.Sources, more.Sources)
	instead(&q.Groups, more.Groups)
	instead(&q.Regions, more.Regions)
	instead(&q.Meetings, more.Meetings)
	instead(&q.Kinds, more.Kinds)
	instead(&q.Acts, more.Acts)
	instead(&q.Statuses, more.Statuses)
	if more.Language != "" {
		q.Language = more.Language
	}
	if more.Like != "" {
		q.Like = more.Like
	}
	if more.Sort != "" {
		q.Sort = more.Sort
	}
	q.AllLanguages, q.ConceptOnly = q.AllLanguages || more.AllLanguages, q.ConceptOnly || more.ConceptOnly
	q.Superseded = q.Superseded || more.Superseded
	q.After, q.Offset, q.Limit, q.Explain = more.After, more.Offset, more.Limit, more.Explain
	return q, nil
}

func instead[T any](list *[]T, other []T) {
	if len(other) > 0 {
		*list = other
	}
}

// Remember adds a search to the history, unless the settings or the workspace's
// modes forbid it. Further pages of a result are no searches.
func (w *Workspace) Remember(ctx context.Context, q corpus.Query, total int) error {
	s, err := ReadSettings(w.Dir)
	if err != nil || s.History == historyOff || w.Store.ReadOnly() || q.After != "" || q.Offset > 0 {
		return err
	}
	q.Limit, q.Explain = 0, false
	return w.Store.Remember(ctx, store.Searched{Time: time.Now().UTC().Format(time.RFC3339), Query: q, Total: total})
}
