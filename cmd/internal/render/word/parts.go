package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"rapporteur/corpus"
)

// Bounds of a template.
const (
	maxParts     = 5_000
	maxPartBytes = 64 << 20
	maxAllBytes  = 256 << 20
)

// pack is the parts of a Word file, by name, in the order of the file.
type pack struct {
	names []string
	parts map[string][]byte
}

// open reads a template.
func open(data []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "template: this is not a .docx file (%w)", err)
	}
	if len(z.File) > maxParts {
		return nil, corpus.Errorf(corpus.CodeUsage, "template: %d parts are too many for a Word file", len(z.File))
	}
	p := &pack{parts: make(map[string][]byte)}
	left := int64(maxAllBytes)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		part, err := readPart(f, min(left, maxPartBytes))
		if err != nil {
			return nil, corpus.Errorf(corpus.CodeUsage, "template: part %s: %w", f.Name, err)
		}
		left -= int64(len(part))
		p.put(f.Name, part)
	}
	return p, nil
}

func readPart(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	part, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(part)) > limit {
		return nil, fmt.Errorf("larger than %d bytes", limit)
	}
	return part, nil
}

// put adds a part, or replaces the one of the same name.
func (p *pack) put(name string, part []byte) {
	if _, there := p.parts[name]; !there {
		p.names = append(p.names, name)
	}
	p.parts[name] = part
}

// write writes the package without times, so that the bytes depend on the parts
// alone. The content types come first, as the format asks.
func (p *pack) write(w io.Writer) error {
	z := zip.NewWriter(w)
	names := []string{contentTypes}
	for _, name := range p.names {
		if name != contentTypes {
			names = append(names, name)
		}
	}
	for _, name := range names {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.parts[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

const contentTypes = "[Content_Types].xml"

// relationship is one row of a .rels part.
type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr,omitempty"`
}

type relationships struct {
	XMLName xml.Name       `xml:"http://schemas.openxmlformats.org/package/2006/relationships Relationships"`
	Rows    []relationship `xml:"Relationship"`
}

const relationPrefix = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// kind is the last word of a relationship's type: "styles", "header" …
func (r relationship) kind() string { return path.Base(r.Type) }

func relationsName(part string) string {
	if part == "" {
		return "_rels/.rels"
	}
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// relations reads the relationships of a part; "" stands for the package.
func (p *pack) relations(part string) (relationships, error) {
	var rels relationships
	name := relationsName(part)
	if data, there := p.parts[name]; there {
		if err := xml.Unmarshal(data, &rels); err != nil {
			return rels, corpus.Errorf(corpus.CodeUsage, "template: part %s: %w", name, err)
		}
	}
	return rels, nil
}

// target gives the name of the part that a relationship of base leads to.
func target(base string, r relationship) string {
	if strings.HasPrefix(r.Target, "/") {
		return strings.TrimPrefix(path.Clean(r.Target), "/")
	}
	return path.Join(path.Dir(base), r.Target)
}

// related lists the parts of the given kind that base refers to.
func (p *pack) related(base, kind string) ([]string, error) {
	rels, err := p.relations(base)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, r := range rels.Rows {
		if r.kind() != kind || r.Mode == "External" {
			continue
		}
		if name := target(base, r); p.parts[name] != nil {
			names = append(names, name)
		}
	}
	return names, nil
}

// attach adds a part with its relationship from base and its content type.
func (p *pack) attach(base, name, kind, contentType string, part []byte) error {
	rels, err := p.relations(base)
	if err != nil {
		return err
	}
	taken := make(map[string]bool)
	for _, r := range rels.Rows {
		taken[r.ID] = true
	}
	n := len(rels.Rows) + 1
	for taken[fmt.Sprintf("rId%d", n)] {
		n++
	}
	typ := relationPrefix + kind
	if kind == "core-properties" {
		typ = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	}
	rel := strings.TrimPrefix(name, strings.TrimPrefix(path.Dir(base)+"/", "./"))
	rels.Rows = append(rels.Rows, relationship{ID: fmt.Sprintf("rId%d", n), Type: typ, Target: rel})
	data, err := xml.Marshal(rels)
	if err != nil {
		return err
	}
	p.put(relationsName(base), append([]byte(xml.Header), data...))
	p.put(name, part)
	return p.declare(name, contentType)
}
