package extract

import (
	"bytes"
	"context"
	"image/png"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/child"
)

// The bounds of a drawing's resolution.
const (
	leastDPI = 36
	mostDPI  = 300
)

// Draw gives a page of a PDF as a picture in PNG, drawn in a child process. Pages
// count from 1; a page of 72 points at 144 dpi is 144 pixels wide. What cannot be
// drawn is a [SkipError].
func (r *Reader) Draw(ctx context.Context, name string, data []byte, page, dpi int) ([]byte, error) {
	if page < 1 || dpi < leastDPI || dpi > mostDPI {
		return nil, corpus.Errorf(corpus.CodeUsage, "draw %s: page %d at %d dpi: pages count from 1, and %d to %d dpi are drawn", name, page, dpi, leastDPI, mostDPI)
	}
	if !looksLikePDF(data) {
		return nil, corpus.Errorf(corpus.CodeUsage, "draw %s: only a PDF has pages that can be drawn", name)
	}
	p, err := respond(ctx, r.first, child.Request{Op: opDraw, Name: name, Data: data, Page: page, DPI: dpi})
	return p.Picture, err
}

// draw is what a child does.
func (d *direct) draw(data []byte, page, dpi int) ([]byte, error) {
	r, err := d.reader()
	if err != nil {
		return nil, err
	}
	img, err := r.Render(data, page, dpi)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, img)
	return out.Bytes(), err
}
