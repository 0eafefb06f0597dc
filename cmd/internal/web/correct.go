package web

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline"
)

// headerForm is the form that corrects a document's header.
type headerForm struct {
	Ref    string
	Fields []corpus.FieldEdit
	// Standing are the corrections that can be taken back, the latest first.
	Standing []corpus.Decision
}

// headerForm is nil for who may not correct.
func (s *Server) headerForm(ctx context.Context, d document) (*headerForm, error) {
	if !access.From(ctx).May(access.Analyst) {
		return nil, nil
	}
	log, err := s.options.Workspace.Store.HeaderDecisions(ctx, d.Rendition.Hash)
	if err != nil {
		return nil, err
	}
	form := &headerForm{Ref: d.Rendition.Ref, Fields: pipeline.Fields(d.Rendition.Header), Standing: corpus.StandingHeaders(log)}
	slices.Reverse(form.Standing)
	return form, nil
}

// correct corrects a header, or takes a correction back, and shows the document
// under the reference that it then has.
func (s *Server) correct(r *http.Request) (response, error) {
	ctx := r.Context()
	d, err := s.document(ctx, r.PathValue("ref"))
	if err != nil {
		return nil, err
	}
	who := access.From(ctx).Name
	if undo := r.PostFormValue("undo"); undo != "" {
		seq, err := strconv.Atoi(undo)
		log, logErr := s.options.Workspace.Store.HeaderDecisions(ctx, d.Rendition.Hash)
		if logErr != nil {
			return nil, logErr
		}
		if err != nil || !slices.ContainsFunc(log, func(d corpus.Decision) bool { return d.Seq == seq }) {
			return nil, corpus.Errorf(corpus.CodeUsage, "%s has no correction %q", d.Rendition.Ref, undo)
		}
		if _, err := s.options.Jobs.UndoCorrection(ctx, who, seq); err != nil {
			return nil, err
		}
		return s.corrected(ctx, d)
	}
	in := workspace.Correction{Reader: who, Ref: d.Rendition.Ref, Note: strings.TrimSpace(r.PostFormValue("note"))}
	if len(in.Note) > longestNote {
		return nil, corpus.Errorf(corpus.CodeUsage, "a note has at most %d bytes", longestNote)
	}
	if in.Set, err = s.changedFields(r, d); err != nil {
		return nil, err
	}
	if _, err := s.options.Jobs.Correct(ctx, in); err != nil {
		return nil, err
	}
	return s.corrected(ctx, d)
}

// corrected leads to the document where it now is.
func (s *Server) corrected(ctx context.Context, d document) (response, error) {
	now, ok, err := s.options.Workspace.Store.RenditionByHash(ctx, d.Rendition.Hash)
	if err != nil || !ok {
		return nil, err
	}
	return redirect{documentPath(now.Ref)}, nil
}

// changedFields are the fields of the form that are not as they were shown.
func (s *Server) changedFields(r *http.Request, d document) (map[string]string, error) {
	set := make(map[string]string)
	for _, f := range pipeline.Fields(d.Rendition.Header) {
		value := strings.TrimSpace(r.PostFormValue(f.Name))
		if r.PostForm.Has(f.Name) && value != f.Before {
			set[f.Name] = value
		}
	}
	set, err := s.options.Workspace.CheckFields(set)
	if err != nil {
		return nil, err
	}
	return set, s.mayMove(r.Context(), set)
}

// mayMove refuses to take a document where the user could not see it.
func (s *Server) mayMove(ctx context.Context, set map[string]string) error {
	user := access.From(ctx)
	if user.SeesAll() {
		return nil
	}
	meeting := set["meeting"]
	if symbol, _, err := corpus.ParseSymbol(set["symbol"]); err == nil {
		if meeting == "" {
			meeting = symbol.Series
		}
		subs, err := s.options.Workspace.Store.SubmissionsOf(ctx, symbol.Work())
		if err != nil {
			return err
		}
		if len(subs) > 0 && !user.SeesAny(subs) {
			return corpus.Errorf(corpus.CodeNotFound, "no document %s", symbol)
		}
	}
	if meeting != "" && !user.Sees(meeting) {
		return corpus.Errorf(corpus.CodeNotFound, "no meeting %s that you may see", meeting)
	}
	return nil
}
