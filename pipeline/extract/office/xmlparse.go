package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Limits of the XML of one file; a 1,000-page document stays well under them.
const (
	maxDepth = 400       // nested elements
	maxNodes = 2_000_000 // elements and texts of all parts
	maxAttrs = 500       // attributes of one element
)

// budget is how many nodes a file may still have.
type budget struct{ nodes int }

var errTooMany = fmt.Errorf("it has more than %d elements", maxNodes)

// parser builds the tree of one part.
type parser struct {
	part  string
	mixed bool // white space between elements is text
	left  *budget
	names map[xml.Name]string
	stack []*node
}

// parseXML reads one part. With mixed unset, white space that is not inside an
// element named t or delText is dropped. Its errors are [block.SkipError].
func parseXML(part string, data []byte, mixed bool, left *budget) (*node, error) {
	root := &node{name: "#document"}
	p := &parser{part: part, mixed: mixed, left: left, names: make(map[xml.Name]string), stack: []*node{root}}
	data, recoded := toUTF8(data)
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if recoded {
			return in, nil
		}
		return charset.NewReaderLabel(label, in)
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = p.take(token)
		}
		if err != nil {
			return nil, p.broken(d.InputOffset(), err)
		}
	}
	for _, k := range root.kids {
		if k.name != "" {
			return k, nil
		}
	}
	return nil, p.broken(d.InputOffset(), errors.New("it holds no element"))
}

// take adds one token to the tree.
func (p *parser) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return p.open(t)
	case xml.EndElement:
		p.stack = p.stack[:len(p.stack)-1]
	case xml.CharData:
		return p.addText(t)
	case xml.Directive:
		// An external name is harmless, since nothing is ever fetched. Own
		// entities are never expanded; they have no place in these formats.
		if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
			return errors.New("it declares entities, which no word processor does")
		}
	}
	return nil
}

func (p *parser) open(t xml.StartElement) error {
	if len(p.stack) > maxDepth {
		return fmt.Errorf("its elements are nested more than %d deep", maxDepth)
	}
	if len(t.Attr) > maxAttrs {
		return fmt.Errorf("an element has more than %d attributes", maxAttrs)
	}
	n := &node{name: p.short(t.Name)}
	for _, a := range t.Attr {
		// Word marks every paragraph and run with editing sessions; they
		// would be a third of the tree.
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && !strings.HasPrefix(a.Name.Local, "rsid") {
			n.attrs = append(n.attrs, attr{p.short(a.Name), a.Value})
		}
	}
	if err := p.add(n); err != nil {
		return err
	}
	p.stack = append(p.stack, n)
	return nil
}

func (p *parser) addText(t xml.CharData) error {
	top := p.stack[len(p.stack)-1]
	if !p.mixed && len(bytes.TrimSpace(t)) == 0 && !strings.HasSuffix(top.name, ":t") && top.name != "w:delText" {
		return nil
	}
	return p.add(&node{text: string(t)})
}

func (p *parser) add(n *node) error {
	if p.left.nodes <= 0 {
		return errTooMany
	}
	p.left.nodes--
	top := p.stack[len(p.stack)-1]
	top.kids = append(top.kids, n)
	return nil
}

// short gives the name behind its namespace's short name, one string for all
// elements of that name.
func (p *parser) short(name xml.Name) string {
	if s, ok := p.names[name]; ok {
		return s
	}
	s := name.Local
	if name.Space != "" {
		s = shortSpace(name.Space) + ":" + s
	}
	p.names[name] = s
	return s
}

func (p *parser) broken(at int64, err error) error {
	reason := corpus.ReasonBroken
	if errors.Is(err, errTooMany) {
		reason = corpus.ReasonTooLarge
	}
	return block.Skip(reason, "%s cannot be read as XML at byte %d: %v; open the file in a word processor, save it anew and try again", p.part, at, err)
}

// toUTF8 recodes UTF-16 by its byte order mark or its look and drops a mark of
// UTF-8; it reports whether it recoded.
func toUTF8(data []byte) ([]byte, bool) {
	order := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return data[3:], false
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{'<', 0}):
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}), bytes.HasPrefix(data, []byte{0, '<'}):
		order = unicode.BigEndian
	default:
		return data, false
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return data, false
	}
	return out, true
}
