// Package member knows who may submit to the group, by every name they go by in
// the six languages: the 194 Member States of the Union, the groups they speak
// through, the Union's own secretariat, and the bodies that stand beside them
// and must not be taken for a State.
//
// The tables are the program's own, one file per language under table/, so that
// a reader of that language can review a page without reading Go:
//
//	table/sources.tsv   ID, kind, administrative region, codes
//	table/ru.tsv        ID, short name, formal name, adjectives, other names
//	table/phrases.tsv   the words around names, and what only looks like one
//
// Spellings that grammar makes are made by rule and not listed: the cases of
// Russian, the Arabic article, French and Spanish articles within a formal name,
// "Utopia (Republic of)" and "Utopia, Republic of" as ITU's directory writes, the
// Utopian side, delegation or government. All of them go into one trie, and a
// text is read against it once, letter by letter, so that offsets are those of
// the text as given.
//
// Four questions are asked of the registry:
//
//	Source("F")                         an ID or code
//	Resolve("the Kingdom of Utopia")    is this whole string one name?
//	Find(paragraph)                     which names stand in running text?
//	Split("Contribution by A, B and C") who signs this line?
//
// They differ in trust. A source line is read generously, whatever its capitals;
// running text is held to rules, because a State named by mistake is worse than
// one not named: see [Registry.Find].
//
// What is political follows ITU's documents. Names are those of the Union's
// lists; the State of Palestine takes part under Resolution 99 and is of kind
// other, as are Hong Kong, Macao, Taiwan and Kosovo, which are recognised so
// that they are not taken for another source. The administrative region of a
// State (for elections to the Council) says nothing of the groups it
// coordinates in, and a group is never expanded to its members.
package member
