package word

import (
	"cmp"
	"slices"
	"strings"
)

// The orders in which children must stand, from the schema of ECMA-376 part 1
// (CT_PPr, CT_RPr, CT_SectPr, CT_Settings). Word calls a file with another
// order damaged.
var (
	paragraphOrder = []string{
		"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
		"w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap",
		"w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
		"w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc",
		"w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr",
		"w:sectPr", "w:pPrChange",
	}
	runOrder = []string{
		"w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike",
		"w:outline", "w:shadow", "w:emboss", "w:imprint", "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden",
		"w:color", "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:effect",
		"w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang", "w:eastAsianLayout",
		"w:specVanish", "w:oMath", "w:rPrChange",
	}
	sectionOrder = []string{
		"w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type", "w:pgSz", "w:pgMar",
		"w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:formProt", "w:vAlign", "w:noEndnote",
		"w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange",
	}
	// afterUpdate are the settings that stand after w:updateFields.
	afterUpdate = []string{
		"w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr",
		"w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats",
		"w:doNotAutoCompressPictures", "w:forceUpgrade", "w:captions", "w:readModeInkLockDown", "w:smartTagType",
		"sl:schemaLibrary", "w:shapeDefaults", "w:doNotEmbedSmartTags", "w:decimalSymbol", "w:listSeparator",
	}
)

// property is a child of an element of properties, such as w:pPr.
type property struct{ name, markup string }

// properties lists the children of an element, which may be nil, without what
// tracks their changes.
func properties(data []byte, n *node) []property {
	var props []property
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if !strings.HasSuffix(k.name, "Change") {
			props = append(props, property{k.name, string(data[k.start:k.end])})
		}
	}
	return props
}

// setProperty adds a property, in the place of its namesake if there is one.
func setProperty(props []property, p property) []property {
	out := slices.DeleteFunc(slices.Clone(props), func(q property) bool { return q.name == p.name })
	return append(out, p)
}

// joinProperties writes an element of properties in the order of the schema;
// extensions that the schema does not know go last.
func joinProperties(element string, order []string, props []property) string {
	rank := func(p property) int {
		if i := slices.Index(order, p.name); i >= 0 {
			return i
		}
		return len(order)
	}
	sorted := slices.Clone(props)
	slices.SortStableFunc(sorted, func(a, b property) int { return cmp.Compare(rank(a), rank(b)) })
	var b strings.Builder
	b.WriteString("<" + element + ">")
	for _, p := range sorted {
		b.WriteString(p.markup)
	}
	b.WriteString("</" + element + ">")
	return b.String()
}
