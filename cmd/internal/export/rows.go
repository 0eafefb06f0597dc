package export

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// Row is one passage with what counts of it.
type Row struct {
	ID       string         `json:"id"`
	Document string         `json:"document"`
	Work     string         `json:"work"`
	Meetings []string       `json:"meetings"`
	Sources  []string       `json:"sources"`
	Label    string         `json:"label"`
	Section  string         `json:"section"`
	Page     int            `json:"page"`
	Role     corpus.Role    `json:"role"`
	Language string         `json:"language"`
	Current  bool           `json:"current"`
	Kind     corpus.Kind    `json:"kind"`
	Themes   []corpus.Theme `json:"themes"`
	Process  bool           `json:"process"`
	Text     string         `json:"text"`
	Claims   []corpus.Claim `json:"claims"`
}

// Rows are the passages of a snapshot, document by document.
func Rows(snap corpus.Snapshot) []Row {
	var rows []Row
	for _, reading := range snap.Readings {
		work := reading.Rendition.Symbol.Work()
		base := Row{Document: reading.Rendition.Ref, Work: work, Current: reading.Current, Meetings: []string{}, Sources: []string{}}
		for _, sub := range snap.Submissions {
			if sub.Work != work {
				continue
			}
			base.Meetings = append(base.Meetings, sub.Meeting)
			for _, src := range sub.Sources {
				base.Sources = append(base.Sources, src.ID)
			}
		}
		claims := make(map[string][]corpus.Claim)
		for _, c := range reading.Claims {
			claims[c.Passage] = append(claims[c.Passage], c)
		}
		for _, p := range reading.Passages {
			rows = append(rows, base.of(p, claims[p.ID]))
		}
	}
	return rows
}

func (r Row) of(p corpus.Passage, claims []corpus.Claim) Row {
	r.ID, r.Label, r.Section, r.Page, r.Role, r.Language, r.Text = p.ID, p.Label, p.Section, p.Page, p.Role, p.Language, p.Text
	r.Themes, r.Claims = []corpus.Theme{}, append([]corpus.Claim{}, claims...)
	for _, c := range claims {
		switch {
		case !c.Status.Counts():
		case c.About == corpus.AboutTheme:
			r.Themes = append(r.Themes, c.Theme)
		case c.About == corpus.AboutKind:
			r.Kind = c.Kind
		case c.About == corpus.AboutProcess:
			r.Process = true
		}
	}
	return r
}

// JSONL writes one passage a line, with every claim.
func JSONL(w io.Writer, snap corpus.Snapshot) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, r := range Rows(snap) {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// CSV writes one passage a row, for spreadsheets: UTF-8 with a byte order
// mark, lists joined by spaces.
func CSV(w io.Writer, snap corpus.Snapshot) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	rows := [][]string{{"id", "document", "work", "meetings", "sources", "label", "section", "page", "role", "language", "current", "kind", "themes", "process", "text"}}
	for _, r := range Rows(snap) {
		var themes []string
		for _, t := range r.Themes {
			themes = append(themes, strconv.Itoa(int(t)))
		}
		rows = append(rows, []string{
			r.ID, r.Document, r.Work, strings.Join(r.Meetings, " "), strings.Join(r.Sources, " "), r.Label, inert(r.Section),
			strconv.Itoa(r.Page), string(r.Role), r.Language, strconv.FormatBool(r.Current), string(r.Kind),
			strings.Join(themes, " "), strconv.FormatBool(r.Process), inert(r.Text),
		})
	}
	return out.WriteAll(rows)
}

// inert keeps a spreadsheet from taking a cell of an untrusted document for a
// formula (OWASP, "CSV injection").
func inert(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r") {
		return "'" + s
	}
	return s
}
