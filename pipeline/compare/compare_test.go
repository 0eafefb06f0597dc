package compare_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// book stands in for nothing: it gives labels and names as a codebook and a
// registry do, for invented States that no registry knows.
type book struct{}

func (book) Label(t corpus.Theme, _ string) string { return fmt.Sprintf("Theme %d", t) }
func (book) Name(id, _ string) string              { return id }
func (book) Sort(ids []string, _ string)           { slices.Sort(ids) }

// said is one passage of a paper, with what is claimed of it.
type said struct {
	label, text string
	kind        corpus.Kind
	theme       corpus.Theme
	concept     string
	act         *corpus.ActDetail
}

// paper puts a reading into a snapshot.
func paper(snap *corpus.Snapshot, printed, language string, sources []corpus.Source, passages ...said) *corpus.Reading {
	symbol, _, err := corpus.ParseSymbol(printed)
	if err != nil {
		panic(err)
	}
	r := corpus.Reading{Current: true, Rendition: corpus.Rendition{
		Ref: symbol.String(), Symbol: symbol, File: printed + ".txt", Language: language, Hash: corpus.HashOf([]byte(printed + language)),
	}}
	for _, s := range passages {
		r.Passages = append(r.Passages, corpus.Passage{Label: s.label, Text: s.text, Role: corpus.RoleBody, Language: language})
	}
	corpus.AssignIDs(r.Rendition.Ref, r.Passages)
	for i, s := range passages {
		r.Claims = append(r.Claims, claims(r.Passages[i], s)...)
	}
	snap.Readings = append(snap.Readings, r)
	if !slices.ContainsFunc(snap.Submissions, func(s corpus.Submission) bool { return s.Work == symbol.Work() }) {
		snap.Submissions = append(snap.Submissions, corpus.Submission{
			ID: symbol.Work(), Work: symbol.Work(), Meeting: symbol.Series, Sources: sources, Attribution: corpus.AttributionNamed,
		})
	}
	return &snap.Readings[len(snap.Readings)-1]
}

func claims(p corpus.Passage, s said) []corpus.Claim {
	base := corpus.Claim{Passage: p.ID, Score: 900, Status: corpus.StatusTagged, Maker: corpus.Maker{Kind: "rule", Name: "test"}}
	evidence := corpus.QuoteEvidence(p.Text, 0, len(p.Text))
	evidence.Concept = s.concept
	base.Evidence = []corpus.Evidence{evidence}
	kind := base
	kind.About, kind.Kind = corpus.AboutKind, s.kind
	out := []corpus.Claim{kind}
	if s.theme != 0 {
		theme := base
		theme.About, theme.Theme = corpus.AboutTheme, s.theme
		out = append(out, theme)
	}
	if s.act == nil && s.kind == corpus.KindProposal {
		s.act = &corpus.ActDetail{Act: corpus.ActPropose}
	}
	if s.act != nil {
		act := base
		act.About, act.Act = corpus.AboutAct, s.act
		out = append(out, act)
	}
	return out
}

func state(id string) corpus.Source {
	return corpus.Source{ID: id, Name: id, Kind: corpus.SourceMember}
}

