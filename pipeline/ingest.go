package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline/extract"
	"rapporteur/pipeline/segment"
	"rapporteur/pipeline/tag"
)

// maxFileBytes bounds what is taken into memory for one file.
const maxFileBytes = 256 << 20

// A file has fileDeadline for reading, segmenting and tagging together; one
// whose scanned pages took minutes still has leastTagging for the latter.
const (
	fileDeadline = 28 * time.Second
	leastTagging = 4 * time.Second
)

// refreshEvery is after how many files the index is brought level.
const refreshEvery = 64

// reading is what a worker made of one file, before its place is known.
type reading struct {
	seq     int
	input   Input
	started time.Time
	hash    corpus.Hash
	data    []byte
	side    segment.Sidecar
	flags   segment.Flags
	// corrected is what people made of the header, act what of it is new.
	corrected map[string]string
	act       *Act
	known     *corpus.Rendition
	doc       extract.Document
	header    corpus.Header
	passages  []corpus.Passage
	claims    []corpus.Claim
	err       error
}

// Ingest runs a job. Its ledger has one line per input, in the order given.
// An error means that the job could not go on; what was acknowledged until
// then is kept.
func (in *Ingester) Ingest(ctx context.Context, job Job) (corpus.Ledger, error) {
	id, err := in.Keeper.BeginJob(ctx, job.Date, in.Program)
	if err != nil {
		return corpus.Ledger{}, err
	}
	ledger := corpus.Ledger{Job: id, Notes: strayRows(job)}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for r := range in.readAll(ctx, job) {
		in.stage(r.seq, StageSaving)
		line, err := in.keepInTurn(ctx, job, store.Place{Job: id, Seq: r.seq}, r)
		if err != nil {
			return ledger, fmt.Errorf("%s: %w", r.input.Name, err)
		}
		ledger.Lines = append(ledger.Lines, line)
		if in.Done != nil {
			in.Done(line)
		}
		if len(ledger.Lines)%refreshEvery == 0 {
			if err := in.Indexer.Refresh(ctx); err != nil {
				return ledger, err
			}
		}
	}
	if err := ctx.Err(); err != nil {
		return ledger, err
	}
	return ledger, in.Indexer.Refresh(ctx)
}

