package corpus

import (
	"slices"
	"unicode/utf8"
)

// Verify reports the first rule of this package that the dossier breaks: a
// malformed hash, a passage without text or with a doubled ID, a claim about
// an unknown passage, a quotation that is not byte for byte in its passage.
// Its errors have [CodeInvalid]. The store calls it on every save.
func (d Dossier) Verify() error {
	if !d.File.Hash.Valid() || d.Rendition.Hash != d.File.Hash {
		return Errorf(CodeInvalid, "%s: hash %q is malformed or not its rendition's", d.File.Name, d.File.Hash)
	}
	if d.Rendition.Ref == "" || d.Rendition.Symbol.IsZero() {
		return Errorf(CodeInvalid, "%s: rendition without a symbol", d.File.Name)
	}
	if d.Submission.Work != d.Rendition.Symbol.Work() || d.Submission.Meeting == "" {
		return Errorf(CodeInvalid, "%s: submission of %q to %q does not fit document %s",
			d.File.Name, d.Submission.Work, d.Submission.Meeting, d.Rendition.Symbol)
	}
	if d.Rendition.Grade == GradeD {
		return Errorf(CodeInvalid, "%s: garbled text is never stored", d.File.Name)
	}
	return VerifyClaims(d.Passages, d.Claims)
}

// VerifyClaims checks passages and the claims about them, as [Dossier.Verify]
// describes.
func VerifyClaims(passages []Passage, claims []Claim) error {
	texts := make(map[string]string, len(passages))
	for _, p := range passages {
		if _, twice := texts[p.ID]; twice || p.ID == "" {
			return Errorf(CodeInvalid, "passage %q stands twice or has no ID", p.ID)
		}
		if err := p.verify(); err != nil {
			return err
		}
		texts[p.ID] = p.Text
	}
	for _, c := range claims {
		text, ok := texts[c.Passage]
		if !ok {
			return Errorf(CodeInvalid, "claim about unknown passage %q", c.Passage)
		}
		if err := c.Verify(text); err != nil {
			return err
		}
	}
	return nil
}

func (p Passage) verify() error {
	if p.Text == "" || !utf8.ValidString(p.Text) {
		return Errorf(CodeInvalid, "passage %s: text is empty or not UTF-8", p.ID)
	}
	for _, m := range p.Marks {
		if m.Start < 0 || m.End < m.Start || m.End > len(p.Text) {
			return Errorf(CodeInvalid, "passage %s: mark %d-%d is outside its %d bytes", p.ID, m.Start, m.End, len(p.Text))
		}
	}
	for _, a := range p.Anchors {
		if a.Text < 0 || a.Raw < 0 || a.Len < 0 || a.Text+a.Len > len(p.Text) || a.Raw+a.Len > len(p.Raw) ||
			p.Text[a.Text:a.Text+a.Len] != p.Raw[a.Raw:a.Raw+a.Len] {
			return Errorf(CodeInvalid, "passage %s: anchor %+v does not tie text to original", p.ID, a)
		}
	}
	return nil
}

// Verify checks one claim against the text of its passage.
func (c Claim) Verify(text string) error {
	if err := c.verifySubject(); err != nil {
		return err
	}
	if len(c.Evidence) == 0 && c.Maker.Kind != "person" && c.Status != StatusRejected {
		return Errorf(CodeInvalid, "claim %s about %s has no evidence", c.About, c.Passage)
	}
	for _, e := range c.Evidence {
		if e.Start < 0 || e.End <= e.Start || e.End > len(text) || text[e.Start:e.End] != e.Quote {
			return Errorf(CodeInvalid, "claim %s about %s: %q is not verbatim at %d-%d", c.About, c.Passage, e.Quote, e.Start, e.End)
		}
	}
	return nil
}

func (c Claim) verifySubject() error {
	ok := c.Score >= 0 && c.Score <= 1000 && c.Maker.Name != ""
	switch c.About {
	case AboutTheme:
		ok = ok && c.Theme.Valid()
	case AboutKind:
		ok = ok && slices.Contains(Kinds(), c.Kind)
	case AboutAct:
		ok = ok && c.Act != nil && slices.Contains(Acts(), c.Act.Act)
	case AboutProcess:
	default:
		ok = false
	}
	if !ok {
		return Errorf(CodeInvalid, "claim about %s is malformed: %+v", c.Passage, c)
	}
	return nil
}
