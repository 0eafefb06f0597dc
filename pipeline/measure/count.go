package measure

import (
	"math/bits"
	"slices"

	"rapporteur/corpus"
)

// themeCount is how many themes corpus.Themes has.
const themeCount = 12

// tally is the counts of a set of rows.
type tally struct {
	theme       [themeCount + 1]counts
	none, right int
	kinds       [][]int // labelled by found
	process     counts
	units       int // decisions on themes that the readers agree about
}

type counts struct{ hit, wrong, missed int }

func (c counts) f1() float64 {
	if c.hit+c.wrong+c.missed == 0 {
		return 0
	}
	return 2 * float64(c.hit) / float64(2*c.hit+c.wrong+c.missed)
}

func (c counts) score() Score {
	s := Score{Hit: c.hit, False: c.wrong, Missed: c.missed, F1: Figure{Value: c.f1()}}
	s.Precision = share(c.hit, c.hit+c.wrong)
	s.Recall = share(c.hit, c.hit+c.missed)
	return s
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func newTally() *tally {
	t := &tally{kinds: make([][]int, len(corpus.Kinds()))}
	for i := range t.kinds {
		t.kinds[i] = make([]int, len(corpus.Kinds()))
	}
	return t
}

func (t *tally) add(r row) {
	t.units += r.decided
	for _, set := range []struct {
		bits uint16
		at   func(*counts) *int
	}{
		{r.hit, func(c *counts) *int { return &c.hit }},
		{r.wrong, func(c *counts) *int { return &c.wrong }},
		{r.missed, func(c *counts) *int { return &c.missed }},
	} {
		for b := set.bits; b != 0; b &= b - 1 {
			*set.at(&t.theme[bits.TrailingZeros16(b)])++
		}
	}
	if r.none {
		t.none++
	}
	if r.noneRight {
		t.right++
	}
	if r.kind >= 0 && r.said >= 0 {
		t.kinds[r.kind][r.said]++
	}
	for i, at := range []*int{&t.process.hit, &t.process.wrong, &t.process.missed} {
		if r.process[i] {
			*at++
		}
	}
}

func (t *tally) micro() counts {
	var all counts
	for _, c := range t.theme {
		all.hit, all.wrong, all.missed = all.hit+c.hit, all.wrong+c.wrong, all.missed+c.missed
	}
	return all
}

func (t *tally) macro() float64 {
	sum := 0.0
	for _, theme := range corpus.Themes() {
		sum += t.theme[theme].f1()
	}
	return sum / themeCount
}

// kind gives the counts of one kind.
func (t *tally) kind(k corpus.Kind) counts {
	i := slices.Index(corpus.Kinds(), k)
	c := counts{hit: t.kinds[i][i]}
	for j := range t.kinds {
		if j != i {
			c.wrong += t.kinds[j][i]
			c.missed += t.kinds[i][j]
		}
	}
	return c
}

// kappa is Cohen's: agreement beyond what the two distributions give by chance.
func (t *tally) kappa() (accuracy, kappa float64, compared int) {
	n, same := 0, 0
	rows, columns := make([]int, len(t.kinds)), make([]int, len(t.kinds))
	for i := range t.kinds {
		for j, c := range t.kinds[i] {
			n += c
			rows[i] += c
			columns[j] += c
		}
		same += t.kinds[i][i]
	}
	if n == 0 {
		return 0, 0, 0
	}
	chance := 0.0
	for i := range rows {
		chance += float64(rows[i]) * float64(columns[i]) / float64(n) / float64(n)
	}
	accuracy = float64(same) / float64(n)
	if chance >= 1 {
		return accuracy, 0, n
	}
	return accuracy, (accuracy - chance) / (1 - chance), n
}
