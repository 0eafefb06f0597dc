package office

import (
	"strconv"
	"strings"
)

// odtProps are the properties of a style that matter.
type odtProps struct {
	hidden, bold, centred tri
	lang                  languages
	heading               int
	quote                 bool
	// list is the list style; listed says that one is set, perhaps to none.
	list   string
	listed bool
	symbol string
}

func (p odtProps) over(above odtProps) odtProps {
	p.hidden = p.hidden.or(above.hidden)
	p.bold = p.bold.or(above.bold)
	p.centred = p.centred.or(above.centred)
	p.lang = p.lang.or(above.lang)
	if p.heading == 0 {
		p.heading = above.heading
	}
	p.quote = p.quote || above.quote
	if !p.listed {
		p.list, p.listed = above.list, above.listed
	}
	if p.symbol == "" {
		p.symbol = above.symbol
	}
	return p
}

// styleKey names a style: families have names of their own.
type styleKey struct{ family, name string }

// odtStyles are a document's styles. Automatic styles of the text and of its
// running heads may share names, so that each has a scope.
type odtStyles struct {
	text, heads, common map[styleKey]*node
	auto                map[styleKey]*node // the scope in use
	defaults            map[string]odtProps
	resolved            map[styleKey]odtProps
}

func readODTStyles(content, styles *node) *odtStyles {
	s := &odtStyles{
		text: styleNodes(content.child("office:automatic-styles")), heads: styleNodes(styles.child("office:automatic-styles")),
		common: styleNodes(styles.child("office:styles")), defaults: make(map[string]odtProps), resolved: make(map[styleKey]odtProps),
	}
	s.auto = s.text
	styles.child("office:styles").each("style:default-style", func(n *node) {
		s.defaults[n.get("style:family")] = ownODTProps(n)
	})
	return s
}

func styleNodes(root *node) map[styleKey]*node {
	m := make(map[styleKey]*node)
	root.each("style:style", func(n *node) {
		key := styleKey{n.get("style:family"), n.get("style:name")}
		if m[key] == nil {
			m[key] = n
		}
	})
	return m
}

// forHeads changes to the scope of the running heads.
func (s *odtStyles) forHeads() {
	s.auto = s.heads
	s.resolved = make(map[styleKey]odtProps)
}

// style gives a style's properties with those of its parents.
func (s *odtStyles) style(family, name string) odtProps {
	key := styleKey{family, name}
	if p, ok := s.resolved[key]; ok {
		return p
	}
	var p odtProps
	seen := make(map[string]bool)
	for at := name; at != "" && !seen[at] && len(seen) < maxStyleChain; {
		seen[at] = true
		n := s.auto[styleKey{family, at}]
		if n == nil {
			n = s.common[styleKey{family, at}]
		}
		if n == nil {
			break
		}
		p = p.over(ownODTProps(n))
		at = n.get("style:parent-style-name")
	}
	if family == "paragraph" {
		p = p.over(s.defaults[family])
	}
	s.resolved[key] = p
	return p
}

func ownODTProps(n *node) odtProps {
	var p odtProps
	p.list, p.listed = n.find("style:list-style-name")
	if n.get("style:family") == "paragraph" {
		name := n.get("style:display-name")
		if name == "" {
			name = decodeName(n.get("style:name"))
		}
		p.heading, p.quote = headingLevel(name), quotationStyle(name)
	}
	if v := n.child("style:paragraph-properties").get("fo:text-align"); v != "" {
		p.centred = off
		if v == "center" {
			p.centred = on
		}
	}
	t := n.child("style:text-properties")
	switch t.get("text:display") {
	case "none":
		p.hidden = on
	case "true":
		p.hidden = off
	}
	p.bold = weight(t.get("fo:font-weight"))
	if p.bold == unset {
		p.bold = weight(t.get("style:font-weight-asian"))
	}
	p.lang = languages{western: language(t, "fo:language"), eastAsian: language(t, "style:language-asian"), complex: language(t, "style:language-complex")}
	if f := t.get("style:font-name"); symbolFont(f) {
		p.symbol = f
	}
	return p
}

func language(t *node, name string) string {
	if v := t.get(name); v != "none" && v != "zxx" {
		return v
	}
	return ""
}

func weight(v string) tri {
	if v == "" {
		return unset
	}
	if n, err := strconv.Atoi(v); v == "bold" || err == nil && n >= 600 {
		return on
	}
	return off
}

// decodeName gives "Heading 1" for "Heading_20_1".
func decodeName(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "_")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		code, after, closed := strings.Cut(rest, "_")
		if v, err := strconv.ParseUint(code, 16, 21); closed && err == nil {
			b.WriteRune(rune(v))
			s = after
		} else {
			b.WriteByte('_')
			s = rest
		}
	}
}
