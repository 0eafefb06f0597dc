package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

const (
	// maxBatch bounds the queries of a batch, maxBatchLine the bytes of one.
	maxBatch     = 10000
	maxBatchLine = 1 << 20
)

// batchSearch asks each query of a file and writes what they find. It reads
// and checks all of them first, so that a wrong one costs nothing.
func (a *app) batchSearch(ctx context.Context, w *workspace.Workspace, o searchOptions, with corpus.Query) error {
	if o.format != "csv" && o.format != "jsonl" {
		return corpus.Errorf(corpus.CodeUsage, "format %q is not known: a batch writes csv or jsonl", o.format)
	}
	queries, err := readBatch(ctx, w, o.batch, with)
	if err != nil {
		return err
	}
	rows := csv.NewWriter(a.out)
	if o.format == "csv" {
		if err := rows.Write(batchColumns); err != nil {
			return err
		}
	}
	for _, q := range queries {
		r, err := w.Search(ctx, q)
		if err != nil {
			return fmt.Errorf("%s: %w", queryText(q), err)
		}
		if o.format == "jsonl" {
			err = writeLine(a.out, batchLine{queryText(q), r})
		} else {
			err = rows.WriteAll(batchRows(queryText(q), r))
		}
		if err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

// batchLine is one query's line of JSON Lines.
type batchLine struct {
	Asked string `json:"asked"`
	corpus.Result
}

// readBatch reads a query from each line: as it is typed, or as JSON where it
// begins with a brace. Empty lines and those that begin with # are passed over.
func readBatch(ctx context.Context, w *workspace.Workspace, path string, with corpus.Query) ([]corpus.Query, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "batch: %w", err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, maxBatchLine)
	var out []corpus.Query
	n := 0
	for lines.Scan() {
		n++
		text := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if text == "" || text[0] == '#' {
			continue
		}
		q := with
		q.Text = text
		if text[0] == '{' {
			d := json.NewDecoder(strings.NewReader(text))
			d.DisallowUnknownFields()
			if q.Text = with.Text; d.Decode(&q) != nil {
				return nil, corpus.Errorf(corpus.CodeUsage, "%s, line %d: this is no query in JSON: write it in words, or as \"search history --json\" does", path, n)
			}
		}
		if q, err = w.Check(ctx, q); err != nil {
			return nil, corpus.Errorf(corpus.CodeUsage, "%s, line %d: %w", path, n, err)
		}
		if out = append(out, q); len(out) > maxBatch {
			return nil, corpus.Errorf(corpus.CodeUsage, "%s has more than %d queries: cut it up", path, maxBatch)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s, line %d: %w", path, n+1, err)
	}
	return out, nil
}

var batchColumns = []string{"query", "total", "rank", "id", "symbol", "label", "page", "sources", "meeting", "date", "language", "themes", "kind", "score", "text"}

// batchRows are a query's hits as rows; one that finds nothing has one row, so
// that no query goes missing.
func batchRows(asked string, r corpus.Result) [][]string {
	total := strconv.Itoa(r.Total)
	if len(r.Hits) == 0 {
		row := make([]string, len(batchColumns))
		row[0], row[1] = cell(asked), total
		return [][]string{row}
	}
	var out [][]string
	for i, h := range r.Hits {
		themes := make([]string, len(h.Themes))
		for j, t := range h.Themes {
			themes[j] = strconv.Itoa(int(t))
		}
		out = append(out, []string{
			cell(asked), total, strconv.Itoa(i + 1), h.ID, h.Symbol, cell(h.Label), strconv.Itoa(h.Page), strings.Join(h.Sources, "+"), h.Meeting, h.Date,
			h.Language, strings.Join(themes, " "), string(h.Kind), strconv.FormatFloat(h.Score, 'f', 6, 64), cell(h.Text),
		})
	}
	return out
}

// cell keeps a spreadsheet from taking a text for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
