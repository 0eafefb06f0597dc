// Package pipeline runs a job: from files to a findable corpus.
//
//	files → extract → segment → tag → store → index
//
// [Ingester.Ingest] walks what it is given, has each file read in a child
// process, places the reading among what the corpus already knows, tags its
// passages and saves the whole dossier in one transaction. Every file given
// gets a ledger line, whatever becomes of it; no file can take the job down.
package pipeline
