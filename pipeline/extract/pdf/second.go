package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	ledongthuc "github.com/ledongthuc/pdf"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// maxSecond bounds the text of a second reading, in bytes.
const maxSecond = 32 << 20

// Second reads the text of a PDF with ledongthuc/pdf, an engine that has nothing
// in common with PDFium. Its letters are good and its spaces are not; Arabic
// comes in the order in which it is drawn.
//
// Run it in a child process of its own: damaged files make this engine loop for
// ever or ask for more memory than there is, and neither can be recovered from.
// Its error says what stopped it; the text read until then comes with it.
func Second(data []byte, o block.Options) (text string, err error) {
	var out strings.Builder
	defer func() {
		if v := recover(); v != nil {
			text, err = out.String(), fmt.Errorf("second reading: %s", short(v))
		}
	}()
	reader, err := ledongthuc.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", fmt.Errorf("second reading: %s", short(err))
	}
	n := reader.NumPage()
	if n > maxPages(o) || n < 0 {
		return "", block.Skip(corpus.ReasonTooLarge, "the PDF has %d pages, more than the %d allowed; split it", n, maxPages(o))
	}
	cache := map[string]*ledongthuc.Font{}
	for i := 1; i <= n; i++ {
		page := reader.Page(i)
		if page.V.IsNull() {
			continue
		}
		t, err := page.GetPlainText(fontsOf(page, cache))
		if err != nil {
			return out.String(), fmt.Errorf("second reading, page %d: %s", i, short(err))
		}
		if out.Len()+len(t) > maxSecond {
			return out.String(), fmt.Errorf("second reading: more than %d bytes of text", maxSecond)
		}
		out.WriteString(strings.ToValidUTF8(t, "\uFFFD"))
		out.WriteString("\f")
	}
	return out.String(), nil
}

// short is what the engine complains of, without the pieces of the file that it
// likes to quote.
func short(v any) string {
	const most = 80
	clean := strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) && r != unicode.ReplacementChar {
			return r
		}
		return -1
	}, fmt.Sprint(v))
	if r := []rune(clean); len(r) > most {
		return string(r[:most]) + "…"
	}
	return clean
}

// fontsOf gives the page's fonts. Reading a font's character map is dear, so
// fonts are kept; a name such as F1 may mean another font on another page, hence
// the longer key.
func fontsOf(page ledongthuc.Page, cache map[string]*ledongthuc.Font) map[string]*ledongthuc.Font {
	const maxFonts = 1000
	fonts := map[string]*ledongthuc.Font{}
	for i, name := range page.Fonts() {
		if i == maxFonts {
			break
		}
		font := page.Font(name)
		key := name + "\x00" + font.BaseFont()
		if cache[key] == nil {
			cache[key] = &font
		}
		fonts[name] = cache[key]
	}
	return fonts
}

// maxPages is how many pages one document may have.
func maxPages(o block.Options) int {
	if o.MaxPages > 0 {
		return o.MaxPages
	}
	return defaultPages
}
