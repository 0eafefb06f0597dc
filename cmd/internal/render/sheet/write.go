package sheet

import (
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// sheets are the names of the sheets, in the order of the workbook; they have
// at most 31 characters.
type sheets struct{ matrix, proposals, passages, documents, ledger string }

// Write writes a report as an .xlsx file.
func Write(w io.Writer, r corpus.Report) error {
	f := excelize.NewFile()
	defer f.Close()
	b := &book{file: f, report: r, words: wordsFor(r.Language), say: compare.VocabularyIn(r.Language), rtl: corpus.RightToLeft(r.Language)}
	b.index()
	b.looks()
	b.do(f.SetSheetName("Sheet1", b.words.sheets.matrix))
	for _, name := range []string{b.words.sheets.proposals, b.words.sheets.passages, b.words.sheets.documents, b.words.sheets.ledger} {
		_, err := f.NewSheet(name)
		b.do(err)
	}
	b.matrix()
	b.proposals()
	b.passages()
	b.documents()
	b.ledger()
	b.properties()
	if b.err != nil {
		return b.err
	}
	return f.Write(w)
}

// book is a workbook being written. The first error stops all that follows.
type book struct {
	file   *excelize.File
	report corpus.Report
	words  words
	say    compare.Vocabulary
	rtl    bool
	style  looks
	// row is where the passage of an ID stands in the sheet of passages.
	row map[string]int
	// place is its pinpoint, name the name of a source's ID.
	place, name map[string]string
	links       map[string]int
	err         error
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) index() {
	b.row, b.place = make(map[string]int), make(map[string]string)
	b.name, b.links = make(map[string]string), make(map[string]int)
	for i, p := range b.report.Passages {
		b.row[p.ID] = i + 2 // under the header
		b.place[p.ID] = p.Pinpoint
	}
	for _, s := range b.report.Matrix.Sources {
		b.name[s.ID] = s.Name
	}
}

// properties fixes what a spreadsheet program would take from the clock: the
// date is the cut-off.
func (b *book) properties() {
	p := &excelize.DocProperties{
		Title: clean(b.report.Title), Creator: "rapporteur", LastModifiedBy: "rapporteur", Language: b.report.Language,
		Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z",
	}
	cutoff := b.report.Scope.Cutoff
	if day, err := time.Parse(time.DateOnly, cutoff[:min(10, len(cutoff))]); err == nil {
		p.Created, p.Modified = day.Format(time.RFC3339), day.Format(time.RFC3339)
	}
	b.do(b.file.SetDocProps(p))
	b.do(b.file.SetAppProps(&excelize.AppProperties{Application: "rapporteur"}))
}
