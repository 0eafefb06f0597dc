package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"rapporteur/corpus"
)

// submissionPage is a document: the page as it was received and, beside it, the
// passages with what is claimed of them.
type submissionPage struct {
	Ref, Title string
	Reading    corpus.Reading
	// Submissions are the acts of sending it.
	Submissions []corpus.Submission
	Versions    []version
	Header      []headerField
	// Edit corrects the header; nil for who may not.
	Edit *headerForm
	// Choosing collects passages for the report.
	Choosing choosing
	// Sheet is the page shown; nil for formats without pages.
	Sheet *leaf
	// Changes is what this version changed, nil where it replaces none.
	Changes  *corpus.Revision
	Removed  []removedPassage
	Passages []shownPassage
	// Pager leads through a long document.
	Pager  pager
	Themes []themeCount
}

// removedPassage is a paragraph that the version before had.
type removedPassage struct{ ID, Text string }

// themeCount is how many passages of a document are on a theme.
type themeCount struct {
	Theme corpus.Theme
	Count int
}

func (s *Server) submission(r *http.Request) (response, error) {
	d, err := s.document(r.Context(), r.PathValue("ref"))
	if err != nil {
		return nil, err
	}
	page := submissionPage{
		Ref: d.Rendition.Ref, Title: d.Rendition.Header.Title.Value, Reading: d.Reading, Submissions: d.Submissions,
		Versions: d.versions(), Header: headerFields(d.Rendition.Header),
	}
	if page.Edit, err = s.headerForm(r.Context(), d); err != nil {
		return nil, err
	}
	at := r.URL.Query().Get("at")
	rev, old, err := s.revision(r.Context(), d)
	if err != nil {
		return nil, err
	}
	page.Changes = rev
	part := excerptOf(r.URL.Query(), d.Passages)
	page.Pager = part.pager(page.Ref, len(d.Passages))
	page.Passages, page.Removed = shownPassages(part.of(d.Reading), rev, old, at)
	if part.number < part.parts {
		page.Removed = nil // they stand at the end
	}
	if page.Choosing, err = s.choosing(r.Context(), documentPath(page.Ref)); err != nil {
		return nil, err
	}
	page.Choosing.Swap = ".passages"
	page.Choosing.mark(page.Passages, d.Rendition.Symbol.Work())
	page.Themes = countThemes(d.Reading)
	page.Sheet, err = s.leaf(r.Context(), d, part, sheetNumber(r.URL.Query(), page.Passages), at)
	return view{name: "submission", page: page}, err
}

// sheetNumber is the page that is asked for, else the one on which the passage
// asked for begins, or the part asked for, else the first.
func sheetNumber(v url.Values, passages []shownPassage) int {
	if n, err := strconv.Atoi(v.Get("page")); err == nil && n > 0 {
		return n
	}
	for _, p := range passages {
		if p.At && p.Page > 0 {
			return p.Page
		}
	}
	if v.Has("part") && len(passages) > 0 {
		return max(1, passages[0].Page)
	}
	return 1
}

// leaf is one page as drawn, with where its passages stand on it.
type leaf struct {
	Ref           string
	Number, Pages int
	// Width and Height are in points, as the boxes.
	Width, Height  float32
	Image          string
	Previous, Next string
	Boxes          []box
	// Failed is set where the page cannot be drawn.
	Failed bool
}

// box is a rectangle of a passage, origin top left.
type box struct {
	Passage             string
	X, Y, Width, Height float32
	At, Tagged          bool
	// First is set on the passage's first box on the page: the only one that
	// keys stop at.
	First bool
	// Path leads to the passage.
	Path string
}

// leaf draws a page; nil where the document has none.
func (s *Server) leaf(ctx context.Context, d document, part excerpt, number int, at string) (*leaf, error) {
	r := d.Rendition
	if r.MediaType != "application/pdf" || r.Pages == 0 || s.options.Drawer == nil {
		return nil, nil
	}
	number = min(number, r.Pages)
	out := &leaf{Ref: r.Ref, Number: number, Pages: r.Pages, Image: "/page/" + strconv.Itoa(number) + documentPath(r.Ref)[len("/submission"):]}
	if number > 1 {
		out.Previous = part.address(r.Ref, part.number, number-1)
	}
	if number < r.Pages {
		out.Next = part.address(r.Ref, part.number, number+1)
	}
	p, err := s.pagePicture(ctx, r, number)
	if corpus.ErrorCode(err) == corpus.CodeNotFound {
		out.Failed = true
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	out.Width, out.Height = p.width, p.height
	out.Boxes = boxesOn(d.Reading, part, number, p.height, at)
	return out, nil
}

// boxesOn are the boxes of a sheet. They lead to the passages beside it, and those
// of passages that the page does not show to the page that does.
func boxesOn(r corpus.Reading, part excerpt, number int, height float32, at string) []box {
	tagged := make(map[string]bool)
	for _, c := range r.Claims {
		tagged[c.Passage] = tagged[c.Passage] || c.About == corpus.AboutTheme && c.Status.Counts()
	}
	var out []box
	for i, p := range r.Passages {
		first, path := true, "#"+anchorOf(p.ID)
		if i < part.from || i >= part.to {
			path = passagePath(p.ID)
		}
		for _, b := range p.Boxes {
			if b.Page != number {
				continue
			}
			out = append(out, box{
				Passage: p.ID, X: b.Left - 2, Y: height - b.Top - 2, Width: b.Right - b.Left + 4, Height: b.Top - b.Bottom + 4,
				At: labelOf(p.ID) == at, Tagged: tagged[p.ID], First: first, Path: path,
			})
			first = false
		}
	}
	return out
}

func countThemes(r corpus.Reading) []themeCount {
	counts := make(map[corpus.Theme]int)
	for _, c := range r.Claims {
		if c.About == corpus.AboutTheme && c.Status.Counts() {
			counts[c.Theme]++
		}
	}
	var out []themeCount
	for _, t := range corpus.Themes() {
		if counts[t] > 0 {
			out = append(out, themeCount{t, counts[t]})
		}
	}
	return out
}
