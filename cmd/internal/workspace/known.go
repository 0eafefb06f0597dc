package workspace

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/index/query"
)

// Check gives a query with its sources, groups and languages as the index has
// them, whatever name they were given by. What is not known is
// [corpus.CodeUsage], with the nearest that is; in the text the error points at
// it. A source that is known and has submitted nothing is no error.
func (w *Workspace) Check(ctx context.Context, q corpus.Query) (corpus.Query, error) {
	v := &vocabulary{ctx: ctx, w: w}
	node, err := query.ParseWith(q.Text, v)
	if err != nil {
		return q, cmp.Or(v.err, err)
	}
	if _, everything := node.(query.All); !everything {
		q.Text = node.String()
	}
	for _, f := range []struct {
		name   string
		values *[]string
	}{{"source", &q.Sources}, {"group", &q.Groups}} {
		if *f.values, err = v.all(f.name, *f.values); err != nil {
			return q, err
		}
	}
	if q.Language != "" {
		one, err := v.all("lang", []string{q.Language})
		if err != nil {
			return q, err
		}
		q.Language = one[0]
	}
	for _, err := range []error{
		fixed("theme", numbers(q.Themes)), fixed("kind", q.Kinds), fixed("act", q.Acts),
		fixed("status", q.Statuses), fixed("region", q.Regions),
	} {
		if err != nil {
			return q, err
		}
	}
	return q, v.err
}

// fixed checks values against the list that their field has.
func fixed[T ~string](field string, values []T) error {
	list, _ := query.Fixed(field)
	for _, value := range values {
		if v := string(value); !slices.Contains(list, strings.ToLower(v)) {
			return corpus.Errorf(corpus.CodeUsage, "%s %q is not known%s: use %s", field, v, meant(query.Nearest(v, list)), strings.Join(list, ", "))
		}
	}
	return nil
}

func meant(near string) string {
	if near == "" {
		return ""
	}
	return fmt.Sprintf(", did you mean %q?", near)
}

func numbers(themes []corpus.Theme) []string {
	out := make([]string, len(themes))
	for i, t := range themes {
		out[i] = fmt.Sprint(int(t))
	}
	return out
}

// vocabulary is what the workspace knows by name: its registry, and whoever
// else has submitted.
type vocabulary struct {
	ctx context.Context
	w   *Workspace
	// sources and languages are those in the corpus, read when first needed.
	sources   map[string]corpus.SourceKind
	languages []string
	err       error
}

// all gives values of a field as the index has them.
func (v *vocabulary) all(field string, values []string) ([]string, error) {
	var out []string
	for _, value := range values {
		canonical, hint, ok := v.Value(field, value)
		switch {
		case strings.HasSuffix(value, "*"):
			canonical = value
		case v.err != nil:
			return nil, v.err
		case !ok:
			return nil, corpus.Errorf(corpus.CodeUsage, "%s %q is not known%s", field, value, hint)
		}
		out = append(out, canonical)
	}
	return out, nil
}

// Value checks one value: see [query.Vocabulary].
func (v *vocabulary) Value(field, value string) (canonical, hint string, ok bool) {
	switch field {
	case "source", "group":
		return v.source(field, value)
	case "lang":
		return v.language(value)
	}
	return value, "", true
}

// source takes an ID, a code or a name in any language.
func (v *vocabulary) source(field, value string) (canonical, hint string, ok bool) {
	kinds := map[bool]string{true: "group", false: "source"}
	id, kind, ok := v.find(value)
	switch {
	case !ok:
		near := query.Nearest(value, v.names(field))
		return "", meant(near) + ` "rapporteur list members" names them`, false
	case kinds[kind == corpus.SourceGroup] != field:
		return "", fmt.Sprintf(": %s is a %s, so ask for %s:%s", id, kinds[kind == corpus.SourceGroup], kinds[kind == corpus.SourceGroup], id), false
	}
	return id, "", true
}

func (v *vocabulary) find(value string) (id string, kind corpus.SourceKind, ok bool) {
	if s, ok := v.w.Members.Source(strings.ToUpper(value)); ok {
		return s.ID, s.Kind, true
	}
	if s, ok := v.w.Members.Resolve(value); ok {
		return s.ID, s.Kind, true
	}
	v.read()
	for id, kind := range v.sources {
		if strings.EqualFold(id, value) {
			return id, kind, true
		}
	}
	return "", "", false
}

// names are the IDs and English names that a value may have been meant to be.
func (v *vocabulary) names(field string) []string {
	var out []string
	for _, e := range v.w.Members.Entries("") {
		if (e.Kind == corpus.SourceGroup) == (field == "group") {
			out = append(out, e.ID)
		}
	}
	out = append(out, slices.Sorted(maps.Keys(v.sources))...)
	for _, e := range v.w.Members.Entries("") {
		if (e.Kind == corpus.SourceGroup) == (field == "group") {
			out = append(out, e.Names["en"])
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(min(len(a), 4), min(len(b), 4)) })
	return out
}

func (v *vocabulary) language(value string) (canonical, hint string, ok bool) {
	value = strings.ToLower(value)
	if slices.Contains(corpus.Languages, value) {
		return value, "", true
	}
	v.read()
	if slices.Contains(v.languages, value) {
		return value, "", true
	}
	return "", fmt.Sprintf("%s: use %s", meant(query.Nearest(value, corpus.Languages)), strings.Join(slices.Sorted(slices.Values(corpus.Languages)), ", ")), false
}

// read reads who has submitted, and in which languages.
func (v *vocabulary) read() {
	if v.sources != nil || v.err != nil {
		return
	}
	v.sources, v.languages, v.err = v.w.submitters.read(v.ctx, v.w.Store)
}

// submitters are who has submitted, and in which languages, kept for the state
// of the corpus that they were read from.
type submitters struct {
	mu        sync.Mutex
	version   string
	sources   map[string]corpus.SourceKind
	languages []string
}

// read gives them as the corpus stands. They are not the caller's to change.
func (k *submitters) read(ctx context.Context, s *store.Store) (map[string]corpus.SourceKind, []string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	version, err := s.Version(ctx) // first: what changes while we read is read again
	if err != nil || k.sources != nil && version == k.version {
		return k.sources, k.languages, err
	}
	subs, err := s.Submissions(ctx)
	if err != nil {
		return nil, nil, err
	}
	status, err := s.Status(ctx)
	if err != nil {
		return nil, nil, err
	}
	sources, languages := map[string]corpus.SourceKind{}, []string{"und"} // passages in a language that is not recognised
	for _, sub := range subs {
		for _, src := range slices.Concat(sub.Sources, sub.OnBehalfOf) {
			sources[src.ID] = src.Kind
		}
	}
	for language := range status.Languages {
		languages = append(languages, language)
	}
	k.version, k.sources, k.languages = version, sources, languages
	return sources, languages, nil
}
