package pdf

import (
	"slices"
	"unicode"
)

// The kinds of characters that matter to the order of a line, after UAX #9.
type bidiKind byte

const (
	bidiNeutral bidiKind = iota
	bidiRight            // Hebrew and Arabic letters
	bidiLeft             // letters of other scripts
	bidiDigit
	bidiComma // joins two numbers: . , / :
	bidiSign  // joins two numbers where no Arabic letter goes before: + -
	bidiUnit  // sticks to a number where no Arabic letter goes before: % $ °
)

func bidiKindOf(r rune) bidiKind {
	switch {
	case r >= '0' && r <= '9', r >= 0x660 && r <= 0x669, r >= 0x6F0 && r <= 0x6F9:
		return bidiDigit
	case rightToLeft(r):
		return bidiRight
	case unicode.IsLetter(r):
		return bidiLeft
	case r == '.' || r == ',' || r == '/' || r == ':' || r == 0x66B || r == 0x66C:
		return bidiComma
	case r == '+' || r == '-' || r == 0x2212 || r == softHyphen:
		return bidiSign
	case r == '%' || r == '$' || r == '#' || r == '°' || r == 0x66A || unicode.Is(unicode.Sc, r):
		return bidiUnit
	}
	return bidiNeutral
}

// reading turns letters that stand from left to right into the order in which
// they are read. It undoes what the bidirectional algorithm did when the line was
// drawn, which is to do it again: find the stretches that run against the line,
// turn those, and turn the whole. rtl says how the line as a whole is read.
func reading(atoms []atom, rtl bool) []atom {
	kinds := make([]bidiKind, len(atoms))
	for i, a := range atoms {
		kinds[i] = bidiKindOf(a.r)
	}
	levels := make([]byte, len(atoms))
	if rtl {
		for i := range levels {
			levels[i] = 1
		}
		raiseWords(kinds, levels)
	} else {
		raiseStretches(kinds, levels)
	}
	raiseNumbers(kinds, levels, rtl)
	out := slices.Clone(atoms)
	turn(out, levels, 2)
	turn(out, levels, 1)
	odd := make([]bool, len(out))
	for i, level := range turned(levels) {
		odd[i] = level == 1
	}
	fixBrackets(out, odd)
	return fixLigatures(out)
}

// raiseWords finds words of other scripts in a line that is read from right to
// left: from a letter to the last letter before the next Arabic one, with the
// digits and signs that touch it.
func raiseWords(kinds []bidiKind, levels []byte) {
	for i := 0; i < len(kinds); i++ {
		if kinds[i] != bidiLeft {
			continue
		}
		start, end := i, i+1
		for j := i + 1; j < len(kinds) && kinds[j] != bidiRight; j++ {
			if kinds[j] == bidiLeft {
				end = j + 1
			}
		}
		start = reach(kinds, start, -1)
		end = reach(kinds, end-1, 1) + 1
		for j := start; j < end; j++ {
			levels[j] = 2
		}
		i = end - 1
	}
}

// reach follows digits from i in direction step as far as no space parts
// them and gives the place of the last one.
func reach(kinds []bidiKind, i, step int) int {
	last := i
	for j := i + step; j >= 0 && j < len(kinds); j += step {
		switch kinds[j] {
		case bidiDigit:
			last = j
		case bidiComma, bidiSign:
		default:
			return last
		}
	}
	return last
}

// raiseStretches finds Arabic stretches in a line that is read from left to right.
func raiseStretches(kinds []bidiKind, levels []byte) {
	for i := 0; i < len(kinds); i++ {
		if kinds[i] != bidiRight {
			continue
		}
		end := i + 1
		for j := i + 1; j < len(kinds) && kinds[j] != bidiLeft; j++ {
			if kinds[j] == bidiRight {
				end = j + 1
			}
		}
		for j := i; j < end; j++ {
			levels[j] = 1
		}
		i = end - 1
	}
}

