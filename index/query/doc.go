// Package query is the language in which analysts ask, as a value.
//
//	costs connectivity            both words, in any form
//	"connectivity costs"          these words in this order
//	costs OR fees, NOT fees, -fees, (costs OR fees) rural
//	connect*   conectivity~1   "costs rural"~8
//	source:RUS,CHN theme:3 kind:proposal act:request date:2025-01..2025-09
//	literal:what follows, exactly as it stands
//
// [Parse] turns text into a [Node]; a node's String is text that parses to an
// equal node. AND binds more tightly than OR and need not be written. AND, OR
// and NOT are operators in capitals only. An error names the character at
// which it was found and shows it.
package query
