package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// reviewPage is one passage of the queue, with what waits behind it.
type reviewPage struct {
	Ask reviewAsk
	// Waiting is how many passages wait, Today how many decisions the reader has
	// taken today (UTC).
	Waiting, Today int
	// Item is the passage to decide on, nil where none waits.
	Item *reviewItem
	// Previous and Next are the addresses of its neighbours in the queue.
	Previous, Next string
	Agreement      []workspace.Agreement
	// Last is the reader's last standing decision, which undo takes back.
	Last *corpus.Decision
}

// reviewAsk is what the page's address says.
type reviewAsk struct {
	Theme    corpus.Theme
	Language string
	// Second asks for what others have decided on and this reader has not.
	Second bool
	// At is the passage to show, "" for the least certain.
	At string
}

// reviewItem is a passage with its neighbours and what is claimed of it.
type reviewItem struct {
	shownPassage
	Symbol, Title string
	Sources       []string
	Before, After []corpus.Passage
	Questions     []question
	Kinds         []corpus.Kind
}

// question is a claim about a theme that can be accepted or rejected.
type question struct {
	corpus.Claim
	// Own is what the reader has decided on it, "" for nothing.
	Own corpus.DecisionAction
	// Current is set on the one that the keys A and R answer.
	Current bool
}

func parseReview(v url.Values) reviewAsk {
	a := reviewAsk{Language: v.Get("language"), Second: v.Get("second") == "1", At: v.Get("at")}
	a.Theme, _ = corpus.ParseTheme(v.Get("theme"))
	if corpus.LanguageLetter(a.Language) == "" {
		a.Language = ""
	}
	return a
}

// Address is the page's address with another passage.
func (a reviewAsk) Address(at string) string {
	v := url.Values{}
	if a.Theme != 0 {
		v.Set("theme", themeID(a.Theme))
	}
	if a.Language != "" {
		v.Set("language", a.Language)
	}
	if a.Second {
		v.Set("second", "1")
	}
	if at != "" {
		v.Set("at", at)
	}
	if len(v) == 0 {
		return "/review"
	}
	return "/review?" + v.Encode()
}

func (s *Server) review(r *http.Request) (response, error) {
	ctx, a := r.Context(), parseReview(r.URL.Query())
	user := access.From(ctx)
	page := reviewPage{Ask: a}
	queue, err := s.queue(ctx, a)
	if err != nil {
		return nil, err
	}
	page.Waiting = len(queue)
	log, err := s.options.Workspace.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	standing := corpus.Standing(log)
	page.Agreement = workspace.Agreements(standing)
	today := time.Now().UTC().Format(time.DateOnly)
	for i, d := range standing {
		if d.Reader == user.Name {
			page.Last = &standing[i]
			if d.Time >= today {
				page.Today++
			}
		}
	}
	if err := s.placeIn(ctx, &page, queue, standing); err != nil {
		return nil, err
	}
	v := view{name: "review", page: page}
	if r.Header.Get("HX-Request") != "" {
		v.part = "reviewing"
	}
	return v, nil
}

// placeIn finds the passage asked for in the queue, or takes the first.
func (s *Server) placeIn(ctx context.Context, page *reviewPage, queue []workspace.Doubtful, standing []corpus.Decision) error {
	id := page.Ask.At
	if id == "" && len(queue) > 0 {
		id = queue[0].Passage
	}
	if id == "" {
		return nil
	}
	in := slices.IndexFunc(queue, func(w workspace.Doubtful) bool { return w.Passage == id })
	switch {
	case in >= 0 && in+1 < len(queue):
		page.Next = page.Ask.Address(queue[in+1].Passage)
	case in < 0 && len(queue) > 0: // decided already: on to what waits
		page.Next = page.Ask.Address("")
	}
	if in > 0 {
		page.Previous = page.Ask.Address(queue[in-1].Passage)
	}
	item, err := s.reviewItem(ctx, id, standing, page.Ask)
	page.Item = item
	return err
}

// neighbours is how many passages are shown before and after.
const neighbours = 2

// reviewItem gathers what a decision needs to be seen with.
func (s *Server) reviewItem(ctx context.Context, id string, standing []corpus.Decision, a reviewAsk) (*reviewItem, error) {
	ref, _ := splitID(id)
	d, err := s.document(ctx, ref)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(d.Passages, func(p corpus.Passage) bool { return p.ID == id })
	if i < 0 {
		return nil, corpus.Errorf(corpus.CodeNotFound, "%s has no paragraph %s", ref, id)
	}
	p := d.Passages[i]
	item := &reviewItem{
		shownPassage: shownPassage{Passage: p}, Symbol: d.Rendition.Symbol.String(), Title: d.Rendition.Header.Title.Value,
		Before: d.Passages[max(0, i-neighbours):i], After: d.Passages[i+1 : min(len(d.Passages), i+1+neighbours)], Kinds: corpus.Kinds(),
	}
	for _, sub := range d.Submissions {
		for _, src := range sub.Sources {
			if !slices.Contains(item.Sources, src.ID) {
				item.Sources = append(item.Sources, src.ID)
			}
		}
	}
	var claims []corpus.Claim
	for _, c := range d.Claims {
		if c.Passage == id {
			claims = append(claims, c)
		}
	}
	item.take(claims)
	item.Questions = questions(item.Themes, ownDecisions(standing, access.From(ctx).Name, d.Rendition.Symbol.Work(), p.Text), a.Theme)
	item.Spans = spansOf(p.Text, nil, spoken(p.Text, item.Themes))
	return item, nil
}

// ownDecisions are what a reader has decided on a paragraph, by subject.
func ownDecisions(standing []corpus.Decision, reader, work, text string) map[corpus.Subject]corpus.DecisionAction {
	hash := corpus.HashOf([]byte(text))
	out := make(map[corpus.Subject]corpus.DecisionAction)
	for _, d := range standing {
		if d.Reader == reader && d.Work == work && d.Text == hash {
			out[d.Subject] = d.Action
		}
	}
	return out
}

// questions are the claims about themes, the least certain first; the first
// without an answer is the current one. Where one theme is reviewed, it comes
// first.
func questions(claims []corpus.Claim, own map[corpus.Subject]corpus.DecisionAction, theme corpus.Theme) []question {
	var out []question
	for _, c := range claims {
		out = append(out, question{Claim: c, Own: own[corpus.Subject{About: corpus.AboutTheme, Theme: c.Theme}]})
	}
	slices.SortStableFunc(out, func(a, b question) int {
		if first := (b.Theme == theme) != (a.Theme == theme); theme != 0 && first {
			if a.Theme == theme {
				return -1
			}
			return 1
		}
		return workspace.Distance(a.Score) - workspace.Distance(b.Score)
	})
	for i := range out {
		if out[i].Own == "" {
			out[i].Current = true
			break
		}
	}
	return out
}

// spoken is the evidence for any of the claims, but where an analyst's claim points to
// all of the text.
func spoken(text string, claims []corpus.Claim) []corpus.Evidence {
	var out []corpus.Evidence
	for _, c := range claims {
		for _, e := range c.Evidence {
			if e.End-e.Start < len(text) {
				out = append(out, e)
			}
		}
	}
	return out
}
