package web

import (
	"cmp"
	"context"
	"slices"

	"rapporteur/cmd/internal/access"
	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// document is a rendition with what belongs to it in the corpus.
type document struct {
	corpus.Reading
	Submissions []corpus.Submission
	// siblings are the other renditions of the work, this one among them.
	siblings []corpus.Rendition
}

// document finds a rendition. One that the person may not see is not there.
func (s *Server) document(ctx context.Context, ref string) (document, error) {
	store := s.options.Workspace.Store
	reading, err := store.Reading(ctx, ref)
	if err != nil {
		return document{}, err
	}
	d := document{Reading: reading}
	work := reading.Rendition.Symbol.Work()
	if d.Submissions, err = store.SubmissionsOf(ctx, work); err != nil {
		return d, err
	}
	if !access.From(ctx).SeesAny(d.Submissions) {
		return document{}, corpus.Errorf(corpus.CodeNotFound, "no document %s", ref)
	}
	d.siblings, err = store.RenditionsOf(ctx, work)
	return d, err
}

// version is one entry of the switch between versions and renditions.
type version struct {
	Ref, Language, MediaType string
	// Revision is the part of the symbol after the work's, "" for the original.
	Revision string
	Current  bool // it is the one shown
	Copy     bool
}

// versions are the work's renditions: by revision, then by language and format.
func (d document) versions() []version {
	list := slices.Clone(d.siblings)
	slices.SortStableFunc(list, func(a, b corpus.Rendition) int {
		return cmp.Or(cmp.Compare(a.Symbol.Branch(), b.Symbol.Branch()), a.Symbol.Revision()-b.Symbol.Revision(), cmp.Compare(a.Ref, b.Ref))
	})
	var out []version
	for _, r := range list {
		out = append(out, version{
			Ref: r.Ref, Language: r.Language, MediaType: r.MediaType, Revision: r.Symbol.Suffix,
			Current: r.Ref == d.Rendition.Ref, Copy: r.Copy,
		})
	}
	return out
}

// revision compares the text with the latest version before it in the same
// language; nil where there is none. old gives the paragraphs of that version.
func (s *Server) revision(ctx context.Context, d document) (*corpus.Revision, map[string]string, error) {
	now := d.Rendition.Symbol
	var before *corpus.Rendition
	for i, r := range d.siblings {
		earlier := r.Symbol.Branch() == now.Branch() && r.Symbol.Revision() < now.Revision() && r.Language == d.Rendition.Language && !r.Copy
		if earlier && (before == nil || r.Symbol.Revision() > before.Symbol.Revision()) {
			before = &d.siblings[i]
		}
	}
	if before == nil {
		return nil, nil, nil
	}
	old, err := s.options.Workspace.Store.Reading(ctx, before.Ref)
	if err != nil {
		return nil, nil, err
	}
	texts := make(map[string]string, len(old.Passages))
	for _, p := range old.Passages {
		texts[p.ID] = p.Text
	}
	rev := compare.Versions(&old, &d.Reading)
	return &rev, texts, nil
}