// raiseNumbers finds the numbers of stretches that are read from right to left.
// The sign in "2028-2031" joins two numbers, but not after an Arabic letter: then
// the later year stands to the left.
func raiseNumbers(kinds []bidiKind, levels []byte, rtl bool) {
	for i := 0; i < len(kinds); i++ {
		if kinds[i] != bidiDigit || levels[i] != 1 {
			continue
		}
		arabic := afterArabic(kinds, i)
		end := i + 1
		for j := i + 1; j < len(kinds); j++ {
			joins := kinds[j] == bidiComma || kinds[j] == bidiSign && !arabic
			if kinds[j] == bidiDigit {
				end = j + 1
			} else if !joins || kinds[j-1] != bidiDigit {
				break
			}
		}
		start := i
		if !arabic {
			if start > 0 && kinds[start-1] == bidiUnit {
				start--
			}
			if end < len(kinds) && kinds[end] == bidiUnit {
				end++
			}
		}
		for j := start; j < end; j++ {
			levels[j] = 2
		}
		i = end - 1
	}
}

// afterArabic reports whether the letter that is read before the number at i, to
// its right, is Arabic. Where there is none, the line before will have ended in
// Arabic.
func afterArabic(kinds []bidiKind, i int) bool {
	for j := i + 1; j < len(kinds); j++ {
		switch kinds[j] {
		case bidiRight:
			return true
		case bidiLeft:
			return false
		}
	}
	return true
}

// turn reverses every stretch of at least the given level.
func turn(atoms []atom, levels []byte, level byte) {
	for i := 0; i < len(atoms); i++ {
		j := i
		for j < len(atoms) && levels[j] >= level {
			j++
		}
		if j > i {
			slices.Reverse(atoms[i:j])
			i = j - 1
		}
	}
}

// turned gives the levels in the order that turn left the atoms in. Stretches of
// the second level lie within those of the first.
func turned(levels []byte) []byte {
	out := slices.Clone(levels)
	for i := 0; i < len(out); i++ {
		j := i
		for j < len(out) && out[j] >= 1 {
			j++
		}
		if j > i {
			slices.Reverse(out[i:j])
			i = j - 1
		}
	}
	return out
}

var mirrors = map[rune]rune{
	'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '«': '»', '»': '«', '‹': '›', '›': '‹',
}

func opens(r rune) bool { return r == '(' || r == '[' || r == '{' || r == '«' || r == '‹' }

// fixBrackets puts right the brackets of right-to-left stretches. Programs
// disagree whether to write the bracket that is meant or the one that is drawn;
// which it was shows in what touches it, for an opening bracket touches what
// follows, a closing one what goes before.
func fixBrackets(atoms []atom, odd []bool) {
	bare := func(i int) bool {
		return i < 0 || i >= len(atoms) || atoms[i].r == ' ' || unicode.IsPunct(atoms[i].r)
	}
	for i := range atoms {
		other, ok := mirrors[atoms[i].r]
		if !ok || !odd[i] {
			continue
		}
		before, after := bare(i-1), bare(i+1)
		if !before && !after {
			// A label such as "a)" that nothing parts from its item.
			after = i <= 3
		}
		if before != after && before != opens(atoms[i].r) {
			atoms[i].r = other
		}
	}
}

// fixLigatures restores the order inside letters that one glyph stands for,
// which turning the line has turned as well.
func fixLigatures(atoms []atom) []atom {
	for i := 0; i < len(atoms); i++ {
		j := i + 1
		for j < len(atoms) && atoms[j].cluster == atoms[i].cluster {
			j++
		}
		if j-i > 1 && rightToLeft(atoms[i].r) {
			slices.Reverse(atoms[i:j])
			if j-i == 2 && alef(atoms[i].r) && atoms[i+1].r == 'ل' {
				slices.Reverse(atoms[i:j])
			}
		}
		i = j - 1
	}
	mendLigatures(atoms)
	return atoms
}

// alef reports whether r is a letter that joins a lam before it in one glyph.
func alef(r rune) bool { return r == 'ا' || r == 'أ' || r == 'إ' || r == 'آ' }
