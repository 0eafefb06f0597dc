package prove

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"rapporteur/cmd/internal/render"
	"rapporteur/cmd/internal/render/shown"
	"rapporteur/cmd/internal/render/word"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// Verdict is what was looked at and what does not hold.
type Verdict struct {
	Statements, Quotations, Proposals int
	Faults                            []compare.Fault
}

// Report proves a report in JSON, HTML or Word's format. A file that is none of
// them is an error of [corpus.CodeUsage].
func Report(ctx context.Context, w *workspace.Workspace, data []byte) (Verdict, error) {
	head := strings.TrimSpace(strings.TrimPrefix(string(data[:min(len(data), 512)]), "\ufeff"))
	switch {
	case strings.HasPrefix(head, "{"):
		return proveJSON(ctx, w, data)
	case strings.HasPrefix(head, "<"):
		return proveShown(ctx, w, data, page)
	case strings.HasPrefix(head, "PK"):
		return proveShown(ctx, w, data, document)
	}
	return Verdict{}, corpus.Errorf(corpus.CodeUsage, "this is no report in JSON, HTML or Word's format")
}

// format is a format that can be written and read back.
type format struct {
	read  func([]byte) (shown.Report, error)
	write func(corpus.Report) ([]byte, error)
	// anchor is what leads to the i-th cited passage, whose ID is given.
	anchor func(i int, id string) string
}

var page = format{
	read: render.ReadHTML,
	write: func(r corpus.Report) ([]byte, error) {
		var b bytes.Buffer
		err := render.HTML(&b, r)
		return b.Bytes(), err
	},
	anchor: func(_ int, id string) string { return render.Anchor(id) },
}

var document = format{
	read: word.Read,
	write: func(r corpus.Report) ([]byte, error) {
		var b bytes.Buffer
		err := word.Write(&b, r, nil)
		return b.Bytes(), err
	},
	anchor: func(i int, _ string) string { return word.Anchor(i) },
}

// prover holds what is needed to prove one report.
type prover struct {
	workspace *workspace.Workspace
	known     *workspace.Lookup
	made      workspace.Compared
	faults    []compare.Fault
	seen      map[string]bool
}

// newProver makes the report again by its recipe.
func newProver(ctx context.Context, w *workspace.Workspace, r shown.Recipe) (*prover, error) {
	p := &prover{workspace: w, seen: map[string]bool{}}
	var err error
	if p.known, err = w.Lookup(ctx); err != nil {
		return nil, err
	}
	var parts []compare.Part
	for _, name := range r.Asked.Parts {
		parts = append(parts, compare.Part(name))
	}
	p.made, err = w.Compare(ctx, workspace.ReportOptions{
		Meetings: r.Asked.Meetings, Themes: r.Asked.Themes, Language: r.Language, Attribution: r.Attribution, Cutoff: r.Asked.Cutoff,
		Parts: parts, SessionsPerYear: r.Asked.SessionsPerYear, Chosen: r.Asked.Chosen, Program: r.Version,
	})
	if err != nil {
		return nil, fmt.Errorf("the report cannot be made again: %w", err)
	}
	return p, nil
}

// sameCorpus reports whether the report was made from the corpus as it is now.
func (p *prover) sameCorpus(r shown.Recipe) bool {
	for _, c := range []struct{ what, said, is string }{
		{"corpus", string(r.Corpus), string(p.made.Report.Scope.Corpus)}, {"codebook", string(r.Codebook), string(p.made.Report.Scope.Codebook)},
	} {
		if c.said != c.is {
			p.fault("scope", c.said, "is the %s that the report was made from; this workspace has %s: its counts cannot be proved, make the report again", c.what, c.is)
		}
	}
	return len(p.faults) == 0
}

func (p *prover) fault(where, text, reason string, args ...any) {
	p.add(compare.Fault{Where: where, Text: text, Reason: fmt.Sprintf(reason, args...)})
}

// add keeps the first fault that is found in a text at a place.
func (p *prover) add(f compare.Fault) {
	if key := f.Where + "\x00" + f.Text; !p.seen[key] {
		p.seen[key] = true
		p.faults = append(p.faults, f)
	}
}

