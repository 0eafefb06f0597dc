package codebook

import (
	"slices"
	"strings"

	"rapporteur/corpus"
)

// themeCount is how many themes corpus.Themes has.
const themeCount = 12

// check reports the first rule that the content breaks.
func (c *Content) check() error {
	if err := c.checkThemes(); err != nil {
		return err
	}
	if err := c.checkConcepts(); err != nil {
		return err
	}
	for i, m := range c.Masks {
		if m.ID == "" || (i > 0 && c.Masks[i-1].ID == m.ID) {
			return corpus.Errorf(corpus.CodeInvalid, "%s: mask %q has no id of its own", m.place, m.ID)
		}
		if !slices.Contains([]string{"group", "title", "organisation", "other"}, m.Class) {
			return corpus.Errorf(corpus.CodeInvalid, "%s: mask %s: class %q is none of group, title, organisation, other", m.place, m.ID, m.Class)
		}
	}
	return c.checkPhrases()
}

func (c *Content) checkThemes() error {
	for i, t := range c.Themes {
		if !t.Number.Valid() || t.Number != corpus.Theme(i+1) {
			return corpus.Errorf(corpus.CodeInvalid, "codebook: theme number %d; there are twelve, from 1", t.Number)
		}
		if t.Labels["en"] == "" {
			return corpus.Errorf(corpus.CodeInvalid, "codebook: theme %d has no English label", t.Number)
		}
	}
	if len(c.Themes) != themeCount {
		return corpus.Errorf(corpus.CodeInvalid, "codebook: %d themes of %d", len(c.Themes), themeCount)
	}
	return nil
}

func (c *Content) checkConcepts() error {
	for i, n := range c.Concepts {
		if n.ID == "" || strings.ContainsAny(n.ID, " \t\n") {
			return corpus.Errorf(corpus.CodeInvalid, "%s: concept %q: an id is one word", n.place, n.ID)
		}
		if i > 0 && c.Concepts[i-1].ID == n.ID {
			return corpus.Errorf(corpus.CodeInvalid, "%s: concept %s stands twice, also in %s", n.place, n.ID, c.Concepts[i-1].place)
		}
		for theme, w := range n.Weights {
			if !theme.Valid() || w < -2000 || w > 2000 {
				return corpus.Errorf(corpus.CodeInvalid, "%s: concept %s: weight %d for theme %d; themes are 1 to 12, weights thousandths up to 2000", n.place, n.ID, w, theme)
			}
		}
		if n.Process < 0 || n.Process > 2000 {
			return corpus.Errorf(corpus.CodeInvalid, "%s: concept %s: process weight %d is outside 0 to 2000", n.place, n.ID, n.Process)
		}
	}
	return nil
}

// checkPhrases looks at every list of phrases there is.
func (c *Content) checkPhrases() error {
	total := 0
	for _, l := range c.lists() {
		for _, lang := range sortedKeys(l.phrases) {
			if lang != "any" && !slices.Contains(corpus.Languages, lang) {
				return corpus.Errorf(corpus.CodeInvalid, "%s: %q is no language of the Union (ar zh en fr ru es, or any)", l.where, lang)
			}
			for _, p := range l.phrases[lang] {
				if total++; total > mostPhrases {
					return corpus.Errorf(corpus.CodeInvalid, "codebook: more than %d phrases", mostPhrases)
				}
				if strings.TrimSpace(p) == "" || len(p) > longestEntry || strings.Count(p, "~")+strings.Count(p, "…") > 1 {
					return corpus.Errorf(corpus.CodeInvalid, "%s: phrase %q (%s) is empty, too long or has more than one ~ or …", l.where, p, lang)
				}
			}
		}
	}
	return nil
}

// list is phrases with the place where they stand.
type list struct {
	where   string
	phrases Phrases
}

func (c *Content) lists() []list {
	var out []list
	for _, n := range c.Concepts {
		out = append(out, list{n.place.String() + ": concept " + n.ID, n.Phrases})
	}
	for _, m := range c.Masks {
		out = append(out, list{m.place.String() + ": mask " + m.ID, m.Phrases})
	}
	for _, a := range c.Annex {
		out = append(out, list{"codebook: annex", a.Phrases})
	}
	for _, a := range c.Acts {
		out = append(out, list{"codebook: act " + string(a.Act), a.Phrases})
	}
	for _, k := range c.Kinds {
		out = append(out, list{"codebook: kind " + string(k.Kind), k.Phrases})
	}
	for _, a := range c.Addressees {
		out = append(out, list{"codebook: addressee " + a.Name, a.Phrases})
	}
	return append(out, list{"codebook: box", c.Box}, list{"codebook: negations", c.Negations},
		list{"codebook: selves", c.Selves}, list{"codebook: drafts", c.Drafts}, list{"codebook: decoys", c.Decoys})
}

func sortedKeys(p Phrases) []string {
	keys := make([]string, 0, len(p))
	for k := range p {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
