package compare_test

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/corpus/member"
	"rapporteur/pipeline/compare"
)

// invented are States whose names sort differently from language to language.
const invented = `members:
  - {id: XAA, kind: member, names: {en: Aurelia, fr: Zorélie, es: Mirelia, ru: Яурелия, ar: هورليا, zh: 左勒利亚}}
  - {id: XBB, kind: member, names: {en: Borduria, fr: Bordurie, es: Zborduria, ru: Бордурия, ar: بوردوريا, zh: 博杜利亚}}
  - {id: XCC, kind: member, names: {en: Zembla, fr: Azembla, es: Azembla, ru: Азембла, ar: أزمبلا, zh: 阿赞布拉}}
  - {id: XGG, kind: group, names: {en: Meridian Union, fr: Union méridienne, es: Unión Meridiana, ru: Меридианный союз, ar: الاتحاد الميرديني, zh: 子午线联盟}}
`

func inventedNames(t *testing.T) *member.Registry {
	t.Helper()
	r, err := member.Default().Extend([]byte(invented))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// varied has something for every part of the report.
func varied() corpus.Snapshot {
	var snap corpus.Snapshot
	a, b, z, g := state("XAA"), state("XBB"), state("XCC"), corpus.Source{ID: "XGG", Name: "Meridian Union", Kind: corpus.SourceGroup}
	propose := &corpus.ActDetail{Act: corpus.ActPropose, Addressee: "Council", Timing: "31st meeting"}
	for i, source := range [][]corpus.Source{{z}, {a, b}, {g}, {a}} {
		paper(&snap, fmt.Sprintf("X-30/%d", i+1), []string{"en", "ru", "ar", "zh"}[i], source,
			said{label: "1", text: "Cables break too often in the north.", kind: corpus.KindChallenge, theme: 4},
			said{label: "2", text: "Nobody coordinates repairs at sea.", kind: corpus.KindGap, theme: 4},
			said{label: "3", text: "It is proposed to the Council to keep a list of repair ships.", kind: corpus.KindProposal, theme: 4, concept: "repair-ships", act: propose},
			said{label: "4", text: "It is proposed to adopt a work plan for 2031-2034 with one topic for each session.", kind: corpus.KindProposal, concept: "workplan", act: propose},
			said{label: "5", text: "Resolution 1305 lists spam.", kind: corpus.KindCitation, theme: 6})
	}
	for i := range 4 {
		paper(&snap, fmt.Sprintf("X-31/%d", i+1), "en", []corpus.Source{[]corpus.Source{a, z, b, a}[i]},
			said{label: "1", text: "It is proposed to keep a list of repair ships and of cable depots.", kind: corpus.KindProposal, theme: 4, concept: "repair-ships", act: propose},
			said{label: "2", text: fmt.Sprintf("Our law of year %d protects landing stations.", i), kind: corpus.KindPractice, theme: 4},
			said{label: "3", text: "Support for X-30/1.", kind: corpus.KindPosition, theme: 4, act: &corpus.ActDetail{Act: corpus.ActSupport, Object: "X-30/1"}},
			said{label: "4", text: "Opposition to X-30/2.", kind: corpus.KindPosition, theme: 4, act: &corpus.ActDetail{Act: corpus.ActOppose, Object: "X-30/2"}})
	}
	old := paper(&snap, "X-31/5", "en", []corpus.Source{g}, said{label: "1", text: "Spam costs us much.", kind: corpus.KindChallenge, theme: 6})
	old.Current = false
	paper(&snap, "X-31/5(Rev.1)", "en", nil, said{label: "1", text: "Spam costs us too much.", kind: corpus.KindChallenge, theme: 6})
	paper(&snap, "X-31/6", "en", []corpus.Source{b}, said{label: "1", text: "Keep this to yourself.", kind: corpus.KindGap, theme: 9})
	snap.Submissions[len(snap.Submissions)-1].Attribution = corpus.AttributionAggregate
	snap.Unread = []corpus.LedgerLine{{File: "9.docx", Status: corpus.FileNotRead, Reason: corpus.ReasonBroken, Detail: "cut off", Sources: []corpus.Source{b}}}
	return snap
}

func inLanguage(t *testing.T, language, attribution string) corpus.Report {
	t.Helper()
	snap := varied()
	r, err := compare.Compare(context.Background(), snap, compare.Options{
		Labels: codebook.Default(), Names: inventedNames(t), Cutoff: "2031-05-09", Language: language, Attribution: attribution, Program: "0",
	})
	if err != nil {
		t.Fatal(err)
	}
	if faults := compare.Check(r, lookup(snap)); len(faults) > 0 && attribution == compare.Named {
		t.Fatalf("%s: the report does not verify: %v", language, faults)
	}
	return r
}

// skeleton is what a report says whatever its language: its headings and
// tables in order, and what each numbered paragraph rests on. Quotations stand
// in the order of names, which is each language's own.
func skeleton(r corpus.Report) []string {
	var out []string
	for _, b := range r.Blocks {
		switch b := b.(type) {
		case corpus.Heading:
			out = append(out, fmt.Sprintf("heading %d %s", b.Level, b.Anchor))
		case corpus.Paragraph:
			if b.Number == 0 {
				continue
			}
			line := fmt.Sprintf("paragraph %d", b.Number)
			for _, s := range b.Sentences {
				line += fmt.Sprint(" ", slices.Sorted(slices.Values(s.Cites)))
			}
			out = append(out, line)
		case corpus.Table:
			out = append(out, fmt.Sprintf("table %d × %d", len(b.Header), len(b.Rows)))
		}
	}
	return out
}

// rests are the citations of all statements, each statement's sorted.
func rests(r corpus.Report) []string {
	var out []string
	for _, s := range r.Statements {
		out = append(out, strings.Join(slices.Sorted(slices.Values(s.Cites)), " "))
	}
	slices.Sort(out)
	return out
}

func TestSameReportInEveryLanguage(t *testing.T) {
	for _, attribution := range []string{compare.Named, compare.Unnamed} {
		want := inLanguage(t, "en", attribution)
		if len(want.Groups) == 0 || len(want.Workplan) == 0 || len(want.Meetings) == 0 && attribution == compare.Named || len(want.Revisions) == 0 {
			t.Fatalf("%s: the report is poor: %d groups, %d sessions, %d changes, %d revisions", attribution, len(want.Groups), len(want.Workplan), len(want.Meetings), len(want.Revisions))
		}
		for _, language := range compare.Languages() {
			got := inLanguage(t, language, attribution)
			if a, b := skeleton(got), skeleton(want); !slices.Equal(a, b) {
				t.Errorf("%s, %s: %s", language, attribution, firstDifference(a, b))
			}
			if a, b := rests(got), rests(want); !slices.Equal(a, b) {
				t.Errorf("%s, %s: statements rest on other things: %s", language, attribution, firstDifference(a, b))
			}
			if a, b := quoted(got), quoted(want); !slices.Equal(a, b) {
				t.Errorf("%s, %s: other quotations: %s", language, attribution, firstDifference(a, b))
			}
			if a, b := passagesByID(got), passagesByID(want); !maps.Equal(a, b) {
				t.Errorf("%s, %s: proposals have other numbers: %v, in English %v", language, attribution, a, b)
			}
		}
	}
}

// quoted are all quotations with their places, sorted.
func quoted(r corpus.Report) []string {
	var out []string
	for _, b := range r.Blocks {
		if q, ok := b.(corpus.Quotation); ok {
			out = append(out, q.Cite+" "+q.Language+" "+q.Text)
		}
	}
	slices.Sort(out)
	return out
}

func passagesByID(r corpus.Report) map[string]string {
	out := make(map[string]string)
	for _, p := range r.Proposals {
		out[p.ID] = p.Passage
	}
	return out
}

func firstDifference(a, b []string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%d: %q, in English %q", i, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d pieces, in English %d", len(a), len(b))
}

