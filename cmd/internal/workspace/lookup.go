package workspace

import (
	"context"
	"fmt"
	"path"
)

// Lookup holds what a report may cite: the answer to compare.Check.
type Lookup struct {
	texts       map[string]string
	refs, files map[string]bool
}

// Lookup reads what a report may cite from the store. It reads every passage
// once, for a report cites most of them.
func (w *Workspace) Lookup(ctx context.Context) (*Lookup, error) {
	l := &Lookup{texts: map[string]string{}, refs: map[string]bool{}, files: map[string]bool{}}
	renditions, err := w.Store.Renditions(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range renditions {
		l.refs[r.Ref], l.files[r.File] = true, true
		passages, err := w.Store.Passages(ctx, r.Ref)
		if err != nil {
			return nil, err
		}
		for _, p := range passages {
			l.texts[p.ID] = p.Text
			l.texts[fmt.Sprintf("withheld/%s#%d", r.Hash.Short(), p.Ordinal)] = p.Text // as a report without names cites it
		}
	}
	unread, err := w.Store.Unread(ctx)
	for _, line := range unread {
		l.files[path.Base(line.File)] = true
	}
	return l, err
}

// Passage gives the stored text of a passage.
func (l *Lookup) Passage(id string) (string, bool) {
	text, ok := l.texts[id]
	return text, ok
}

// Document reports whether a rendition has this reference.
func (l *Lookup) Document(ref string) bool {
	return l.refs[ref]
}

// File reports whether the ledger knows a file of this name.
func (l *Lookup) File(name string) bool {
	return l.files[name]
}
