package prove

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"rapporteur/cmd/internal/render/shown"
	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// window is how many lines ahead a common line is looked for after a
// difference.
const window = 200

// aligned walks two lists and reports each stretch in which they differ.
func aligned(n, m int, same func(i, j int) bool, differ func(i, iEnd, j, jEnd int)) {
	i, j := 0, 0
	for i < n && j < m {
		if same(i, j) {
			i++
			j++
			continue
		}
		a, b := next(i, j, n, m, same)
		differ(i, a, j, b)
		i, j = a, b
	}
	if i < n || j < m {
		differ(i, n, j, m)
	}
}

// next finds the nearest pair of common items behind i and j.
func next(i, j, n, m int, same func(i, j int) bool) (int, int) {
	for d := 1; d <= window; d++ {
		for a := 0; a <= d; a++ {
			if x, y := i+a, j+d-a; x < n && y < m && same(x, y) {
				return x, y
			}
		}
	}
	return n, m
}

// compareLines reports the lines that a file does not share with the one made
// again.
func (p *prover) compareLines(got, want []shown.Line) {
	same := func(i, j int) bool {
		return got[i].Kind == want[j].Kind && got[i].Text == want[j].Text && slices.Equal(got[i].Cites, want[j].Cites)
	}
	aligned(len(got), len(want), same, func(i, iEnd, j, jEnd int) {
		for ; i < iEnd && j < jEnd && alike(got[i], want[j]); i, j = i+1, j+1 {
			p.altered(got[i], want[j])
		}
		for ; i < iEnd; i++ {
			p.fault(string(got[i].Kind), got[i].Text, "is not in the report that the corpus gives")
		}
		for ; j < jEnd; j++ {
			p.fault(string(want[j].Kind), want[j].Text, "is missing: the report that the corpus gives has it")
		}
	})
}

// alike reports whether one line may be an altered form of the other.
func alike(a, b shown.Line) bool {
	return a.Kind == b.Kind && (a.Text == b.Text || len(a.Cites) == 0 || slices.Equal(a.Cites, b.Cites) || sharesWords(a.Text, b.Text))
}

// sharesWords reports whether half of the words of a are in b.
func sharesWords(a, b string) bool {
	words, shared := strings.Fields(a), 0
	for _, w := range words {
		if strings.Contains(b, w) {
			shared++
		}
	}
	return 2*shared >= len(words)
}

func (p *prover) altered(got, want shown.Line) {
	where := string(got.Kind)
	switch {
	case got.Text != want.Text:
		p.fault(where, got.Text, "is not what the corpus gives: %q%s", short(want.Text), compare.Departure(want.Text, got.Text))
	case len(got.Cites) < len(want.Cites):
		p.fault(where, got.Text, "does not cite all that it rests on: %s", strings.Join(missing(want.Cites, got.Cites), ", "))
	default:
		p.fault(where, got.Text, "cites %s, and rests on %s", strings.Join(got.Cites, ", "), strings.Join(want.Cites, ", "))
	}
}

func missing(want, got []string) []string {
	return slices.DeleteFunc(slices.Clone(want), func(s string) bool { return slices.Contains(got, s) })
}

// compareJSON reports each value that the data of a report does not share with
// the data made again.
func (p *prover) compareJSON(got, want []byte) error {
	var a, b any
	if err := json.Unmarshal(got, &a); err != nil {
		return corpus.Errorf(corpus.CodeUsage, "this is no report: %w", err)
	}
	if err := json.Unmarshal(want, &b); err != nil {
		return err
	}
	p.values("", a, b)
	return nil
}

func (p *prover) values(path string, got, want any) {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			p.value(path, got, want)
			return
		}
		for _, key := range keysOf(g, w) {
			p.values(strings.TrimPrefix(path+"."+key, "."), g[key], w[key])
		}
	case []any:
		g, ok := got.([]any)
		if !ok {
			p.value(path, got, want)
			return
		}
		p.lists(path, g, w)
	default:
		if got != want {
			p.value(path, got, want)
		}
	}
}

func keysOf(maps ...map[string]any) []string {
	var keys []string
	for _, m := range maps {
		for k := range m {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// lists compares two lists item by item, after finding which belong together.
func (p *prover) lists(path string, got, want []any) {
	a, b := encoded(got), encoded(want)
	aligned(len(a), len(b), func(i, j int) bool { return a[i] == b[j] }, func(i, iEnd, j, jEnd int) {
		for ; i < iEnd && j < jEnd && (iEnd-i == jEnd-j || nameOf(got[i]) == nameOf(want[j])); i, j = i+1, j+1 {
			p.values(fmt.Sprintf("%s[%d]", path, i), got[i], want[j])
		}
		for ; i < iEnd; i++ {
			p.fault(fmt.Sprintf("%s[%d]", path, i), short(a[i]), "is not in the report that the corpus gives")
		}
		for ; j < jEnd; j++ {
			p.fault(path, short(b[j]), "is missing: the report that the corpus gives has it")
		}
	})
}

func encoded(list []any) []string {
	out := make([]string, len(list))
	for i, v := range list {
		data, err := json.Marshal(v) // what was decoded can be encoded
		if err != nil {
			panic(err)
		}
		out[i] = string(data)
	}
	return out
}

// nameOf is what an item of a list is known by.
func nameOf(v any) string {
	m, _ := v.(map[string]any)
	for _, key := range []string{"id", "passage", "symbol", "file", "session"} {
		if s, ok := m[key].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

func (p *prover) value(path string, got, want any) {
	said, is := fmt.Sprint(got), fmt.Sprint(want)
	p.fault(path, said, "is not what the corpus gives: %q%s", short(is), compare.Departure(is, said))
}

func short(s string) string {
	if r := []rune(s); len(r) > 200 {
		return string(r[:197]) + "…"
	}
	return s
}
