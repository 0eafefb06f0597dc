package measure

import (
	"slices"
	"strconv"

	"rapporteur/corpus"
)

// resamples is how often the passages are drawn anew, with a fixed seed.
const resamples = 1000

// intervals are the figures of every resample, by name.
type intervals map[string][]float64

// bootstrap draws as many passages as there are, with repeats, again and again.
func bootstrap(rows []row) intervals {
	out := intervals{}
	draw := lcg(20261305)
	for range resamples {
		t := newTally()
		languages := map[string]*tally{}
		for range rows {
			r := rows[draw.below(len(rows))]
			t.add(r)
			if languages[r.lang] == nil {
				languages[r.lang] = newTally()
			}
			languages[r.lang].add(r)
		}
		out.take(t, languages)
	}
	for name := range out {
		slices.Sort(out[name])
	}
	return out
}

func (v intervals) take(t *tally, languages map[string]*tally) {
	put := func(name string, value float64) { v[name] = append(v[name], value) }
	put("micro", t.micro().f1())
	put("macro", t.macro())
	for _, theme := range corpus.Themes() {
		put(themeName(theme), t.theme[theme].f1())
	}
	if t.none > 0 {
		put("none", share(t.right, t.none))
	}
	accuracy, kappa, _ := t.kappa()
	put("accuracy", accuracy)
	put("kappa", kappa)
	put("alpha", t.themeAlpha())
	put("kind alpha", alpha(t.kinds))
	for _, k := range corpus.Kinds() {
		put("kind "+string(k), t.kind(k).f1())
	}
	put("process", t.process.f1())
	for lang, l := range languages {
		put("lang "+lang, l.micro().f1())
	}
}

// around puts the interval of a name round a value.
func (v intervals) around(name string, value float64) Figure {
	all := v[name]
	if len(all) == 0 {
		return Figure{value, value, value}
	}
	return Figure{value, all[len(all)*25/1000], all[min(len(all)*975/1000, len(all)-1)]}
}

func themeName(t corpus.Theme) string { return "theme " + strconv.Itoa(int(t)) }

// fill writes the figures and their intervals.
func (r *Result) fill(rows []row, v intervals) {
	t := newTally()
	languages := map[string]*tally{}
	for _, x := range rows {
		t.add(x)
		if languages[x.lang] == nil {
			languages[x.lang] = newTally()
		}
		languages[x.lang].add(x)
	}
	scored := func(name string, c counts) Score {
		s := c.score()
		s.F1 = v.around(name, s.F1.Value)
		return s
	}
	r.Micro = scored("micro", t.micro())
	r.Macro = v.around("macro", t.macro())
	for _, theme := range corpus.Themes() {
		r.Theme = append(r.Theme, Named{strconv.Itoa(int(theme)), scored(themeName(theme), t.theme[theme])})
	}
	for lang, l := range languages {
		r.Language = append(r.Language, Named{lang, scored("lang "+lang, l.micro())})
	}
	slices.SortFunc(r.Language, func(a, b Named) int { return compareNames(a.Name, b.Name) })
	r.Nones, r.None = t.none, v.around("none", share(t.right, t.none))
	accuracy, kappa, n := t.kappa()
	r.Kind = KindResult{Compared: n, Accuracy: v.around("accuracy", accuracy), Kappa: v.around("kappa", kappa), Alpha: v.around("kind alpha", alpha(t.kinds))}
	r.Alpha = v.around("alpha", t.themeAlpha())
	for _, k := range corpus.Kinds() {
		r.Kind.PerKind = append(r.Kind.PerKind, Named{string(k), scored("kind "+string(k), t.kind(k))})
	}
	r.Proposal = scored("kind "+string(corpus.KindProposal), t.kind(corpus.KindProposal))
	r.Process = scored("process", t.process)
}

func compareNames(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// lcg is a linear congruential generator: the same draws on every machine.
type lcg uint64

func (g *lcg) below(n int) int {
	*g = *g*6364136223846793005 + 1442695040888963407
	return int(uint64(*g>>33) % uint64(n))
}
