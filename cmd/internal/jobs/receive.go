package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"os"
	"path"
	"path/filepath"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline/segment"
)

// inboxName is the folder of the workspace in which files wait that were sent.
const inboxName = "inbox"

// Limits bound what one form may send.
type Limits struct {
	Files                 int
	FileBytes, TotalBytes int64
}

// DefaultLimits are far above what a meeting receives.
var DefaultLimits = Limits{Files: 1000, FileBytes: 256 << 20, TotalBytes: 2 << 30}

// maxField bounds a form's plain field, maxSidecar its sidecar.
const (
	maxField   = 1 << 10
	maxSidecar = 4 << 20
)

// The fields of the form.
const (
	fieldFiles   = "files"
	fieldSidecar = "metadata"
	fieldFolder  = "folder"
	fieldMeeting = "meeting"
	fieldSource  = "source"
	fieldAgain   = "again"
)

// form is what has been taken of a form.
type form struct {
	limits Limits
	dir    string // the task's own, in the inbox
	spec   IngestSpec
	folder string
	files  []store.TaskFile
	total  int64
}

// Receive takes a form as it arrives: files, or the name of a folder of
// rapporteur.yaml, a sidecar, and what is known of the files. It gives the
// number of the task. A form that is too large, or broken off, leaves nothing.
func (m *Manager) Receive(ctx context.Context, who string, r *multipart.Reader) (id int, err error) {
	inbox := m.within(inboxName)
	if err := os.MkdirAll(inbox, 0o700); err != nil {
		return 0, err
	}
	dir, err := os.MkdirTemp(inbox, "batch-")
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(dir))
		}
	}()
	f := &form{limits: m.o.Limits, dir: dir, spec: IngestSpec{Dir: path.Join(inboxName, filepath.Base(dir)), Inbox: true}}
	if err := f.read(r); err != nil {
		return 0, err
	}
	if f.folder != "" && len(f.files) == 0 {
		if err := os.RemoveAll(dir); err != nil {
			return 0, err
		}
		return m.folder(ctx, who, f.folder, f.spec)
	}
	if len(f.files) == 0 {
		return 0, corpus.Errorf(corpus.CodeUsage, "no file was sent: choose files or a folder")
	}
	return m.addIngest(ctx, who, f.spec, f.files)
}

func (m *Manager) addIngest(ctx context.Context, who string, spec IngestSpec, files []store.TaskFile) (int, error) {
	body, err := json.Marshal(spec)
	if err != nil {
		return 0, err
	}
	return m.add(ctx, store.Task{Kind: KindIngest, Maker: who, Spec: body}, files)
}

func (f *form) read(r *multipart.Reader) error {
	for parts := 0; ; parts++ {
		if parts > f.limits.Files+10 {
			return corpus.Errorf(corpus.CodeUsage, "more than %d files in one go: send them in several", f.limits.Files)
		}
		part, err := r.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return corpus.Errorf(corpus.CodeUsage, "the files did not arrive whole: %w", err)
		}
		if err := f.take(part); err != nil {
			return err
		}
	}
}

// take takes one part of the form.
func (f *form) take(part *multipart.Part) error {
	name := part.FormName()
	switch {
	case name == fieldFiles:
		if part.FileName() == "" { // the field was left empty
			return nil
		}
		return f.takeFile(part)
	case name == fieldSidecar && part.FileName() != "":
		data, err := bounded(part, maxSidecar)
		if err != nil {
			return err
		}
		if _, err := segment.ParseSidecar(CleanName(part.FileName()), data); err != nil {
			return err
		}
		f.spec.Sidecar = string(data)
		return nil
	}
	data, err := bounded(part, maxField)
	if err != nil {
		return err
	}
	value := strings.TrimSpace(string(data))
	switch name {
	case fieldFolder:
		f.folder = value
	case fieldMeeting:
		f.spec.Meeting = value
	case fieldSource:
		f.spec.Source = value
	case fieldAgain:
		f.spec.Again = value == "1"
	}
	return nil
}

// bounded reads a part of at most limit bytes.
func bounded(part *multipart.Part, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(part, limit+1))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "the form did not arrive whole: %w", err)
	}
	if int64(len(data)) > limit {
		return nil, corpus.Errorf(corpus.CodeUsage, "the field %s has more than %d bytes", part.FormName(), limit)
	}
	return data, nil
}

// takeFile writes a file into a folder of its own, so that two of the same name
// stay two.
func (f *form) takeFile(part *multipart.Part) error {
	if len(f.files) >= f.limits.Files {
		return corpus.Errorf(corpus.CodeUsage, "more than %d files in one go: send them in several", f.limits.Files)
	}
	seq := len(f.files) + 1
	name := CleanName(part.FileName())
	at := path.Join(fmt.Sprintf("%04d", seq), name)
	if err := os.Mkdir(filepath.Join(f.dir, path.Dir(at)), 0o700); err != nil {
		return err
	}
	out, err := os.OpenFile(filepath.Join(f.dir, filepath.FromSlash(at)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	limit := min(f.limits.FileBytes, f.limits.TotalBytes-f.total)
	n, err := io.Copy(out, io.LimitReader(part, limit+1))
	if err := errors.Join(err, out.Close()); err != nil {
		return corpus.Errorf(corpus.CodeUsage, "%s did not arrive whole: %w", name, err)
	}
	if n > limit {
		return corpus.Errorf(corpus.CodeUsage, "%s is too large: a file has at most %d MiB, and all together %d", name, f.limits.FileBytes>>20, f.limits.TotalBytes>>20)
	}
	f.total += n
	f.files = append(f.files, store.TaskFile{Seq: seq, Name: name, Path: at, Size: n})
	return nil
}

// emptyInbox removes a task's own folder when nothing in it may be asked for
// again.
func (m *Manager) emptyInbox(t store.Task) error {
	var spec IngestSpec
	if t.Kind != KindIngest || json.Unmarshal(t.Spec, &spec) != nil || !spec.Inbox {
		return nil
	}
	dir := m.within(spec.Dir)
	if !t.State.Ended() { // just done: files that were not read stay
		left, err := filepath.Glob(filepath.Join(dir, "*", "*"))
		if err != nil || len(left) > 0 {
			return err
		}
	}
	return os.RemoveAll(dir)
}

// within resolves a path that is relative to the workspace.
func (m *Manager) within(path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(m.o.Workspace.Dir, path)
}