func run(t *testing.T, snap corpus.Snapshot) corpus.Report {
	t.Helper()
	r, err := compare.Compare(context.Background(), snap, compare.Options{Labels: book{}, Names: book{}, Cutoff: "2031-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	if faults := append(compare.Check(r, lookup(snap)), compare.Recount(r, snap, book{}, book{})...); len(faults) > 0 {
		t.Fatalf("the report does not verify: %v", faults)
	}
	return r
}

func cell(t *testing.T, r corpus.Report, theme corpus.Theme, source string) corpus.CellState {
	t.Helper()
	for _, c := range r.Matrix.Cells {
		if c.Theme == theme && c.Source == source {
			return c.State
		}
	}
	t.Fatalf("no cell for theme %d and %s", theme, source)
	return ""
}

func TestFourStates(t *testing.T) {
	var snap corpus.Snapshot
	paper(&snap, "X-30/1", "en", []corpus.Source{state("XRU")},
		said{label: "1", text: "Cables break too often.", kind: corpus.KindChallenge, theme: 4},
		said{label: "2", text: "Resolution 1305 lists cybercrime.", kind: corpus.KindCitation, theme: 5})
	snap.Unread = []corpus.LedgerLine{{File: "9.docx", Status: corpus.FileNotRead, Reason: corpus.ReasonBroken, Sources: []corpus.Source{state("XLU")}}}
	r := run(t, snap)
	for _, want := range []struct {
		theme  corpus.Theme
		source string
		state  corpus.CellState
	}{
		{4, "XRU", corpus.CellAddressed}, {5, "XRU", corpus.CellCitedOnly},
		{6, "XRU", corpus.CellNotAddressed}, {4, "XLU", corpus.CellNotRead},
	} {
		if got := cell(t, r, want.theme, want.source); got != want.state {
			t.Errorf("theme %d, %s: %s, want %s", want.theme, want.source, got, want.state)
		}
	}
}

func TestAWorkCountsOnce(t *testing.T) {
	var snap corpus.Snapshot
	first := paper(&snap, "X-30/2", "en", []corpus.Source{state("XFR")}, said{label: "1", text: "We propose one meeting a year.", kind: corpus.KindProposal, theme: 3})
	first.Current = false
	paper(&snap, "X-30/2(Rev.1)", "en", nil, said{label: "1", text: "We propose two meetings a year.", kind: corpus.KindProposal, theme: 3})
	french := paper(&snap, "X-30/2(Rev.1)", "fr", nil, said{label: "1", text: "Nous proposons deux réunions par an.", kind: corpus.KindProposal, theme: 3})
	french.Rendition.Ref = "X-30/2(Rev.1)-F"
	corpus.AssignIDs(french.Rendition.Ref, french.Passages)
	for i := range french.Claims {
		french.Claims[i].Passage = french.Passages[0].ID
	}
	r := run(t, snap)
	if r.Scope.Works != 1 || len(r.Proposals) != 1 || r.Proposals[0].Passage != "X-30/2(Rev.1)#1" {
		t.Errorf("%d works, proposals %+v", r.Scope.Works, r.Proposals)
	}
	uses := map[string]string{}
	for _, d := range r.Scope.Documents {
		uses[d.Symbol] = d.Use
	}
	want := map[string]string{"X-30/2": "superseded", "X-30/2(Rev.1)": "compared", "X-30/2(Rev.1)-F": "language version"}
	for ref, use := range want {
		if uses[ref] != use {
			t.Errorf("%s is %q, want %q", ref, uses[ref], use)
		}
	}
}

func TestAGroupIsNotItsMembers(t *testing.T) {
	var snap corpus.Snapshot
	group := corpus.Source{ID: "MTU", Name: "MTU", Kind: corpus.SourceGroup}
	paper(&snap, "X-30/5", "en", []corpus.Source{group}, said{label: "1", text: "The group asks for training.", kind: corpus.KindPosition, theme: 9})
	r := run(t, snap)
	if r.Scope.Members != 0 || r.Scope.Groups != 1 || len(r.Matrix.Sources) != 1 {
		t.Errorf("scope %+v, sources %v", r.Scope, r.Matrix.Sources)
	}
}

func TestProposalSaidAgainIsCountedOnce(t *testing.T) {
	var snap corpus.Snapshot
	paper(&snap, "X-30/1", "en", []corpus.Source{state("XRU")},
		said{label: "3", text: "To that end Ruritania proposes to draw up a plan of work for the coming sessions of the group, as told below.", kind: corpus.KindProposal},
		said{label: "II.1", text: "Ruritania proposes to draw up a plan of work for the coming sessions of the group.", kind: corpus.KindProposal})
	snap.Readings[0].Passages[1].Section = "Proposals"
	r := run(t, snap)
	if len(r.Proposals) != 1 || r.Proposals[0].Passage != "X-30/1#II.1" || !slices.Equal(r.Proposals[0].Repeats, []string{"X-30/1#3"}) {
		t.Errorf("register %+v", r.Proposals)
	}
}

func TestGroupsOfViews(t *testing.T) {
	var snap corpus.Snapshot
	propose := func(text, concept string) said {
		return said{label: "1", text: text, kind: corpus.KindProposal, theme: 2, concept: concept}
	}
	paper(&snap, "X-30/1", "en", []corpus.Source{state("XRU")}, propose("Ruritania proposes regional exchange points.", "ixp"))
	paper(&snap, "X-30/2", "fr", []corpus.Source{state("XGR")}, propose("Nous proposons des points d'échange régionaux.", "ixp"))
	paper(&snap, "X-30/3", "en", []corpus.Source{state("XES")}, propose("Esperia proposes a fund for cables.", "cable"))
	paper(&snap, "X-30/4", "en", []corpus.Source{state("XNO")}, said{
		label: "1", text: "Norlandia cannot support document X-30/1.", kind: corpus.KindPosition,
		act: &corpus.ActDetail{Act: corpus.ActOppose, Holder: "Norlandia", Object: "X-30/1"},
	})
	r := run(t, snap)
	if len(r.Groups) != 1 || len(r.Groups[0].Proposals) != 2 {
		t.Fatalf("groups %+v", r.Groups)
	}
	if o := r.Groups[0].Opposes; len(o) != 1 || o[0].Passage != "X-30/4#1" {
		t.Errorf("opposed by %+v", o)
	}
	theme := r.Themes[1]
	if len(theme.CommonGround) != 0 || len(theme.Differing) != 3 {
		t.Errorf("common ground %v, differing %v", theme.CommonGround, theme.Differing)
	}
}

func TestWithheldIsCountedAndNotNamed(t *testing.T) {
	var snap corpus.Snapshot
	paper(&snap, "X-30/1", "en", []corpus.Source{state("XRU")}, said{label: "1", text: "Cables break too often.", kind: corpus.KindChallenge, theme: 4})
	paper(&snap, "X-30/7", "en", []corpus.Source{state("XHA")}, said{label: "1", text: "Our servers fail in summer.", kind: corpus.KindChallenge, theme: 4})
	snap.Submissions[1].Attribution = corpus.AttributionAggregate
	r := run(t, snap)
	if r.Scope.Works != 2 || r.Scope.Members != 2 {
		t.Errorf("scope %+v", r.Scope)
	}
	if first := r.Statements[slices.IndexFunc(r.Statements, func(s corpus.Statement) bool { return strings.Contains(s.Text, "address this theme") })]; !strings.HasPrefix(first.Text, "2 of 2 contributions") {
		t.Errorf("the withheld contribution is not counted: %q", first.Text)
	}
	if text := fmt.Sprintf("%+v", r); strings.Contains(text, "XHA") || strings.Contains(text, "X-30/7") || strings.Contains(text, "summer") {
		t.Errorf("the withheld source, document or text shows in %s", text)
	}
}

// TestSameSnapshotSameReport would see an order that comes from a map.
func TestSameSnapshotSameReport(t *testing.T) {
	var snap corpus.Snapshot
	for i := range 12 {
		paper(&snap, fmt.Sprintf("X-30/%d", i+1), "en", []corpus.Source{state(fmt.Sprintf("X%c%c", 'A'+i, 'Z'-i))},
			said{label: "1", text: fmt.Sprintf("Paper %d proposes a plan of work and a fund.", i), kind: corpus.KindProposal, theme: corpus.Theme(i + 1), concept: fmt.Sprint(i % 3)})
	}
	want := fmt.Sprintf("%+v", run(t, snap))
	for range 5 {
		if got := fmt.Sprintf("%+v", run(t, snap)); got != want {
			t.Fatal("two reports on one snapshot differ")
		}
	}
}

// texts is the corpus that a report is checked against.
type texts map[string]string

func (l texts) Passage(id string) (string, bool) { s, ok := l["p:"+id]; return s, ok }
func (l texts) Document(ref string) bool         { _, ok := l["d:"+ref]; return ok }
func (l texts) File(name string) bool            { _, ok := l["f:"+name]; return ok }

func lookup(snap corpus.Snapshot) texts {
	l := texts{}
	for _, r := range snap.Readings {
		l["d:"+r.Rendition.Ref] = ""
		for _, p := range r.Passages {
			l["p:"+p.ID] = p.Text
		}
	}
	for _, line := range snap.Unread {
		l["f:"+line.File] = ""
	}
	return l
}

func TestCheckFindsPlantedFaults(t *testing.T) {
	var snap corpus.Snapshot
	paper(&snap, "X-30/1", "en", []corpus.Source{state("XRU")},
		said{label: "1", text: "Cables break too often.", kind: corpus.KindChallenge, theme: 4},
		said{label: "2", text: "Ruritania proposes a fund.", kind: corpus.KindProposal, theme: 4})
	snap.Unread = []corpus.LedgerLine{{File: "9.docx", Status: corpus.FileNotRead, Reason: corpus.ReasonBroken}}
	tests := []struct {
		name, want string
		plant      func(*corpus.Report)
	}{
		{"dropped citation", "cites nothing", func(r *corpus.Report) { r.Statements[0].Cites = nil }},
		{"citation of nothing", "not in the corpus", func(r *corpus.Report) { r.Statements[0].Cites = []string{"X-30/1#99"} }},
		{"altered quotation", "not verbatim", func(r *corpus.Report) { r.Themes[3].Challenges[0].Quote = "Cables break." }},
		{"altered proposal", "not verbatim", func(r *corpus.Report) { r.Proposals[0].Quote += " And a bank." }},
		{"quotation of another paragraph", "not verbatim", func(r *corpus.Report) { r.Proposals[0].Passage = "X-30/1#1" }},
		{"altered cited passage", "not verbatim", func(r *corpus.Report) { r.Passages[0].Text = "x" }},
		{"emptied quotation", "not verbatim", func(r *corpus.Report) { r.Themes[3].Challenges[0].Quote = "" }},
		{"missing cell", "cells where there should be", func(r *corpus.Report) { r.Matrix.Cells = r.Matrix.Cells[1:] }},
		{"addressed by nothing", "rests on 0 passages", func(r *corpus.Report) { r.Matrix.Cells[0].State = corpus.CellAddressed }},
		{"document missing in the ledger", "missing in the ledger", func(r *corpus.Report) { r.Ledger = r.Ledger[:1] }},
		{"invented document", "not in the corpus", func(r *corpus.Report) { r.Scope.Documents[0].Symbol = "X-30/8" }},
		{"gist of nobody", "no proposal of the group", func(r *corpus.Report) {
			r.Groups = []corpus.ViewGroup{{ID: "G1", Gist: "We all agree.", Proposals: []string{"P1"}}}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := run(t, snap)
			tt.plant(&r)
			faults := compare.Check(r, lookup(snap))
			if !slices.ContainsFunc(faults, func(f compare.Fault) bool { return strings.Contains(f.String(), tt.want) }) {
				t.Errorf("faults %v, none with %q", faults, tt.want)
			}
		})
	}
}
