// Package workspace joins the rooms over one folder: the store that holds the
// truth, the index that is its shadow, the members file and the codebook that
// a workspace may bring. The command line and the pages both stand on it, so
// they cannot disagree.
package workspace
