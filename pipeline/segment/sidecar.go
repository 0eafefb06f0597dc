package segment

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"

	"rapporteur/corpus"
	"rapporteur/pipeline/segment/wording"
)

// Sidecar is one row of the table that may come with files; it wins over what
// is read from them. Empty cells say nothing.
type Sidecar struct {
	// File is the path or base name of the file the row is about.
	File string
	// Symbol is a document number in any printed style.
	Symbol  string
	Meeting string
	// Date is ISO 8601, as precise as given; ParseSidecar takes printed forms.
	Date string
	// Source is one or several sources, as on a source line.
	Source string
	Title  string
	// Language is an ISO 639-1 code of the six.
	Language    string
	Attribution string
}

// Bounds of a sidecar file.
const (
	maxSidecarBytes = 16 << 20
	maxSidecarRows  = 100_000
	maxCell         = 8 << 10
)

// ParseSidecar reads a sidecar CSV: columns file, symbol, meeting, date, source,
// title, language and attribution in any order, UTF-8 with or without a byte
// order mark, separated by commas, semicolons or tabs. Rows are keyed by their
// file cell. Errors have [corpus.CodeUsage] and name the file, line and column.
func ParseSidecar(name string, data []byte) (map[string]Sidecar, error) {
	if len(data) > maxSidecarBytes {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: is larger than the %d MB a table of metadata may have", name, maxSidecarBytes>>20)
	}
	data = utf8Of(data)
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = separator(data)
	r.FieldsPerRecord = -1
	r.LazyQuotes = r.Comma == '\t'
	p := sidecarParser{name: name, csv: r, out: map[string]Sidecar{}}
	if err := p.columns(); err != nil {
		return nil, err
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return p.out, nil
		}
		if err != nil {
			return nil, p.malformed(err)
		}
		if err := p.row(row); err != nil {
			return nil, err
		}
	}
}

// utf8Of takes the byte order mark off, and decodes what a mark says is UTF-16:
// spreadsheets write both.
func utf8Of(data []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		order = binary.BigEndian
	default:
		return bytes.TrimPrefix(data, []byte("\ufeff"))
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return []byte(string(utf16.Decode(units)))
}

