package word

import (
	"slices"
	"strings"
	"testing"
)

// More orders of the schema: CT_TblPr, CT_TcPr, CT_Tbl, CT_Tc, CT_Style.
var orders = map[string][]string{
	"w:pPr": paragraphOrder, "w:rPr": runOrder, "w:sectPr": sectionOrder,
	"w:tblPr": {
		"w:tblStyle", "w:tblpPr", "w:tblOverlap", "w:bidiVisual", "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW",
		"w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook",
		"w:tblCaption", "w:tblDescription", "w:tblPrChange",
	},
	"w:tcPr": {
		"w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar",
		"w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark",
	},
	"w:tbl": {"w:tblPr", "w:tblGrid", "w:tr"},
	"w:tr":  {"w:tblPrEx", "w:trPr", "w:tc"},
	"w:tc":  {"w:tcPr", "w:p"},
	"w:style": {
		"w:name", "w:aliases", "w:basedOn", "w:next", "w:link", "w:autoRedefine", "w:hidden", "w:uiPriority", "w:semiHidden",
		"w:unhideWhenUsed", "w:qFormat", "w:locked", "w:personal", "w:rsid", "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr",
	},
	"w:docDefaults": {"w:rPrDefault", "w:pPrDefault"},
}

// repeated may stand more than once in their parents.
var repeated = []string{"w:headerReference", "w:footerReference", "w:tr", "w:tc", "w:p"}

// checkOrder looks at every part for children out of the order of the schema,
// doubled ones and unknown ones; Word calls a file with any of them damaged.
func checkOrder(t *testing.T, parts map[string]string) {
	t.Helper()
	for name, part := range parts {
		root, err := parse([]byte(part))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		root.each(func(n *node) {
			if fault := faultIn(n); fault != "" {
				t.Errorf("%s: %s: %s", name, n.name, fault)
			}
		})
	}
}

func faultIn(n *node) string {
	order, known := orders[n.name]
	if n.name == "w:p" {
		for i, k := range n.kids {
			if k.name == "w:pPr" && i > 0 {
				return "w:pPr is not first"
			}
		}
	}
	if n.name == "w:r" {
		for i, k := range n.kids {
			if k.name == "w:rPr" && i > 0 {
				return "w:rPr is not first"
			}
		}
	}
	if !known {
		return ""
	}
	last := -1
	for _, k := range n.kids {
		at := slices.Index(order, k.name)
		switch {
		case at < 0:
			return k.name + " has no place here"
		case at < last:
			return k.name + " is out of order"
		case at == last && !slices.Contains(repeated, k.name):
			return k.name + " stands twice"
		}
		last = at
	}
	return ""
}

func TestOrder(t *testing.T) {
	for _, language := range []string{"en", "ar", "zh"} {
		checkOrder(t, written(t, sampleReport(language), nil))
	}
}

// The check itself must be able to fail.
func TestOrderIsSeen(t *testing.T) {
	for part, want := range map[string]string{
		`<w:pPr><w:jc/><w:bidi/></w:pPr>`:  "w:bidi is out of order",
		`<w:rPr><w:b/><w:b/></w:rPr>`:      "w:b stands twice",
		`<w:tcPr><w:cantSplit/></w:tcPr>`:  "w:cantSplit has no place here",
		`<w:p><w:r/><w:pPr/></w:p>`:        "w:pPr is not first",
		`<w:rPr><w:rtl/><w:lang/></w:rPr>`: "",
	} {
		root, err := parse([]byte(part))
		if err != nil {
			t.Fatal(err)
		}
		if got := faultIn(root); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", part, got, want)
		}
	}
}
