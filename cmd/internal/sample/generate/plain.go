package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// writeTXT gives the text as a plain file with numbers typed, in its encoding.
func writeTXT(t text) ([]byte, error) {
	var lines []string
	h := t.Header
	if h.Layout != "none" {
		lines = append(lines, compact(h.Body, h.Meeting, h.Agenda)...)
		lines = append(lines, h.Document...)
		lines = append(lines, compact(h.Date, h.Original)...)
		lines = append(append(lines, h.Nature...), h.Title)
	}
	lines = append(lines, t.Box...)
	if len(t.Box) > 0 {
		lines = append(lines, "_______________")
	}
	for _, b := range t.blocks {
		lines = append(lines, plainBlock(b)...)
	}
	out := strings.Join(lines, "\n") + "\n"
	if t.Wrap > 0 {
		out = wrapLines(lines, t.Wrap)
	}
	return encode(out, t.Encoding)
}

func plainBlock(b block) []string {
	if b.style == table {
		rows := make([]string, len(b.rows))
		for i, row := range b.rows {
			rows[i] = strings.Join(row, "\t")
		}
		return rows
	}
	var s strings.Builder
	for _, r := range b.runs {
		if r.mark != "del" {
			s.WriteString(r.text)
		}
	}
	switch {
	case b.style == bullet:
		return []string{"·  " + s.String()}
	case b.printed != "":
		return []string{b.printed + "\t" + s.String()}
	}
	return []string{s.String()}
}

// wrapLines breaks lines at spaces and parts paragraphs by an empty line, as
// mail programs do.
func wrapLines(lines []string, width int) string {
	var out strings.Builder
	for _, line := range lines {
		column := 0
		for i, w := range strings.Split(line, " ") {
			n := utf8.RuneCountInString(w)
			switch {
			case i == 0:
			case column+1+n > width:
				out.WriteString("\n")
				column = 0
			default:
				out.WriteString(" ")
				column++
			}
			out.WriteString(w)
			column += n
		}
		out.WriteString("\n\n")
	}
	return out.String()
}

// encode writes other encodings than UTF-8 with the line ends of Windows.
func encode(s, name string) ([]byte, error) {
	var e encoding.Encoding
	switch name {
	case "utf-8":
		return []byte(s), nil
	case "windows-1251":
		e = charmap.Windows1251
	case "utf-16le":
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	default:
		return nil, fmt.Errorf("unknown encoding %q", name)
	}
	out, err := e.NewEncoder().Bytes([]byte(strings.ReplaceAll(s, "\n", "\r\n")))
	if err != nil {
		return nil, fmt.Errorf("encode as %s: %w", name, err)
	}
	return out, nil
}
