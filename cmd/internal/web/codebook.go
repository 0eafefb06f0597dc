package web

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/tag"
)

// codebookPage is one theme of the codebook, and what the book sees in a text.
type codebookPage struct {
	Hash   corpus.Hash
	Themes []themeQuality
	// Theme is the one shown, Label its name and Official whether that is the
	// Union's own wording.
	Theme    codebook.Theme
	Official bool
	Quality  workspace.Quality
	Concepts []conceptRow
	// Languages are those of the phrases.
	Languages []string
	Try       *tried
	// TryText is what stands in the box.
	TryText string
}

// themeQuality is a theme in the list, with what review says of it.
type themeQuality struct {
	Theme   corpus.Theme
	Quality workspace.Quality
	Current bool
}

// conceptRow is a concept with its weight on the theme, in thousandths.
type conceptRow struct {
	codebook.Concept
	Weight int
}

// tried is what is claimed of a text that somebody tries.
type tried struct {
	Language string
	Spans    []span
	Claims   []corpus.Claim
}

// longestTry bounds a text that is tried, in bytes.
const longestTry = 20_000

func (s *Server) codebook(r *http.Request) (response, error) {
	book := s.options.Workspace.Book
	page := codebookPage{Hash: book.Hash(), Languages: interfaceLanguages()}
	theme := corpus.Theme(1)
	if n, err := strconv.Atoi(r.FormValue("theme")); err == nil && corpus.Theme(n).Valid() {
		theme = corpus.Theme(n)
	}
	log, err := s.options.Workspace.Store.Decisions(r.Context())
	if err != nil {
		return nil, err
	}
	qualities := workspace.Qualities(corpus.Standing(log))
	for _, t := range book.Themes() {
		page.Themes = append(page.Themes, themeQuality{t.Number, qualities[t.Number], t.Number == theme})
		if t.Number == theme {
			page.Theme, page.Official, page.Quality = t, book.Official(theme, s.language(r)), qualities[theme]
		}
	}
	page.Concepts = conceptsOf(book, theme)
	page.TryText = strings.TrimSpace(r.FormValue("text"))
	page.Try, err = s.try(r.Context(), page.TryText)
	return view{name: "codebook", page: page}, err
}

// conceptsOf are the concepts that speak for or against a theme, the strongest
// first.
func conceptsOf(book *codebook.Book, theme corpus.Theme) []conceptRow {
	var out []conceptRow
	for _, c := range book.Concepts() {
		if w := c.Weights[theme]; w != 0 {
			out = append(out, conceptRow{c, w})
		}
	}
	slices.SortStableFunc(out, func(a, b conceptRow) int { return b.Weight - a.Weight })
	return out
}

// try tags a text as if it were a passage.
func (s *Server) try(ctx context.Context, text string) (*tried, error) {
	if text == "" {
		return nil, nil
	}
	if len(text) > longestTry {
		return nil, corpus.Errorf(corpus.CodeUsage, "a text to try has at most %d bytes", longestTry)
	}
	passages := []corpus.Passage{{Role: corpus.RoleBody, Text: strings.ToValidUTF8(text, "\uFFFD")}}
	corpus.AssignIDs("try", passages)
	tagger, err := s.options.Workspace.Tagger()
	if err != nil {
		return nil, err
	}
	claims, err := tagger.Tag(ctx, passages, tag.Context{})
	if err != nil {
		return nil, err
	}
	out := &tried{Language: passages[0].Language}
	for _, c := range claims {
		if c.About != corpus.AboutAct {
			out.Claims = append(out.Claims, c)
		}
	}
	out.Spans = spansOf(passages[0].Text, nil, spoken(passages[0].Text, out.Claims))
	return out, nil
}
