package pdf

import "slices"

// mendLigatures turns the letters of each ligature of a line where its font
// tells them in the order in which they are drawn, as fonts of old typesetting
// programs do. It shows where the article stands at the beginning of a word: lam
// follows alef, and never ends a ligature there; and alef maqsura ends a word.
func mendLigatures(atoms []atom) {
	drawn, told := 0, 0
	eachLigature(atoms, func(from, to int) {
		first, last := atoms[from].r, atoms[to-1].r
		switch {
		case first == 'ى':
			drawn++
		case last == 'ى':
			told++
		case opensWord(atoms, from) && first == 'ل':
			told++
		case opensWord(atoms, from) && last == 'ل':
			drawn++
		}
	})
	if drawn <= told {
		return
	}
	eachLigature(atoms, func(from, to int) {
		if to-from != 2 || atoms[from].r != 'ل' || !alef(atoms[to-1].r) {
			slices.Reverse(atoms[from:to])
		}
	})
}

// eachLigature calls f with each stretch of letters that one glyph stands for.
func eachLigature(atoms []atom, f func(from, to int)) {
	for i := 0; i < len(atoms); {
		j := i + 1
		for j < len(atoms) && atoms[j].cluster == atoms[i].cluster {
			j++
		}
		if j-i > 1 && rightToLeft(atoms[i].r) {
			f(i, j)
		}
		i = j
	}
}

// opensWord reports whether the alef of an article that begins a word stands
// before place i; one letter such as "and" may go before it.
func opensWord(atoms []atom, i int) bool {
	if i == 0 || atoms[i-1].r != 'ا' {
		return false
	}
	letter := func(k int) bool { return k >= 0 && rightToLeft(atoms[k].r) }
	if !letter(i - 2) {
		return true
	}
	return !letter(i-3) && (atoms[i-2].r == 'و' || atoms[i-2].r == 'ب' || atoms[i-2].r == 'ك' || atoms[i-2].r == 'ف')
}
