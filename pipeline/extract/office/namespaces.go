package office

import "strings"

// shortSpace gives the short name by which this package knows a namespace.
// Transitional and strict OOXML have the same short names, as have the
// versions of OpenDocument. Unknown ones keep their last word.
func shortSpace(uri string) string {
	switch uri {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main":
		return "w"
	case "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships":
		return "r"
	case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math":
		return "m"
	case "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main":
		return "a"
	case "http://schemas.openxmlformats.org/drawingml/2006/diagram", "http://purl.oclc.org/ooxml/drawingml/diagram":
		return "dgm"
	case "http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart":
		return "c"
	case "http://schemas.openxmlformats.org/markup-compatibility/2006":
		return "mc"
	case "http://schemas.microsoft.com/office/word/2010/wordprocessingShape":
		return "wps"
	case "http://schemas.microsoft.com/office/word/2010/wordml":
		return "w14"
	case "urn:schemas-microsoft-com:vml":
		return "v"
	case "http://schemas.openxmlformats.org/package/2006/relationships":
		return "rel"
	case "http://schemas.openxmlformats.org/package/2006/content-types":
		return "ct"
	case "http://purl.org/dc/elements/1.1/":
		return "dc"
	case "http://www.w3.org/XML/1998/namespace", "xml":
		return "xml"
	case "http://www.w3.org/1998/Math/MathML":
		return "math"
	case "http://www.w3.org/1999/xlink":
		return "xlink"
	case "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "http://www.w3.org/1999/XSL/Format":
		return "fo"
	}
	return lastWord(uri)
}

// lastWord gives "text" for urn:oasis:names:tc:opendocument:xmlns:text:1.0 and
// for OpenOffice.org's http://openoffice.org/2000/text.
func lastWord(uri string) string {
	parts := strings.FieldsFunc(uri, func(r rune) bool { return r == ':' || r == '/' })
	for i := len(parts) - 1; i >= 0; i-- {
		if strings.Trim(parts[i], "0123456789.") != "" {
			if parts[i] == "drawing" {
				return "draw"
			}
			return parts[i]
		}
	}
	return uri
}
