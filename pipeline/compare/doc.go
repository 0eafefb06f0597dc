// Package compare turns claims into the report that a rapporteur needs: who
// addressed what, in whose words, and where.
//
//	snapshot → view → matrix, themes, register, groups → blocks
//
// [Compare] is pure: the same snapshot and options give the same report, byte
// for byte. It counts works, never files or passages; it never reads silence
// as a position and never expands a group into its members. Every sentence
// whose content depends on the corpus is a [corpus.Statement] with what it
// rests on; fixed wording is none. [Check] proves a report against the corpus.
package compare
