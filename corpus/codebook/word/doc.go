// Package word cuts text into words and finds their stems, in the six official
// languages, without ever losing the place of a word in the original.
//
// A [Token] keeps the bytes it stands on. Everything that is compared, lower
// case, Unicode form, stem, is kept beside them, so that a match on stems can
// be quoted as it was written. English, French, Spanish and Russian are stemmed
// by Snowball; Arabic loses its article, clitics and endings by the light rules
// in arabic.go; every Chinese character is a token of its own, which makes a
// phrase of characters a substring.
package word
