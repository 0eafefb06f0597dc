package render

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"

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
		"direction": direction,
		"heading":   isA[corpus.Heading],
		"paragraph": isA[corpus.Paragraph],
		"quotation": isA[corpus.Quotation],
		"table":     isA[corpus.Table],
		"ledger":    func(ref string) string { return "ledger:" + ref },
		"level":     func(n int) string { return fmt.Sprintf("h%d", min(n+1, 6)) },
	}).Parse(reportTemplate)
	if err != nil {
		return fmt.Errorf("report template: %w", err)
	}
	return t.Execute(w, struct {
		corpus.Report
		Style template.CSS
	}{r, template.CSS(reportStyle)})
}

func isA[T corpus.Block](b corpus.Block) bool {
	_, ok := b.(T)
	return ok
}

// direction is the value of HTML's dir for a language; "auto" where unknown.
func direction(language string) string {
	switch {
	case corpus.RightToLeft(language):
		return "rtl"
	case corpus.LanguageLetter(language) != "":
		return "ltr"
	}
	return "auto"
}
