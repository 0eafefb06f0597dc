package main

import (
	"context"
	"fmt"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/tag"
)

// tryText tags one text and shows every claim with its evidence.
func tryText(ctx context.Context, a *app, book *codebook.Book, text, language string, asJSON bool) error {
	passages := []corpus.Passage{{Role: corpus.RoleBody, Text: text, Language: language}}
	corpus.AssignIDs("try", passages)
	claims, err := tag.New(book).Tag(ctx, passages, tag.Context{})
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(a.out, tag.NewLine("try", language, claims))
	}
	for _, c := range claims {
		fmt.Fprintln(a.out, describe(c))
		for _, e := range c.Evidence {
			if e.Phrase != "" {
				fmt.Fprintf(a.out, "    %q as %q of %s, weight %d\n", e.Quote, e.Phrase, e.Concept, e.Weight)
			}
		}
	}
	return nil
}
