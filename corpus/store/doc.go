// Package store is the corpus on disk, and the only truth.
//
//	workspace/
//	  corpus.db          SQLite in WAL mode: everything known
//	  originals/ab/cd…   what was received, by SHA-256, never changed
//
// A dossier is saved whole, in one transaction, after its original is on disk:
// a kill at any moment leaves a workspace that opens, with every acknowledged
// submission whole or absent. [Store.Save] verifies the dossier first, so a
// quotation that is not in the stored text cannot be kept. The search index is
// a shadow of this store; a rendition is flagged until the index has it, so
// that a kill between the two is mended at the next start.
package store
