package office

import (
	"bytes"
	"strings"
)

// Sniff says what a file is by its content: "docx" (also templates), "docm"
// (with macros), "xlsx", "pptx", "odt" (also templates), "ods", "odp", "rtf",
// "zip" for any other archive; "wordxml" for Word's single XML files; of the older OLE2 files "doc", "xls", "ppt",
// "encrypted" for a password-protected new one, "ole" for any other; "" for
// what is none of these. The name of the file has no say.
func Sniff(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return sniffZip(data)
	case bytes.HasPrefix(data, oleMagic):
		return sniffOLE(data)
	case bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), " \t\r\n\x00"), []byte(`{\rt`)):
		return "rtf"
	}
	return sniffXML(data[:min(len(data), 4096)])
}

// sniffXML knows word processors' formats that are one XML file.
func sniffXML(head []byte) string {
	head, _ = toUTF8(head)
	switch {
	case !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")):
		return ""
	case bytes.Contains(head, []byte("office:document ")) && bytes.Contains(head, []byte("opendocument.text")),
		bytes.Contains(head, []byte("office:document\n")) && bytes.Contains(head, []byte("opendocument.text")):
		return "odt"
	case bytes.Contains(head, []byte("office/word/2003/wordml")), bytes.Contains(head, []byte("office/2006/xmlPackage")):
		return "wordxml"
	}
	return ""
}

// sniffZip looks at the part list; of a damaged archive it looks at the names
// that stand in the bytes.
func sniffZip(data []byte) string {
	a, err := openArchive(data)
	if err != nil {
		return sniffNames(data)
	}
	if a.has("mimetype") {
		mime, _ := a.read("mimetype")
		if kind := openDocumentKind(strings.TrimSpace(string(mime))); kind != "" {
			return kind
		}
	}
	if a.has("content.xml") && (a.has("META-INF/manifest.xml") || a.has("styles.xml")) && !a.has("[Content_Types].xml") {
		return "odt"
	}
	if kind := a.ooxmlKind(); kind != "" {
		return kind
	}
	return "zip"
}

func openDocumentKind(mime string) string {
	mime, ok := strings.CutPrefix(mime, "application/vnd.oasis.opendocument.")
	if !ok {
		if strings.HasPrefix(mime, "application/vnd.sun.xml.writer") {
			return "odt"
		}
		return ""
	}
	switch {
	case strings.HasPrefix(mime, "text"):
		return "odt"
	case strings.HasPrefix(mime, "spreadsheet"):
		return "ods"
	case strings.HasPrefix(mime, "presentation"):
		return "odp"
	}
	return "zip"
}

// ooxmlKind goes by the content type of the main part, then by the names of
// the parts.
func (a *archive) ooxmlKind() string {
	if !a.has("[Content_Types].xml") && !a.has("_rels/.rels") && !a.has("word/document.xml") {
		return ""
	}
	types, _ := a.read("[Content_Types].xml")
	types, _ = toUTF8(types)
	for _, k := range [...][2]string{
		{"wordprocessingml.document.main+xml", "docx"}, {"wordprocessingml.template.main+xml", "docx"},
		{"ms-word.document.macroEnabled.main+xml", "docm"}, {"ms-word.template.macroEnabledTemplate.main+xml", "docm"},
		{"spreadsheetml.sheet.main+xml", "xlsx"}, {"ms-excel.sheet.", "xlsx"},
		{"presentationml.presentation.main+xml", "pptx"}, {"presentationml.slideshow.main+xml", "pptx"},
	} {
		if bytes.Contains(types, []byte(k[0])) {
			return k[1]
		}
	}
	switch {
	case a.has("word/document.xml"):
		return "docx"
	case a.has("xl/workbook.xml"):
		return "xlsx"
	case a.has("ppt/presentation.xml"):
		return "pptx"
	}
	return ""
}

func sniffNames(data []byte) string {
	switch {
	case bytes.Contains(data, []byte("word/document.xml")):
		return "docx"
	case bytes.Contains(data, []byte("application/vnd.oasis.opendocument.text")):
		return "odt"
	case bytes.Contains(data, []byte("xl/workbook.xml")):
		return "xlsx"
	case bytes.Contains(data, []byte("ppt/presentation.xml")):
		return "pptx"
	}
	return "zip"
}
