package pdf

import (
	"encoding/binary"
	"testing"
	"time"

	"rapporteur/pipeline/extract/block"
)

// FuzzSecond looks for panics that escape. That the engine loops for ever or asks
// for too much memory is known, and why it runs in a child: numbers of many
// digits are left out, and what takes too long is given up.
func FuzzSecond(f *testing.F) {
	m := newMaker()
	m.text(70, 700, 11, "a line of text")
	f.Add(m.bytes())
	f.Add([]byte("%PDF-1.4\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		digits := 0
		for _, c := range data {
			if digits++; c < '0' || c > '9' {
				digits = 0
			}
			if digits > 6 {
				t.Skip("a number that may be a size")
			}
		}
		done := make(chan bool)
		go func() {
			_, _ = Second(data, block.Options{MaxPages: 50})
			close(done)
		}()
		select {
		case <-done:
		case <-time.After(2 * time.Second):
			t.Skip("a known weakness: the engine does not end")
		}
	})
}

// FuzzGeometry makes pages of letters at random places and expects blocks that
// hold together.
func FuzzGeometry(f *testing.F) {
	f.Add([]byte("The letters of this seed stand where their codes say, all over the page."), uint8(0))
	f.Add([]byte{10, 20, 30, 'a', 10, 20, 34, 'b', 10, 40, 30, '-', 90, 90, 90, '1', 5, 5, 5, 0xFF}, uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, kind uint8) {
		if len(data) > 8000 {
			t.Skip("longer than a page")
		}
		var sheets []*sheet
		for n := 1; n <= 2; n++ {
			sheets = append(sheets, randomPage(data, kind, n).sheet())
		}
		doc := block.Document{Pages: len(sheets)}
		compose(&doc, sheets, nil, block.Options{})
		checkBlocks(t, doc)
	})
}

// randomPage makes a letter of every four bytes.
func randomPage(data []byte, kind uint8, number int) *page {
	p := &page{number: number, width: 600, height: 800, styles: []style{
		{font: "a", size: 10}, {font: "b", size: 16, bold: true}, {font: "c", size: 6.5}, {font: "d", size: 0}, {font: "e", size: 11, turn: int(kind & 3)},
	}}
	alphabet := []rune("ab-12 .)(\u00AD\u0002\u0640\uFB01éابلـًم•*文，а—\uF0B7\uFFFD\x1e\u200F")
	for i := 0; i+4 <= len(data); i += 4 {
		x, y := float32(data[i])*2.3, float32(data[i+1])*3.1
		g := glyph{r: alphabet[int(data[i+2])%len(alphabet)], x: x, base: y, style: int(data[i+3]) % len(p.styles)}
		w := float32(data[i+3]>>4) - 1
		g.box = rect{x, y - 2, x + max(w, 0), y + 8}
		g.made = g.r == ' ' && data[i+3]&8 != 0
		p.glyphs = append(p.glyphs, g)
		if data[i+3] == 0xAA {
			to := float32(binary.LittleEndian.Uint16(data[i:])) / 100
			p.rules = append(p.rules, rect{x, y, x + to, y}, rect{x, y - to, x, y})
		}
	}
	p.survey()
	return p
}
