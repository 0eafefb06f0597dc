// Package label reads the numbers that are printed before paragraphs: "II",
// "1.", "1.1.On", "(a)", "б)", "أ )", "（一）", "第三条", bullets.
//
// Three steps, each over the whole document, because a number says more in its
// row than alone:
//
//	Parse    one paragraph's candidate, sure or not
//	Scan     keeps a candidate that is not sure only where its neighbours in the
//	         count are there too, so that "12 States agreed" keeps its twelve
//	Compose  puts the section's label before a count that restarts in each
//	         section ("II.1"), and an item's before its sub-items ("3.a")
//
// A year, a quantity and a date are no labels. A label is kept as printed,
// without brackets and the punctuation around it.
package label
