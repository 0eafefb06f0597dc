package pipeline

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/likeness"
)

// spot is the place of a reading among what the corpus knows.
type spot struct {
	symbol     corpus.Symbol
	ref        string
	copy       bool
	submission corpus.Submission
	// note tells people what was decided, "" where nothing had to be.
	note string
}

// place finds the work, version and rendition that a new reading is, and the
// submission that it belongs to.
func (in *Ingester) place(ctx context.Context, r reading) (spot, error) {
	s := spot{symbol: r.header.Symbol.Value}
	renditions, subs, err := in.around(ctx, s.symbol.Work(), r.hash)
	if err != nil {
		return s, err
	}
	if other := stranger(r.header, subs); other != "" && r.header.Symbol.Basis != corpus.BasisSidecar && r.header.Symbol.Basis != corpus.BasisCorrected {
		s.note = fmt.Sprintf("%s is already the number of a document by %s, so this one has a number of ours: correct it in the sidecar", s.symbol, other)
		s.symbol = corpus.Symbol{Series: r.header.Meeting.Value, Number: "src-" + r.hash.Short()}
		renditions, subs = nil, nil
	}
	s.submission = joined(submissionOf(s.symbol, r.header), s.symbol, renditions, subs)
	if r.act != nil {
		if s.submission, err = in.corrected(ctx, s, r, renditions); err != nil {
			return s, err
		}
	}
	return s, in.qualify(ctx, &s, r, renditions)
}

// around lists what is known of a work, without the reading's own bytes.
func (in *Ingester) around(ctx context.Context, work string, own corpus.Hash) ([]corpus.Rendition, []corpus.Submission, error) {
	renditions, err := in.Corpus.RenditionsOf(ctx, work)
	if err != nil {
		return nil, nil, err
	}
	renditions = slices.DeleteFunc(renditions, func(k corpus.Rendition) bool { return k.Hash == own })
	subs, err := in.Corpus.SubmissionsOf(ctx, work)
	if len(renditions) == 0 {
		subs = nil
	}
	return renditions, subs, err
}

// stranger names the sources of a work with the same number where none of them
// is a source of this reading: two documents then claim one number.
func stranger(h corpus.Header, subs []corpus.Submission) string {
	if len(h.Sources.Value) == 0 || len(subs) == 0 {
		return ""
	}
	var names []string
	for _, sub := range subs {
		for _, src := range sub.Sources {
			if slices.ContainsFunc(h.Sources.Value, func(own corpus.Source) bool { return own.ID == src.ID }) {
				return ""
			}
			names = append(names, src.Name)
		}
	}
	return strings.Join(names, ", ")
}

// qualify gives the rendition its reference: the bare symbol for the first of
// a version, a language letter for another language, a copy's file extension
// for the same text in another format, "(Att.n)" for another text.
func (in *Ingester) qualify(ctx context.Context, s *spot, r reading, renditions []corpus.Rendition) error {
	var version []corpus.Rendition
	for _, k := range renditions {
		if k.Symbol == s.symbol {
			version = append(version, k)
		}
	}
	base, language := s.symbol.String(), r.header.Language.Value
	own, again, err := in.Corpus.RenditionByHash(ctx, r.hash)
	switch {
	case err != nil:
		return err
	case len(version) == 0:
		s.ref = base
		return nil
	case again && !own.Copy && own.Symbol == s.symbol && own.Language == language && (own.Ref == base || strings.HasPrefix(own.Ref, base+"-")):
		s.ref = own.Ref // read again, it is cited as before
		return nil
	}
	same := slices.DeleteFunc(slices.Clone(version), func(k corpus.Rendition) bool { return k.Language != language || k.Copy })
	if len(same) == 0 {
		s.ref = unused(base+"-"+letter(language), version)
		return nil
	}
	text := wording(r.passages)
	for _, k := range same {
		stored, err := in.Corpus.Reading(ctx, k.Ref)
		if err != nil {
			return err
		}
		if text.Within(wording(stored.Passages)) >= sameText {
			s.copy, s.note = true, "the same text as "+k.Ref
			s.ref = unused(k.Ref+path.Ext(r.input.Path), version)
			return nil
		}
	}
	s.ref = attachment(base, version)
	return nil
}

func letter(language string) string {
	if l := corpus.LanguageLetter(language); l != "" {
		return l
	}
	return language
}

func unused(ref string, version []corpus.Rendition) string {
	for n, try := 1, ref; ; try = fmt.Sprintf("%s.%d", ref, n) {
		if !slices.ContainsFunc(version, func(k corpus.Rendition) bool { return k.Ref == try }) {
			return try
		}
		n++
	}
}

func attachment(base string, version []corpus.Rendition) string {
	for n := 1; ; n++ {
		try := fmt.Sprintf("%s(Att.%d)", base, n)
		if !slices.ContainsFunc(version, func(k corpus.Rendition) bool { return k.Ref == try }) {
			return try
		}
	}
}

// sameText is how much of a reading must stand in another of its version and
// language, in thousandths, for it to be taken for a copy: nothing of its own
// would be missed.
const sameText = 950

// wording is what two readings are compared by.
func wording(passages []corpus.Passage) likeness.Triples {
	var texts []string
	for _, p := range passages {
		if p.Role.Citable() || p.Role == corpus.RoleHeading {
			texts = append(texts, p.Text)
		}
	}
	return likeness.TriplesOf(texts...)
}
