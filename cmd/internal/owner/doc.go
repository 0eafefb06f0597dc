// Package owner lets several processes share a search index that only one of
// them may have open.
//
// Whoever opens the index of a workspace first takes its claim: a lock on the
// file owner.pid, which the kernel lets go when the process ends, however it
// ends. While it holds the claim it answers others on the socket owner.sock,
// readable and writable by the same user only:
//
//	claim, err := owner.Take(dir)     // CodeBusy, with the PID, where another has it
//	err = claim.Serve(desk)           // answers until Close
//	…
//	result, err := owner.Search(ctx, dir, query)   // from another process
//
// A connection carries one question and one answer, each a JSON value of
// bounded size, and neither side waits for ever. An owner that dies leaves a
// socket that nobody listens to, which is [ErrNobody] to those who ask, and
// the next one takes its place.
//
// What an owner acknowledges is in the index; what it does not is still
// flagged in the store, so that nothing depends on a message arriving.
package owner
