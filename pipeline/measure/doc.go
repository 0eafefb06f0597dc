// Package measure says how well tagging agrees with passages that people have
// labelled.
//
//	gold, err := measure.ReadGold(file)
//	result, err := measure.Evaluate(gold, measure.Predict(ctx, tagger, gold))
//	result.Table(os.Stdout)
//
// Themes are compared one by one: a theme that readers disagree about
// ("maybe") is neither required nor wrong. Figures come with the interval that
// holds 95 of 100 resamples of the passages; the resampling has a fixed seed,
// so that the same labels give the same table. Kinds are compared where the
// readers agree, by Cohen's kappa, and proposals by F1.
package measure
