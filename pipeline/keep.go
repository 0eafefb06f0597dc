package pipeline

import (
	"context"
	"errors"
	"path"
	"slices"
	"time"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// keepInTurn is keep while no other process keeps anything in this corpus: what
// place a document gets depends on what is there, and must still be so when it
// is saved.
func (in *Ingester) keepInTurn(ctx context.Context, job Job, at store.Place, r reading) (line corpus.LedgerLine, err error) {
	if in.Turn != nil {
		end, turnErr := in.Turn(ctx)
		if turnErr != nil {
			return line, turnErr
		}
		defer func() { err = errors.Join(err, end()) }()
	}
	return in.keep(ctx, job, at, r)
}

// keep gives a reading its place in the corpus, saves it and accounts for it.
func (in *Ingester) keep(ctx context.Context, job Job, at store.Place, r reading) (corpus.LedgerLine, error) {
	line := corpus.LedgerLine{
		File: r.input.Name, Rendition: r.hash,
		Meeting: r.header.Meeting.Value, Sources: r.header.Sources.Value,
	}
	if ctx.Err() != nil {
		return line, ctx.Err()
	}
	var err error
	switch {
	case r.err != nil:
		line = unread(line, r.err)
		err = in.Keeper.Note(ctx, at, line)
	case r.known == nil:
		line, err = in.keepNew(ctx, job, at, r, line)
	default:
		line, err = in.keepKnown(ctx, at, r, *r.known, line)
	}
	line.Millis = time.Since(r.started).Milliseconds()
	return line, err
}

// keepNew saves a reading whose bytes are new, or read again.
func (in *Ingester) keepNew(ctx context.Context, job Job, at store.Place, r reading, line corpus.LedgerLine) (corpus.LedgerLine, error) {
	if r.known == nil && !job.Again {
		// An earlier input of this job may have brought the same bytes while
		// this one was being read.
		if known, ok, err := in.Corpus.RenditionByHash(ctx, r.hash); err != nil {
			return line, err
		} else if ok {
			r.header = in.Segmenter.Given(r.side, r.flags)
			return in.keepKnown(ctx, at, r, known, line)
		}
	}
	spot, err := in.place(ctx, r)
	if err != nil {
		return line, err
	}
	d := in.dossier(r, spot)
	line.Status, line.Symbol, line.Grade, line.Passages = corpus.FileRead, spot.ref, r.doc.Grade, len(d.Passages)
	if spot.copy {
		line.Symbol = spot.symbol.String() // a copy has no number of its own
	}
	line.Pages = r.doc.Pages
	line.Detail = notes(spot.note, in.strangers(r.header))
	line.Meeting = d.Submission.Meeting
	if err := in.Keeper.Save(ctx, d, r.data, at, line); err != nil {
		if corpus.ErrorCode(err) != corpus.CodeInvalid {
			return line, err
		}
		line = unread(corpus.LedgerLine{File: line.File, Rendition: line.Rendition, Meeting: line.Meeting, Sources: line.Sources}, err)
		return line, in.Keeper.Note(ctx, at, line)
	}
	return line, nil
}

// dossier puts together what is saved.
func (in *Ingester) dossier(r reading, spot spot) corpus.Dossier {
	renamed := make(map[string]string, len(r.passages))
	passages := slices.Clone(r.passages)
	corpus.AssignIDs(spot.ref, passages)
	for i := range passages {
		renamed[r.passages[i].ID] = passages[i].ID
	}
	claims := slices.Clone(r.claims)
	for i := range claims {
		claims[i].Passage = renamed[claims[i].Passage]
	}
	return corpus.Dossier{
		File: corpus.File{Hash: r.hash, Name: path.Base(r.input.Path), MediaType: r.doc.MediaType, Size: int64(len(r.data))},
		Rendition: corpus.Rendition{
			Ref: spot.ref, Symbol: spot.symbol, Hash: r.hash, File: path.Base(r.input.Path),
			MediaType: r.doc.MediaType, Language: r.header.Language.Value, Copy: spot.copy,
			Grade: r.doc.Grade, Extractor: r.doc.Extractor, Pages: r.doc.Pages,
			Program: in.Program, Codebook: in.Codebook, Header: r.header,
		},
		Submission: spot.submission,
		Passages:   passages,
		Claims:     claims,
	}
}
