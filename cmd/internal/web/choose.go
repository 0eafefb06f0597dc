package web

import (
	"context"
	"net/http"
	"net/url"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// choosing lets somebody collect passages for the report.
type choosing struct {
	// May is set for who may; Here is the page's address, to come back to.
	May  bool
	Here string
	// Swap selects the part of the page that is exchanged, "" where the page's own
	// rules say.
	Swap string
	// Count is how many passages are chosen, Path the report with them.
	Count int
	Path  string

	chosen map[corpus.Hash]bool // by work and words
}

// choosing reads what the user has chosen.
func (s *Server) choosing(ctx context.Context, here string) (choosing, error) {
	user := access.From(ctx)
	c := choosing{May: user.May(access.Analyst), Here: here}
	if !c.May {
		return c, nil
	}
	list, err := s.options.Workspace.Choice(ctx, user.Name)
	c.Count, c.Path, c.chosen = len(list), reportWith(user.Name), make(map[corpus.Hash]bool, len(list))
	for _, h := range list {
		c.chosen[h] = true
	}
	return c, err
}

// Has reports whether a hit is chosen.
func (c choosing) Has(h corpus.Hit) bool {
	symbol, _, err := corpus.ParseSymbol(h.Symbol)
	return err == nil && c.has(symbol.Work(), h.Text)
}

func (c choosing) has(work, text string) bool {
	return len(c.chosen) > 0 && c.chosen[compare.ChoiceOf(work, corpus.HashOf([]byte(text)))]
}

// mark says of passages of a work whether they are chosen.
func (c choosing) mark(passages []shownPassage, work string) {
	for i := range passages {
		p := &passages[i]
		p.MayChoose = c.May && p.Cited()
		p.Chosen = p.MayChoose && c.has(work, p.Text)
	}
}

// choose adds a passage to those that the user has chosen, or takes it out.
func (s *Server) choose(r *http.Request) (response, error) {
	ctx, w := r.Context(), s.options.Workspace
	user := access.From(ctx).Name
	back := redirect{localPath(r.PostFormValue("back"))}
	if id := r.PostFormValue("drop"); id != "" {
		return back, w.Unchoose(ctx, user, id)
	}
	id := r.PostFormValue("add")
	ref, _ := splitID(id)
	if _, err := s.document(ctx, ref); err != nil { // or it is not his to see
		return nil, err
	}
	return back, w.Choose(ctx, user, id)
}

// reportWith is the report that quotes what a reader has chosen.
func reportWith(reader string) string { return "/report?" + url.Values{"chosen": {reader}}.Encode() }

// basket is what the user has chosen, on the report's page.
type basket struct {
	// By is whose it is.
	By    string
	Items []basketItem
	// In is set where the report quotes them, Left is how many of them it cannot.
	In   bool
	Left int
	Here string
}

// basketItem is a passage chosen, where it now stands.
type basketItem struct {
	workspace.Chosen
	Label string
}

// basket lists what the user has chosen and may see.
func (s *Server) basket(ctx context.Context, o reportAsk) (basket, error) {
	user := access.From(ctx)
	b := basket{By: user.Name, In: o.by == user.Name && len(o.Chosen) > 0}
	if !user.May(access.Analyst) {
		return b, nil
	}
	list, err := s.options.Workspace.Chosen(ctx, user.Name)
	if err != nil {
		return b, err
	}
	for _, c := range list {
		item := basketItem{Chosen: c}
		if c.Now != nil {
			item.Label = compare.PlaceLabel(*c.Now)
			if _, err := s.document(ctx, c.In.Ref); corpus.ErrorCode(err) == corpus.CodeNotFound {
				continue // it is not his to see any more
			} else if err != nil {
				return b, err
			}
		}
		b.Items = append(b.Items, item)
	}
	return b, nil
}
