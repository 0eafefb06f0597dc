// Package sheet writes a report as an Excel workbook, for those who want to
// filter, sort and count for themselves.
//
// The sheets are Matrix (who addressed which theme), Proposals (the register),
// Passages (all that is cited), Documents and Ledger (every file, read or not).
// Their names are the same in every language, so that other tools find them;
// headings follow the language of the report. A cell of the matrix and the
// place of a proposal lead to the row of the passage.
//
// All text is written as text: what begins with an equals sign is never a
// formula. The same report gives the same bytes.
package sheet
