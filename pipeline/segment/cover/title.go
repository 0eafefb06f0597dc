package cover

import (
	"regexp"
	"slices"
	"strings"
)

// title takes a title line by its key, the lines without a field after the
// source line, or any that stand out.
func (r *Reading) title(items []item) {
	source := -1
	for i, it := range items {
		for _, f := range it.fields {
			if f.kind == kindTitle {
				r.Header.Title = header(f.text)
				return
			}
			if f.kind == kindSource || f.kind == kindNature {
				source = i
			}
		}
	}
	t := formTitle(items)
	if t == "" && source >= 0 {
		t = longTitle(items[source:])
	}
	if t == "" {
		t = titleFrom(items[min(source+1, len(items)):], source >= 0)
	}
	if t == "" && source >= 0 {
		t = titleFrom(items[:source], false)
	}
	if t == "" && source >= 0 {
		for _, f := range items[source].fields {
			if f.source.title {
				t = items[source].text
			}
		}
	}
	if source >= 0 && unfinished.MatchString(t) && len(items[source].fields) == 1 && items[source].fields[0].source.nature == "" {
		t += " " + items[source].text
	}
	if t = strings.TrimRight(t, "*∗ "); t != "" {
		r.Header.Title = header(t)
	}
}

// unfinished is a title that goes on with the name on the next line.
var unfinished = regexp.MustCompile(`(?i) (?:of|of the|by|by the|from|from the|de|de la|du|des|del|par|par la|от)$`)

// longTitle joins "Contribution from Freedonia to the third meeting of the" with
// the line that stands out below it in the same way and so goes on.
func longTitle(items []item) string {
	first := items[0]
	more := slices.ContainsFunc(first.fields, func(f field) bool { return f.source.title })
	if !more || len(items) < 2 || !first.styled || !items[1].styled || items[1].matched() || isUpper(items[1].text) != isUpper(first.text) {
		return ""
	}
	return first.text + " " + items[1].text
}

// formTitle joins the lines above the "Key: value" lines of a form.
func formTitle(items []item) string {
	var parts []string
	for _, it := range items {
		if it.above {
			parts = append(parts, it.text)
		}
	}
	if t := strings.Join(parts, " "); len(t) <= longLine {
		return t
	}
	return ""
}

// titleFrom joins the first run of lines that may be a title; anywhere asks for
// no number, date or original language after which they stand.
func titleFrom(items []item, anywhere bool) string {
	var parts []string
	strong := anywhere
	for _, it := range items {
		if it.matched() {
			if len(parts) > 0 {
				break
			}
			strong = true
			continue
		}
		if !titleLike(it) || !strong && !it.styled && !isUpper(it.text) {
			if len(parts) > 0 {
				break
			}
			continue
		}
		if len(parts) > 0 && !it.styled && isUpper(it.text) != isUpper(parts[len(parts)-1]) {
			break
		}
		parts = append(parts, it.text)
	}
	return strings.Join(parts, " ")
}

// titleEnd gives the line after the title that follows the last field, if one
// does: one line, or several that stand out in the same way.
func titleEnd(items []item, last int) int {
	end := last + 1
	if hasTitle(items[:end]) || end == len(items) || !titleLike(items[end]) {
		return end
	}
	if len(items) == end+1 && !items[end].styled && !isUpper(items[end].text) && !strongBefore(items[:end]) {
		return end
	}
	for end++; end < len(items) && end < last+4; end++ {
		it, before := items[end], items[end-1]
		if !titleLike(it) || isUpper(it.text) != isUpper(before.text) || it.styled != before.styled || !it.styled && !isUpper(it.text) {
			break
		}
	}
	return end
}

// strongBefore reports whether the header has a number: a title may then be a
// line like any other.
func strongBefore(items []item) bool {
	return slices.ContainsFunc(items, func(it item) bool {
		return slices.ContainsFunc(it.fields, func(f field) bool { return f.kind == kindNumber || f.kind == kindOriginal })
	})
}

// hasTitle reports whether a title stands before the last field already: a
// line with the key, or lines without a field after the first source.
func hasTitle(items []item) bool {
	source := false
	for _, it := range items {
		for _, f := range it.fields {
			if f.kind == kindTitle {
				return true
			}
			source = source || f.kind == kindSource || f.kind == kindNature
		}
		if source && !it.matched() && titleLike(it) {
			return true
		}
	}
	return false
}

func titleLike(it item) bool {
	t := strings.TrimSpace(it.text)
	return !it.matched() && len(t) > 3 && len(t) <= longLine && !strings.HasSuffix(t, ":") && (!strings.HasSuffix(t, ".") || isUpper(t)) && !strings.HasSuffix(t, "。") && !strings.HasSuffix(t, ",")
}

func isUpper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }
