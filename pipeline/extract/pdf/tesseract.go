package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

const (
	// pageTime bounds the recognition of one page.
	pageTime = 60 * time.Second
	// sureScript and sureWord are the least confidence with which a script, and
	// a page's words, are believed; of the recogniser's own scales.
	sureScript = 1.0
	sureWord   = 50
)

// tesseract is the recogniser as installed.
type tesseract struct {
	program string
	packs   []string
}

// packOf names the pack that reads each language.
var packOf = map[string]string{"ar": "ara", "zh": "chi_sim", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}

// packOfScript names the pack to begin with for each script that the recogniser
// can tell.
var packOfScript = map[string]string{"Latin": "eng", "Cyrillic": "rus", "Arabic": "ara", "Han": "chi_sim", "HanS": "chi_sim"}

// findTesseract asks the program what it can read.
func findTesseract() (*tesseract, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, errors.New("tesseract is not installed")
	}
	t := &tesseract{program: program}
	out, err := t.run(nil, "--list-langs")
	if err != nil {
		return nil, fmt.Errorf("tesseract does not run: %w", err)
	}
	t.packs = strings.Fields(string(out))
	return t, nil
}

// run runs the program with img on its standard input.
func (t *tesseract) run(img []byte, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), pageTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.program, args...)
	cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = bytes.NewReader(img)
	cmd.WaitDelay = time.Second
	return cmd.Output()
}

// read recognises a page in the language given, or in one of the script that it
// sees. A wrong language is worse than none, so without the right pack, or where
// the result is poor, there is no text. It gives the pack that it used.
func (t *tesseract) read(img image.Image, page int, language string) ([]block.Block, string, error) {
	raw := pgm(img)
	pack := language
	if p, ok := packOf[language]; ok {
		pack = p
	}
	height := img.Bounds().Dy()
	if pack != "" {
		return t.readIn(raw, page, height, pack)
	}
	pack = t.script(raw)
	blocks, pack, err := t.readIn(raw, page, height, pack)
	if err != nil || pack != "eng" {
		return blocks, pack, err
	}
	// English letters read well enough to tell French and Spanish by their words.
	if other := latinPack(blocks); other != pack && slices.Contains(t.packs, other) {
		return t.readIn(raw, page, height, other)
	}
	return blocks, pack, nil
}

// readIn recognises a page with one pack.
func (t *tesseract) readIn(raw []byte, page, height int, pack string) ([]block.Block, string, error) {
	if pack == "" || !slices.Contains(t.packs, pack) {
		return nil, "", errors.New("no pack for the page's language")
	}
	out, err := t.run(raw, "stdin", "stdout", "-l", pack, "--psm", "3", "--dpi", strconv.Itoa(scanDPI), "tsv")
	if err != nil {
		return nil, "", fmt.Errorf("tesseract: %w", err)
	}
	blocks, sure := parseTSV(string(out), page, height)
	if sure < sureWord {
		return nil, "", errors.New("the recogniser is not sure of its words")
	}
	return blocks, pack, nil
}

// smallWords are frequent in one of the languages of the Latin script and not in
// the others.
var smallWords = map[string]string{
	"the": "eng", "of": "eng", "and": "eng", "to": "eng", "in": "eng", "for": "eng",
	"le": "fra", "les": "fra", "des": "fra", "et": "fra", "du": "fra", "une": "fra",
	"el": "spa", "los": "spa", "las": "spa", "del": "spa", "y": "spa", "por": "spa",
}

// latinPack names the pack for the language whose small words are most frequent.
func latinPack(blocks []block.Block) string {
	count := map[string]int{}
	for _, b := range blocks {
		for _, w := range strings.Fields(b.Text) {
			count[smallWords[strings.ToLower(w)]]++
		}
	}
	best := "eng"
	for _, pack := range []string{"fra", "spa"} {
		if count[pack] > count[best] {
			best = pack
		}
	}
	return best
}

// script names the pack to begin with for the script that the recogniser sees, ""
// where it is not sure.
func (t *tesseract) script(raw []byte) string {
	if !slices.Contains(t.packs, "osd") {
		return ""
	}
	out, err := t.run(raw, "stdin", "stdout", "-l", "osd", "--psm", "0", "--dpi", strconv.Itoa(scanDPI))
	if err != nil {
		return ""
	}
	script, sure := "", 0.0
	for _, line := range strings.Split(string(out), "\n") {
		name, value, _ := strings.Cut(line, ":")
		switch name {
		case "Script":
			script = strings.TrimSpace(value)
		case "Script confidence":
			sure, _ = strconv.ParseFloat(strings.TrimSpace(value), 64)
		}
	}
	if sure < sureScript {
		return ""
	}
	return packOfScript[script]
}

// pgm writes a grey image in the simplest format there is.
func pgm(img image.Image) []byte {
	grey, ok := img.(*image.Gray)
	if !ok {
		return nil
	}
	b := grey.Bounds()
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "P5 %d %d 255\n", b.Dx(), b.Dy())
	for y := range b.Dy() {
		buf.Write(grey.Pix[y*grey.Stride : y*grey.Stride+b.Dx()])
	}
	return buf.Bytes()
}

// parseTSV makes paragraphs of the recogniser's table of words, whose columns are
// level, page, block, paragraph, line, word, left, top, width, height, confidence
// and text. It also gives the mean confidence, 0 to 100.
func parseTSV(tsv string, page, height int) ([]block.Block, float64) {
	const scale = 72.0 / scanDPI
	var blocks []block.Block
	var sum float64
	words, paragraph, line := 0, "", ""
	for _, row := range strings.Split(tsv, "\n") {
		f := strings.Split(strings.TrimRight(row, "\r"), "\t")
		if len(f) < 12 || f[0] != "5" || strings.TrimSpace(f[11]) == "" {
			continue
		}
		sure, _ := strconv.ParseFloat(f[10], 64)
		sum += sure
		words++
		var at [4]float64
		for i := range at {
			at[i], _ = strconv.ParseFloat(f[6+i], 64)
		}
		box := corpus.Box{
			Page: page, Left: float32(at[0] * scale), Right: float32((at[0] + at[2]) * scale),
			Top: float32((float64(height) - at[1]) * scale), Bottom: float32((float64(height) - at[1] - at[3]) * scale),
		}
		p, l := f[2]+"/"+f[3], f[2]+"/"+f[3]+"/"+f[4]
		if p != paragraph {
			blocks = append(blocks, block.Block{Role: corpus.RoleBody, Page: page})
		}
		b := &blocks[len(blocks)-1]
		if l != line || len(b.Boxes) == 0 {
			b.Boxes = append(b.Boxes, box)
		} else {
			last := &b.Boxes[len(b.Boxes)-1]
			last.Left, last.Bottom = min(last.Left, box.Left), min(last.Bottom, box.Bottom)
			last.Right, last.Top = max(last.Right, box.Right), max(last.Top, box.Top)
		}
		b.Text = joinWord(b.Text, cleanText(f[11]))
		paragraph, line = p, l
	}
	if words == 0 {
		return nil, 0
	}
	return blocks, sum / float64(words)
}

// joinWord appends a word, after a space where its script has them.
func joinWord(text, word string) string {
	if text == "" || word == "" || unspaced(text, word) {
		return text + word
	}
	return text + " " + word
}
