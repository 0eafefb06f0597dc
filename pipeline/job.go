package pipeline

import (
	"context"
	"io/fs"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline/extract"
	"rapporteur/pipeline/segment"
	"rapporteur/pipeline/tag"
)

// Input is one file that was given.
type Input struct {
	// Name is the path as the user would recognise it; the ledger shows it.
	Name string
	// FS and Path open it.
	FS   fs.FS
	Path string
	// Size is in bytes, -1 where it is not a regular file.
	Size int64
	// Err is why the file, or the folder of this name, cannot be opened; the
	// ledger says so and the job goes on.
	Err error
}

// Job is what one run of ingest is asked to do.
type Job struct {
	Inputs []Input
	// Sidecar is keyed by the cells of the "file" column; nil for none.
	Sidecar map[string]segment.Sidecar
	// Flags fill what neither sidecar nor file tells.
	Flags segment.Flags
	// Workers is how many files are read at a time; 0 means one.
	Workers int
	// Again reads known files once more, with this version's readers and
	// tagger, and takes their headers from this job.
	Again bool
	// Date is today, ISO 8601.
	Date string
	// Act is set where a correction is what the job is for.
	Act *Act
}

// Act is a submission that is corrected: in each original these fields of the
// header, see [corpus.FieldEdit].
type Act struct {
	Submission string
	Fields     map[corpus.Hash][]string
}

// Corpus is what the pipeline asks of the store about what is known already.
type Corpus interface {
	RenditionByHash(ctx context.Context, h corpus.Hash) (corpus.Rendition, bool, error)
	RenditionsOf(ctx context.Context, work string) ([]corpus.Rendition, error)
	SubmissionsOf(ctx context.Context, work string) ([]corpus.Submission, error)
	Reading(ctx context.Context, ref string) (corpus.Reading, error)
}

// Receipts tells under which paths a rendition was received.
type Receipts interface {
	ReceivedAs(ctx context.Context, ref string) ([]string, error)
}

// Corrector tells what people decided about the header of the document whose
// original has these bytes, in order, what was undone too.
type Corrector interface {
	HeaderDecisions(ctx context.Context, original corpus.Hash) ([]corpus.Decision, error)
}

// Keeper is what the pipeline asks of the store to keep.
type Keeper interface {
	BeginJob(ctx context.Context, date, program string) (int, error)
	Save(ctx context.Context, d corpus.Dossier, original []byte, at store.Place, line corpus.LedgerLine) error
	Submit(ctx context.Context, sub corpus.Submission, ref string, at store.Place, line corpus.LedgerLine) error
	Note(ctx context.Context, at store.Place, line corpus.LedgerLine) error
}

// Reader reads one file; a *[extract.SkipError] says why it cannot.
type Reader interface {
	Read(ctx context.Context, name string, data []byte, o extract.Options) (extract.Document, error)
}

// Tagger claims things of passages.
type Tagger interface {
	Tag(ctx context.Context, passages []corpus.Passage, about tag.Context) ([]corpus.Claim, error)
}

// Indexer brings the index level with the store.
type Indexer interface {
	Refresh(ctx context.Context) error
}

// Ingester runs jobs.
type Ingester struct {
	Corpus    Corpus
	Receipts  Receipts
	Corrector Corrector // nil where nobody corrects
	Keeper    Keeper
	Reader    Reader
	Segmenter segment.Segmenter
	Tagger    Tagger
	Indexer   Indexer
	// Program names this version, Codebook the one that tags.
	Program  string
	Codebook corpus.Hash
	// Done is called after each file, in the order given; may be nil.
	Done func(corpus.LedgerLine)
	// Turn waits until no other process gives a document its place in the same
	// corpus, and gives what ends the turn; may be nil where there is none.
	Turn func(context.Context) (end func() error, err error)
	// Stage is told how far the file with this number, from 1, has come, by
	// several goroutines; may be nil.
	Stage func(seq int, stage Stage)
}

// Stage is how far a file has come.
type Stage string

// The stages, in order; after the last comes the ledger line.
const (
	StageReading Stage = "reading"
	StageTagging Stage = "tagging"
	StageSaving  Stage = "saving"
)

func (in *Ingester) stage(seq int, s Stage) {
	if in.Stage != nil {
		in.Stage(seq, s)
	}
}
