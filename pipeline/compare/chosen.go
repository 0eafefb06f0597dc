package compare

import "rapporteur/corpus"

// ChoiceOf names a paragraph as a report that quotes it by choice does: by the
// hash of its work and its words, which tells no source.
func ChoiceOf(work string, text corpus.Hash) corpus.Hash {
	return corpus.HashOf([]byte(work + "\n" + string(text)))
}

// readChosen finds the paragraphs chosen in the readings, as [view.readEdits]
// does. What is not compared, or may not be quoted, is not found.
func (v *view) readChosen(snap corpus.Snapshot, chosen []corpus.Hash) []corpus.Quote {
	if len(chosen) == 0 {
		return nil
	}
	at := make(map[corpus.Hash]*unit, len(chosen))
	for i, r := range snap.Readings {
		for j, p := range r.Passages {
			u := v.byID[v.snap.Readings[i].Passages[j].ID]
			key := ChoiceOf(r.Rendition.Symbol.Work(), corpus.HashOf([]byte(p.Text)))
			if u != nil && !u.withheld && at[key] == nil {
				at[key] = u
			}
		}
	}
	var out []corpus.Quote
	for _, key := range chosen {
		if u := at[key]; u != nil {
			out = append(out, u.quote())
			delete(at, key) // once
		}
	}
	return out
}

// choice quotes the passages chosen, in the order in which they were.
func (c *composer) choice() {
	if len(c.report.Chosen) == 0 {
		return
	}
	c.heading(1, "chosen", c.words.heads.chosen)
	c.fixed(c.words.choice)
	for _, q := range c.report.Chosen {
		c.quotation(q.Passage, "")
	}
}
