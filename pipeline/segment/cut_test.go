package segment

import (
	"strings"
	"testing"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

func TestLongParagraphsAreCut(t *testing.T) {
	sentence := "The harbours of Ruritania need\ta second cable. "
	for name, text := range map[string]string{
		"sentences": strings.Repeat(sentence, 3000),
		"one word":  strings.Repeat("ж", 200_000),
		"Chinese":   strings.Repeat("港口需要第二条电缆。", 5000),
	} {
		doc := block.Document{Blocks: []block.Block{{Role: corpus.RoleBody, Text: text, Raw: "[" + text + "]", Anchors: []corpus.Anchor{{Raw: 1, Len: len(text)}},
			Marks: []corpus.Mark{{Type: corpus.MarkInserted, Start: 40_000, End: 40_002, Text: text[40_000:40_002]}}}}}
		_, ps := read(t, "long.txt", doc, Sidecar{}, Flags{})
		var all strings.Builder
		marks := 0
		for _, p := range ps {
			if len(p.Text) > longestPassage || len(p.Raw) > 2*longestPassage {
				t.Fatalf("%s: a passage of %d bytes, original %d", name, len(p.Text), len(p.Raw))
			}
			all.WriteString(p.Text + " ")
			marks += len(p.Marks)
		}
		if got, want := strings.Join(strings.Fields(all.String()), ""), strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("%s: %d bytes of words came out of %d", name, len(got), len(want))
		}
		if marks != 1 {
			t.Errorf("%s: %d marks, want 1", name, marks)
		}
	}
}

func TestOneHugeWordIsQuick(t *testing.T) {
	began := time.Now()
	_, ps := read(t, "long.txt", block.Document{Blocks: []block.Block{{Role: corpus.RoleBody, Text: strings.Repeat("a", 8<<20)}}}, Sidecar{}, Flags{})
	if len(ps) < 500 || time.Since(began) > 20*time.Second {
		t.Errorf("%d passages in %v", len(ps), time.Since(began))
	}
}