// separator is the sign that the first line has most of.
func separator(data []byte) rune {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	best, most := ',', bytes.Count(first, []byte(","))
	for _, c := range ";\t" {
		if n := bytes.Count(first, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// sidecarParser holds what the rows share.
type sidecarParser struct {
	name string
	csv  *csv.Reader
	// heads are the columns' names in the file's order.
	heads []string
	// cells is how many the line at hand has.
	cells int
	lines map[string]int
	out   map[string]Sidecar
}

var sidecarColumns = []string{"file", "symbol", "meeting", "date", "source", "title", "language", "attribution"}

func (p *sidecarParser) columns() error {
	row, err := p.csv.Read()
	if errors.Is(err, io.EOF) {
		return corpus.Errorf(corpus.CodeUsage, "%s: is empty; its first line should name the columns: %s", p.name, strings.Join(sidecarColumns, ","))
	}
	if err != nil {
		return p.malformed(err)
	}
	p.cells = len(row)
	for i, cell := range row {
		head := strings.ToLower(strings.TrimSpace(cell))
		switch {
		case head == "" && i == len(row)-1:
		case !slices.Contains(sidecarColumns, head):
			return p.errorf(i, "%q is no column; the columns are %s", cell, strings.Join(sidecarColumns, ","))
		case slices.Contains(p.heads, head):
			return p.errorf(i, "column %s stands twice", head)
		}
		p.heads = append(p.heads, head)
	}
	if !slices.Contains(p.heads, "file") {
		return p.errorf(0, "there is no column file, which says what file a line is about")
	}
	p.lines = map[string]int{}
	return nil
}

func (p *sidecarParser) row(row []string) error {
	p.cells = len(row)
	if !slices.ContainsFunc(row, func(c string) bool { return strings.TrimSpace(c) != "" }) {
		return nil
	}
	if len(p.out) >= maxSidecarRows {
		return p.errorf(0, "there are more than %d lines; split the table", maxSidecarRows)
	}
	var s Sidecar
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		switch {
		case cell == "":
			continue
		case i >= len(p.heads) || p.heads[i] == "":
			return p.errorf(i, "there are %d cells and %d columns; put cells that contain the separator in quotation marks", len(row), len(p.heads))
		case len(cell) > maxCell || strings.ToValidUTF8(cell, "") != cell:
			return p.errorf(i, "the cell is too long or not UTF-8; save the table as \"CSV UTF-8\"")
		}
		value, problem := checkedCell(p.heads[i], cell)
		if problem != "" {
			return p.errorf(i, "%s", problem)
		}
		*s.cell(p.heads[i]) = value
	}
	if s.File == "" {
		return p.errorf(max(0, slices.Index(p.heads, "file")), "the line names no file")
	}
	line, _ := p.csv.FieldPos(0)
	if first, twice := p.lines[s.File]; twice {
		return p.errorf(slices.Index(p.heads, "file"), "%s stands in line %d already", s.File, first)
	}
	p.lines[s.File], p.out[s.File] = line, s
	return nil
}

// cell is where a column's value belongs.
func (s *Sidecar) cell(column string) *string {
	switch column {
	case "file":
		return &s.File
	case "symbol":
		return &s.Symbol
	case "meeting":
		return &s.Meeting
	case "date":
		return &s.Date
	case "source":
		return &s.Source
	case "title":
		return &s.Title
	case "language":
		return &s.Language
	}
	return &s.Attribution
}

// checkedCell gives a cell in its normal form, or what is wrong with it.
func checkedCell(column, cell string) (value, problem string) {
	switch column {
	case "file":
		return path.Clean(strings.ReplaceAll(cell, "\\", "/")), ""
	case "symbol":
		if _, _, err := corpus.ParseSymbol(cell); err != nil {
			return "", err.Error()
		}
	case "date":
		value = wording.DateOf(cell)
		if value == "" || ambiguousDate.MatchString(cell) {
			return "", "\"" + cell + "\" may be read in two ways or is no date; write 2025-09-12, 2025-09 or 2025"
		}
		return value, ""
	case "language":
		if value = languageCode(cell); value == "" {
			return "", "\"" + cell + "\" is none of the languages " + strings.Join(corpus.Languages, ", ")
		}
		return value, ""
	case "attribution":
		value = strings.ToLower(cell)
		if a := corpus.Attribution(value); a != corpus.AttributionNamed && a != corpus.AttributionAggregate {
			return "", "\"" + cell + "\" is no rule of attribution; write named or aggregate-only"
		}
		return value, ""
	}
	return cell, ""
}

// ambiguousDate is a date of numbers of which nobody can say whether the day or
// the month comes first; with full stops it is the day.
var ambiguousDate = regexp.MustCompile(`^\s*\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{2,4}\s*$`)

// languageCode reads "en", "E" or "English".
func languageCode(cell string) string {
	if lower := strings.ToLower(cell); slices.Contains(corpus.Languages, lower) {
		return lower
	}
	if code := corpus.LanguageOfLetter(cell); code != "" {
		return code
	}
	if codes, n := wording.Languages(wording.Tidy(cell)); len(codes) == 1 && n == len(wording.Tidy(cell)) {
		return codes[0]
	}
	return ""
}

func (p *sidecarParser) errorf(column int, format string, args ...any) error {
	line, at := p.csv.FieldPos(min(column, p.cells-1))
	head := ""
	if column < len(p.heads) && p.heads[column] != "" {
		head = " (" + p.heads[column] + ")"
	}
	return corpus.Errorf(corpus.CodeUsage, "%s, line %d, column %d%s: "+format, append([]any{p.name, line, at, head}, args...)...)
}

// malformed tells of a line that is no CSV.
func (p *sidecarParser) malformed(err error) error {
	var e *csv.ParseError
	if errors.As(err, &e) {
		return corpus.Errorf(corpus.CodeUsage, "%s, line %d, column %d: %v; check the quotation marks", p.name, e.Line, e.Column, e.Err)
	}
	return corpus.Errorf(corpus.CodeUsage, "%s: %v", p.name, err)
}
