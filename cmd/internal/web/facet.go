package web

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// facet is one list of values with counts.
type facet struct {
	Name   string
	Values []facetValue
	// More are further values, shown on demand.
	More []facetValue
}

// facetValue is one value with the addresses that ask for it and leave it out.
type facetValue struct {
	Named
	Count int
	// Share is the count in thousandths of the largest of its facet.
	Share     int
	Only, Not bool
	// Toggle asks for the value or does no longer; Exclude leaves it out.
	Toggle, Exclude string
}

// shownValues is how many values of a facet are shown at once.
const shownValues = 8

func (a ask) facets(counts map[string][]corpus.FacetCount) []facet {
	var out []facet
	for _, name := range facetNames {
		f := facet{Name: name}
		largest := 1
		for _, c := range counts[name] {
			largest = max(largest, c.Count)
		}
		var values []facetValue
		t := a.toggles(name)
		for _, c := range counts[name] {
			values = append(values, t.value(c, largest))
		}
		if name == "theme" {
			slices.SortStableFunc(values, func(x, y facetValue) int { return int(x.Theme() - y.Theme()) })
			f.Values = values
		} else {
			f.Values = values[:min(shownValues, len(values))]
			f.More = values[len(f.Values):min(len(values), 100)]
		}
		if len(values) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// toggles writes the addresses that ask for a value of one facet or leave it out.
// They differ in two parameters; the others are written once.
type toggles struct {
	name      string
	only, not []string
	// parameters are the address's in their order, each as it is written.
	parameters []parameter
}

type parameter struct{ key, written string }

func (a ask) toggles(name string) toggles {
	t := toggles{name: name, only: a.only[name], not: a.not[name]}
	b := a
	b.page, b.after = 1, ""
	values := b.values()
	for _, key := range slices.Sorted(maps.Keys(values)) {
		t.parameters = append(t.parameters, parameter{key, url.Values{key: values[key]}.Encode()})
	}
	return t
}

// path is the address with a value asked for, left out, or neither: that of
// [ask.with].
func (t toggles) path(value string, only, not bool) string {
	var query strings.Builder
	for _, p := range t.parameters {
		switch p.key {
		case t.name:
			p.written = url.Values{p.key: toggled(t.only, value, only)}.Encode()
		case "not-" + t.name:
			p.written = url.Values{p.key: toggled(t.not, value, not)}.Encode()
		}
		if p.written == "" {
			continue
		}
		if query.Len() > 0 {
			query.WriteByte('&')
		}
		query.WriteString(p.written)
	}
	return searchPath(query.String())
}

func (t toggles) value(c corpus.FacetCount, largest int) facetValue {
	v := facetValue{
		Named: Named{t.name, c.ID}, Count: c.Count, Share: c.Count * 1000 / largest,
		Only: slices.Contains(t.only, c.ID), Not: slices.Contains(t.not, c.ID),
	}
	v.Toggle = t.path(c.ID, !v.Only, false)
	v.Exclude = t.path(c.ID, false, !v.Not)
	return v
}
