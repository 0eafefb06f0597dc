// Package workspace joins the rooms over one folder: the store that holds the
// truth, the index that is its shadow, the members file and the codebook that
// a workspace may bring. The command line and the pages both stand on it, so
// they cannot disagree.
//
// The index is opened when it is first needed, and by one process at a time:
// it answers others, so that [Workspace.Search] works whoever has it. See the
// package owner.
package workspace
