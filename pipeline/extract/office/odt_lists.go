package office

import (
	"fmt"
	"strings"
)

// odtLists gives the paragraphs of a document their numbers.
type odtLists struct {
	*numbering
	styles map[string]*[levelCount]level
	// byID are the instances of the lists that have an ID; last that of the
	// last list of each style.
	byID, last map[string]string
}

// outlineList is the instance that numbers headings outside lists.
const outlineList = "outline"

func readODTLists(content, styles *node) *odtLists {
	l := &odtLists{numbering: newNumbering(), styles: make(map[string]*[levelCount]level), byID: make(map[string]string), last: make(map[string]string)}
	for _, root := range []*node{content.child("office:automatic-styles"), styles.child("office:automatic-styles"), styles.child("office:styles")} {
		root.each("text:list-style", func(n *node) {
			if name := n.get("style:name"); l.styles[name] == nil {
				l.styles[name] = readODTLevels(n)
			}
		})
	}
	outline := &list{}
	if n := styles.path("office:styles", "text:outline-style"); n != nil {
		outline.levels = *readODTLevels(n)
	}
	l.instances[outlineList] = &instance{list: outline}
	return l
}

func readODTLevels(n *node) *[levelCount]level {
	levels := &[levelCount]level{}
	for _, k := range n.kids {
		at := bounded(k.get("text:level"), 0) - 1
		if at < 0 || at >= levelCount {
			continue
		}
		switch k.name {
		case "text:list-level-style-number", "text:outline-level-style":
			levels[at] = readODTLevel(k, at, levels)
		case "text:list-level-style-bullet":
			levels[at] = level{defined: true, format: "bullet", text: k.get("text:bullet-char")}
		case "text:list-level-style-image":
			levels[at] = level{defined: true, format: "bullet", text: "•"}
		}
	}
	return levels
}

func readODTLevel(k *node, at int, above *[levelCount]level) level {
	v := level{defined: true, start: bounded(k.get("text:start-value"), 1), format: odfFormat(k.get("style:num-format"), k.get("style:num-letter-sync"))}
	if list, ok := k.find("loext:num-list-format"); ok {
		for i := levelCount; i >= 1; i-- {
			list = strings.ReplaceAll(list, fmt.Sprintf("%%%d%%", i), fmt.Sprintf("%%%d", i))
		}
		v.text = short(list)
		return v
	}
	var parts []string
	for i := max(0, at+1-bounded(k.get("text:display-levels"), 1)); i <= at; i++ {
		if format := above[i].format; i == at && v.format != "none" || i < at && format != "none" && format != "bullet" && format != "" {
			parts = append(parts, fmt.Sprintf("%%%d", i+1))
		}
	}
	v.text = short(k.get("style:num-prefix")) + strings.Join(parts, ".") + short(k.get("style:num-suffix"))
	if v.format == "none" && len(parts) == 0 {
		v.text = ""
	}
	return v
}

// odfFormat gives the format of a style:num-format: a sign for Western ones,
// for others the first numbers in a row.
func odfFormat(s, sync string) string {
	switch s {
	case "":
		return "none"
	case "1":
		return "decimal"
	case "i":
		return "lowerRoman"
	case "I":
		return "upperRoman"
	case "One":
		return "cardinalText"
	case "First":
		return "ordinalText"
	case "1st":
		return "ordinal"
	case "א, י, ק, ...":
		return "hebrew1"
	case "일, 이, 삼, ... (ko-x-digital)":
		return "koreanDigital"
	case "一, 二, 三, ... (ko)":
		return "koreanDigital2"
	case "a", "A":
		format := map[string]string{"a": "lowerLetter", "A": "upperLetter"}[s]
		if sync != "true" {
			format += "Positional"
		}
		return format
	}
	items := strings.Split(strings.TrimSuffix(s, "..."), ", ")
	for _, format := range sampledFormats {
		if sameSample(format, items) {
			if _, letters := alphabets[format]; letters && format != "chicago" && !doubled(items) {
				format += "Positional"
			}
			return format
		}
	}
	return "decimal"
}

// sameSample reports whether a format begins with the numbers of a sample,
// which has two or more and may have its alef without a hamza.
func sameSample(format string, items []string) bool {
	if len(items) < 2 {
		return false
	}
	for i, item := range items[:2] {
		item = strings.Replace(strings.TrimSpace(item), "ا", "أ", 1)
		if formatNumber(format, i+1, "") != item {
			return false
		}
	}
	if len(items) > 2 && items[2] != "" && items[2] != ".." {
		return formatNumber(format, 3, "") == items[2]
	}
	return true
}

// doubled reports whether a sample goes on with doubled letters, such as
// "А, Б, .., Аа, Бб", and not with "Аа, Аб".
func doubled(items []string) bool {
	if len(items) < 5 || items[2] != ".." {
		return false
	}
	last := []rune(items[4])
	return len(last) == 2 && strings.EqualFold(string(last[0]), string(last[1]))
}

// begin gives the instance for a list that starts: a new one, or that of a
// list that it continues.
func (l *odtLists) begin(n *node, style string) string {
	id := ""
	switch {
	case n.get("text:continue-list") != "":
		id = l.byID[n.get("text:continue-list")]
	case n.get("text:continue-numbering") == "true":
		id = l.last[style]
	}
	if id == "" {
		id = fmt.Sprintf("list%d", len(l.instances))
		fresh := &list{}
		if levels := l.styles[style]; levels != nil {
			fresh.levels = *levels
		}
		l.instances[id] = &instance{list: fresh}
	}
	if own := n.get("xml:id"); own != "" {
		l.byID[own] = id
	}
	l.last[style] = id
	return id
}

// label counts a paragraph with the level definition of a list style, which
// may differ from the list's own.
func (l *odtLists) label(id string, at int, style string) string {
	i := l.instances[id]
	if i == nil || at < 0 || at >= levelCount {
		return ""
	}
	own := i.levels[at]
	if levels := l.styles[style]; levels != nil {
		i.levels[at] = &levels[at]
	}
	label := l.next(id, at)
	i.levels[at] = own
	return label
}
