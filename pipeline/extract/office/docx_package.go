package office

import (
	"net/url"
	"path"
	"sort"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// maxRelations bounds the relationships of one part.
const maxRelations = 50_000

// docxPackage is the archive of a DOCX file with its main part found.
type docxPackage struct {
	*archive
	left *budget
	kind string // as Sniff says
	main string
	rels map[string]relation // of the main part, by ID
}

// relation is a part's link to another one.
type relation struct {
	// kind is the last word of the relationship's type: "styles", "footnotes".
	kind     string
	target   string // part name, or an address where external
	external bool
}

// openDOCX opens the archive and finds the main part through the package's
// relationships, then the content types, then the usual name.
func openDOCX(data []byte) (*docxPackage, error) {
	kind := Sniff(data)
	if err := notDOCX(kind); err != nil {
		return nil, err
	}
	zip, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	p := &docxPackage{archive: zip, kind: kind, left: &budget{maxNodes}}
	root, err := p.relations("")
	if err != nil {
		return nil, err
	}
	for _, r := range sorted(root) {
		if r.kind == "officeDocument" && !r.external && p.has(r.target) {
			p.main = r.target
			break
		}
	}
	if p.main == "" {
		p.main = p.mainByType()
	}
	if p.main == "" && kind == "zip" {
		return nil, block.Skip(corpus.ReasonFormat, "this is a zip archive without a document in it; unpack it and give the files")
	}
	if p.main == "" {
		return nil, block.Skip(corpus.ReasonBroken, "the archive names no main document: neither _rels/.rels nor [Content_Types].xml points to one; save the file anew in a word processor")
	}
	p.rels, err = p.relations(p.main)
	return p, err
}

func notDOCX(kind string) error {
	switch kind {
	case "docx", "docm", "zip":
		return nil
	case "encrypted":
		return block.Skip(corpus.ReasonPassword, "the document is encrypted with a password; save it without one")
	case "doc":
		return block.Skip(corpus.ReasonFormat, "this is a Word 97-2003 document (.doc) whatever its name; save it as .docx")
	case "wordxml":
		return block.Skip(corpus.ReasonFormat, "this is a Word document saved as one XML file; save it as .docx")
	case "":
		return block.Skip(corpus.ReasonFormat, "this is not a Word document: it does not begin like a zip archive")
	}
	return block.Skip(corpus.ReasonFormat, "this is not a Word document but %s", kind)
}

func sorted(rels map[string]relation) []relation {
	ids := make([]string, 0, len(rels))
	for id := range rels {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	out := make([]relation, len(ids))
	for i, id := range ids {
		out[i] = rels[id]
	}
	return out
}

func (p *docxPackage) mainByType() string {
	types, err := p.xml("[Content_Types].xml")
	found := ""
	if err == nil {
		types.each("ct:Override", func(n *node) {
			kind := n.get("ContentType")
			if found == "" && strings.Contains(kind, "word") && strings.HasSuffix(kind, ".main+xml") && p.has(n.get("PartName")) {
				found = partName(n.get("PartName"))
			}
		})
	}
	if found == "" && p.has("word/document.xml") {
		found = "word/document.xml"
	}
	return found
}

// xml reads and parses a part; it is nil where the part does not exist.
func (p *docxPackage) xml(name string) (*node, error) {
	data, err := p.read(name)
	if err != nil || data == nil {
		return nil, err
	}
	return parseXML(name, data, false, p.left)
}

// relations reads the relationships of a part, of the package for "".
func (p *docxPackage) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	root, err := p.xml(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil, err
	}
	rels := make(map[string]relation)
	root.each("rel:Relationship", func(n *node) {
		if len(rels) >= maxRelations {
			return
		}
		r := relation{kind: path.Base(n.get("Type")), target: n.get("Target"), external: n.get("TargetMode") == "External"}
		if !r.external {
			r.target = resolve(dir, r.target)
		}
		rels[n.get("Id")] = r
	})
	return rels, nil
}

func resolve(dir, target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	if !strings.HasPrefix(target, "/") {
		target = dir + target
	}
	return partName(target)
}

// related gives the first part that the main part is related to in that way.
func (p *docxPackage) related(kind string) string {
	for _, r := range sorted(p.rels) {
		if r.kind == kind && !r.external {
			return r.target
		}
	}
	return ""
}
