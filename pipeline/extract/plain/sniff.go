package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// magics begin files of well-known formats that are not text.
var magics = []string{
	"PK\x03\x04", "%PDF-", "\x89PNG", "\xff\xd8\xff", "GIF8", "\xd0\xcf\x11\xe0", "\x1f\x8b",
	"7z\xbc\xaf", "Rar!", "BZh", "\xfd7zXZ", "II*\x00", "MM\x00*", "\x7fELF", "MZ\x90\x00", "SQLite format 3\x00",
	"OggS", "ID3", "RIFF", "wOFF", "\x00\x01\x00\x00\x00",
}

// IsBinary reports whether the data look like no text at all, in any encoding.
func IsBinary(data []byte) bool {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m)) {
			return true
		}
	}
	head := data[:min(len(data), 32<<10)]
	if text, _, ok := decodeMarked(head); ok {
		return !mostlyText(text)
	}
	if text, _, ok := decodeWide(head); ok {
		return !mostlyText(text)
	}
	control := 0
	for _, b := range head {
		if b < 0x20 && !bytes.ContainsRune([]byte("\t\n\v\f\r\x1a\x1b"), rune(b)) || b == 0x7F {
			control++
		}
	}
	return control*50 > len(head)
}

// mostlyText reports whether few characters are controls or unknown.
func mostlyText(text string) bool {
	odd, all := 0, 0
	for _, r := range text {
		all++
		if r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) || !unicode.IsGraphic(r) && !unicode.In(r, unicode.Cf, unicode.Cc) {
			odd++
		}
	}
	return odd*20 <= all
}

// LooksLikeHTML reports whether the data begin as a web page does, in any
// encoding: with a document type, a root element, or several tags of a body.
func LooksLikeHTML(data []byte) bool {
	head := data[:min(len(data), 4<<10)]
	text, _, ok := decodeMarked(head)
	if !ok {
		text, _, ok = decodeWide(head)
	}
	if !ok {
		text = string(head)
	}
	text = strings.ToLower(strings.TrimLeft(text, "\ufeff \t\r\n\x00"))
	text = skipPrologue(text)
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<frameset"} {
		if strings.HasPrefix(text, tag) {
			return true
		}
	}
	if strings.Contains(text, "<!doctype html") || strings.Contains(text, "<html") && strings.Contains(text, "<head") {
		return true
	}
	tags := 0
	for _, tag := range []string{"<p>", "<p ", "<div", "<table", "<h1", "<h2", "<ul", "<ol", "<br", "</p>", "</a>", "</li>"} {
		if strings.Contains(text, tag) {
			tags++
		}
	}
	return strings.HasPrefix(text, "<") && tags >= 2
}

// skipPrologue passes an XML declaration and comments.
func skipPrologue(text string) string {
	for range 16 {
		switch {
		case strings.HasPrefix(text, "<?"):
			_, text, _ = strings.Cut(text, ">")
		case strings.HasPrefix(text, "<!--"):
			_, text, _ = strings.Cut(text, "-->")
		default:
			return text
		}
		text = strings.TrimLeft(text, " \t\r\n")
	}
	return text
}
