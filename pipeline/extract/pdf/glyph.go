package pdf

import (
	"math"
	"unicode"
	"unicode/utf16"

	"github.com/tetratelabs/wazero/api"
)

// glyph is one character of a page as PDFium saw it. Coordinates are in points
// of the page as displayed: origin bottom left of the visible part, after the
// page's own rotation.
type glyph struct {
	r rune
	// box is the glyph's cell: from its origin to its advance, from the font's
	// descent to its ascent.
	box rect
	// x and base are the glyph's origin: where the pen stands, and the baseline.
	x, base float32
	// style indexes page.styles.
	style int
	// made is set where PDFium inserted the character: spaces and line ends.
	made bool
	// unmapped is set where the font does not say what character it is.
	unmapped bool
}

// rect is a rectangle; left <= right and bottom <= top.
type rect struct{ left, bottom, right, top float32 }

func (r rect) width() float32  { return r.right - r.left }
func (r rect) height() float32 { return r.top - r.bottom }

// area is 0 for a rectangle that is none.
func (r rect) area() float32 { return max(r.width(), 0) * max(r.height(), 0) }

func (r rect) union(o rect) rect {
	return rect{min(r.left, o.left), min(r.bottom, o.bottom), max(r.right, o.right), max(r.top, o.top)}
}

// style is how a run of text is set.
type style struct {
	font string
	// size is in points as displayed.
	size   float32
	bold   bool
	italic bool
	// turn is the direction of writing in quarter turns anticlockwise.
	turn int
	// arabic is set where letters written from right to left are set so.
	arabic bool
}

// page is what is known of one page before its text is put together.
type page struct {
	// number counts from 1.
	number        int
	width, height float32
	glyphs        []glyph
	styles        []style
	// rules are the thin straight lines drawn on the page.
	rules []rect
	// images is the part of the page that pictures cover, 0 to 1.
	images float32
	// spaced is set where the content holds spaces of its own, so that those that
	// PDFium saw in gaps need not be believed. rtl is set where most letters are
	// written from right to left.
	spaced, rtl bool
}

const (
	// maxGlyphs bounds one page; a page of a newspaper has 30,000.
	maxGlyphs = 200_000
	// maxObjects bounds the drawings looked at on one page.
	maxObjects = 20_000
)

// letters are the functions that are called for every letter of a page.
type letters struct {
	unicode, object, box, origin, generated, unmapped api.Function
}

func (g *guest) letters() letters {
	return letters{
		unicode:   g.function("FPDFText_GetUnicode"),
		object:    g.function("FPDFText_GetTextObject"),
		box:       g.function("FPDFText_GetLooseCharBox"),
		origin:    g.function("FPDFText_GetCharOrigin"),
		generated: g.function("FPDFText_IsGenerated"),
		unmapped:  g.function("FPDFText_HasUnicodeMapError"),
	}
}

// page reads page i of a document, counted from 0. Where PDFium cannot open the
// page, it has no text.
func (g *guest) page(document uint64, i int) *page {
	p := &page{number: i + 1}
	handle := g.call("FPDF_LoadPage", document, uint64(i))
	if handle == 0 {
		return p
	}
	p.width = api.DecodeF32(g.call("FPDF_GetPageWidthF", handle))
	p.height = api.DecodeF32(g.call("FPDF_GetPageHeightF", handle))
	view := g.view(handle, p)
	g.readGlyphs(handle, p, view)
	p.survey()
	g.readDrawings(handle, p, view)
	g.call("FPDF_ClosePage", handle)
	return p
}

// view maps a page's own coordinates to those of its display.
type view struct {
	// x, y is the corner of the visible part.
	x, y float32
	// turn is the page's rotation in quarter turns clockwise.
	turn int
	// width and height are those of the page as displayed.
	width, height float32
}

func (g *guest) view(handle uint64, p *page) view {
	v := view{width: p.width, height: p.height}
	if g.call("FPDF_GetPageBoundingBox", handle, g.scratch) != 0 {
		// FS_RECTF: left, top, right, bottom.
		v.x, v.y = g.float(0), min(g.float(4), g.float(12))
	}
	v.turn = int(int32(g.call("FPDFPage_GetRotation", handle))) & 3
	return v
}

// point turns a point of the page into one of the display.
func (v view) point(x, y float32) (float32, float32) {
	x, y = x-v.x, y-v.y
	switch v.turn {
	case 1:
		return y, v.height - x
	case 2:
		return v.width - x, v.height - y
	case 3:
		return v.width - y, x
	}
	return x, y
}

