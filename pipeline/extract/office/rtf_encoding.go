package office

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Code pages that are no page of Windows.
const (
	symbolPage  = -1 // signs of a symbol font
	defaultPage = 1252
)

// charsetPage gives the code page of an \fcharset, 0 for the file's own.
func charsetPage(charset int) int {
	switch charset {
	case 0:
		return 1252
	case 2:
		return symbolPage
	case 77:
		return 10000
	case 78, 128:
		return 932
	case 79, 129, 130:
		return 949
	case 80, 134:
		return 936
	case 81, 136:
		return 950
	case 89:
		return 10007
	case 161:
		return 1253
	case 162:
		return 1254
	case 163:
		return 1258
	case 177:
		return 1255
	case 178, 179, 180:
		return 1256
	case 186:
		return 1257
	case 204:
		return 1251
	case 222:
		return 874
	case 238:
		return 1250
	case 254:
		return 437
	case 255:
		return 850
	}
	return 0
}

// pageEncoding gives the encoding of a code page, Windows-1252 for unknown
// ones.
func pageEncoding(page int) encoding.Encoding {
	switch page {
	case 932:
		return japanese.ShiftJIS
	case 936:
		return simplifiedchinese.GBK
	case 54936:
		return simplifiedchinese.GB18030
	case 949:
		return korean.EUCKR
	case 950:
		return traditionalchinese.Big5
	case 65001:
		return unicode.UTF8
	}
	if page >= 1250 && page <= 1258 {
		return windowsPages[page-1250]
	}
	if e := otherPages[page]; e != nil {
		return e
	}
	return charmap.Windows1252
}

var windowsPages = [...]encoding.Encoding{
	charmap.Windows1250, charmap.Windows1251, charmap.Windows1252, charmap.Windows1253, charmap.Windows1254,
	charmap.Windows1255, charmap.Windows1256, charmap.Windows1257, charmap.Windows1258,
}

var otherPages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855, 858: charmap.CodePage858,
	860: charmap.CodePage860, 862: charmap.CodePage862, 863: charmap.CodePage863, 865: charmap.CodePage865, 866: charmap.CodePage866,
	874: charmap.Windows874, 10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic, 20866: charmap.KOI8R, 21866: charmap.KOI8U,
	28591: charmap.ISO8859_1, 28592: charmap.ISO8859_2, 28595: charmap.ISO8859_5, 28596: charmap.ISO8859_6, 28605: charmap.ISO8859_15,
}

// leadByte reports whether b opens a character of two bytes in page.
func leadByte(page int, b byte) bool {
	switch page {
	case 932:
		return b >= 0x81 && b <= 0x9F || b >= 0xE0 && b <= 0xFC
	case 936, 949, 950, 54936:
		return b >= 0x81 && b <= 0xFE
	}
	return false
}

// lcids are the primary languages of Windows locale numbers.
var lcids = map[int]string{
	0x01: "ar", 0x02: "bg", 0x03: "ca", 0x04: "zh", 0x05: "cs", 0x06: "da", 0x07: "de", 0x08: "el", 0x09: "en", 0x0A: "es", 0x0B: "fi",
	0x0C: "fr", 0x0D: "he", 0x0E: "hu", 0x10: "it", 0x11: "ja", 0x12: "ko", 0x13: "nl", 0x14: "no", 0x15: "pl", 0x16: "pt", 0x18: "ro",
	0x19: "ru", 0x1A: "hr", 0x1B: "sk", 0x1D: "sv", 0x1E: "th", 0x1F: "tr", 0x20: "ur", 0x21: "id", 0x22: "uk", 0x23: "be", 0x24: "sl",
	0x25: "et", 0x26: "lv", 0x27: "lt", 0x28: "tg", 0x29: "fa", 0x2A: "vi", 0x2B: "hy", 0x2C: "az", 0x2F: "mk", 0x37: "ka", 0x39: "hi",
	0x3F: "kk", 0x40: "ky", 0x41: "sw", 0x43: "uz", 0x44: "tt", 0x50: "mn",
}

// lcidLanguage gives the ISO 639-1 code of a Windows locale number, "" for
// unknown ones and for 1024, which means none.
func lcidLanguage(lcid int) string {
	if lcid == 1024 {
		return ""
	}
	return lcids[lcid&0x3FF]
}
