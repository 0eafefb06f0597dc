package tag

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"

	"rapporteur/corpus"
)

// Input is one line of what `rapporteur tag` reads. More keys are allowed and
// ignored.
type Input struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Language string `json:"lang"`
	// Source holds the acts that the text ascribes to nobody.
	Source string `json:"source"`
	// Role and Section are as in a passage; a missing role is "body".
	Role    string `json:"role"`
	Section string `json:"section"`
}

// Line is one line of what `rapporteur tag --json` writes.
type Line struct {
	ID      string      `json:"id"`
	Lang    string      `json:"lang"`
	Kind    string      `json:"kind"`
	Themes  []LineTheme `json:"themes"`
	Process bool        `json:"process"`
	Acts    []LineAct   `json:"acts"`
}

// LineTheme is a theme with the spans that speak for it.
type LineTheme struct {
	Theme int `json:"theme"`
	// Level is "tagged" or "suggested".
	Level    string         `json:"level"`
	Score    int            `json:"score"`
	Maker    string         `json:"maker"`
	Evidence []LineEvidence `json:"evidence"`
}

// LineEvidence is a span, by byte offsets into the text as given.
type LineEvidence struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Quote   string `json:"quote"`
	Concept string `json:"concept"`
	Phrase  string `json:"phrase"`
	Weight  int    `json:"weight"`
}

// LineAct is an act with the sentence that performs it.
type LineAct struct {
	Act       string `json:"act"`
	Holder    string `json:"holder"`
	Addressee string `json:"addressee"`
	Object    string `json:"object"`
	Timing    string `json:"timing"`
	Negated   bool   `json:"negated,omitempty"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Quote     string `json:"quote"`
}

// NewLine turns the claims about a passage into a line; claims about others
// are left out, and so are rejected ones.
func NewLine(id, lang string, claims []corpus.Claim) Line {
	l := Line{ID: id, Lang: lang, Themes: []LineTheme{}, Acts: []LineAct{}}
	for _, c := range claims {
		if c.Passage != id || c.Status == corpus.StatusRejected {
			continue
		}
		switch c.About {
		case corpus.AboutKind:
			l.Kind = string(c.Kind)
		case corpus.AboutProcess:
			l.Process = l.Process || c.Status.Counts()
		case corpus.AboutTheme:
			l.Themes = append(l.Themes, newLineTheme(c))
		case corpus.AboutAct:
			l.Acts = append(l.Acts, newLineAct(c))
		}
	}
	return l
}

func newLineTheme(c corpus.Claim) LineTheme {
	t := LineTheme{Theme: int(c.Theme), Level: string(corpus.StatusSuggested), Score: c.Score, Maker: c.Maker.Kind, Evidence: []LineEvidence{}}
	if c.Status.Counts() {
		t.Level = string(corpus.StatusTagged)
	}
	for _, e := range c.Evidence {
		t.Evidence = append(t.Evidence, LineEvidence{e.Start, e.End, e.Quote, e.Concept, e.Phrase, e.Weight})
	}
	return t
}

func newLineAct(c corpus.Claim) LineAct {
	a := LineAct{}
	if d := c.Act; d != nil {
		a = LineAct{Act: string(d.Act), Holder: d.Holder, Addressee: d.Addressee, Object: d.Object, Timing: d.Timing, Negated: d.Negated}
	}
	if len(c.Evidence) > 0 {
		a.Start, a.End, a.Quote = c.Evidence[0].Start, c.Evidence[0].End, c.Evidence[0].Quote
	}
	return a
}

// LongestLine is the most bytes that one line of input may have.
const LongestLine = 4 << 20

// withoutMark skips the byte order mark that some programs write before UTF-8.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if head, err := b.Peek(3); err == nil && string(head) == "\ufeff" {
		_, _ = b.Discard(3) // three bytes were peeked
	}
	return b
}

// ParseLines reads JSON Lines, one passage each; empty lines are skipped. It
// stops at the first line that is no such object, that lacks an id or is too
// long, with an error of [corpus.CodeInvalid] that names the line, and at the
// first error of each.
func ParseLines(r io.Reader, each func(Input) error) error {
	return eachLine(r, "", func(n int, line []byte) error {
		var in Input
		if err := json.Unmarshal(line, &in); err != nil {
			return corpus.Errorf(corpus.CodeInvalid, "line %d: %w; each line is an object such as {\"id\":\"1\",\"text\":\"…\"}", n, err)
		}
		if in.ID == "" {
			return corpus.Errorf(corpus.CodeInvalid, "line %d: no \"id\"", n)
		}
		return each(in)
	})
}

// eachLine calls f with the number and the bytes of each line that is not empty,
// up to the first error. A line that is too long is an error of
// [corpus.CodeInvalid] that begins with what.
func eachLine(r io.Reader, what string, f func(n int, line []byte) error) error {
	s := bufio.NewScanner(withoutMark(r))
	s.Buffer(make([]byte, 0, 64<<10), LongestLine)
	for n := 1; s.Scan(); n++ {
		if len(s.Bytes()) == 0 {
			continue
		}
		if err := f(n, s.Bytes()); err != nil {
			return err
		}
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return corpus.Errorf(corpus.CodeInvalid, "%sa line is longer than %d bytes", what, LongestLine)
	}
	return s.Err()
}

// Lines tags what ParseLines reads and writes one line for each, in order. Each
// line is read by itself, as from a document of its own.
func (t *Tagger) Lines(ctx context.Context, r io.Reader, w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	err := ParseLines(r, func(in Input) error {
		line, err := t.line(ctx, in)
		if err != nil {
			return err
		}
		return enc.Encode(line)
	})
	if flush := out.Flush(); err == nil {
		err = flush
	}
	return err
}

func (t *Tagger) line(ctx context.Context, in Input) (Line, error) {
	p := corpus.Passage{ID: in.ID, Text: in.Text, Language: languageOf(in.Language, in.Text), Role: corpus.Role(in.Role), Section: in.Section}
	if p.Role == "" {
		p.Role = corpus.RoleBody
	}
	var doc Context
	if in.Source != "" {
		doc.Sources = []string{in.Source}
	}
	claims, err := t.Tag(ctx, []corpus.Passage{p}, doc)
	l := NewLine(in.ID, p.Language, claims)
	if l.Kind == "" {
		l.Kind = string(corpus.KindOther) // a line without text
	}
	return l, err
}