func (v view) rect(left, bottom, right, top float32) rect {
	x0, y0 := v.point(left, bottom)
	x1, y1 := v.point(right, top)
	return rect{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

// readGlyphs fills p.glyphs in the order of PDFium, which is that of the page's
// content with right-to-left stretches turned round.
func (g *guest) readGlyphs(handle uint64, p *page, v view) {
	text := g.call("FPDFText_LoadPage", handle)
	if text == 0 {
		return
	}
	f := g.letters()
	n := int(int32(g.call("FPDFText_CountChars", text)))
	n = min(n, maxGlyphs)
	p.glyphs = make([]glyph, 0, max(n, 0))
	seen := map[uint64]int{}
	var last uint64
	style := -1
	for i := 0; i < n && g.err == nil; i++ {
		at := uint64(i)
		r := rune(int32(g.do(f.unicode, text, at)))
		c := glyph{r: r, style: style}
		if r <= ' ' {
			c.made = int32(g.do(f.generated, text, at)) == 1
		}
		if !c.made {
			if object := g.do(f.object, text, at); object != last || style < 0 {
				last = object
				style = g.style(text, at, object, seen, p, v)
				c.style = style
			}
			c.unmapped = int32(g.do(f.unmapped, text, at)) == 1
		}
		g.do(f.box, text, at, g.scratch)
		c.box = v.rect(g.float(0), g.float(12), g.float(8), g.float(4))
		g.do(f.origin, text, at, g.scratch, g.scratch+8)
		x, y := v.point(float32(g.double(0)), float32(g.double(8)))
		c.x, c.base = x, y
		if c.style < 0 {
			continue
		}
		if sane(c.box) && sane(rect{x, y, x, y}) {
			p.add(c)
		}
	}
	g.call("FPDFText_ClosePage", text)
}

// add appends c; two halves of a UTF-16 pair become one character.
func (p *page) add(c glyph) {
	if n := len(p.glyphs); n > 0 {
		last := &p.glyphs[n-1]
		if r := utf16.DecodeRune(last.r, c.r); r != unicode.ReplacementChar {
			last.r = r
			return
		}
	}
	p.glyphs = append(p.glyphs, c)
}

// sane refuses coordinates that no page has.
func sane(r rect) bool {
	const far = 1e5
	for _, v := range [4]float32{r.left, r.bottom, r.right, r.top} {
		if !(v > -far && v < far) {
			return false
		}
	}
	return true
}

// style finds how the letter at is set. All letters of one text object are set
// alike; seen maps objects to entries of p.styles.
func (g *guest) style(text, at, object uint64, seen map[uint64]int, p *page, v view) int {
	if i, ok := seen[object]; ok && object != 0 {
		return i
	}
	size := api.DecodeF64(g.call("FPDFText_GetFontSize", text, at))
	s := style{}
	if g.call("FPDFText_GetMatrix", text, at, g.scratch) != 0 {
		a, b := float64(g.float(0)), float64(g.float(4))
		c, d := float64(g.float(8)), float64(g.float(12))
		size *= math.Hypot(c, d)
		s.turn = (quarter(a, b) - v.turn + 4) & 3
	}
	s.size = float32(size)
	if weight := int32(g.call("FPDFText_GetFontWeight", text, at)); weight >= 600 {
		s.bold = true
	}
	g.font(text, at, &s)
	i := len(p.styles)
	for j := range p.styles {
		if p.styles[j] == s {
			i = j
			break
		}
	}
	if i == len(p.styles) {
		p.styles = append(p.styles, s)
	}
	seen[object] = i
	return i
}

// quarter rounds the direction (a, b) to quarter turns anticlockwise.
func quarter(a, b float64) int {
	if math.IsNaN(a) || math.IsNaN(b) || (a == 0 && b == 0) {
		return 0
	}
	return int(math.Round(math.Atan2(b, a)/(math.Pi/2))+4) & 3
}

// Bits of a font descriptor's flags, PDF 32000-1 table 123.
const (
	flagItalic    = 1 << 6
	flagForceBold = 1 << 18
)

// font reads the name and the flags of the letter's font.
func (g *guest) font(text, at uint64, s *style) {
	const room = 128
	buf := g.call("malloc", room)
	if buf == 0 {
		return
	}
	n := int(int32(g.call("FPDFText_GetFontInfo", text, at, buf, room, g.scratch)))
	flags, _ := g.memory.ReadUint32Le(uint32(g.scratch))
	if n > 1 && n <= room {
		if name, ok := g.memory.Read(uint32(buf), uint32(n-1)); ok {
			s.font = string(name)
		}
	}
	g.call("free", buf)
	s.bold = s.bold || boldName(s.font) || flags&flagForceBold != 0
	s.italic = flags&flagItalic != 0
}
