package workspace_test

import (
	"testing"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

func TestQualities(t *testing.T) {
	about := func(theme corpus.Theme, text string, action corpus.DecisionAction, before corpus.Status) corpus.Decision {
		return corpus.Decision{Work: "w", Text: corpus.Hash(text), Action: action, Before: before,
			Subject: corpus.Subject{About: corpus.AboutTheme, Theme: theme}}
	}
	got := workspace.Qualities([]corpus.Decision{
		about(2, "a", corpus.DecisionAccept, corpus.StatusTagged),
		about(2, "b", corpus.DecisionReject, corpus.StatusTagged),
		about(2, "c", corpus.DecisionAccept, corpus.StatusSuggested), // below the threshold, so missed
		about(2, "d", corpus.DecisionAdd, ""),
		about(2, "e", corpus.DecisionReject, corpus.StatusSuggested), // rightly not tagged
		about(2, "f", corpus.DecisionAccept, corpus.StatusTagged),
		about(2, "f", corpus.DecisionReject, corpus.StatusAccepted), // a second reader has the last word
		about(3, "a", corpus.DecisionAdd, ""),
		{Work: "w", Action: corpus.DecisionAccept, Before: corpus.StatusTagged, Subject: corpus.Subject{About: corpus.AboutProcess}},
	})
	if q := got[2]; q != (workspace.Quality{Right: 1, Wrong: 2, Missed: 2}) || q.Precision() != 333 || q.Recall() != 333 {
		t.Errorf("theme 2: %+v, %d, %d", q, q.Precision(), q.Recall())
	}
	if q := got[3]; q.Precision() != -1 || q.Recall() != 0 {
		t.Errorf("theme 3: %+v", q)
	}
	if len(got) != 2 {
		t.Errorf("%v", got)
	}
}
