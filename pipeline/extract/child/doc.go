// Package child lets other processes do what may go wrong. A [Pool] keeps a few
// child processes alive; [Pool.Do] lends one of them to one request, and the
// child answers with [Serve].
//
//	parent                               child
//	Pool.Do(request) ──── stdin ────▶  Serve → Handler
//	        response ◀─── stdout ───
//
// The package knows nothing of formats: what a request means is the handler's
// affair. It knows what can go wrong instead. A child that takes too long is
// killed; a child that dies, whether of its memory limit or of anything else, is
// replaced; either way the caller gets a [block.SkipError] that says so and the
// parent carries on. A child's last words on its standard error are read for the
// reason and never shown. Children die with their parent.
package child
