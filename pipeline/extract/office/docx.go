package office

import (
	"errors"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

const docxMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// docxReader walks one document.
type docxReader struct {
	pkg    *docxPackage
	styles *docxStyles
	lists  *numbering
	out    *writer
	notes  docxNotes
	// rels are those of the part being read.
	rels map[string]relation
	// chunks are the imported parts already read.
	chunks map[string]bool
	// runs caches the properties of pairs of paragraph and character style.
	runs map[[2]string]docxProps
	// heads are the running heads of all sections, in order.
	heads []headRef
	// depth counts documents inside documents.
	depth int
}

// DOCX reads a Word document, with or without macros, in the transitional or
// the strict form. Its errors are [block.SkipError].
func DOCX(data []byte, o block.Options) (block.Document, error) { return readDOCX(data, o, 0) }

func readDOCX(data []byte, o block.Options, depth int) (block.Document, error) {
	if err := tooLarge(data, o); err != nil {
		return block.Document{}, err
	}
	pkg, err := openDOCX(data)
	if err != nil {
		return block.Document{}, err
	}
	root, err := pkg.xml(pkg.main)
	if err != nil {
		return block.Document{}, err
	}
	body := root.child("w:body")
	if body == nil {
		reason := corpus.ReasonBroken
		if pkg.kind == "zip" {
			reason = corpus.ReasonFormat
		}
		return block.Document{}, block.Skip(reason, "%s has no body; it is not the text of a Word document", pkg.main)
	}
	r := &docxReader{pkg: pkg, out: newWriter(o), rels: pkg.rels, runs: make(map[[2]string]docxProps), chunks: make(map[string]bool), depth: depth}
	r.styles = readDocxStyles(r.part("styles"))
	r.lists = readDocxNumbering(r.part("numbering"), r.styles)
	r.notes = r.readNotes()
	r.body(body)
	doc, err := r.out.document(docxMediaType, "docx")
	if err != nil {
		return doc, err
	}
	doc.Title = r.title()
	return doc, nil
}

func (r *docxReader) body(body *node) {
	s := &story{fields: matchFields(body)}
	r.blocks(body, s, runState{})
	r.endParagraph(s)
	r.out.flushNotes()
	r.remainingComments()
	r.out.settleOrphans()
	r.runningHeads()
}

// part reads a part that the main part is related to. One that is damaged is
// named in a warning and left out.
func (r *docxReader) part(kind string) *node {
	name := r.pkg.related(kind)
	if name == "" {
		return nil
	}
	n, err := r.pkg.xml(name)
	if err != nil {
		var skip *block.SkipError
		if errors.As(err, &skip) {
			r.out.lost("%s left out: %s", kind, skip.Detail)
		}
		return nil
	}
	return n
}

// relationsOf gives the relationships of a part that the main part is related
// to; none where they cannot be read.
func (r *docxReader) relationsOf(kind string) map[string]relation {
	name := r.pkg.related(kind)
	if name == "" {
		return nil
	}
	rels, err := r.pkg.relations(name)
	if err != nil {
		return nil
	}
	return rels
}

func (r *docxReader) title() string {
	root, err := r.pkg.relations("")
	if err != nil {
		return ""
	}
	for _, rel := range sorted(root) {
		if rel.kind == "core-properties" && !rel.external {
			n, err := r.pkg.xml(rel.target)
			if err == nil && n != nil {
				return trimmed(n.child("dc:title").content())
			}
		}
	}
	return ""
}
