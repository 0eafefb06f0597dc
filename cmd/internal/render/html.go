package render

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"slices"

	"rapporteur/cmd/internal/render/shown"
	"rapporteur/corpus"
)

//go:embed report.html.tmpl
var reportTemplate string

//go:embed report.css
var reportStyle string

// HTML writes the report as one file that asks nothing of the network and
// works without scripts.
func HTML(w io.Writer, r corpus.Report) error {
	cites := citationsOf(r)
	t, err := template.New("report").Funcs(template.FuncMap{
		"grouped":   cites.grouped,
		"anchor":    anchorOf,
		"direction": Direction,
		"heading":   isA[corpus.Heading],
		"paragraph": isA[corpus.Paragraph],
		"quotation": isA[corpus.Quotation],
		"table":     isA[corpus.Table],
		"mark":      func(s corpus.CellState) string { return stateMarks[s] },
		"legend":    legend,
		"matrix":    isMatrix,
		"heat":      func(t corpus.Table) heat { return heatOf(t, r) },
		"timeline":  func() timeline { return timelineOf(r) },
		"bare":      bare,
		"linked": func(c corpus.TableCell) bool {
			if len(c.Cites) != 1 {
				return false
			}
			_, passage := cites[c.Cites[0]]
			return passage
		},
		"words":  func() words { return wordsFor(r.Language) },
		"recipe": func() (string, error) { return recipe(r) },
	}).Parse(reportTemplate)
	if err != nil {
		return fmt.Errorf("report template: %w", err)
	}
	return t.Execute(w, struct {
		corpus.Report
		Style template.CSS
	}{r, template.CSS(reportStyle)})
}

// recipe is by what the report is made again, for who proves the page.
func recipe(r corpus.Report) (string, error) {
	data, err := json.Marshal(shown.RecipeOf(r))
	return string(data), err
}

// bare reports whether a header has no words.
func bare(header []corpus.TableCell) bool {
	return !slices.ContainsFunc(header, func(c corpus.TableCell) bool { return c.Text != "" })
}

func isA[T corpus.Block](b corpus.Block) bool {
	_, ok := b.(T)
	return ok
}

// Direction is the value of HTML's dir for a language; "auto" where unknown.
func Direction(language string) string {
	switch {
	case corpus.RightToLeft(language):
		return "rtl"
	case corpus.LanguageLetter(language) != "":
		return "ltr"
	}
	return "auto"
}

// legend gives one cell of each state that a table shows.
func legend(t corpus.Table) []corpus.TableCell {
	var out []corpus.TableCell
	for _, row := range t.Rows {
		for _, c := range row {
			if c.State != "" && !slices.ContainsFunc(out, func(o corpus.TableCell) bool { return o.State == c.State }) {
				out = append(out, c)
			}
		}
	}
	slices.SortFunc(out, func(a, b corpus.TableCell) int { return cmp.Compare(a.State, b.State) })
	return out
}
