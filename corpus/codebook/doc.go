// Package codebook holds what the tagger knows before it reads: the twelve
// themes with their boundaries, the concepts that speak for them, the words
// that only look as if they did, and the verbs with which States act.
//
// The book is YAML, one file per theme and a few beside them, embedded under
// book/ and open to be laid over by the files of a workspace:
//
//	book := codebook.Default()
//	book, err := codebook.Load(os.DirFS("workspace/codebook"))
//
// A concept has phrases in six languages and weights in thousandths, one per
// theme; a concept of the group's own work has a process weight; one with
// neither serves only to carry a thought from one language to another. In a
// phrase "~" means that both sides stand within eight words of each other, "="
// before a word that it is compared as printed (a capital must be a capital),
// and "…" in a cue that up to six words may stand between.
//
// The longest phrase wins: "internationalized domain name" hides the "domain
// name" inside it, and a mask such as the group's own name hides whatever
// theme words it is made of.
//
// A book is never changed after loading. Its hash is over its content, so that
// a report can say by which book its passages were tagged.
package codebook
