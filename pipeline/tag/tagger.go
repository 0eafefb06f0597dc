package tag

import (
	"context"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/corpus/member"
)

// Context is what is known of the document that passages come from.
type Context struct {
	// Sources are the registered names of who submits; they hold the acts that
	// the text ascribes to nobody.
	Sources []string
	// Meeting is the meeting's name, "CWG-Internet-22".
	Meeting string
	// Names finds who is named in a text; nil means the built-in register.
	Names Names
}

// Names finds the registered sources that a text names; a *[member.Registry]
// does.
type Names interface {
	Find(text string) []member.Mention
}

func (c Context) names() Names {
	if c.Names == nil {
		return member.Default()
	}
	return c.Names
}

// Tagger turns passages into claims. It may be shared by goroutines.
type Tagger struct {
	book  *codebook.Book
	model *Model
	maker corpus.Maker
}

// New makes a tagger of a codebook and the embedded model.
func New(b *codebook.Book) *Tagger { return NewWithModel(b, embeddedModel()) }

// NewWithModel makes a tagger of a codebook and a model of one's own; without a
// model the codebook decides alone.
func NewWithModel(b *codebook.Book, m *Model) *Tagger {
	return &Tagger{book: b, model: m, maker: corpus.Maker{Kind: "rule", Name: "codebook " + b.Hash().Short()}}
}

// Tag gives the claims about the passages of one document, in the passages'
// order: the kind first, then themes by number, the group's own work, acts as
// they are read. The only error is that of ctx.
func (t *Tagger) Tag(ctx context.Context, passages []corpus.Passage, doc Context) ([]corpus.Claim, error) {
	var out []corpus.Claim
	var where setting
	for i := range passages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if passages[i].Text == "" {
			continue
		}
		where = where.next(&passages[i], t.book)
		r := t.read(&passages[i], doc, where)
		where.citing = r.kind.kind == corpus.KindCitation
		out = append(out, r.claims(t)...)
		t.model.release(&r.verdict)
	}
	return out, nil
}

// reading is one passage as the tagger sees it.
type reading struct {
	passage *corpus.Passage
	doc     Context
	where   setting
	text    codebook.Text
	matches []codebook.Match
	cues    []codebook.Cue
	acts    []act
	kind    kindFound
	themes  []themeFound
	process *themeFound
	verdict verdict
	// annex keeps what citedItems finds, once it has looked.
	annex  []codebook.Match
	looked bool
}

func (t *Tagger) read(p *corpus.Passage, doc Context, where setting) *reading {
	text := t.book.Read(p.Text, languageOf(p.Language, p.Text))
	r := &reading{passage: p, doc: doc, where: where, text: text}
	r.matches = t.book.Matches(text)
	r.cues = t.book.Cues(text)
	r.verdict = t.model.judge(r)
	r.acts = r.findActs()
	r.kind = t.findKind(r)
	if p.Role.Citable() {
		r.themes = t.findThemes(r)
		r.process = t.findProcess(r)
	}
	return r
}

// claims writes down what was found.
func (r *reading) claims(t *Tagger) []corpus.Claim {
	claim := func(about corpus.About, score int, status corpus.Status, maker corpus.Maker, ev []corpus.Evidence) corpus.Claim {
		return corpus.Claim{Passage: r.passage.ID, About: about, Score: min(max(score, 0), 1000), Status: status, Maker: maker, Evidence: ev}
	}
	kind := claim(corpus.AboutKind, r.kind.score, corpus.StatusTagged, r.kind.maker, r.kind.evidence)
	kind.Kind = r.kind.kind
	out := []corpus.Claim{kind}
	for _, f := range r.themes {
		c := claim(corpus.AboutTheme, f.score, f.status, f.maker, f.evidence)
		c.Theme = f.theme
		out = append(out, c)
	}
	if p := r.process; p != nil {
		out = append(out, claim(corpus.AboutProcess, p.score, p.status, p.maker, p.evidence))
	}
	for _, a := range r.acts {
		c := claim(corpus.AboutAct, a.score, corpus.StatusTagged, t.maker, a.evidence)
		detail := a.detail
		c.Act = &detail
		out = append(out, c)
	}
	return out
}

// evidence quotes a span and says which rule saw it.
func (r *reading) evidence(start, end int, concept, phrase string, weight int) corpus.Evidence {
	e := corpus.QuoteEvidence(r.text.Source, start, end)
	e.Concept, e.Phrase, e.Weight = concept, phrase, weight
	return e
}

// whole quotes the passage's first sentence, for findings that rest on the
// passage as it stands and not on a phrase in it.
func (r *reading) whole(rule string) []corpus.Evidence {
	s := r.sentence(0)
	return []corpus.Evidence{r.evidence(s.start, s.end, "", rule, 0)}
}

func (r *reading) hasCue(role codebook.CueRole) bool {
	return slices.ContainsFunc(r.cues, func(c codebook.Cue) bool { return c.Role == role })
}
