package codebook

import (
	"cmp"
	"maps"
	"slices"
)

// page is one file of the book; every key is optional.
type page struct {
	Theme      *Theme      `yaml:"theme"`
	Concepts   []Concept   `yaml:"concepts"`
	Masks      []Mask      `yaml:"masks"`
	Annex      []AnnexItem `yaml:"annex"`
	Acts       []ActCue    `yaml:"acts"`
	Kinds      []KindCue   `yaml:"kinds"`
	Addressees []Addressee `yaml:"addressees"`
	Box        Phrases     `yaml:"box"`
	Negations  Phrases     `yaml:"negations"`
	Selves     Phrases     `yaml:"selves"`
	Drafts     Phrases     `yaml:"drafts"`
	Decoys     Phrases     `yaml:"decoys"`
}

func (p *page) name(file string) {
	for i := range p.Concepts {
		p.Concepts[i].place.file = file
	}
	for i := range p.Masks {
		p.Masks[i].place.file = file
	}
}

// lay puts a page over the content. Within one page a doubled ID stays double
// and is refused by check.
func (c *Content) lay(p page) {
	if p.Theme != nil {
		c.Themes = slices.DeleteFunc(c.Themes, func(t Theme) bool { return t.Number == p.Theme.Number })
		c.Themes = append(c.Themes, *p.Theme)
	}
	for _, n := range p.Concepts {
		c.Concepts = slices.DeleteFunc(c.Concepts, func(o Concept) bool { return o.ID == n.ID && o.place.file != n.place.file })
		if !n.Remove {
			c.Concepts = append(c.Concepts, n)
		}
	}
	for _, n := range p.Masks {
		c.Masks = slices.DeleteFunc(c.Masks, func(o Mask) bool { return o.ID == n.ID && o.place.file != n.place.file })
		if !n.Remove {
			c.Masks = append(c.Masks, n)
		}
	}
	c.Annex = append(c.Annex, p.Annex...)
	c.Acts = append(c.Acts, p.Acts...)
	c.Kinds = append(c.Kinds, p.Kinds...)
	c.Addressees = append(c.Addressees, p.Addressees...)
	c.Box = joined(c.Box, p.Box)
	c.Negations = joined(c.Negations, p.Negations)
	c.Selves = joined(c.Selves, p.Selves)
	c.Drafts = joined(c.Drafts, p.Drafts)
	c.Decoys = joined(c.Decoys, p.Decoys)
}

func joined(a, b Phrases) Phrases {
	if len(b) == 0 {
		return a
	}
	out := make(Phrases, len(a))
	for lang, list := range a {
		out[lang] = slices.Clone(list)
	}
	for lang, list := range b {
		out[lang] = append(out[lang], list...)
	}
	return out
}

// clone copies the slices that lay changes; what they point to is never
// changed.
func (c Content) clone() Content {
	c.Themes = slices.Clone(c.Themes)
	c.Concepts = slices.Clone(c.Concepts)
	c.Masks = slices.Clone(c.Masks)
	for i := range c.Concepts {
		c.Concepts[i].place.file = "(embedded) " + c.Concepts[i].place.file
	}
	for i := range c.Masks {
		c.Masks[i].place.file = "(embedded) " + c.Masks[i].place.file
	}
	c.Annex = slices.Clone(c.Annex)
	c.Acts = slices.Clone(c.Acts)
	c.Kinds = slices.Clone(c.Kinds)
	c.Addressees = slices.Clone(c.Addressees)
	for _, p := range []*Phrases{&c.Box, &c.Negations, &c.Selves, &c.Drafts, &c.Decoys} {
		*p = maps.Clone(*p)
	}
	return c
}

// sort gives the content the order in which it is hashed.
func (c *Content) sort() {
	slices.SortStableFunc(c.Themes, func(a, b Theme) int { return cmp.Compare(a.Number, b.Number) })
	slices.SortStableFunc(c.Concepts, func(a, b Concept) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(c.Masks, func(a, b Mask) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(c.Annex, func(a, b AnnexItem) int { return cmp.Compare(a.Theme, b.Theme) })
	slices.SortStableFunc(c.Acts, func(a, b ActCue) int { return cmp.Compare(a.Act, b.Act) })
	slices.SortStableFunc(c.Kinds, func(a, b KindCue) int { return cmp.Compare(a.Kind, b.Kind) })
	slices.SortStableFunc(c.Addressees, func(a, b Addressee) int { return cmp.Compare(a.Name, b.Name) })
}
