package plain

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// sampleBytes bounds how much of a file the encodings are weighed on.
const sampleBytes = 48 << 10

// plausible is the least score of an encoding that is believed.
const plausible = 10

// Decode gives the text of a file and the name of its encoding. Valid UTF-8 is
// never taken for anything else; a byte order mark decides; a file that is
// partly UTF-8 is decoded piece by piece. The text has no byte order mark and
// keeps the file's line ends. The error is a [block.SkipError].
func Decode(data []byte) (text, charset string, err error) {
	text, charset, ok := decodeMarked(data)
	if !ok {
		text, charset, ok = decodeWide(data)
	}
	if !ok {
		text, charset, ok = decodeUTF8(data)
	}
	if !ok {
		text, charset, ok = decodeLegacy(data)
	}
	if !ok {
		return "", "", block.Skip(corpus.ReasonGarbled,
			"no known encoding makes readable text of it; save it as UTF-8 text or DOCX")
	}
	return repair(text), charset, nil
}

// decodeMarked decodes a file that begins with a byte order mark.
func decodeMarked(data []byte) (string, string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		if text, _, ok := decodeUTF8(data[3:]); ok {
			return text, "utf-8", true
		}
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}):
		return unmark(utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM).NewDecoder().Bytes(data[4:])), "utf-32le", true
	case bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return unmark(utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM).NewDecoder().Bytes(data[4:])), "utf-32be", true
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return utf16Text(data[2:], unicode.LittleEndian), "utf-16le", true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return utf16Text(data[2:], unicode.BigEndian), "utf-16be", true
	}
	return "", "", false
}

func unmark(out []byte, err error) string {
	if err != nil {
		return ""
	}
	return string(out)
}

// utf16Text decodes UTF-16; a last odd byte is dropped.
func utf16Text(data []byte, order unicode.Endianness) string {
	return unmark(unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data[:len(data)&^1]))
}

// decodeUTF8 decodes UTF-8, also where the file was cut inside its last
// character or a minority of it is in an older encoding.
func decodeUTF8(data []byte) (string, string, bool) {
	if utf8.Valid(data) {
		return string(data), "utf-8", true
	}
	if cut := trimCut(data); utf8.Valid(cut) && !ascii(cut) {
		return string(cut), "utf-8", true
	}
	return decodeMixed(data)
}

// trimCut takes off the first bytes of a character whose rest is missing.
func trimCut(data []byte) []byte {
	for n := 1; n <= 3 && n <= len(data); n++ {
		tail := data[len(data)-n:]
		if utf8.RuneStart(tail[0]) {
			if tail[0] >= 0xC2 && !utf8.FullRune(tail) {
				return data[:len(data)-n]
			}
			break
		}
	}
	return data
}

func ascii(data []byte) bool {
	for _, b := range data {
		if b >= 0x80 {
			return false
		}
	}
	return true
}

// decodeLegacy chooses among the older encodings.
func decodeLegacy(data []byte) (string, string, bool) {
	c, score := detect(data)
	if score < plausible {
		return "", "", false
	}
	return strings.TrimPrefix(c.decode(data), "\ufeff"), c.name, true
}

// detect weighs the older encodings on the lines that have high bytes. The
// opinion of chardet decides where scores are close.
func detect(data []byte) (best candidate, score int) {
	sample := highLines(data)
	hint := chardetHint(sample)
	l := lettersOf()
	score = -1000
	for _, c := range candidates() {
		s := l.score(c.units(sample), c.script) + c.bias
		if c.name == hint {
			s += 5
		}
		if s > score {
			best, score = c, s
		}
	}
	return best, score
}

func chardetHint(sample []byte) string {
	if len(sample) > 8<<10 {
		sample = sample[:8<<10]
	}
	name := strings.ToLower(chardet.Detect(sample).Encoding)
	switch name {
	case "gb2312", "gbk":
		return "gb18030"
	case "iso-8859-1", "ascii":
		return "windows-1252"
	case "maccyrillic":
		return "x-mac-cyrillic"
	}
	return name
}

// highLines gives the lines that have high bytes, up to [sampleBytes]; of a
// long line the part around its first high byte.
func highLines(data []byte) []byte {
	var sample []byte
	for len(data) > 0 && len(sample) < sampleBytes {
		line, rest, _ := bytes.Cut(data, []byte{'\n'})
		data = rest
		i := bytes.IndexFunc(line, func(r rune) bool { return r >= 0x80 })
		if i < 0 {
			continue
		}
		if room := sampleBytes - len(sample); len(line) > room {
			from := max(0, i-64)
			for from > 0 && line[from] >= 0x80 {
				from--
			}
			line = line[from:min(len(line), from+room)]
		}
		sample = append(append(sample, line...), '\n')
	}
	return sample
}