// TestOrderOfNames looks at the alphabet of each language.
func TestOrderOfNames(t *testing.T) {
	for language, want := range map[string]string{
		"en": "Aurelia Borduria Meridian Union Zembla", "fr": "Azembla Bordurie Union méridienne Zorélie",
		"es": "Azembla Mirelia Unión Meridiana Zborduria", "ru": "Азембла Бордурия Меридианный союз Яурелия",
		"zh": "阿赞布拉 博杜利亚 子午线联盟 左勒利亚",
	} {
		var names []string
		for _, s := range inLanguage(t, language, compare.Named).Matrix.Sources {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: %s, want %s", language, got, want)
		}
	}
}

var (
	latinWord = regexp.MustCompile(`\p{Latin}{3,}`)
	reference = regexp.MustCompile(`withheld/[0-9a-f]{8}`)
)

// TestReportsAreInTheirLanguage looks for Latin words outside quotations in
// reports that are written in another script.
func TestReportsAreInTheirLanguage(t *testing.T) {
	known := map[string]bool{"rapporteur": true, "sha": true, "Rev": true, "withheld": true, "docx": true, "txt": true}
	for _, language := range []string{"ru", "ar", "zh"} {
		for _, attribution := range []string{compare.Named, compare.Unnamed} {
			for _, text := range fixedTexts(inLanguage(t, language, attribution)) {
				for _, word := range latinWord.FindAllString(reference.ReplaceAllString(text, ""), -1) {
					if !known[word] {
						t.Errorf("%s, %s: %q in %q", language, attribution, word, text)
					}
				}
			}
		}
	}
}

// fixedTexts are all that a report shows apart from quotations, titles and what
// stands in the timing as a text names it.
func fixedTexts(r corpus.Report) []string {
	out := []string{r.Title, r.Dated}
	for _, b := range r.Blocks {
		switch b := b.(type) {
		case corpus.Heading:
			out = append(out, b.Text)
		case corpus.Paragraph:
			for _, s := range b.Sentences {
				out = append(out, s.Text)
			}
		case corpus.Quotation:
			out = append(out, b.Source, b.Pinpoint, b.Remark, b.Label)
		case corpus.Table:
			out = append(out, b.Caption)
			for _, row := range append([][]corpus.TableCell{b.Header}, b.Rows...) {
				for _, c := range row {
					if !c.Verbatim && c.Text != "31st meeting" {
						out = append(out, c.Text)
					}
				}
			}
		}
	}
	return out
}
