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
	opScan   = "scan"   // the whole reading of a PDF with every scanned page
	opDraw   = "draw"   // one page of a PDF as a picture
)

// A hanging reader is killed at its deadline. The second reading takes
// milliseconds or hangs, and nothing waits for it long; recognising takes some
// seconds a page.
const (
	firstDeadline  = 25 * time.Second
	secondDeadline = 5 * time.Second
	scanDeadline   = 15 * time.Minute
)

// Reader reads files in child processes, which stay alive between files.
type Reader struct {
	first, second, scans *child.Pool
}

// NewReader makes a reader whose children are started with command, which must
// call [Serve]; at most jobs files are read at a time.
func NewReader(command []string, jobs int) *Reader {
	return &Reader{
		first:  child.NewPool(command, nil, jobs, firstDeadline),
		second: child.NewPool(command, nil, jobs, secondDeadline),
		scans:  child.NewPool(command, nil, jobs, scanDeadline),
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
	r.scans.Close()
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
	doc, err := r.readPDF(ctx, child.Request{Op: opRead, Name: name, Data: data, Options: o})
	if pdf.CanScan() && (reasonOf(err) == corpus.ReasonScanned || doc.Postponed > 0) {
		return ask(ctx, r.scans, child.Request{Op: opScan, Name: name, Data: data, Options: o})
	}
	return doc, err
}

// readPDF reads with both engines at a time. The second stands in where the
// first fails.
func (r *Reader) readPDF(ctx context.Context, q child.Request) (Document, error) {
	type answer struct {
		text string
		err  error
	}
	second := make(chan answer, 1)
	go func() {
		other := q
		other.Op = opSecond
		p, err := respond(ctx, r.second, other)
		second <- answer{p.Text, err}
	}()
	doc, err := ask(ctx, r.first, q)
	other := <-second
	switch reasonOf(err) {
	case corpus.ReasonNone:
	case corpus.ReasonBroken, corpus.ReasonMemory, corpus.ReasonTimeout:
		if stand, standErr := pdf.Fallback(other.text); other.err == nil && standErr == nil {
			stand.Warnings = append(stand.Warnings, "read by the second engine alone, for the first said: "+err.Error())
			return stand, nil
		}
		return doc, err
	default:
		return doc, err
	}
	if err != nil {
		return doc, err
	}
	pdf.Judge(&doc, other.text, other.err)
	if doc.Grade == corpus.GradeD {
		return doc, block.Skip(corpus.ReasonGarbled,
			"the file's fonts do not tell which letters it shows: ask the sender for the Word file or a PDF made anew")
	}
	return doc, nil
}

// reasonOf is the reason in a [SkipError], or none.
func reasonOf(err error) corpus.Reason {
	var skip *block.SkipError
	if errors.As(err, &skip) {
		return skip.Reason
	}
	return corpus.ReasonNone
}

// respond gives a response that says nothing went wrong, or what did.
func respond(ctx context.Context, pool *child.Pool, q child.Request) (child.Response, error) {
	p, err := pool.Do(ctx, q)
	switch {
	case err != nil:
		return p, err
	case p.Skip != nil:
		return p, p.Skip
	case p.Err != "":
		return p, errors.New(p.Err)
	}
	return p, nil
}

// ask gives the document of a response.
func ask(ctx context.Context, pool *child.Pool, q child.Request) (Document, error) {
	p, err := respond(ctx, pool, q)
	return p.Document, err
}

// handle answers one request in a child.
func (d *direct) handle(q child.Request) child.Response {
	var p child.Response
	var err error
	switch q.Op {
	case opSecond:
		p.Text, err = pdf.Second(q.Data, q.Options)
	case opScan:
		p.Document, err = d.scan(q.Data, q.Options)
	case opDraw:
		p.Picture, err = d.draw(q.Data, q.Page, q.DPI)
	default:
		p.Document, err = d.read(q.Data, q.Options)
	}
	if err == nil {
		err = bounded(p.Document)
	}
	var skip *block.SkipError
	if errors.As(err, &skip) {
		p.Document, p.Skip = Document{}, skip
	} else if err != nil {
		p.Err = err.Error()
	}
	return p
}

// maxText bounds the text of one file, in bytes: some four thousand pages. More
// is no contribution, and would take minutes to segment and tag.
const maxText = 8 << 20

func bounded(doc Document) error {
	n := 0
	for _, b := range doc.Blocks {
		n += len(b.Text)
	}
	if n > maxText {
		return block.Skip(corpus.ReasonTooLarge, "%d MB of text, and %d are read at most: split the file", n>>20, maxText>>20)
	}
	return nil
}
