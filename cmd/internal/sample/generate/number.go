package main

import (
	"fmt"
	"strings"
)

var roman = []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}

// number gives every block its printed number, its label and its section, as
// Word would compute them for the scheme.
func number(blocks []block, scheme string) []block {
	section, paragraph, sub, title := 0, 0, 0, ""
	for i := range blocks {
		b := &blocks[i]
		switch b.style {
		case heading:
			title = plainText(b.runs)
			if scheme != "continuous" && b.level == 1 {
				section, paragraph = section+1, 0
				b.printed = sectionNumber(scheme, section)
			}
		case numbered:
			paragraph, sub = paragraph+1, 0
			b.printed, b.label = paragraphNumber(scheme, section, paragraph)
		case item:
			sub++
			b.printed = string(rune('a'+sub-1)) + ")"
		case bullet:
			b.printed = "•"
		}
		b.section = title
	}
	return blocks
}

func sectionNumber(scheme string, n int) string {
	if scheme == "roman" {
		return roman[n]
	}
	return fmt.Sprint(n)
}

func paragraphNumber(scheme string, section, n int) (printed, label string) {
	switch scheme {
	case "roman":
		return fmt.Sprintf("%d.", n), fmt.Sprintf("%s.%d", roman[section], n)
	case "continuous":
		return fmt.Sprintf("%d.", n), fmt.Sprint(n)
	}
	s := fmt.Sprintf("%d.%d", section, n)
	return s, s
}

// plainText is the runs as a reader reads them, changes accepted and notes left
// out.
func plainText(runs []run) string {
	var out strings.Builder
	for _, r := range runs {
		if r.mark != "del" {
			out.WriteString(r.text)
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}
