package compare_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/corpus/member"
	"rapporteur/pipeline/compare"
	"rapporteur/pipeline/tag"
)

// written is a passage of a paper in plain words; the tagger claims the rest.
type written struct {
	label, section, text string
	role                 corpus.Role
}

// read puts a paper into a snapshot as the pipeline would: tagged.
func read(t *testing.T, snap *corpus.Snapshot, printed, language string, sources []corpus.Source, passages ...written) {
	t.Helper()
	symbol, _, err := corpus.ParseSymbol(printed)
	if err != nil {
		t.Fatal(err)
	}
	r := corpus.Reading{Current: true, Rendition: corpus.Rendition{
		Ref: symbol.String(), Symbol: symbol, File: printed + ".txt", Language: language, Hash: corpus.HashOf([]byte(printed)),
	}}
	for _, w := range passages {
		role := w.role
		if role == "" {
			role = corpus.RoleBody
		}
		r.Passages = append(r.Passages, corpus.Passage{Label: w.label, Section: w.section, Text: w.text, Role: role, Language: language})
	}
	corpus.AssignIDs(r.Rendition.Ref, r.Passages)
	var names []string
	for _, s := range sources {
		names = append(names, s.Name)
	}
	if r.Claims, err = tag.New(codebook.Default()).Tag(context.Background(), r.Passages, tag.Context{Sources: names}); err != nil {
		t.Fatal(err)
	}
	snap.Readings = append(snap.Readings, r)
	snap.Submissions = append(snap.Submissions, corpus.Submission{
		ID: symbol.Work(), Work: symbol.Work(), Meeting: symbol.Series, Sources: sources, Attribution: corpus.AttributionNamed,
	})
}

