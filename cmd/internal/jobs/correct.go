package jobs

import (
	"context"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// Correct corrects a document's header at once: somebody waits for it. A job
// that runs meanwhile goes on; each document gets its place in its turn.
func (m *Manager) Correct(ctx context.Context, in workspace.Correction) ([]corpus.Decision, error) {
	in.Time = m.stamp()
	return m.o.Workspace.Correct(ctx, in, m.ingesting())
}

// UndoCorrection takes a correction back.
func (m *Manager) UndoCorrection(ctx context.Context, reader string, seq int) ([]corpus.Decision, error) {
	return m.o.Workspace.UndoCorrection(ctx, reader, seq, m.stamp(), m.ingesting())
}
