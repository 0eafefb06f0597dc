package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// word writes the main part of a Word file.
type word struct {
	text  text
	rtl   bool
	out   bytes.Buffer
	notes []note
	// changes counts tracked changes, whose IDs must differ.
	changes int
}

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func (w *word) document() {
	w.out.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	w.printf(`<w:document %s><w:body>`, wordSpace)
	w.header()
	for _, b := range w.text.blocks {
		w.block(b)
	}
	w.printf(`<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId6"/>`)
	w.printf(`<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1134" w:header="720" w:footer="720" w:gutter="0"/>`)
	w.printf(`<w:titlePg/>%s</w:sectPr></w:body></w:document>`, w.when(w.rtl, `<w:bidi/>`))
}

func (w *word) header() {
	h := w.text.Header
	left := compact(h.Body, h.Meeting)
	right := append(append(compact(h.Agenda), h.Document...), compact(h.Date, h.Original)...)
	switch h.Layout {
	case "table":
		w.headerTable(left, right)
	case "lines":
		for _, line := range append(left, right...) {
			w.paragraph("Normal", "", []run{{text: line}})
		}
	}
	for _, line := range h.Nature {
		w.paragraph("Source", "", []run{{text: line}})
	}
	if h.Title != "" {
		w.paragraph("Title1", "", []run{{text: h.Title}})
	}
	if len(w.text.Box) > 0 {
		w.box()
		w.paragraph("Normal", `<w:jc w:val="center"/>`, []run{{text: "_______________"}})
	}
}

func (w *word) headerTable(left, right []string) {
	w.openTable(5103, 4536)
	w.printf(`<w:tr><w:tc><w:tcPr><w:tcW w:w="5103" w:type="dxa"/></w:tcPr>`)
	for _, line := range left {
		w.paragraph("Headingb", "", []run{{text: line}})
	}
	w.printf(`</w:tc><w:tc><w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr>`)
	for _, line := range right {
		w.paragraph("Headingb", "", []run{{text: line}})
	}
	w.printf(`</w:tc></w:tr></w:tbl>`)
}

// box is a table of one cell with a frame.
func (w *word) box() {
	w.openTable(9639)
	w.printf(`<w:tr><w:tc><w:tcPr><w:tcW w:w="9639" w:type="dxa"/><w:tcBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right"} {
		w.printf(`<w:%s w:val="single" w:sz="12" w:space="0" w:color="auto"/>`, side)
	}
	w.printf(`</w:tcBorders></w:tcPr>`)
	for i, line := range w.text.Box {
		w.paragraph([]string{"Headingb", "Normal"}[i%2], "", []run{{text: line}})
	}
	w.printf(`</w:tc></w:tr></w:tbl>`)
}

func (w *word) openTable(widths ...int) {
	w.printf(`<w:tbl><w:tblPr>%s<w:tblW w:w="9639" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, w.when(w.rtl, `<w:bidiVisual/>`))
	for _, width := range widths {
		w.printf(`<w:gridCol w:w="%d"/>`, width)
	}
	w.printf(`</w:tblGrid>`)
}

func (w *word) block(b block) {
	switch b.style {
	case heading:
		w.numbered(fmt.Sprintf("Heading%d", b.level), b, 0)
	case numbered:
		w.numbered("Normal", b, 1)
	case item:
		w.numbered("enumlev1", b, 2)
	case bullet:
		w.paragraph("enumlev1", numPr(4, 0), b.runs)
	case quote:
		w.paragraph("Quote", "", b.runs)
	case table:
		w.table(b)
	case rule:
		w.paragraph("Normal", `<w:jc w:val="center"/>`, b.runs)
	default:
		w.paragraph("Normal", w.insertedMark(b), b.runs)
	}
}

// numbered writes a paragraph with its number, computed by Word or typed.
func (w *word) numbered(style string, b block, level int) {
	switch {
	case b.printed == "":
		w.paragraph(style, w.insertedMark(b), b.runs)
	case w.text.Numbering == "auto":
		list := map[string]int{"sections": 1, "roman": 2, "continuous": 3}[w.text.Scheme]
		if list == 3 {
			level--
		}
		w.paragraph(style, numPr(list, level)+w.insertedMark(b), b.runs)
	default:
		mark := ""
		if b.added {
			mark = "ins"
		}
		w.paragraph(style, w.insertedMark(b), append([]run{{text: b.printed + "\t", mark: mark}}, b.runs...))
	}
}

func numPr(list, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list)
}

func (w *word) table(b block) {
	width := 9639 / len(b.rows[0])
	widths := make([]int, len(b.rows[0]))
	for i := range widths {
		widths[i] = width
	}
	w.openTable(widths...)
	for i, row := range b.rows {
		w.printf(`<w:tr>%s`, w.when(i == 0, `<w:trPr><w:tblHeader/></w:trPr>`))
		for _, cell := range row {
			w.printf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders></w:tcPr>`, width)
			w.paragraph([]string{"Tabletext", "Tablehead"}[bit(i == 0)], "", []run{{text: cell}})
			w.printf(`</w:tc>`)
		}
		w.printf(`</w:tr>`)
	}
	w.printf(`</w:tbl>`)
}

var latin = regexp.MustCompile(`[A-Za-z][A-Za-z0-9()./-]*|\d+(?:[-./]\d+)+`)

// pieces splits right-to-left text at its Latin words and compound numbers, as
// Word does: only the rest may carry the right-to-left property.
func (w *word) pieces(s string) []piece {
	if !w.rtl {
		return []piece{{s, false}}
	}
	var out []piece
	at := 0
	for _, m := range latin.FindAllStringIndex(s, -1) {
		if m[0] > at {
			out = append(out, piece{s[at:m[0]], true})
		}
		out = append(out, piece{s[m[0]:m[1]], false})
		at = m[1]
	}
	if at < len(s) {
		out = append(out, piece{s[at:], true})
	}
	return out
}

type piece struct {
	text string
	rtl  bool
}

func (w *word) printf(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

func (w *word) when(cond bool, s string) string { return strings.Repeat(s, bit(cond)) }

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compact drops empty lines.
func compact(lines ...string) []string {
	var out []string
	for _, l := range lines {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}
