package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// maxRepairs bounds how many times over a text may have been decoded wrongly.
const maxRepairs = 3

// repair undoes what an earlier program did that took UTF-8 for an older
// encoding: "Ã©" becomes "é" again. Only runs of characters that are the exact
// image of UTF-8 change, and those that could be meant only where the text has
// surer ones.
func repair(text string) string {
	for range maxRepairs {
		before := text
		text = repairWestern(text)
		text = repairRuns(text, charmap.Windows1251, unicode.Cyrillic)
		text = repairRuns(text, charmap.Windows1256, unicode.Arabic)
		if text == before {
			break
		}
	}
	return text
}

// westernByte gives the byte that windows-1252 shows as r, or that a decoder
// left as a control character.
func westernByte(r rune) (byte, bool) {
	if r >= 0x80 && r < 0x100 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// image reads one character of UTF-8 that stands in text as one character per
// byte. The size is that in text, 0 where there is none.
func image(text string, toByte func(rune) (byte, bool)) (r rune, size int) {
	var buf [4]byte
	n, want := 0, 1
	for i, c := range text {
		b, ok := toByte(c)
		switch {
		case !ok || b < 0x80:
			return 0, 0
		case n == 0 && b >= 0xC2 && b < 0xE0:
			want = 2
		case n == 0 && b >= 0xE0 && b < 0xF0:
			want = 3
		case n == 0 && b >= 0xF0 && b < 0xF5:
			want = 4
		case n == 0 || b >= 0xC0:
			return 0, 0
		}
		buf[n] = b
		n++
		if n == want {
			r, k := utf8.DecodeRune(buf[:n])
			if r == utf8.RuneError || k != n || unicode.Is(unicode.Co, r) {
				return 0, 0
			}
			return r, i + utf8.RuneLen(c)
		}
	}
	return 0, 0
}

// doubtfulImage reports whether two characters may also be meant as they stand:
// a capital Ã or Â at a word's end before a closing sign.
func doubtfulImage(text string, size int) bool {
	c, n := utf8.DecodeRuneInString(text)
	second, k := utf8.DecodeRuneInString(text[n:])
	return n+k == size && unicode.IsUpper(c) && strings.ContainsRune("”’»–—…\u00a0ªº›™®", second)
}

// repairWestern repairs UTF-8 that was read as windows-1252.
func repairWestern(text string) string {
	if strings.IndexByte(text, 0xC3) < 0 {
		return text // every character from À to ÿ begins with this byte
	}
	sure := 0
	for at, c := range text {
		if c < 0xC2 || c > 0xF4 {
			continue
		}
		if _, n := image(text[at:], westernByte); n > 0 && !doubtfulImage(text[at:], n) {
			sure++
		}
	}
	if sure == 0 {
		return text
	}
	var sb strings.Builder
	sb.Grow(len(text))
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRuneInString(text[at:])
		if c >= 0xC2 && c <= 0xF4 {
			if r, n := image(text[at:], westernByte); n > 0 {
				sb.WriteRune(r)
				at += n
				continue
			}
			if r, n := lostImage(text[:at], text[at:]); n > 0 {
				sb.WriteRune(r)
				at += n
				continue
			}
		}
		sb.WriteString(text[at : at+size])
		at += size
	}
	return sb.String()
}

// lostImage reads what is left of an image whose last character an earlier
// program dropped or made a space: "â€" for a closing quotation mark, "Ã " for
// an à.
func lostImage(before, text string) (rune, int) {
	if strings.HasPrefix(text, "â€") {
		return '”', len("â€")
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case unicode.IsUpper(last):
	case strings.HasPrefix(text, "Ã  "):
		return 'à', len("Ã ")
	case strings.HasPrefix(text, "Ã "):
		return 'à', len("Ã")
	}
	return 0, 0
}

// shortestRun is the least number of characters in a row that show that a text
// was read wrongly; once shown, shorter runs are repaired too.
const shortestRun = 3

// repairRuns repairs UTF-8 that was read as another encoding, where at least
// three characters in a row are such images and become letters of the table's
// script.
func repairRuns(text string, wrong *charmap.Charmap, table *unicode.RangeTable) string {
	if lead := string(wrong.DecodeByte(firstByte(table))); !strings.Contains(text, lead) {
		return text
	}
	once := repairRunsOf(text, wrong, table, shortestRun)
	if once == text {
		return text
	}
	return repairRunsOf(once, wrong, table, 1)
}

// firstByte is the byte that most letters of a script begin with in UTF-8.
func firstByte(table *unicode.RangeTable) byte {
	if table == unicode.Arabic {
		return 0xD8
	}
	return 0xD0
}

func repairRunsOf(text string, wrong *charmap.Charmap, table *unicode.RangeTable, shortest int) string {
	var sb strings.Builder
	done := 0
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRuneInString(text[at:])
		if c < 0x80 {
			at += size
			continue
		}
		run, n, count := imageRun(text[at:], wrong, table)
		if count < shortest {
			at += max(size, n)
			continue
		}
		sb.WriteString(text[done:at])
		sb.WriteString(run)
		at += n
		done = at
	}
	if done == 0 {
		return text
	}
	sb.WriteString(text[done:])
	return sb.String()
}

// imageRun reads images in a row. The count is that of letters of the script;
// it is 0 where other letters are among them.
func imageRun(text string, wrong *charmap.Charmap, table *unicode.RangeTable) (run string, size, count int) {
	toByte := func(r rune) (byte, bool) {
		if r >= 0x80 && r < 0xA0 {
			return byte(r), true
		}
		return wrong.EncodeRune(r)
	}
	var sb strings.Builder
	foreign := 0
	for size < len(text) {
		r, n := image(text[size:], toByte)
		if n == 0 {
			break
		}
		switch {
		case unicode.Is(table, r):
			count++
		case unicode.IsLetter(r):
			foreign++
		}
		sb.WriteRune(r)
		size += n
	}
	if foreign > 0 {
		count = 0
	}
	return sb.String(), size, count
}
