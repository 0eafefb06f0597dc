package measure

import "rapporteur/corpus"

// alpha is Krippendorff's for two readers and nominal values: table counts
// units by the value that the first and the second give. It is 1 where they
// always agree and 0 where they agree as often as chance would have it.
func alpha(table [][]int) float64 {
	n, apart := 0, 0
	values := make([]int, len(table))
	for a := range table {
		for b, c := range table[a] {
			n += 2 * c
			values[a] += c
			values[b] += c
			if a != b {
				apart += 2 * c
			}
		}
	}
	chance := 0.0
	for a := range values {
		chance += float64(values[a]) * float64(n-values[a])
	}
	if chance == 0 {
		return 0
	}
	return 1 - float64(apart)*float64(n-1)/chance
}

// themeAlpha takes every decision on a theme that the readers agree on as a
// unit.
func (t *tally) themeAlpha() float64 {
	c := t.micro()
	return alpha([][]int{{t.units - c.hit - c.wrong - c.missed, c.wrong}, {c.missed, c.hit}})
}

// decided is how many of the twelve the readers agree about.
func decided(g Gold) int {
	n := 0
	for _, t := range corpus.Themes() {
		if !spares(g, t) {
			n++
		}
	}
	return n
}
