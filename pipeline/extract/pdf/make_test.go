package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// maker writes small PDFs for the tests: text where it is told, level and upright
// lines, pictures. Fonts F1 and F2 are Helvetica and its bold; F3 draws any
// character, in the order given, half as wide as it is high.
type maker struct {
	width, height float64
	pages         []string
	now           strings.Builder
	codes         []rune
	// trailer is added to the trailer, such as "/Encrypt …".
	trailer string
}

func newMaker() *maker { return &maker{width: 595, height: 842} }

// text writes s with its first letter at x, y.
func (m *maker) text(x, y, size float64, s string) { m.put("F1", x, y, size, s) }
func (m *maker) bold(x, y, size float64, s string) { m.put("F2", x, y, size, s) }

func (m *maker) put(font string, x, y, size float64, s string) {
	s = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
	fmt.Fprintf(&m.now, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, s)
}

// drawn writes s from left to right as it stands, whatever its script.
func (m *maker) drawn(x, y, size float64, s string) {
	var hex strings.Builder
	for _, r := range s {
		fmt.Fprintf(&hex, "%04X", m.code(r))
	}
	fmt.Fprintf(&m.now, "BT /F3 %g Tf %g %g Td <%s> Tj ET\n", size, x, y, hex.String())
}

func (m *maker) code(r rune) int {
	for i, c := range m.codes {
		if c == r {
			return i + 1
		}
	}
	m.codes = append(m.codes, r)
	return len(m.codes)
}

// line draws a thin line.
func (m *maker) line(x0, y0, x1, y1 float64) {
	fmt.Fprintf(&m.now, "0.5 w %g %g m %g %g l S\n", x0, y0, x1, y1)
}

// picture covers a rectangle with a grey picture.
func (m *maker) picture(x, y, w, h float64) {
	fmt.Fprintf(&m.now, "q %g 0 0 %g %g %g cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n", w, h, x, y)
}

// page ends a page.
func (m *maker) page() {
	m.pages = append(m.pages, m.now.String())
	m.now.Reset()
}

// bytes ends the document.
func (m *maker) bytes() []byte {
	if m.now.Len() > 0 || len(m.pages) == 0 {
		m.page()
	}
	var objects []string
	add := func(s string) { objects = append(objects, s) }
	add("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	first := 9
	for i := range m.pages {
		fmt.Fprintf(&kids, "%d 0 R ", first+2*i)
	}
	add(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(m.pages), kids.String()))
	add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
	add("<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>")
	add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>")
	add("<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -250 500 800] /ItalicAngle 0 /Ascent 800 /Descent -250 /CapHeight 700 /StemV 80 >>")
	add(stream(m.toUnicode()))
	for i, content := range m.pages {
		add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>",
			m.width, m.height, first+2*i+1))
		add(stream(content))
	}
	return m.assemble(objects)
}

func stream(s string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s), s)
}

// toUnicode says what the codes of F3 mean.
func (m *maker) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n")
	b.WriteString("1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	for i, r := range m.codes {
		fmt.Fprintf(&b, "1 beginbfchar <%04X> <", i+1)
		for _, u := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "%04X", u)
		}
		b.WriteString("> endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end")
	return b.String()
}

// assemble writes objects, numbered from 1, with their table.
func (m *maker) assemble(objects []string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, m.trailer, table)
	return out.Bytes()
}