// proveJSON checks the data of a report, then compares it with the data made
// again.
func proveJSON(ctx context.Context, w *workspace.Workspace, data []byte) (Verdict, error) {
	var r corpus.Report
	if err := json.Unmarshal(data, &r); err != nil {
		return Verdict{}, corpus.Errorf(corpus.CodeUsage, "this is no report: %w", err)
	}
	recipe := shown.RecipeOf(r)
	p, err := newProver(ctx, w, recipe)
	if err != nil {
		return Verdict{}, err
	}
	same := p.sameCorpus(recipe)
	checked := compare.Check(r, p.known)
	if same {
		checked = append(checked, p.made.Recount(r)...)
	}
	for _, f := range checked {
		p.add(f)
	}
	if same {
		var b bytes.Buffer
		if err := render.JSON(&b, p.made.Report); err != nil {
			return Verdict{}, err
		}
		if err := p.compareJSON(data, b.Bytes()); err != nil {
			return Verdict{}, err
		}
	}
	return Verdict{Statements: len(r.Statements), Quotations: len(r.Passages), Proposals: len(r.Proposals), Faults: p.faults}, nil
}

// proveShown checks what a file shows, then compares it with the file made
// again.
func proveShown(ctx context.Context, w *workspace.Workspace, data []byte, f format) (Verdict, error) {
	got, err := f.read(data)
	if err != nil {
		return Verdict{}, err
	}
	p, err := newProver(ctx, w, got.Recipe)
	if err != nil {
		return Verdict{}, err
	}
	same := p.sameCorpus(got.Recipe)
	v := p.lines(got, f)
	p.leaks(got)
	if same {
		written, err := f.write(p.made.Report)
		if err != nil {
			return Verdict{}, err
		}
		want, err := f.read(written)
		if err != nil {
			return Verdict{}, err
		}
		p.compareLines(got.Lines, want.Lines)
	}
	v.Proposals, v.Faults = len(p.made.Report.Proposals), p.faults
	return v, nil
}

// lines checks that each sentence cites and each quotation is verbatim.
func (p *prover) lines(r shown.Report, f format) Verdict {
	ids := make(map[string]string, len(p.made.Report.Passages))
	for i, c := range p.made.Report.Passages {
		ids[f.anchor(i, c.ID)] = c.ID
	}
	var v Verdict
	for _, l := range r.Lines {
		switch l.Kind {
		case shown.Sentence:
			v.Statements++
			if len(l.Cites) == 0 {
				p.fault(string(l.Kind), l.Text, "cites nothing")
			}
		case shown.Quotation:
			v.Quotations++
			p.quotation(l, ids, r.Recipe.Attribution == compare.Unnamed)
		}
	}
	return v
}

func (p *prover) quotation(l shown.Line, ids map[string]string, cut bool) {
	if len(l.Cites) == 0 {
		p.fault(string(l.Kind), l.Text, "cites nothing")
		return
	}
	id, known := ids[l.Cites[0]]
	if !known {
		p.fault(string(l.Kind), l.Text, "cites %s, which is no passage of the report", l.Cites[0])
		return
	}
	if stored, ok := p.known.Passage(id); !ok || !compare.Verbatim(stored, l.Text, cut) {
		p.fault(string(l.Kind), l.Text, "is not verbatim in %s%s%s", id, compare.Departure(stored, l.Text), p.elsewhere(l.Text))
	}
}

// elsewhere says where a quotation stands that was put to another paragraph.
func (p *prover) elsewhere(text string) string {
	for _, c := range p.made.Report.Passages {
		if c.Text == text {
			return "; it stands in " + c.ID
		}
	}
	return ""
}

// leaks looks for names in all that the file holds.
func (p *prover) leaks(r shown.Report) {
	if r.Recipe.Attribution != compare.Unnamed {
		return
	}
	texts := append([]string{}, r.Loose...)
	for _, l := range r.Lines {
		texts = append(append(texts, l.Text), l.Cites...)
	}
	for _, f := range compare.Leaks(compare.NewVeil(p.made.Snapshot, p.workspace.Members), compare.Wording(r.Recipe.Language, p.workspace.Book), texts) {
		p.add(f)
	}
}
