package extract

import (
	"context"
	"errors"
	"io"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/extract/child"
	"rapporteur/pipeline/extract/pdf"
)

// The operations of a child.
const (
	opRead   = "read"   // the whole reading of one file
	opSecond = "second" // the second, independent reading of a PDF
)

// A hanging reader is killed at its deadline. The second reading takes
// milliseconds or hangs, and nothing waits for it long.
const (
	firstDeadline  = 25 * time.Second
	secondDeadline = 8 * time.Second
)

// Reader reads files in child processes, which stay alive between files.
type Reader struct {
	first, second *child.Pool
}

// NewReader makes a reader whose children are started with command, which must
// call [Serve]; at most jobs files are read at a time.
func NewReader(command []string, jobs int) *Reader {
	return &Reader{
		first:  child.NewPool(command, nil, jobs, firstDeadline),
		second: child.NewPool(command, nil, jobs, secondDeadline),
	}
}

// Serve is the life of a child: it answers requests on r until r ends.
func Serve(r io.Reader, w io.Writer) error {
	var d direct
	return child.Serve(r, w, d.handle)
}

// Close ends the children.
func (r *Reader) Close() {
	r.first.Close()
	r.second.Close()
}

// Read reads one file. A PDF is read twice, by engines that have nothing in
// common, and their agreement makes its grade. The error is a [SkipError]
// where the file is to blame.
func (r *Reader) Read(ctx context.Context, name string, data []byte, o Options) (Document, error) {
	if extension := legacy(data); extension != "" {
		docx, err := modern(ctx, data, extension)
		if err != nil {
			return Document{}, err
		}
		doc, err := ask(ctx, r.first, child.Request{Op: opRead, Name: name, Data: docx, Options: o})
		doc.MediaType, doc.Extractor = "application/msword", "libreoffice+docx"
		return doc, err
	}
	if !looksLikePDF(data) {
		return ask(ctx, r.first, child.Request{Op: opRead, Name: name, Data: data, Options: o})
	}
	second := make(chan child.Response, 1)
	failed := make(chan error, 1)
	go func() {
		p, err := r.second.Do(ctx, child.Request{Op: opSecond, Name: name, Data: data, Options: o})
		second <- p
		failed <- err
	}()
	doc, err := ask(ctx, r.first, child.Request{Op: opRead, Name: name, Data: data, Options: o})
	other, otherErr := <-second, <-failed
	if err != nil {
		return doc, err
	}
	if otherErr == nil && other.Err != "" {
		otherErr = errors.New(other.Err)
	}
	if otherErr == nil && other.Skip != nil {
		otherErr = other.Skip
	}
	pdf.Judge(&doc, other.Text, otherErr)
	if doc.Grade == corpus.GradeD {
		return doc, block.Skip(corpus.ReasonGarbled,
			"the file's fonts do not tell which letters it shows: ask the sender for the Word file or a PDF made anew")
	}
	return doc, nil
}

// ask gives the document of a response, or what it says went wrong.
func ask(ctx context.Context, pool *child.Pool, q child.Request) (Document, error) {
	p, err := pool.Do(ctx, q)
	switch {
	case err != nil:
		return Document{}, err
	case p.Skip != nil:
		return Document{}, p.Skip
	case p.Err != "":
		return Document{}, errors.New(p.Err)
	}
	return p.Document, nil
}

// handle answers one request in a child.
func (d *direct) handle(q child.Request) child.Response {
	var p child.Response
	var err error
	switch q.Op {
	case opSecond:
		p.Text, err = pdf.Second(q.Data, q.Options)
	default:
		p.Document, err = d.read(q.Data, q.Options)
	}
	var skip *block.SkipError
	if errors.As(err, &skip) {
		p.Skip = skip
	} else if err != nil {
		p.Err = err.Error()
	}
	return p
}
