package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"rapporteur/corpus"
)

// load reads what the index keeps of a document beside its ID.
func (p *part) load(doc uint32) (text, data []byte, err error) {
	err = p.segment.VisitStoredFields(uint64(doc), func(name string, _ byte, value []byte, _ []uint64) bool {
		switch name {
		case fieldBody:
			text = append([]byte{}, value...)
		case fieldStored:
			data = append([]byte{}, value...)
		}
		return true
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read document %d: %w", doc, err)
	}
	return text, data, nil
}

// read makes a hit as it is shown.
func (f *finding) read(r ranked, m *marker, explain bool) (corpus.Hit, error) {
	text, data, err := r.part.load(r.doc)
	if err != nil {
		return corpus.Hit{}, err
	}
	var s stored
	if err := json.Unmarshal(data, &s); err != nil {
		return corpus.Hit{}, fmt.Errorf("read passage %s: %w", r.id, err)
	}
	score, why, err := f.scoreOf(r, explain)
	return corpus.Hit{
		ID: r.id, Symbol: s.Symbol, Label: s.Label, Page: s.Page, Section: s.Section,
		Sources: listed(s.Sources), Meeting: s.Meeting, Date: s.Date, Language: s.Language,
		Themes: listed(s.Themes), Kind: s.Kind, Score: score, Title: s.Title, Text: string(text),
		Fragments: m.fragments(s.Language, string(text)), Why: why,
		Related: r.part.named != nil && !r.part.named.Contains(r.doc),
	}, err
}

// listed gives a list that is written as such even where it is empty.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Each calls f with the ID of every passage and the hash of what is kept of
// it, in no order. An error of f ends it. Before, it compares the files with
// their checksums; a file that has changed is [ErrRebuild].
func (x *Index) Each(ctx context.Context, f func(id string, hash uint64) error) (err error) {
	v, err := x.view()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.close()) }()
	for _, p := range v.parts {
		if err := p.checkSum(); err != nil {
			return err
		}
		for it := p.live.Iterator(); it.HasNext(); {
			if err := ctx.Err(); err != nil {
				return err
			}
			doc := it.Next()
			text, data, err := p.load(doc)
			if err != nil {
				return err
			}
			id, err := p.segment.DocID(uint64(doc))
			if err != nil {
				return fmt.Errorf("read document %d: %w", doc, err)
			}
			if err := f(string(id), contentHash(string(id), text, data)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Count gives the number of passages.
func (x *Index) Count() (int, error) {
	v, err := x.view()
	if err != nil {
		return 0, err
	}
	n := uint64(0)
	for _, docs := range v.docs {
		n += docs
	}
	return int(n), v.close()
}
