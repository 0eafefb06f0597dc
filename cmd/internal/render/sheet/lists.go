package sheet

import (
	"slices"
	"strconv"
	"strings"
)

// listed joins names; the separator is one that no name holds.
func listed(names []string) string { return strings.Join(names, "; ") }

// named gives the names of sources by their IDs.
func (b *book) named(ids []string) string {
	var names []string
	for _, id := range ids {
		if name := b.name[id]; name != "" {
			id = name
		}
		names = append(names, id)
	}
	return listed(names)
}

func (b *book) proposals() {
	w, groups := b.words, b.groups()
	columns := []column{
		{w.number, 7}, {w.source, 22}, {w.text, 70}, {w.language, 10}, {w.act, 12}, {w.addressee, 20}, {w.timing, 14},
		{w.themes, 10}, {w.process, 10}, {w.group, 9}, {w.place, 30}, {w.repeats, 30},
	}
	b.list(b.words.sheets.proposals, columns, len(b.report.Proposals), func(i int) []cell {
		p := b.report.Proposals[i]
		var themes, repeats []string
		for _, t := range p.Themes {
			themes = append(themes, strconv.Itoa(int(t)))
		}
		for _, id := range p.Repeats {
			repeats = append(repeats, b.placeOf(id))
		}
		process := ""
		if p.Process {
			process = "✓"
		}
		return []cell{
			{text: p.ID}, {text: b.named(p.Sources)}, {text: p.Quote, language: p.Language}, {text: b.say.Language(p.Language)},
			{text: b.say.Act(p.Act)}, {text: b.say.Addressee(p.Addressee)}, {text: p.Timing}, {text: strings.Join(themes, ", ")},
			{text: process}, {text: groups[p.ID]}, {text: b.placeOf(p.Passage), leads: p.Passage}, {text: listed(repeats)},
		}
	})
}

// groups leads from a proposal to the groups of views it is in.
func (b *book) groups() map[string]string {
	out := make(map[string]string)
	for _, g := range b.report.Groups {
		for _, id := range g.Proposals {
			out[id] = strings.TrimPrefix(out[id]+", "+g.ID, ", ")
		}
	}
	return out
}

func (b *book) placeOf(id string) string {
	if place := b.place[id]; place != "" {
		return place
	}
	return id
}

func (b *book) passages() {
	w := b.words
	columns := []column{{w.id, 30}, {w.document, 24}, {w.place, 18}, {w.source, 24}, {w.language, 10}, {w.text, 90}}
	b.list(b.words.sheets.passages, columns, len(b.report.Passages), func(i int) []cell {
		p := b.report.Passages[i]
		return []cell{
			{text: p.ID}, {text: p.Ref}, {text: p.Short}, {text: b.named(p.Sources)}, {text: b.say.Language(p.Language)},
			{text: p.Text, language: p.Language},
		}
	})
}

func (b *book) documents() {
	w := b.words
	columns := []column{
		{w.document, 26}, {w.title, 50}, {w.source, 28}, {w.date, 12}, {w.language, 10}, {w.version, 14}, {w.use, 18},
		{w.file, 36}, {w.reason, 40},
	}
	docs := slices.Concat(b.report.Scope.Documents, b.report.Scope.NotRead)
	b.list(b.words.sheets.documents, columns, len(docs), func(i int) []cell {
		d := docs[i]
		return []cell{
			{text: d.Symbol}, {text: d.Title}, {text: b.named(d.Sources)}, {text: d.Date}, {text: b.say.Language(d.Language)},
			{text: b.say.Version(d.Version)}, {text: b.say.Use(d.Use)}, {text: d.File}, {text: b.say.Reason(d.Reason, d.Detail)},
		}
	})
}

func (b *book) ledger() {
	w := b.words
	columns := []column{
		{w.file, 44}, {w.status, 10}, {w.reason, 50}, {w.document, 26}, {w.grade, 8}, {w.passages, 10}, {w.source, 28},
	}
	b.list(b.words.sheets.ledger, columns, len(b.report.Ledger), func(i int) []cell {
		l := b.report.Ledger[i]
		var names []string
		for _, s := range l.Sources {
			names = append(names, s.Name)
		}
		return []cell{
			{text: l.File}, {text: b.say.Status(l.Status)}, {text: b.say.Reason(l.Reason, l.Detail)}, {text: l.Symbol},
			{text: string(l.Grade)}, {text: strconv.Itoa(l.Passages), number: true}, {text: listed(names)},
		}
	})
}
