package corpus_test

import (
	"testing"

	"rapporteur/corpus"
)

func theme(t corpus.Theme) corpus.Subject { return corpus.Subject{About: corpus.AboutTheme, Theme: t} }

func kind(k corpus.Kind) corpus.Subject { return corpus.Subject{About: corpus.AboutKind, Kind: k} }

func TestDecide(t *testing.T) {
	p := corpus.Passage{ID: "X-30/1#1", Text: "Cables break."}
	rule := corpus.Maker{Kind: "rule", Name: "test"}
	evidence := []corpus.Evidence{corpus.QuoteEvidence(p.Text, 0, 6)}
	machine := []corpus.Claim{
		{Passage: p.ID, About: corpus.AboutKind, Kind: corpus.KindChallenge, Score: 700, Status: corpus.StatusTagged, Maker: rule, Evidence: evidence},
		{Passage: p.ID, About: corpus.AboutTheme, Theme: 4, Score: 500, Status: corpus.StatusSuggested, Maker: rule, Evidence: evidence},
	}
	status := func(claims []corpus.Claim, s corpus.Subject) corpus.Status {
		for _, c := range claims {
			if c.About == s.About && c.Theme == s.Theme && c.Kind == s.Kind {
				return c.Status
			}
		}
		return ""
	}
	tests := []struct {
		name      string
		decisions []corpus.Decision
		subject   corpus.Subject
		want      corpus.Status
	}{
		{"nothing decided", nil, theme(4), corpus.StatusSuggested},
		{"accepted", []corpus.Decision{{Action: corpus.DecisionAccept, Subject: theme(4)}}, theme(4), corpus.StatusAccepted},
		{"rejected", []corpus.Decision{{Action: corpus.DecisionReject, Subject: theme(4)}}, theme(4), corpus.StatusRejected},
		{"the last word", []corpus.Decision{{Action: corpus.DecisionReject, Subject: theme(4)}, {Action: corpus.DecisionAccept, Subject: theme(4)}}, theme(4), corpus.StatusAccepted},
		{"added", []corpus.Decision{{Action: corpus.DecisionAdd, Subject: theme(2)}}, theme(2), corpus.StatusAccepted},
		{"rejecting what nobody claims", []corpus.Decision{{Action: corpus.DecisionReject, Subject: theme(2)}}, theme(2), ""},
		{"another kind takes the place", []corpus.Decision{{Action: corpus.DecisionAdd, Subject: kind(corpus.KindGap)}}, kind(corpus.KindChallenge), corpus.StatusRejected},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			claims := corpus.Decide(p, machine, tt.decisions)
			if got := status(claims, tt.subject); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
			for _, c := range claims {
				if c.Maker.Name == "" {
					continue
				}
				if err := c.Verify(p.Text); err != nil {
					t.Error(err)
				}
			}
		})
	}
	if machine[1].Status != corpus.StatusSuggested {
		t.Error("the machine's claims were changed")
	}
}

func TestDecisionsAreChained(t *testing.T) {
	var log []corpus.Decision
	var previous corpus.Hash
	for i, action := range []corpus.DecisionAction{corpus.DecisionAccept, corpus.DecisionReject, corpus.DecisionUndo} {
		d := corpus.Decision{Seq: i + 1, Reader: "anna", Action: action, Subject: theme(4)}.Seal(previous)
		previous = d.Hash
		log = append(log, d)
	}
	log[2].Undoes = 2
	log[2] = log[2].Seal(log[1].Hash)
	if err := corpus.VerifyDecisions(log); err != nil {
		t.Fatal(err)
	}
	if standing := corpus.Standing(log); len(standing) != 1 || standing[0].Seq != 1 {
		t.Errorf("standing %+v", standing)
	}
	for name, spoil := range map[string]func([]corpus.Decision) []corpus.Decision{
		"changed":   func(l []corpus.Decision) []corpus.Decision { l[0].Reader = "bob"; return l },
		"taken out": func(l []corpus.Decision) []corpus.Decision { return append(l[:1], l[2:]...) },
		"swapped":   func(l []corpus.Decision) []corpus.Decision { l[0], l[1] = l[1], l[0]; return l },
	} {
		if err := corpus.VerifyDecisions(spoil(append([]corpus.Decision(nil), log...))); corpus.ErrorCode(err) != corpus.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
