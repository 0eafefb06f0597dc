package index

import (
	"encoding/json"
	"fmt"
	"hash/fnv"

	"rapporteur/corpus"
)

// Entry is one passage with all that it is found by.
type Entry struct {
	// Passage is indexed by its ID, Language and Text. Raw, Anchors, Marks and
	// Boxes stay in the store.
	Passage corpus.Passage
	// Ref, Symbol and Meeting are the rendition's; Date is "2025-09-12" or less.
	Ref, Symbol, Meeting, Date string
	// Sources and Groups are IDs.
	Sources, Groups []string
	// Regions are those of the sources, ITU's letters A to E.
	Regions []string
	Themes  []corpus.Theme
	Kind    corpus.Kind
	Acts    []corpus.Act
	// Process is set where the passage is about the group's own work.
	Process bool
	// Superseded is set where a revision has taken the passage's place.
	Superseded bool
	Title      string
	// Status is the least settled status among the passage's claims, or "".
	Status string
}

// stored is an entry as the index keeps it beside the ID and the text: what a
// hit shows, and what tells whether the index and the store say the same.
type stored struct {
	Label      string         `json:"l,omitempty"`
	Ordinal    int            `json:"o,omitempty"`
	Section    string         `json:"h,omitempty"`
	Page       int            `json:"p,omitempty"`
	Role       corpus.Role    `json:"r,omitempty"`
	Level      int            `json:"v,omitempty"`
	Language   string         `json:"g,omitempty"`
	Ref        string         `json:"f,omitempty"`
	Symbol     string         `json:"s,omitempty"`
	Meeting    string         `json:"m,omitempty"`
	Date       string         `json:"d,omitempty"`
	Sources    []string       `json:"c,omitempty"`
	Groups     []string       `json:"u,omitempty"`
	Regions    []string       `json:"n,omitempty"`
	Themes     []corpus.Theme `json:"t,omitempty"`
	Kind       corpus.Kind    `json:"k,omitempty"`
	Acts       []corpus.Act   `json:"a,omitempty"`
	Process    bool           `json:"w,omitempty"`
	Superseded bool           `json:"z,omitempty"`
	Title      string         `json:"i,omitempty"`
	Status     string         `json:"e,omitempty"`
}

// encode gives the bytes of an entry's [stored] part; equal entries have equal
// bytes.
func (e Entry) encode() ([]byte, error) {
	p := e.Passage
	data, err := json.Marshal(stored{
		Label: p.Label, Ordinal: p.Ordinal, Section: p.Section, Page: p.Page, Role: p.Role, Level: p.Level,
		Language: p.Language, Ref: e.Ref, Symbol: e.Symbol, Meeting: e.Meeting, Date: e.Date,
		Sources: e.Sources, Groups: e.Groups, Regions: e.Regions, Themes: e.Themes, Kind: e.Kind, Acts: e.Acts,
		Process: e.Process, Superseded: e.Superseded, Title: e.Title, Status: e.Status,
	})
	if err != nil {
		return nil, fmt.Errorf("encode passage %s: %w", p.ID, err)
	}
	return data, nil
}

// EntryHash is the hash that [Index.Each] gives for the same content. Empty and
// missing lists are the same.
func EntryHash(e Entry) uint64 {
	data, err := e.encode()
	if err != nil {
		return 0
	}
	return contentHash(e.Passage.ID, []byte(e.Passage.Text), data)
}

func contentHash(id string, text, data []byte) uint64 {
	h := fnv.New64a()
	for _, part := range [][]byte{[]byte(id), text, data} {
		h.Write(part)
		h.Write([]byte{0})
	}
	return h.Sum64()
}
