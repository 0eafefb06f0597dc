package web

import (
	"slices"

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
		for _, c := range counts[name] {
			values = append(values, a.facetValue(name, c, largest))
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

func (a ask) facetValue(name string, c corpus.FacetCount, largest int) facetValue {
	v := facetValue{
		Named: Named{name, c.ID}, Count: c.Count, Share: c.Count * 1000 / largest,
		Only: slices.Contains(a.only[name], c.ID), Not: slices.Contains(a.not[name], c.ID),
	}
	v.Toggle = a.with(name, c.ID, !v.Only, false).address()
	v.Exclude = a.with(name, c.ID, false, !v.Not).address()
	return v
}
