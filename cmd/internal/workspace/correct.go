package workspace

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline"
	"rapporteur/pipeline/segment"
)

// Correction is what a person makes of a document's header: values by the names
// of fields, as [corpus.FieldEdit] has them.
type Correction struct {
	Reader, Note, Time string
	// Ref is the document's reference.
	Ref string
	Set map[string]string
}

// Correct writes a correction into the log and reads the document again with
// it, so that search and reports have it at once. What belongs to the act of
// contributing, such as the meeting, is corrected in every file of the work. It
// gives the decisions, one for each document; of a document that cannot be read
// again nothing is changed.
func (w *Workspace) Correct(ctx context.Context, in Correction, o Ingesting) ([]corpus.Decision, error) {
	reading, err := w.Store.Reading(ctx, in.Ref)
	if err != nil {
		return nil, err
	}
	set, err := w.CheckFields(in.Set)
	if err != nil {
		return nil, err
	}
	all, err := w.filesOf(ctx, reading.Rendition)
	if err != nil {
		return nil, err
	}
	c := &correcting{Store: w.Store, pending: make(map[corpus.Hash]corpus.Decision)}
	for i, r := range all {
		edit := &corpus.HeaderEdit{}
		for _, f := range pipeline.Fields(r.Header) {
			after, asked := set[f.Name]
			if asked && after != f.Before && (i == 0 || corpus.OfWork(f.Name)) {
				f.After = after
				edit.Fields = append(edit.Fields, f)
			}
		}
		if len(edit.Fields) > 0 {
			c.decide(w.headerDecision(r, in, o.Program, edit))
		}
	}
	if len(c.pending) == 0 {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: nothing would change: every field has the value given", in.Ref)
	}
	return w.readAgain(ctx, c, reading.Rendition, all, o)
}

// UndoCorrection takes back the correction with this number, or the reader's
// last standing one where seq is 0, in every file that it was about.
func (w *Workspace) UndoCorrection(ctx context.Context, reader string, seq int, time string, o Ingesting) ([]corpus.Decision, error) {
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	var last *corpus.Decision
	standing := corpus.StandingHeaders(log)
	for i := range standing {
		if d := &standing[i]; d.Seq == seq || seq == 0 && d.Reader == reader {
			last = d
		}
	}
	if last == nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "there is no standing correction to undo; \"review log\" lists them")
	}
	c := &correcting{Store: w.Store, pending: make(map[corpus.Hash]corpus.Decision)}
	for _, d := range standing {
		if d.Reader != last.Reader || d.Time != last.Time || d.Work != last.Work {
			continue
		}
		r, ok, err := w.Store.RenditionByHash(ctx, d.Text)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, corpus.Errorf(corpus.CodeNotFound, "%s is no longer in the corpus", d.Passage)
		}
		undo := w.headerDecision(r, Correction{Reader: reader, Time: time}, o.Program, d.Header)
		undo.Action, undo.Undoes = corpus.DecisionUndo, d.Seq
		c.decide(undo)
	}
	first, _, err := w.Store.RenditionByHash(ctx, last.Text)
	if err != nil {
		return nil, err
	}
	all, err := w.filesOf(ctx, first)
	if err != nil {
		return nil, err
	}
	return w.readAgain(ctx, c, first, all, o)
}

// CheckFields gives the values of a correction in their normal form; its errors
// have [corpus.CodeUsage].
func (w *Workspace) CheckFields(set map[string]string) (map[string]string, error) {
	out := make(map[string]string, len(set))
	for _, name := range slices.Sorted(maps.Keys(set)) {
		normal, err := segment.Segmenter{Names: w.Members}.CheckCorrection(name, set[name])
		if err != nil {
			return nil, corpus.Errorf(corpus.CodeUsage, "%w", err)
		}
		out[name] = normal
	}
	return out, nil
}

// filesOf are the renditions of a work, the one at hand first.
func (w *Workspace) filesOf(ctx context.Context, at corpus.Rendition) ([]corpus.Rendition, error) {
	all, err := w.Store.RenditionsOf(ctx, at.Symbol.Work())
	slices.SortStableFunc(all, func(a, b corpus.Rendition) int {
		switch {
		case a.Hash == b.Hash:
			return 0
		case a.Hash == at.Hash:
			return -1
		case b.Hash == at.Hash:
			return 1
		}
		return 0
	})
	return all, err
}

