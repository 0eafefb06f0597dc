package office

import "strings"

// Symbol fonts have letters where others have signs. Word keeps their
// characters in the private use area from U+F000.

// symbolSigns are the signs of the font Symbol from 0x20 to 0x7E and from 0xA0
// to 0xFE; a space stands where the font has a piece of a larger sign.
const (
	symbolLow  = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
	symbolHigh = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…   ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑          〉∫             "
)

// dingbats are the signs of Wingdings and its second volume that texts use.
var dingbats = map[string]map[byte]string{
	"wingdings": {
		0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
		0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨",
		0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
	},
	"wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐"},
}

func symbolFont(name string) bool {
	switch strings.ToLower(name) {
	case "symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings":
		return true
	}
	return false
}

// symbolText gives the sign that a symbol font draws for a byte, "" where this
// package knows none.
func symbolText(font string, b byte) string {
	font = strings.ToLower(font)
	if signs := dingbats[font]; signs != nil {
		return signs[b]
	}
	if font != "" && font != "symbol" {
		return ""
	}
	set, from := []rune(symbolLow), byte(0x20)
	if b >= 0xA0 {
		set, from = []rune(symbolHigh), 0xA0
	}
	if b < from || int(b-from) >= len(set) {
		return ""
	}
	return string(set[b-from])
}

// withoutPrivate replaces the private characters of symbol fonts in text.
func withoutPrivate(text, font string) string {
	if !strings.ContainsFunc(text, private) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if private(r) {
			b.WriteString(symbolText(font, byte(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func private(r rune) bool { return r >= 0xF000 && r <= 0xF0FF }
