package office

import (
	"strconv"
	"strings"
)

// readDocxNumbering reads numbering.xml. Lists that a style of type numbering
// defines are found through it.
func readDocxNumbering(root *node, styles *docxStyles) *numbering {
	n := newNumbering()
	abstract := make(map[string]*node)
	byStyle := make(map[string]*node) // lists that define a numbering style
	root.each("w:abstractNum", func(a *node) {
		abstract[a.get("w:abstractNumId")] = a
		if link := a.child("w:styleLink"); link != nil {
			byStyle[link.get("w:val")] = a
		}
	})
	nums := make(map[string]*node)
	root.each("w:num", func(k *node) { nums[k.get("w:numId")] = k })
	lists := make(map[*node]*list)
	root.each("w:num", func(k *node) {
		a := abstract[k.child("w:abstractNumId").get("w:val")]
		if link := a.child("w:numStyleLink").get("w:val"); link != "" {
			linked := byStyle[link]
			if linked == nil {
				linked = abstract[nums[styles.style(link).num.id].child("w:abstractNumId").get("w:val")]
			}
			if linked != nil {
				a = linked
			}
		}
		if a == nil {
			return
		}
		if lists[a] == nil {
			lists[a] = readDocxList(a)
		}
		n.instances[k.get("w:numId")] = readInstance(k, lists[a])
	})
	n.language = primary(styles.defaults.lang.western)
	return n
}

func readDocxList(a *node) *list {
	l := &list{}
	a.each("w:lvl", func(n *node) {
		if at, err := strconv.Atoi(n.get("w:ilvl")); err == nil && at >= 0 && at < levelCount {
			l.levels[at] = readDocxLevel(n)
		}
	})
	return l
}

func readInstance(num *node, l *list) *instance {
	i := &instance{list: l}
	num.each("w:lvlOverride", func(n *node) {
		at, err := strconv.Atoi(n.get("w:ilvl"))
		if err != nil || at < 0 || at >= levelCount {
			return
		}
		if own := n.child("w:lvl"); own != nil {
			v := readDocxLevel(own)
			i.levels[at] = &v
		}
		if start := n.child("w:startOverride"); start != nil {
			v := bounded(start.get("w:val"), 0)
			i.starts[at] = &v
		}
	})
	return i
}

func readDocxLevel(n *node) level {
	v := level{defined: true, format: "decimal", text: short(n.child("w:lvlText").get("w:val"))}
	v.start = bounded(n.child("w:start").get("w:val"), 0)
	format := n.child("w:numFmt")
	if format == nil {
		// Newer formats stand beside a fallback for older programs.
		if alt := n.child("mc:AlternateContent"); alt != nil {
			format = alt.path("mc:Choice", "w:numFmt")
		}
	}
	if format != nil {
		v.format = docxFormat(format)
	}
	if restart := n.child("w:lvlRestart"); restart != nil {
		if v.restart = bounded(restart.get("w:val"), 0); v.restart <= 0 {
			v.restart = neverRestart
		}
	}
	v.legal = toggle(n.child("w:isLgl")) == on
	v.hidden = toggle(n.path("w:rPr", "w:vanish")) == on
	v.style = n.child("w:pStyle").get("w:val")
	if n.child("w:lvlPicBulletId") != nil {
		v.format, v.text = "bullet", "•"
	}
	return v
}

// docxFormat gives the format's name; a custom one is known by its sample.
func docxFormat(n *node) string {
	if n.get("w:val") != "custom" {
		return n.get("w:val")
	}
	first, _, _ := strings.Cut(n.get("w:format"), ",")
	switch strings.TrimSpace(first) {
	case "01":
		return "decimalZero"
	case "001", "0001", "00001":
		return "custom" + strconv.Itoa(len(strings.TrimSpace(first)))
	}
	for _, format := range sampledFormats {
		if formatNumber(format, 1, "") == strings.TrimSpace(first) {
			return format
		}
	}
	return "decimal"
}

// sampledFormats are tried where a format is known by its first numbers only.
var sampledFormats = []string{
	"decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero",
	"arabicAlpha", "arabicAbjad", "arabicIndic", "persianDigits", "hindiNumbers", "thaiNumbers", "thaiLetters", "hebrew2", "hebrew1",
	"russianLower", "russianUpper", "greekLower", "greekUpper",
	"chineseCountingThousand", "chineseLegalSimplified", "ideographLegalTraditional", "ideographTraditional", "ideographZodiac",
	"decimalEnclosedCircle", "decimalEnclosedParen", "decimalEnclosedFullstop", "decimalFullWidth", "koreanCounting", "koreanLegal", "ganada", "chosung",
	"aiueoFullWidth", "irohaFullWidth", "aiueo", "iroha", "chicago", "japaneseLegal", "hindiConsonants", "hindiVowels",
}

func bounded(s string, absent int) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return absent
	}
	return min(max(n, -maxNumber), maxNumber)
}

// place finds the list and level of a paragraph, or false. A style is on the
// level of its list that names it, whatever its own properties say.
func (n *numbering) place(ref numRef) (string, int, bool) {
	i := n.instances[ref.id]
	if !ref.hasID || ref.id == "0" || i == nil {
		return "", 0, false
	}
	at := ref.level
	if ref.style != "" {
		for k := range levelCount {
			if i.level(k).style == ref.style {
				at = k
				break
			}
		}
	}
	return ref.id, at, true
}