func (w *Workspace) headerDecision(r corpus.Rendition, in Correction, program string, edit *corpus.HeaderEdit) corpus.Decision {
	return corpus.Decision{
		Time: in.Time, Reader: in.Reader, Action: corpus.DecisionCorrect, Work: r.Symbol.Work(), Text: r.Hash, Passage: r.Ref,
		Header: edit, Note: in.Note, Codebook: w.Book.Hash(), Program: program,
	}
}

// readAgain reads the documents again that decisions are pending about.
func (w *Workspace) readAgain(ctx context.Context, c *correcting, at corpus.Rendition, files []corpus.Rendition, o Ingesting) ([]corpus.Decision, error) {
	job := pipeline.Job{Again: true, Workers: 1, Date: c.pending[at.Hash].Time, Act: &pipeline.Act{Fields: make(map[corpus.Hash][]string)}}
	job.Date = job.Date[:min(len(job.Date), len("2006-01-02"))]
	subs, err := w.Store.SubmissionsOf(ctx, at.Symbol.Work())
	if err != nil {
		return nil, err
	}
	if len(subs) > 0 {
		job.Act.Submission = subs[max(0, slices.IndexFunc(subs, func(s corpus.Submission) bool { return s.Meeting == at.Header.Meeting.Value }))].ID
	}
	for _, r := range files {
		d, ok := c.pending[r.Hash]
		if !ok {
			continue
		}
		for _, f := range d.Header.Fields {
			job.Act.Fields[r.Hash] = append(job.Act.Fields[r.Hash], f.Name)
		}
		input, err := w.receivedAs(ctx, r)
		if err != nil {
			return nil, err
		}
		job.Inputs = append(job.Inputs, input)
	}
	if err := w.Defaults(&job); err != nil {
		return nil, err
	}
	_, err = w.ingest(ctx, job, o, c)
	return c.taken, err
}

// receivedAs gives the original of a document under the path that it came by.
func (w *Workspace) receivedAs(ctx context.Context, r corpus.Rendition) (pipeline.Input, error) {
	data, err := w.Store.Original(r.Hash)
	if err != nil {
		return pipeline.Input{}, err
	}
	names, err := w.Store.ReceivedAs(ctx, r.Ref)
	if err != nil {
		return pipeline.Input{}, err
	}
	name := r.File
	if len(names) > 0 {
		name = names[0]
	}
	return pipeline.Input{Name: name, FS: original{r.File, data}, Path: r.File, Size: int64(len(data))}, nil
}

// correcting keeps a document with the decision that corrects it.
type correcting struct {
	*store.Store
	// pending are the decisions by the hash of the original, taken those that
	// were written.
	pending map[corpus.Hash]corpus.Decision
	taken   []corpus.Decision
}

func (c *correcting) decide(d corpus.Decision) { c.pending[d.Text] = d }

// HeaderDecisions adds the decision that is pending to the log.
func (c *correcting) HeaderDecisions(ctx context.Context, original corpus.Hash) ([]corpus.Decision, error) {
	log, err := c.Store.HeaderDecisions(ctx, original)
	if d, ok := c.pending[original]; ok {
		log = append(log, d)
	}
	return log, err
}

// Save keeps the document and the decision, or neither.
func (c *correcting) Save(ctx context.Context, d corpus.Dossier, data []byte, at store.Place, line corpus.LedgerLine) error {
	taken, err := c.SaveCorrected(ctx, d, data, at, line, c.pending[d.File.Hash])
	if err == nil {
		c.taken = append(c.taken, taken)
	}
	return err
}

// Note refuses what is no longer read.
func (c *correcting) Note(_ context.Context, _ store.Place, line corpus.LedgerLine) error {
	return corpus.Errorf(corpus.CodeInvalid, "cannot be read again, so its header is left as it was: %s",
		strings.TrimSpace(fmt.Sprintf("%s %s", line.Reason, line.Detail)))
}
