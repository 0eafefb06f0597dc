package workspace

import (
	"context"
	"io/fs"
	"path"
	"runtime"

	"rapporteur/cmd/internal/owner"
	"rapporteur/corpus"
	"rapporteur/pipeline"
	"rapporteur/pipeline/extract"
	"rapporteur/pipeline/segment"
)

// Ingesting is what a job needs beside the workspace.
type Ingesting struct {
	// Worker is the command line that starts a child which reads files.
	Worker []string
	// Program names this version.
	Program string
	// Done and Stage tell of progress, as in [pipeline.Ingester]; may be nil.
	Done  func(corpus.LedgerLine)
	Stage func(seq int, stage pipeline.Stage)
}

// Ingest runs a job.
func (w *Workspace) Ingest(ctx context.Context, job pipeline.Job, o Ingesting) (corpus.Ledger, error) {
	return w.ingest(ctx, job, o, w.Store)
}

// keeper is where documents are kept, and what was decided about them.
type keeper interface {
	pipeline.Keeper
	pipeline.Corrector
}

func (w *Workspace) ingest(ctx context.Context, job pipeline.Job, o Ingesting, k keeper) (corpus.Ledger, error) {
	tagger, err := w.Tagger()
	if err != nil {
		return corpus.Ledger{}, err
	}
	reader := extract.NewReader(o.Worker, job.Workers)
	defer reader.Close()
	in := &pipeline.Ingester{
		Corpus: w.Store, Receipts: w.Store, Corrector: k, Keeper: k, Reader: reader, Segmenter: segment.Segmenter{Names: w.Members},
		Tagger: tagger, Indexer: w, Program: o.Program, Codebook: w.Book.Hash(), Done: o.Done, Stage: o.Stage,
		Turn: func(ctx context.Context) (func() error, error) { return owner.Turn(ctx, w.Dir) },
	}
	return in.Ingest(ctx, job)
}

// Defaults fills what a job leaves open from the settings.
func (w *Workspace) Defaults(job *pipeline.Job) error {
	s, err := ReadSettings(w.Dir)
	if err != nil {
		return err
	}
	if job.Flags.Usual == "" {
		job.Flags.Usual = s.Meeting
	}
	if job.Workers == 0 {
		job.Workers = s.Jobs
	}
	if job.Workers == 0 {
		job.Workers = runtime.NumCPU()
	}
	return nil
}

// FolderInputs lists the files of a folder in order of name, each under the
// folder's name; those that leaveOut names are passed over.
func FolderInputs(root fs.FS, folder string, leaveOut func(path string) bool) ([]pipeline.Input, error) {
	var list []pipeline.Input
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		name := path.Join(folder, p)
		if err != nil { // a folder that cannot be listed, or a file that went away
			list = append(list, pipeline.Input{Name: name, FS: root, Path: p, Err: err})
			return nil
		}
		if d.IsDir() || leaveOut(p) {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			list = append(list, pipeline.Input{Name: name, FS: root, Path: p, Err: err})
			return nil
		}
		list = append(list, pipeline.Input{Name: name, FS: root, Path: p, Size: SizeOf(info)})
		return nil
	})
	return list, err
}

// SizeOf is -1 for what is not a regular file: a link, a pipe, a device.
func SizeOf(info fs.FileInfo) int64 {
	if !info.Mode().IsRegular() {
		return -1
	}
	return info.Size()
}
