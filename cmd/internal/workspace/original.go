package workspace

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// original is a file system of one file, which lies in the workspace under its
// hash.
type original struct {
	name string
	data []byte
}

// Open opens the file.
func (o original) Open(name string) (fs.File, error) {
	if name != o.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return openOriginal{bytes.NewReader(o.data), o}, nil
}

type openOriginal struct {
	io.Reader
	original
}

func (f openOriginal) Stat() (fs.FileInfo, error) { return f, nil }
func (f openOriginal) Close() error               { return nil }
func (f openOriginal) Name() string               { return f.name }
func (f openOriginal) Size() int64                { return int64(len(f.data)) }
func (f openOriginal) Mode() fs.FileMode          { return 0o444 }
func (f openOriginal) ModTime() time.Time         { return time.Time{} }
func (f openOriginal) IsDir() bool                { return false }
func (f openOriginal) Sys() any                   { return nil }
