// Package tag finds what passages are about and what they do.
//
//	tagger := tag.New(codebook.Default())
//	claims, err := tagger.Tag(ctx, passages, tag.Context{Sources: []string{"Ruritania"}, Meeting: "CWG-Internet-22"})
//
// A passage is read twice. The codebook looks for phrases of its concepts and
// for the cues of kinds and acts; a linear model weighs concepts, words and
// letter groups as labelled passages taught it. Both are deterministic, and
// both show the words that moved them: every claim quotes them byte for byte.
//
// Each passage gets exactly one kind. Passages that may be cited get a claim
// for every theme they address, "tagged" or merely "suggested", one for the
// group's own work, and one for each act: who proposes, supports, opposes,
// asks, of whom, when. Quotation is nobody's act: items of Annex 1, block
// quotations and the operative words of draft resolutions are of kind citation
// or proposal without acts, and what a passage of kind citation says on a theme
// counts as "only cited" in a comparison.
package tag
