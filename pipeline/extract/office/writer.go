package office

import (
	"fmt"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Defaults of [block.Options].
const (
	defaultMaxBytes  = 64 << 20
	defaultMaxBlocks = 200_000
)

// writer collects the blocks of a document in reading order.
type writer struct {
	original  bool
	maxBlocks int
	count     int
	blocks    []block.Block
	// later are notes and comments that wait for the end of the paragraph or
	// table that they belong to.
	later []block.Block
	// orphans are deletions whose paragraph has no text left; they go to the
	// start of the next one.
	orphans []corpus.Mark
	// tables counts the document's tables, pictures its images.
	tables   int
	pictures int
	votes    votes
	warnings []string
	warned   map[string]bool
	lossy    bool // text is known to be missing
	err      error
}

func newWriter(o block.Options) *writer {
	w := &writer{original: o.Original, maxBlocks: o.MaxBlocks, warned: make(map[string]bool)}
	if w.maxBlocks <= 0 {
		w.maxBlocks = defaultMaxBlocks
	}
	return w
}

// tooLarge says that a file has more bytes than allowed, or nil.
func tooLarge(data []byte, o block.Options) error {
	limit := o.MaxBytes
	if limit <= 0 {
		limit = defaultMaxBytes
	}
	if len(data) > limit {
		return block.Skip(corpus.ReasonTooLarge, "the file has %d bytes, more than %d; split it", len(data), limit)
	}
	return nil
}

// warn adds a warning once.
func (w *writer) warn(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	if !w.warned[s] && len(w.warnings) < 100 {
		w.warned[s] = true
		w.warnings = append(w.warnings, s)
	}
}

// lost adds a warning that text is missing.
func (w *writer) lost(format string, args ...any) {
	w.warn(format, args...)
	w.lossy = true
}

// paragraph ends a paragraph: b holds all but its text. What is hidden in it
// becomes a block behind it.
func (w *writer) paragraph(p *paragraph, b block.Block) {
	p.fill(&b, w.original)
	switch {
	case b.Text == "":
		w.orphans = append(w.orphans, atStart(b.Marks)...)
	default:
		if len(w.orphans) > 0 {
			b.Marks = append(w.orphans, b.Marks...)
			w.orphans = nil
		}
		b.Bold = p.bold(w.original)
		w.emit(b)
	}
	if text := p.hidden(w.original); text != "" {
		w.emit(block.Block{Role: corpus.RoleHidden, Text: text, Cell: b.Cell, Note: b.Note})
	}
	p.runs = p.runs[:0]
}

func atStart(marks []corpus.Mark) []corpus.Mark {
	for i := range marks {
		marks[i].Start, marks[i].End = 0, 0
	}
	return marks
}

func (w *writer) emit(b block.Block) {
	if w.count++; w.count > w.maxBlocks {
		if w.err == nil {
			w.err = block.Skip(corpus.ReasonTooLarge, "the file has more than %d paragraphs; split it", w.maxBlocks)
		}
		return
	}
	w.blocks = append(w.blocks, b)
}

// aside runs f and gives the blocks it emits instead of keeping them. The
// deletions inside stay inside.
func (w *writer) aside(f func()) []block.Block {
	blocks, orphans := w.blocks, w.orphans
	w.blocks, w.orphans = nil, nil
	f()
	w.settleOrphans()
	made := w.blocks
	w.blocks, w.orphans = blocks, orphans
	return made
}

// settleOrphans gives deletions that no paragraph followed to the end of the
// last one.
func (w *writer) settleOrphans() {
	if n := len(w.blocks) - 1; n >= 0 {
		last := &w.blocks[n]
		for _, m := range w.orphans {
			m.Start, m.End = len(last.Text), len(last.Text)
			last.Marks = append(last.Marks, m)
		}
	}
	w.orphans = nil
}

// flushNotes writes the notes that wait.
func (w *writer) flushNotes() {
	w.blocks = append(w.blocks, w.later...)
	w.later = nil
}

// document ends the reading. A document without text is skipped as empty, or
// as scanned where it has pictures. The grade is A, for there is nothing to
// doubt in text that is stored as such, and B where some is known to be
// missing.
func (w *writer) document(mediaType, extractor string) (block.Document, error) {
	w.flushNotes()
	w.settleOrphans()
	if w.err != nil {
		return block.Document{}, w.err
	}
	if w.pictures > 0 {
		w.warn("text in the document's pictures (%d) is not read", w.pictures)
	}
	switch {
	case len(w.blocks) == 0 && w.pictures > 0:
		return block.Document{}, block.Skip(corpus.ReasonScanned, "the document holds pictures (%d) and no text; give a version with text", w.pictures)
	case len(w.blocks) == 0:
		return block.Document{}, block.Skip(corpus.ReasonEmpty, "the document has no text")
	}
	grade := corpus.GradeA
	if w.lossy {
		grade = corpus.GradeB
	}
	return block.Document{
		MediaType: mediaType, Extractor: extractor, Grade: grade,
		Blocks: w.blocks, Language: w.votes.winner(), Warnings: w.warnings,
	}, nil
}
