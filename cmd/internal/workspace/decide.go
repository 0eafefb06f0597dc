package workspace

import (
	"context"
	"strings"

	"rapporteur/corpus"
)

// Decision is what an analyst says about a claim.
type Decision struct {
	Reader, Passage, Note, Time, Program string
	Action                               corpus.DecisionAction
	Subject                              corpus.Subject
}

// Decide writes a decision into the log. Accepting or rejecting what nobody
// claims is refused: a machine's silence is answered with add.
func (w *Workspace) Decide(ctx context.Context, in Decision) (corpus.Decision, error) {
	reading, passage, err := w.passage(ctx, in.Passage)
	if err != nil {
		return corpus.Decision{}, err
	}
	before := statusOf(reading.Claims, passage.ID, in.Subject)
	if before == "" && in.Action != corpus.DecisionAdd {
		return corpus.Decision{}, corpus.Errorf(corpus.CodeUsage, "%s: nothing like that is claimed; add it with \"review add\"", passage.ID)
	}
	after := corpus.StatusAccepted
	if in.Action == corpus.DecisionReject {
		after = corpus.StatusRejected
	}
	return w.Store.Decide(ctx, corpus.Decision{
		Time: in.Time, Reader: in.Reader, Action: in.Action, Work: reading.Rendition.Symbol.Work(),
		Text: corpus.HashOf([]byte(passage.Text)), Passage: passage.ID, Subject: in.Subject,
		Before: before, After: after, Note: in.Note, Codebook: w.Book.Hash(), Program: in.Program,
	})
}

// passage finds a passage by its ID.
func (w *Workspace) passage(ctx context.Context, id string) (corpus.Reading, corpus.Passage, error) {
	ref, _, ok := strings.Cut(id, "#")
	if !ok {
		return corpus.Reading{}, corpus.Passage{}, corpus.Errorf(corpus.CodeUsage, "%q is no passage: give its ID, such as CWG-Internet-22/3#II.1", id)
	}
	reading, err := w.Store.Reading(ctx, ref)
	if err != nil {
		return reading, corpus.Passage{}, err
	}
	for _, p := range reading.Passages {
		if p.ID == id {
			return reading, p, nil
		}
	}
	return reading, corpus.Passage{}, corpus.Errorf(corpus.CodeNotFound, "%s has no paragraph %s: \"rapporteur show %s\" lists them", ref, id, ref)
}

func statusOf(claims []corpus.Claim, passage string, s corpus.Subject) corpus.Status {
	for _, c := range claims {
		if c.Passage == passage && c.About == s.About && c.Theme == s.Theme && c.Kind == s.Kind {
			return c.Status
		}
	}
	return ""
}

// Undo takes back the decision with this number, or the reader's last standing
// one about a claim where seq is 0.
func (w *Workspace) Undo(ctx context.Context, reader string, seq int, time, program string) (corpus.Decision, error) {
	return w.undo(ctx, corpus.Standing, reader, seq, time, program)
}

// UndoGroup does so with decisions about groups of views.
func (w *Workspace) UndoGroup(ctx context.Context, reader string, seq int, time, program string) (corpus.Decision, error) {
	return w.undo(ctx, corpus.StandingGroups, reader, seq, time, program)
}

func (w *Workspace) undo(ctx context.Context, standingOf func([]corpus.Decision) []corpus.Decision, reader string, seq int, time, program string) (corpus.Decision, error) {
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return corpus.Decision{}, err
	}
	var last *corpus.Decision
	standing := standingOf(log)
	for i := range standing {
		if d := &standing[i]; d.Seq == seq || seq == 0 && d.Reader == reader {
			last = d
		}
	}
	if last == nil {
		return corpus.Decision{}, corpus.Errorf(corpus.CodeUsage, "there is no standing decision to undo; \"review log\" lists them")
	}
	undo := *last
	undo.Action, undo.Reader, undo.Time, undo.Program, undo.Undoes = corpus.DecisionUndo, reader, time, program, last.Seq
	undo.Before, undo.After, undo.Note, undo.Codebook = last.After, last.Before, "", w.Book.Hash()
	return w.Store.Decide(ctx, undo)
}