func reported(t *testing.T, snap corpus.Snapshot) corpus.Report {
	t.Helper()
	r, err := compare.Compare(context.Background(), snap, compare.Options{Labels: codebook.Default(), Names: member.Default(), Cutoff: "2031-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	faults := append(compare.Check(r, lookup(snap)), compare.Recount(r, snap, codebook.Default(), member.Default())...)
	if len(faults) > 0 {
		t.Fatalf("the report does not verify: %v", faults)
	}
	return r
}

func named(id, name string) []corpus.Source {
	return []corpus.Source{{ID: id, Name: name, Kind: corpus.SourceMember}}
}

func quotesOf(r corpus.Report) []string {
	var out []string
	for _, p := range r.Proposals {
		out = append(out, p.Quote)
	}
	return out
}

// TestWhatIsAProposal: what asks in so many words is, titles, cells, questions,
// support for others, own practice and statements of a gap are not.
func TestWhatIsAProposal(t *testing.T) {
	for _, c := range []struct {
		section, lang, text string
		role                corpus.Role
		want                bool
	}{
		{"Proposals", "en", "Ruritania proposes that the group draw up a list of cables.", "", true},
		{"Background", "en", "The Secretary-General is requested to publish the prices of transit.", "", true},
		{"Proposals", "en", "Transparency", "", false},
		{"Measures", "en", "Price of a gigabyte", corpus.RoleTable, false},
		{"Proposals", "en", "Should the group propose a date for the talks?", "", false},
		{"Proposals", "en", "Ruritania supports the register of cables of Document X-30/9.", "", false},
		{"National experience", "en", "We have launched a register of all cables that land on our coast.", "", false},
		{"Gaps", "en", "There is no place in which small States decide on the root zone.", "", false},
		{"Propuestas", "es", "Apoyamos la creación de becas, como se propone en el Documento X-30/9.", "", false},
		{"Propositions", "fr", "Le Secrétaire général est prié de publier les prix du transit.", "", true},
		{"Предложения", "ru", "Наша администрация поддерживает создание точек обмена трафиком.", "", false},
		{"Предложения", "ru", "Генеральному секретарю поручается опубликовать цены на транзит.", "", true},
		{"المقترحات", "ar", "تقترح إدارتنا أن يعد الفريق قائمة بالكبلات البحرية.", "", true},
		{"建议", "zh", "我国建议工作组编写海缆清单。", "", true},
		{"国家做法", "zh", "我国自2027年起要求运营商公布价格。", "", false},
	} {
		var snap corpus.Snapshot
		read(t, &snap, "X-30/1", c.lang, named("XRU", "Ruritania"), written{label: "1", section: c.section, text: c.text, role: c.role})
		got := quotesOf(reported(t, snap))
		if (len(got) > 0) != c.want {
			t.Errorf("%s, %q: register %q, want %v", c.section, c.text, got, c.want)
		}
	}
}

// TestProposalWithItsList: what a passage opens belongs to its proposal, with
// its themes, and the report verifies.
func TestProposalWithItsList(t *testing.T) {
	var snap corpus.Snapshot
	read(t, &snap, "X-30/1", "en", named("XRU", "Ruritania"),
		written{label: "1", section: "Proposals", text: "Against this background, Ruritania proposes the following:"},
		written{label: "1.1", section: "Proposals", text: "regional Internet exchange points that lower the price of international Internet connectivity;"},
		written{label: "1.2", section: "Proposals", text: "measures against unsolicited bulk e-mail and spam."})
	r := reported(t, snap)
	if len(r.Proposals) != 1 || len(r.Proposals[0].Parts) != 2 {
		t.Fatalf("%d proposals: %+v", len(r.Proposals), r.Proposals)
	}
	for _, theme := range []corpus.Theme{2, 6} {
		if !slices.Contains(r.Proposals[0].Themes, theme) {
			t.Errorf("the proposal with its list is on %v, want theme %d too", r.Proposals[0].Themes, theme)
		}
	}
}

// TestIntroductionIsTiedBySentence: a paragraph of the introduction that tells
// both proposals before is tied to both.
func TestIntroductionIsTiedBySentence(t *testing.T) {
	var snap corpus.Snapshot
	read(t, &snap, "X-30/1", "en", named("XRU", "Ruritania"),
		written{section: "Introduction", text: "Ruritania proposes to draw up a work plan and roadmap of the group with a topic for each session of the next four years. To that end Ruritania proposes to hold a debate on the weak points of submarine cables at the 31st and 32nd meetings."},
		written{label: "II.1", section: "Proposals", text: "Ruritania proposes to hold a debate on the weak points of submarine cables at the 31st and 32nd meetings of the group."},
		written{label: "II.2", section: "Proposals", text: "Ruritania proposes to sum up the views presented and to prepare recommendations for Council 2031 with a roadmap and work plan of the group for 2031-2035."})
	r := reported(t, snap)
	if len(r.Proposals) != 2 {
		t.Fatalf("register %q", quotesOf(r))
	}
	for _, p := range r.Proposals {
		if len(p.Repeats) != 1 {
			t.Errorf("%s is repeated at %v", p.Passage, p.Repeats)
		}
	}
	if to := r.Proposals[1].Addressee; to != "CWG-Internet / Council" && to != "Council" {
		t.Errorf("addressed to %q", to)
	}
}

// TestSameTextSentTwiceIsOneProposal, with both places.
func TestSameTextSentTwiceIsOneProposal(t *testing.T) {
	var snap corpus.Snapshot
	text := "We propose that the group draw up a list of submarine cables."
	read(t, &snap, "X-30/1", "en", named("XRU", "Ruritania"), written{label: "1", text: text})
	read(t, &snap, "X-30/2", "en", named("XRU", "Ruritania"), written{label: "4", text: strings.ReplaceAll(text, " of ", " of  ")})
	read(t, &snap, "X-30/3", "en", named("XFR", "Freedonia"), written{label: "1", text: text})
	r := reported(t, snap)
	if len(r.Proposals) != 2 {
		t.Fatalf("register %q", quotesOf(r))
	}
	at := slices.IndexFunc(r.Proposals, func(p corpus.Proposal) bool { return len(p.Repeats) > 0 })
	if at < 0 || !slices.Equal(r.Proposals[at].Sources, []string{"XRU"}) {
		t.Errorf("%+v", r.Proposals)
	}
}

// TestChairsReportIsListedOnly: it makes no proposal, no cell, no count.
func TestChairsReportIsListedOnly(t *testing.T) {
	var snap corpus.Snapshot
	read(t, &snap, "X-30/1", "en", named("XRU", "Ruritania"), written{label: "1", text: "We propose that the group draw up a list of submarine cables."})
	chair := []corpus.Source{{ID: "CHAIR", Name: "Chair", Kind: corpus.SourceSecretariat}}
	read(t, &snap, "X-30/2", "en", chair, written{label: "1", text: "Member States are invited to report outages of submarine cables by 15 June 2031."})
	r := reported(t, snap)
	if len(r.Proposals) != 1 || r.Scope.Works != 1 || r.Scope.Others != 0 || len(r.Matrix.Sources) != 1 {
		t.Errorf("%d proposals, %d works, sources %v", len(r.Proposals), r.Scope.Works, r.Matrix.Sources)
	}
	use := ""
	for _, d := range r.Scope.Documents {
		if d.Symbol == "X-30/2" {
			use = d.Use
		}
	}
	if use != "report" {
		t.Errorf("the chair's report is %q in the list of documents", use)
	}
}

// TestAStanceCarriesItsTheme: who supports a proposal addresses its theme.
func TestAStanceCarriesItsTheme(t *testing.T) {
	var snap corpus.Snapshot
	paper(&snap, "X-30/1", "en", []corpus.Source{state("XRU")}, said{label: "1", text: "We propose fellowships.", kind: corpus.KindProposal, theme: 9})
	paper(&snap, "X-30/2", "en", []corpus.Source{state("XNO")}, said{
		label: "1", text: "Norlandia supports document X-30/1 and will pay its part.", kind: corpus.KindPosition,
		act: &corpus.ActDetail{Act: corpus.ActSupport, Holder: "Norlandia", Object: "X-30/1"},
	})
	if got := cell(t, run(t, snap), 9, "XNO"); got != corpus.CellAddressed {
		t.Errorf("theme 9 is %s for who supports it", got)
	}
}

// TestWorkPlanHasTheSessionsAskedFor, and no meeting twice.
func TestWorkPlanHasTheSessionsAskedFor(t *testing.T) {
	var snap corpus.Snapshot
	propose := func(timing string) *corpus.ActDetail {
		return &corpus.ActDetail{Act: corpus.ActPropose, Timing: timing}
	}
	paper(&snap, "X-30/1", "en", []corpus.Source{state("XRU")},
		said{label: "1", text: "We propose a work plan for 2031-2033.", kind: corpus.KindProposal, concept: "workplan", act: propose("2031-2033")},
		said{label: "2", text: "We propose exchange points as the topic of the 31st meeting.", kind: corpus.KindProposal, theme: 2, act: propose("31st meeting")},
		said{label: "3", text: "We propose to act against spam.", kind: corpus.KindProposal, theme: 6, act: propose("")})
	snap.Submissions[0].Date = "2030-09-01"
	r := run(t, snap)
	var sessions []string
	for _, item := range r.Workplan {
		sessions = append(sessions, item.Session)
	}
	if len(sessions) != 6 || !strings.Contains(sessions[0], "X-31") || !strings.Contains(sessions[0], "2031") {
		t.Errorf("sessions %q", sessions)
	}
	if !slices.Contains(r.Workplan[0].Themes, corpus.Theme(2)) {
		t.Errorf("the 31st meeting is on themes %v", r.Workplan[0].Themes)
	}
	for _, item := range r.Workplan {
		if len(item.From) == 0 {
			t.Errorf("%s rests on nothing", item.Session)
		}
	}
}

// TestTroubleInPassing: a position that says what is missing stands under the
// gaps too.
func TestTroubleInPassing(t *testing.T) {
	var snap corpus.Snapshot
	read(t, &snap, "X-30/1", "en", named("XRU", "Ruritania"),
		written{label: "1", text: "Ruritania is of the view that the root zone should be managed on an equal footing by all States. Unfortunately, there is no mechanism for the participation of small States in the management of domain names."})
	r := reported(t, snap)
	gaps := r.Themes[2].Gaps
	if len(gaps) != 1 || gaps[0].Passage != "X-30/1#1" {
		t.Errorf("gaps on theme 3: %+v", gaps)
	}
}
