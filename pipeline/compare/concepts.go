package compare

import "rapporteur/corpus/codebook"

// Concepts finds the codebook's concepts in a text. The claims name only those
// that speak for a theme; proposals are compared by the others too, such as
// "guidelines" or "work plan".
type Concepts interface {
	Read(text, language string) codebook.Text
	Matches(t codebook.Text) []codebook.Match
}

// conceptsOf is what to read concepts with: what the options name, else the
// book of the labels if it can, else nothing.
func conceptsOf(o Options) Concepts {
	if o.Concepts != nil {
		return o.Concepts
	}
	c, _ := o.Labels.(Concepts)
	return c
}

// readConcepts counts the concepts that stand in the unit's text, in place of
// those that its claims name.
func (u *unit) readConcepts(c Concepts) {
	if c == nil {
		return
	}
	u.concepts = make(map[string]int)
	for _, m := range c.Matches(c.Read(u.Text, u.Language)) {
		if m.Concept != nil && !m.Masked {
			u.concepts[m.Concept.ID]++
		}
	}
}
