// Package words knows how the six official languages write words: where a word
// begins and ends, which spellings are the same word, which words carry no
// meaning of their own, and what is left of a word without its ending.
//
// A text goes through three steps, each a plain function:
//
//	tokens := words.Tokens(text)      // "L’accès," → l, accès with their bytes
//	token.Fold                        // accès → acces: the spelling that is compared
//	stemmer.Stem("fr", token)         // acces: what is left without the ending
//
// Chinese is written without spaces, so each Han character is a token, and the
// index joins neighbours to pairs. Arabic is compared without vowel signs and
// with one form of alef, and stemmed lightly: article and common endings only,
// and also without the letters for "to", "by" and "as" that are written together
// with a word.
package words
