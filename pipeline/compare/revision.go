package compare

import (
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/likeness"
)

// The changes of a paragraph.
const (
	changeNew     = "new"
	changeChanged = "changed"
	changeRemoved = "removed"
)

// stillThere is from which containment on, in thousandths, a paragraph of a
// revision is the changed form of one before; a paragraph with the same number
// needs less.
const (
	stillThere     = 350
	sameNumberLike = 150
)

// revisions compares each text that is compared with the version of it that it
// replaces, paragraph by paragraph.
func (v *view) revisions() []corpus.Revision {
	out := []corpus.Revision{}
	replaced := v.replaced()
	for _, r := range v.compared {
		before := latest(replaced[r.Rendition.Symbol.Branch()], r)
		if before == nil || v.withheld(r.Rendition.Symbol.Work()) {
			continue
		}
		rev := corpus.Revision{Symbol: r.Rendition.Ref, Replaces: before.Rendition.Ref, Changes: []corpus.PassageChange{}}
		v.remember(before)
		d := newDiff(before, r)
		rev.Unchanged, rev.Changes = d.unchanged, append(rev.Changes, d.changes()...)
		out = append(out, rev)
	}
	return out
}

// replaced are the readings that a later version has replaced, by their branch.
func (v *view) replaced() map[string][]*corpus.Reading {
	out := make(map[string][]*corpus.Reading)
	for i := range v.snap.Readings {
		if r := &v.snap.Readings[i]; !r.Current {
			branch := r.Rendition.Symbol.Branch()
			out[branch] = append(out[branch], r)
		}
	}
	return out
}

// latest is the latest version that a text replaces, of the replaced readings of
// its branch, in the same language; of several files of that version the one that
// it has most words of.
func latest(replaced []*corpus.Reading, r *corpus.Reading) *corpus.Reading {
	var best *corpus.Reading
	bestLike := -1
	var words likeness.Triples
	for _, o := range replaced {
		s := o.Rendition.Symbol
		if o.Rendition.Language != r.Rendition.Language || s.Revision() >= r.Rendition.Symbol.Revision() {
			continue
		}
		if words == nil {
			words = wordsOfReading(r)
		}
		like := s.Revision()*1001 + wordsOfReading(o).Containment(words)
		if like > bestLike {
			best, bestLike = o, like
		}
	}
	return best
}

func wordsOfReading(r *corpus.Reading) likeness.Triples {
	var texts []string
	for _, p := range r.Passages {
		texts = append(texts, p.Text)
	}
	return likeness.TriplesOf(texts...)
}

// remember makes the passages of a replaced text citable.
func (v *view) remember(r *corpus.Reading) {
	work := r.Rendition.Symbol.Work()
	var sources []string
	for _, sub := range v.subs[work] {
		sources = append(sources, ids(sub.Sources)...)
	}
	for _, p := range r.Passages {
		v.old[p.ID] = &unit{Passage: p, reading: r, work: work, sources: sorted(sources), unnamed: v.unnamed}
	}
}

// place finds a citable passage, of a text that is compared or replaced.
func (v *view) place(id string) *unit {
	if u := v.byID[id]; u != nil {
		return u
	}
	return v.old[id]
}

// diff pairs the paragraphs of two versions.
type diff struct {
	old, now  []corpus.Passage
	words     []likeness.Triples // of old
	of        []int              // the old paragraph of each new one, -1 none
	used      []bool
	unchanged int
}

func newDiff(before, after *corpus.Reading) *diff {
	d := &diff{old: citable(before), now: citable(after)}
	d.used, d.of = make([]bool, len(d.old)), make([]int, len(d.now))
	for _, p := range d.old {
		d.words = append(d.words, likeness.TriplesOf(p.Text))
	}
	for i, p := range d.now {
		d.of[i] = slices.IndexFunc(d.old, func(o corpus.Passage) bool { return o.Text == p.Text })
		if j := d.of[i]; j >= 0 {
			d.used[j] = true
			d.unchanged++
		}
	}
	for i := range d.now {
		if d.of[i] < 0 {
			d.of[i] = d.nearest(d.now[i])
		}
	}
	return d
}

func citable(r *corpus.Reading) []corpus.Passage {
	return slices.DeleteFunc(slices.Clone(r.Passages), func(p corpus.Passage) bool { return !p.Role.Citable() })
}

// nearest is the unused old paragraph that p is a changed form of, or -1.
func (d *diff) nearest(p corpus.Passage) int {
	words := likeness.TriplesOf(p.Text)
	best, found := 0, -1
	for j, o := range d.old {
		if d.used[j] {
			continue
		}
		like := words.Containment(d.words[j])
		enough := like >= stillThere || p.Label != "" && p.Label == o.Label && strings.EqualFold(p.Section, o.Section) && like >= sameNumberLike
		if enough && like > best {
			best, found = like, j
		}
	}
	if found >= 0 {
		d.used[found] = true
	}
	return found
}

// changes are the paragraphs that differ, in the order of the new text, then
// those removed in the order of the old.
func (d *diff) changes() []corpus.PassageChange {
	var out []corpus.PassageChange
	for i, p := range d.now {
		switch j := d.of[i]; {
		case j < 0:
			out = append(out, corpus.PassageChange{Change: changeNew, Passage: p.ID})
		case d.old[j].Text != p.Text:
			out = append(out, corpus.PassageChange{Change: changeChanged, Passage: p.ID, Was: d.old[j].ID})
		}
	}
	for j, o := range d.old {
		if !d.used[j] {
			out = append(out, corpus.PassageChange{Change: changeRemoved, Was: o.ID})
		}
	}
	return out
}
