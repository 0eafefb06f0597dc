package office

import (
	"bytes"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

const odtMediaType = "application/vnd.oasis.opendocument.text"

// odtReader walks one document.
type odtReader struct {
	zip    *archive // nil for a flat file
	left   *budget
	out    *writer
	styles *odtStyles
	lists  *odtLists
	// changes are the tracked changes by their IDs, inside those insertions
	// that are open at the current place.
	changes map[string]*node
	inside  map[string]bool
	// comments counts annotations.
	comments int
}

// ODT reads an OpenDocument text, packed or flat. Its errors are
// [block.SkipError].
func ODT(data []byte, o block.Options) (block.Document, error) {
	if err := tooLarge(data, o); err != nil {
		return block.Document{}, err
	}
	r := &odtReader{left: &budget{maxNodes}, out: newWriter(o), changes: make(map[string]*node), inside: make(map[string]bool)}
	content, styles, meta, err := r.open(data)
	if err != nil {
		return block.Document{}, err
	}
	text := content.path("office:body", "office:text")
	if text == nil {
		return block.Document{}, block.Skip(corpus.ReasonFormat, "this is an OpenDocument file without a text (a spreadsheet or slides); save the text as .odt or .docx")
	}
	r.styles = readODTStyles(content, styles)
	r.lists = readODTLists(content, styles)
	r.readChanges(text.child("text:tracked-changes"))
	s := &odtStory{}
	r.blocks(text, s)
	r.close(s, odtProps{})
	r.out.flushNotes()
	r.out.settleOrphans()
	r.runningHeads(styles)
	doc, err := r.out.document(odtMediaType, "odt")
	if err != nil {
		return doc, err
	}
	doc.Title = trimmed(meta.path("office:meta", "dc:title").content())
	if doc.Language == "" {
		doc.Language = primary(meta.path("office:meta", "dc:language").content())
	}
	return doc, nil
}

// open gives the roots of content, styles and properties; the same one for
// all three in a flat file. The last two may be nil.
func (r *odtReader) open(data []byte) (content, styles, meta *node, err error) {
	if !bytes.HasPrefix(data, []byte("PK")) {
		if !bytes.Contains(data[:min(len(data), 4096)], []byte("opendocument")) {
			return nil, nil, nil, block.Skip(corpus.ReasonFormat, "this is not an OpenDocument text: it is neither a zip archive nor XML of that kind")
		}
		content, err = parseXML("the file", data, true, r.left)
		return content, content, content, err
	}
	if r.zip, err = openArchive(data); err != nil {
		return nil, nil, nil, err
	}
	manifest, err := r.zip.read("META-INF/manifest.xml")
	if err == nil && (bytes.Contains(manifest, []byte("encryption-data")) || r.zip.has("encrypted-package")) {
		return nil, nil, nil, block.Skip(corpus.ReasonPassword, "the document is encrypted with a password; save it without one")
	}
	if content, err = r.xml("content.xml"); err != nil {
		return nil, nil, nil, err
	}
	if content == nil {
		return nil, nil, nil, block.Skip(corpus.ReasonBroken, "the archive has no content.xml; save the file anew in a word processor")
	}
	return content, r.optional("styles.xml"), r.optional("meta.xml"), nil
}

func (r *odtReader) xml(name string) (*node, error) {
	data, err := r.zip.read(name)
	if err != nil || data == nil {
		return nil, err
	}
	return parseXML(name, data, true, r.left)
}

// optional reads a part that the document can do without.
func (r *odtReader) optional(name string) *node {
	if r.zip == nil {
		return nil
	}
	n, err := r.xml(name)
	if err != nil {
		r.out.lost("left out: %v", err)
		return nil
	}
	return n
}

// runningHeads reads the heads and feet of all page styles, the first of each
// wording.
func (r *odtReader) runningHeads(styles *node) {
	r.styles.forHeads()
	said := make(map[headRef]bool)
	styles.child("office:master-styles").each("style:master-page", func(page *node) {
		for _, k := range page.kids {
			var role corpus.Role
			switch {
			case strings.HasPrefix(k.name, "style:header"):
				role = corpus.RoleHeader
			case strings.HasPrefix(k.name, "style:footer"):
				role = corpus.RoleFooter
			default:
				continue
			}
			made := r.out.aside(func() {
				s := &odtStory{role: role}
				r.blocks(k, s)
				r.close(s, odtProps{})
			})
			r.out.emitNew(made, said)
		}
	})
}
