// Package jobs is the background work of a server: reading files into the
// corpus and building reports, one task at a time.
//
//	m, err := jobs.New(jobs.Options{Workspace: w, …})
//	go m.Run(ctx)                      // until the server stops
//	id, err := m.Receive(ctx, "anna", multipartReader)
//	task, err := m.Task(ctx, id)       // for the page
//
// A task and what became of each of its files are kept in the store before
// anything is told, so a task outlives the server. One that was under way when
// the server was stopped waits and goes on at the next start, with the files
// that were not done; one that was under way when the server died is tried once
// more, and after that shown as interrupted, for it may be what killed it.
//
// Files that were sent lie in the workspace's folder inbox until they are read:
//
//	inbox/batch-…/0001/name.docx
//
// What was read is in the store's originals and leaves the inbox; what was not
// stays for another try. The names people give are shown, and are cleaned of
// all that could lead elsewhere or deceive the eye.
package jobs
