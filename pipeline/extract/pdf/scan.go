package pdf

import (
	"fmt"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

const (
	// scanDPI is what the recogniser reads well; more is no better.
	scanDPI = 200
	// fewLetters is the most letters that a page without text has: a stamp, a
	// page's number.
	fewLetters = 20
	// pictured is the part of a page that pictures cover where it is a scan.
	pictured = 0.3
	// scansAtOnce is how many scanned pages [Reader.Read] recognises, and only in
	// documents without other text. At three to four seconds each, more would not
	// end before a reader's deadline.
	scansAtOnce = 3
)

// recognised is the extractor of documents of which a part was recognised.
const recognised = "pdfium+tesseract"

// install says how to have scans read.
const install = "install tesseract with the language's pack (such as tesseract-ocr-fra) and read the file again"

// scanned reports whether the page is a picture of text.
func (s *sheet) scanned() bool { return s.letters <= fewLetters && s.images >= pictured }

// onlyPictures reports whether there are scanned pages and no others with text.
func onlyPictures(sheets []*sheet) bool {
	scans := 0
	for _, s := range sheets {
		if s.letters > fewLetters {
			return false
		}
		if s.scanned() {
			scans++
		}
	}
	return scans > 0
}

// Scan is [Reader.Read] without a bound on the scanned pages that are
// recognised. Give it minutes.
func (r *Reader) Scan(data []byte, o block.Options) (block.Document, error) {
	return r.safely(data, o, maxPages(o))
}

// CanScan reports whether there is a program that recognises scanned pages.
func CanScan() bool {
	_, err := findTesseract()
	return err == nil
}

// recognise reads the scanned pages, at most limit of them, and gives their
// blocks by page. What could not be read becomes a warning.
func (g *guest) recognise(doc *block.Document, document uint64, sheets []*sheet, limit int, o block.Options) map[int][]block.Block {
	var pages []int
	for i, s := range sheets {
		if s.scanned() {
			pages = append(pages, i)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	t, err := findTesseract()
	if err != nil {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("%s without text and not read: %v: %s", pageList(pages), err, install))
		return nil
	}
	if limit == scansAtOnce && !onlyPictures(sheets) {
		limit = 0
	}
	found := map[int][]block.Block{}
	var unread []int
	language := o.Language
	for k, i := range pages {
		if k >= limit || g.err != nil {
			doc.Postponed++
			unread = append(unread, i)
			continue
		}
		blocks, seen, err := g.recognisePage(t, document, i, language)
		if err != nil || len(blocks) == 0 {
			unread = append(unread, i)
			continue
		}
		language, found[i] = seen, blocks
	}
	if len(unread) > 0 {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("%s without text and not read: pictures of text may be missing", pageList(unread)))
	}
	if len(found) > 0 {
		doc.Extractor = recognised
		doc.Warnings = append(doc.Warnings, "text of scanned pages was recognised and holds errors")
	}
	return found
}

// recognisePage gives the text of one page and the language it was read in.
func (g *guest) recognisePage(t *tesseract, document uint64, i int, language string) ([]block.Block, string, error) {
	img, err := g.render(document, i, scanDPI, true)
	if err != nil {
		return nil, "", err
	}
	return t.read(img, i+1, language)
}

// pageList names pages, given from 0: "page 3 is a picture", "pages 1, 4-6 are
// pictures".
func pageList(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		part := fmt.Sprint(pages[i] + 1)
		if j > i {
			part = fmt.Sprintf("%d-%d", pages[i]+1, pages[j]+1)
		}
		parts = append(parts, part)
		i = j + 1
	}
	if len(pages) == 1 {
		return "page " + parts[0] + " is a picture"
	}
	return "pages " + strings.Join(parts, ", ") + " are pictures"
}

// scannedOnly is the error for a document that is pictures and nothing else.
func scannedOnly(doc *block.Document) error {
	why := install
	if len(doc.Warnings) > 0 {
		why = doc.Warnings[len(doc.Warnings)-1]
	}
	return block.Skip(corpus.ReasonScanned, "scanned, no text: %s", why)
}