// readAll reads the inputs with the job's workers and gives the readings in
// the order of the inputs. At most a few per worker wait for an earlier one.
func (in *Ingester) readAll(ctx context.Context, job Job) <-chan reading {
	workers := max(job.Workers, 1)
	slots := make(chan chan reading, 2*workers)
	gate := make(chan struct{}, workers)
	out := make(chan reading)
	go func() {
		defer close(slots)
		for seq, input := range job.Inputs {
			slot := make(chan reading, 1)
			select {
			case slots <- slot:
			case <-ctx.Done():
				return
			}
			gate <- struct{}{}
			go func() {
				defer func() { <-gate }()
				slot <- in.read(ctx, job, seq+1, input)
			}()
		}
	}()
	go func() {
		defer close(out)
		for slot := range slots {
			select {
			case out <- <-slot:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// read does all that needs no knowledge of the rest of the corpus.
func (in *Ingester) read(ctx context.Context, job Job, seq int, input Input) reading {
	r := reading{seq: seq, input: input, started: time.Now(), side: sidecarOf(job, input), flags: job.Flags, act: job.Act}
	in.stage(seq, StageReading)
	if r.data, r.err = load(input); r.err != nil {
		return r
	}
	r.hash = corpus.HashOf(r.data)
	known, ok, err := in.Corpus.RenditionByHash(ctx, r.hash)
	switch {
	case err != nil:
		r.err = err
		return r
	case ok && !job.Again:
		r.known, r.header = &known, in.Segmenter.Given(r.side, r.flags)
		return r
	case ok:
		r.err = in.recall(ctx, &r, known)
	}
	if r.err == nil {
		in.readOnce(ctx, &r)
	}
	return r
}

// readOnce has a file read, segmented and tagged.
func (in *Ingester) readOnce(ctx context.Context, r *reading) {
	began := time.Now()
	r.doc, r.err = in.Reader.Read(ctx, path.Base(r.input.Path), r.data, extract.Options{Language: cmp.Or(r.corrected["language"], r.side.Language)})
	if r.err != nil {
		r.header = in.Segmenter.Given(r.side, r.flags)
		return
	}
	ctx, stop := context.WithTimeout(ctx, max(fileDeadline-time.Since(began), leastTagging))
	defer stop()
	if in.segment(ctx, r); r.err == nil {
		corpus.AssignIDs(r.header.Symbol.Value.String(), r.passages)
		in.stage(r.seq, StageTagging)
		r.claims, r.err = in.Tagger.Tag(ctx, r.passages, tag.Context{
			Sources: names(slices.Concat(r.header.Sources.Value, r.header.OnBehalfOf.Value)), Meeting: r.header.Meeting.Value, Names: in.Segmenter.Names,
		})
		r.claims = append(r.claims, in.Segmenter.Supports(r.doc, r.header, r.passages)...)
	}
	if errors.Is(r.err, context.DeadlineExceeded) {
		r.header = in.Segmenter.Given(r.side, r.flags)
		r.err = skip(corpus.ReasonTimeout, "%d paragraphs, more than can be read in %v: split the file", len(r.doc.Blocks), fileDeadline)
	}
}

// segment reads header and passages. What takes too long is left to come to its
// end by itself, which it does: the text is bounded.
func (in *Ingester) segment(ctx context.Context, r *reading) {
	type result struct {
		header   corpus.Header
		passages []corpus.Passage
		err      error
	}
	done := make(chan result, 1)
	name, hash, doc, side, flags := r.input.Name, r.hash, r.doc, r.side, r.flags
	segmenter := in.Segmenter.Corrected(r.corrected)
	go func() {
		h, ps, err := segmenter.Submission(name, hash, doc, side, flags)
		done <- result{h, ps, err}
	}()
	select {
	case x := <-done:
		r.header, r.passages, r.err = x.header, x.passages, x.err
	case <-ctx.Done():
		r.err = ctx.Err()
	}
}

func names(sources []corpus.Source) []string {
	out := make([]string, len(sources))
	for i, src := range sources {
		out[i] = src.Name
	}
	return out
}

// load takes a file into memory, or says why not.
func load(input Input) ([]byte, error) {
	switch {
	case input.Err != nil:
		return nil, fmt.Errorf("cannot be opened: %w: put it right and ingest it again", input.Err)
	case input.Size < 0:
		return nil, skip(corpus.ReasonFormat, "not a regular file: give the file or folder that it stands for")
	case input.Size > maxFileBytes:
		return nil, skip(corpus.ReasonTooLarge, "%d MiB, and %d are read at most: split the file", input.Size>>20, maxFileBytes>>20)
	}
	data, err := fs.ReadFile(input.FS, input.Path)
	if err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, skip(corpus.ReasonEmpty, "the file has no bytes: ask the sender for it again")
	}
	return data, nil
}

func skip(reason corpus.Reason, format string, args ...any) error {
	return &extract.SkipError{Reason: reason, Detail: fmt.Sprintf(format, args...)}
}

// sidecarOf finds the row for a file: by the name as given, by the path inside
// its folder, or by the base name.
func sidecarOf(job Job, input Input) segment.Sidecar {
	for _, key := range []string{input.Name, input.Path, path.Base(input.Path)} {
		if row, ok := job.Sidecar[key]; ok {
			return row
		}
	}
	return segment.Sidecar{}
}

// strayRows are the sidecar's rows that no input answers to, in order of name.
func strayRows(job Job) []string {
	given := make(map[string]bool, 3*len(job.Inputs))
	for _, input := range job.Inputs {
		given[input.Name], given[input.Path], given[path.Base(input.Path)] = true, true, true
	}
	var notes []string
	for file := range job.Sidecar {
		if !given[file] {
			notes = append(notes, fmt.Sprintf("the sidecar has a row for %s, which was not given", file))
		}
	}
	slices.Sort(notes)
	return notes
}

// unread makes the ledger line of a file that brings nothing.
func unread(line corpus.LedgerLine, err error) corpus.LedgerLine {
	var skipped *extract.SkipError
	if errors.As(err, &skipped) {
		line.Status, line.Reason, line.Detail = corpus.FileNotRead, skipped.Reason, skipped.Detail
		return line
	}
	line.Status, line.Detail = corpus.FileFailed, strings.TrimSpace(err.Error())
	return line
}
