package word

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// The styles a report uses, by visible name.
const (
	styleHeading1  = "heading 1"
	styleHeading2  = "heading 2"
	styleHeading3  = "heading 3"
	styleQuote     = "Verbatim Quote"
	styleQuoteRTL  = "Verbatim Quote RTL"
	styleSource    = "Quote Source"
	styleParagraph = "Report Paragraph"
	styleNote      = "Report Note"
	styleLegend    = "Report Legend"
	styleContents  = "TOC Heading"
	styleTOC1      = "toc 1"
	styleFootnote  = "footnote text"
	styleReference = "footnote reference"
	styleLink      = "Citation Link"
	styleCaption   = "caption"
	styleCell      = "Table Text"
	styleHead      = "Table Head"
	styleTable     = "Report Table"
	styleSection   = "Section End"
)

// requiredStyles must be in a template: they carry its house style.
var requiredStyles = []string{styleHeading1, styleHeading2, styleHeading3, styleQuote, styleQuoteRTL}

// usedStyles are all others. Word itself leaves built-in styles out of a file
// until they are used, so that a template that lacks them is no mistake; they
// come from the default template.
var usedStyles = []string{
	styleSource, styleParagraph, styleNote, styleLegend, styleContents, styleTOC1, styleFootnote,
	styleReference, styleLink, styleCaption, styleCell, styleHead, styleTable, styleSection,
}

// sheet is a styles part.
type sheet struct {
	data []byte
	root *node
	// byName leads from a visible name in small letters to the style.
	byName map[string]*node
	ids    map[string]bool
}

func readSheet(data []byte) (*sheet, error) {
	root, err := parse(data)
	if err != nil {
		return nil, err
	}
	s := &sheet{data: data, root: root, byName: make(map[string]*node), ids: make(map[string]bool)}
	for _, k := range root.kids {
		if k.name != "w:style" {
			continue
		}
		s.ids[k.value("w:styleId")] = true
		name := strings.ToLower(k.child("w:name").value("w:val"))
		if s.byName[name] == nil {
			s.byName[name] = k
		}
	}
	return s, nil
}

func (s *sheet) find(name string) *node { return s.byName[strings.ToLower(name)] }

// byID gives the style of that identifier, or nil.
func (s *sheet) byID(id string) *node {
	for _, k := range s.root.kids {
		if k.name == "w:style" && k.value("w:styleId") == id {
			return k
		}
	}
	return nil
}

// styleIDs leads from a style's visible name to its identifier.
type styleIDs map[string]string

// resolve looks up every style. It gives the identifiers, and the markup of
// styles to add to the template.
func (s *sheet) resolve() (styleIDs, string, error) {
	ids := make(styleIDs)
	var missing []string
	for _, name := range requiredStyles {
		n := s.find(name)
		if n == nil {
			missing = append(missing, fmt.Sprintf("%q", name))
			continue
		}
		ids[name] = n.value("w:styleId")
	}
	if len(missing) > 0 {
		return nil, "", corpus.Errorf(corpus.CodeUsage,
			"template: it has no style %s: add it in Word, or start from the default template", strings.Join(missing, ", "))
	}
	house, err := readSheet(defaultPack().parts["word/styles.xml"])
	if err != nil {
		return nil, "", fmt.Errorf("default template: %w", err)
	}
	b := borrower{from: house, to: s, ids: ids}
	for _, name := range usedStyles {
		b.borrow(name)
	}
	return ids, b.markup.String(), nil
}

// borrower copies styles of one sheet into another.
type borrower struct {
	from, to *sheet
	ids      styleIDs
	markup   strings.Builder
}

// borrow gives the identifier of a style in the template, after copying the
// style and those it is based on where the template lacks them.
func (b *borrower) borrow(name string) string {
	if id, done := b.ids[name]; done {
		return id
	}
	if n := b.to.find(name); n != nil {
		b.ids[name] = n.value("w:styleId")
		return b.ids[name]
	}
	n := b.from.find(name)
	id := n.value("w:styleId")
	for b.to.ids[id] {
		id += "R"
	}
	b.to.ids[id] = true
	b.ids[name] = id
	edits := []edit{}
	if v := n.value("w:styleId"); v != id {
		tag := string(b.from.data[n.start:n.open])
		edits = append(edits, edit{0, n.open - n.start, strings.Replace(tag, `"`+v+`"`, `"`+id+`"`, 1)})
	}
	for _, ref := range []string{"w:basedOn", "w:next"} {
		if k := n.child(ref); k != nil {
			with := ""
			if to := b.based(k.value("w:val")); to != "" {
				with = fmt.Sprintf(`<%s w:val="%s"/>`, ref, escape(to))
			}
			edits = append(edits, edit{k.start - n.start, k.end - n.start, with})
		}
	}
	b.markup.Write(apply(b.from.data[n.start:n.end], edits))
	return id
}

// based translates a reference between styles of the default template.
func (b *borrower) based(id string) string {
	n := b.from.byID(id)
	name := n.child("w:name").value("w:val")
	if name == "Normal" {
		return b.to.normal()
	}
	if slices.Contains(usedStyles, name) || slices.Contains(requiredStyles, name) {
		return b.borrow(name)
	}
	return ""
}

// normal is the identifier of the default paragraph style, "" for none.
func (s *sheet) normal() string {
	for _, k := range s.root.kids {
		if k.name == "w:style" && k.value("w:type") == "paragraph" && (k.value("w:default") == "1" || k.value("w:default") == "true") {
			return k.value("w:styleId")
		}
	}
	return ""
}

// rightToLeft makes right to left the direction of whatever does not state its
// own, headers and footers of the template among them.
func (s *sheet) rightToLeft() edit {
	defaults := s.root.child("w:docDefaults")
	run := properties(s.data, defaults.child("w:rPrDefault").child("w:rPr"))
	paragraph := properties(s.data, defaults.child("w:pPrDefault").child("w:pPr"))
	markup := "<w:docDefaults><w:rPrDefault>" +
		joinProperties("w:rPr", runOrder, setProperty(run, property{"w:rtl", "<w:rtl/>"})) +
		"</w:rPrDefault><w:pPrDefault>" +
		joinProperties("w:pPr", paragraphOrder, setProperty(paragraph, property{"w:bidi", "<w:bidi/>"})) +
		"</w:pPrDefault></w:docDefaults>"
	if defaults != nil {
		return edit{defaults.start, defaults.end, markup}
	}
	return edit{s.root.open, s.root.open, markup}
}
