package segment

import (
	"regexp"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/member"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/cover"
	"rapporteur/pipeline/segment/label"
	"rapporteur/pipeline/segment/wording"
)

// Names knows who may submit; a *[member.Registry] does.
type Names = cover.Names

// Flags are what the command line says of a whole job. A flag wins over
// nothing but absence.
type Flags struct {
	Meeting, Source string
	// Usual is the meeting that the workspace's settings name for files of
	// which nothing else tells it.
	Usual string
}

// Segmenter turns what a reader saw into a header and passages. It does not
// change and may be used from several goroutines.
type Segmenter struct {
	// Names resolves sources; nil means the registry of all Member States.
	Names Names

	// corrected is what people have made of the header of the file at hand.
	corrected map[string]string
}

func (s Segmenter) names() Names {
	if s.Names == nil {
		return member.Default()
	}
	return s.Names
}

// Submission reads one file's header and passages. The header always has a
// symbol and a meeting; a submission without a printed symbol gets one of its
// meeting and hash. The passages have no IDs yet. A file without text gives no
// passages and no error.
func (s Segmenter) Submission(file string, hash corpus.Hash, doc block.Document, side Sidecar, flags Flags) (corpus.Header, []corpus.Passage, error) {
	if !hash.Valid() {
		return corpus.Header{}, nil, corpus.Errorf(corpus.CodeInvalid, "%s: hash %q is malformed", file, hash)
	}
	doc.Blocks = cutLong(doc.Blocks)
	h, reading := s.header(file, hash, doc, side, flags)
	units := unitsOf(doc.Blocks, reading.Blocks)
	labelled(units)
	headings(units)
	boxes(units)
	quotations(units)
	passages := passagesOf(units, composed(units))
	setLanguage(&h, passages, doc.Language)
	if !h.Title.Known() {
		h.Title = s.titleOf(passages)
	}
	return h, passages, nil
}

// composed gives the units' full labels.
func composed(units []unit) []string {
	entries := make([]label.Entry, len(units))
	for i, u := range units {
		if u.rule || !mayHaveLabel(u.role) || u.Cell != nil {
			continue
		}
		entries[i] = label.Entry{Label: u.label, Heading: u.heading, Level: u.Level, Top: u.heading && (u.kind == wording.Section || u.kind == wording.Annex || u.kind == wording.Box)}
		if u.heading {
			entries[i].Level = 0
		}
	}
	return label.Compose(entries)
}

// passagesOf makes passages of units, each in the section of the heading above.
func passagesOf(units []unit, labels []string) []corpus.Passage {
	var out []corpus.Passage
	var above outline
	for i, u := range units {
		if u.rule || u.words.text == "" {
			continue
		}
		p := corpus.Passage{
			Label: u.asPrinted(labels[i]), Section: above.section(), Page: max(u.Page, 0), Role: u.role, Level: max(u.Level, 0),
			Text: u.words.text, Raw: u.words.raw, Anchors: u.words.anchors, Marks: u.words.marks, Boxes: u.Boxes,
		}
		if u.Cell != nil && !u.label.None() && !u.label.Bullet {
			p.Label = u.asPrinted(u.label.Text)
		}
		switch {
		case u.heading:
			p.Role, p.Level = corpus.RoleHeading, headingLevel(u, labels[i])
			p.Section = above.open(p.Level, p.Text)
			if u.label.Length > 0 { // typed, so it is part of what is printed
				p.Label, p.Text, p.Raw, p.Anchors, p.Marks = "", u.printed.text, u.printed.raw, u.printed.anchors, u.printed.marks
			}
		case u.label.Bullet && p.Level == 0:
			p.Level = 1
		}
		out = append(out, p)
	}
	return out
}

// setLanguage gives passages and document their languages: a person's word or the sidecar's,
// what most of the text is in, the letters of the number, the file's own word.
func setLanguage(h *corpus.Header, passages []corpus.Passage, hint string) {
	side, printed := h.Language, h.Language
	if side.Basis != corpus.BasisSidecar && side.Basis != corpus.BasisCorrected {
		side = corpus.Field[string]{}
	} else {
		printed = corpus.Field[string]{}
	}
	most := languages(passages, side.Value)
	var read, own corpus.Header
	if most != "" && !strings.HasSuffix(side.Conflict, " says "+most) {
		read.Language = corpus.Field[string]{Value: most, Basis: corpus.BasisBody}
	}
	if code := languageCode(hint); code != "" {
		own.Language = corpus.Field[string]{Value: code, Basis: corpus.BasisDefault}
	}
	h.Language = cover.Merge(corpus.Header{Language: side}, read, corpus.Header{Language: printed}, own).Language
}

// titleOf takes the first line for a title where it is a heading of its own;
// the letterhead above it and dates are none.
func (s Segmenter) titleOf(passages []corpus.Passage) corpus.Field[string] {
	for _, p := range passages {
		switch {
		case p.Role == corpus.RoleHeader || p.Role == corpus.RoleFooter || p.Role == corpus.RoleCover || p.Role == corpus.RoleComment:
		case p.Role != corpus.RoleHeading || p.Label != "" || wording.Heading(p.Text) != wording.Unknown:
			return corpus.Field[string]{}
		case cover.Letterhead(p.Text, s.names()) || wording.DateOf(p.Text) != "" || misread(p.Text):
		default:
			return corpus.Field[string]{Value: strings.TrimRight(p.Text, "*∗ "), Basis: corpus.BasisBody}
		}
	}
	return corpus.Field[string]{}
}

// misread reports a line that was recognised in the wrong script: a third of its
// words have small letters between capitals, or digits between letters.
func misread(text string) bool {
	odd, words := 0, 0
	for w := range strings.FieldsSeq(text) {
		words++
		if oddWord.MatchString(w) {
			odd++
		}
	}
	return odd > 1 && odd*3 >= words
}

var oddWord = regexp.MustCompile(`\p{Lu}\p{Ll}\p{Lu}|\p{L}\d\p{L}|\p{Lu}{2}\p{Ll}{1,2}\p{Lu}?$`)
