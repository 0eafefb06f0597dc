package tag

import (
	"context"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

func BenchmarkTag(b *testing.B) {
	text := strings.Repeat("Ruritania proposes that regional Internet exchange points be set up, so that landlocked countries pay less for transit. Outages are a risk. ", 4)
	p := []corpus.Passage{{ID: "1", Text: text, Language: "en", Role: corpus.RoleBody}}
	tagger := New(codebook.Default())
	for b.Loop() {
		if _, err := tagger.Tag(context.Background(), p, Context{Sources: []string{"Ruritania"}}); err != nil {
			b.Fatal(err)
		}
	}
}
