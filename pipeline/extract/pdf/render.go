package pdf

import (
	"fmt"
	"image"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"

	"github.com/tetratelabs/wazero/api"
)

const (
	// maxPixels bounds an image; a page of A3 at 300 dpi has 17 million.
	maxPixels = 40 << 20
	// bitmapGrey and bitmapBGRx are formats of bitmaps, fpdfview.h.
	bitmapGrey = 1
	bitmapBGRx = 3
	// renderAnnotations and renderGrey are flags of rendering.
	renderAnnotations = 0x01
	renderGrey        = 0x08
)

// Render draws page number, counted from 1, as people see it.
func (r *Reader) Render(data []byte, number, dpi int) (image.Image, error) {
	g, err := r.open()
	if err != nil {
		return nil, err
	}
	defer g.close()
	document, err := g.document(data)
	if err != nil {
		return nil, err
	}
	return g.render(document, number-1, dpi, false)
}

// render draws page i, counted from 0.
func (g *guest) render(document uint64, i, dpi int, grey bool) (image.Image, error) {
	page := g.call("FPDF_LoadPage", document, uint64(i))
	if page == 0 {
		return nil, block.Skip(corpus.ReasonBroken, "page %d cannot be opened", i+1)
	}
	defer g.call("FPDF_ClosePage", page)
	width := int(api.DecodeF32(g.call("FPDF_GetPageWidthF", page)) * float32(dpi) / 72)
	height := int(api.DecodeF32(g.call("FPDF_GetPageHeightF", page)) * float32(dpi) / 72)
	if width < 1 || height < 1 || width > maxPixels/height {
		return nil, block.Skip(corpus.ReasonTooLarge, "page %d is too large to draw", i+1)
	}
	format, bytes, flags := uint64(bitmapBGRx), 4, uint64(renderAnnotations)
	if grey {
		format, bytes, flags = bitmapGrey, 1, renderAnnotations|renderGrey
	}
	bitmap := g.call("FPDFBitmap_CreateEx", uint64(width), uint64(height), format, 0, 0)
	if bitmap == 0 {
		return nil, fmt.Errorf("page %d: %w", i+1, errGuestMemory)
	}
	defer g.call("FPDFBitmap_Destroy", bitmap)
	g.call("FPDFBitmap_FillRect", bitmap, 0, 0, uint64(width), uint64(height), 0xFFFFFFFF)
	g.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, uint64(width), uint64(height), 0, flags)
	stride := int(uint32(g.call("FPDFBitmap_GetStride", bitmap)))
	at := g.call("FPDFBitmap_GetBuffer", bitmap)
	if g.err != nil {
		return nil, g.broken()
	}
	if stride < width*bytes {
		return nil, fmt.Errorf("page %d: a bitmap %d wide has lines of %d bytes", i+1, width, stride)
	}
	pixels, ok := g.memory.Read(uint32(at), uint32(stride*height))
	if !ok {
		return nil, fmt.Errorf("page %d: %w", i+1, errGuestMemory)
	}
	if grey {
		return greyImage(pixels, width, height, stride), nil
	}
	return colourImage(pixels, width, height, stride), nil
}

func greyImage(pixels []byte, width, height, stride int) image.Image {
	img := image.NewGray(image.Rect(0, 0, width, height))
	for y := range height {
		copy(img.Pix[y*img.Stride:], pixels[y*stride:y*stride+width])
	}
	return img
}

func colourImage(pixels []byte, width, height, stride int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := pixels[y*stride:], img.Pix[y*img.Stride:]
		for x := range width {
			to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = from[4*x+2], from[4*x+1], from[4*x], 0xFF
		}
	}
	return img
}
