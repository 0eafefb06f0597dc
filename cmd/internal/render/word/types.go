package word

import (
	"encoding/xml"
	"strings"

	"rapporteur/corpus"
)

type typeTable struct {
	XMLName   xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []extensionType
	Overrides []partType
}

type extensionType struct {
	XMLName     xml.Name `xml:"Default"`
	Extension   string   `xml:"Extension,attr"`
	ContentType string   `xml:"ContentType,attr"`
}

type partType struct {
	XMLName     xml.Name `xml:"Override"`
	PartName    string   `xml:"PartName,attr"`
	ContentType string   `xml:"ContentType,attr"`
}

const (
	wordType     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	documentType = wordType + "document.main+xml"
)

func (p *pack) types() (typeTable, error) {
	var t struct {
		Defaults []struct {
			Extension   string `xml:"Extension,attr"`
			ContentType string `xml:"ContentType,attr"`
		} `xml:"Default"`
		Overrides []struct {
			PartName    string `xml:"PartName,attr"`
			ContentType string `xml:"ContentType,attr"`
		} `xml:"Override"`
	}
	var out typeTable
	if err := xml.Unmarshal(p.parts[contentTypes], &t); err != nil {
		return out, corpus.Errorf(corpus.CodeUsage, "template: part %s: %w", contentTypes, err)
	}
	for _, d := range t.Defaults {
		out.Defaults = append(out.Defaults, extensionType{Extension: d.Extension, ContentType: d.ContentType})
	}
	for _, o := range t.Overrides {
		out.Overrides = append(out.Overrides, partType{PartName: o.PartName, ContentType: o.ContentType})
	}
	return out, nil
}

// declare states the content type of a part.
func (p *pack) declare(name, contentType string) error {
	t, err := p.types()
	if err != nil {
		return err
	}
	found := false
	for i := range t.Overrides {
		if strings.EqualFold(t.Overrides[i].PartName, "/"+name) {
			t.Overrides[i].ContentType = contentType
			found = true
		}
	}
	if !found {
		t.Overrides = append(t.Overrides, partType{PartName: "/" + name, ContentType: contentType})
	}
	data, err := xml.Marshal(t)
	if err != nil {
		return err
	}
	p.put(contentTypes, append([]byte(xml.Header), data...))
	return nil
}

// main finds the document part and makes sure that the result opens as a
// document where the template was saved as a Word template.
func (p *pack) main() (string, error) {
	names, err := p.related("", "officeDocument")
	if err != nil {
		return "", err
	}
	if len(names) == 0 {
		return "", corpus.Errorf(corpus.CodeUsage, "template: it has no Word document inside: save it as .docx")
	}
	t, err := p.types()
	if err != nil {
		return "", err
	}
	for _, o := range t.Overrides {
		if strings.EqualFold(o.PartName, "/"+names[0]) && strings.Contains(o.ContentType, "macroEnabled") {
			return "", corpus.Errorf(corpus.CodeUsage, "template: it holds macros: save it as .docx without them")
		}
	}
	return names[0], p.declare(names[0], documentType)
}
