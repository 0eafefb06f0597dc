// Package word writes a report as a Word document over a template, and makes a
// PDF of it where LibreOffice is installed.
//
// A template is a .docx file with placeholders: {{content}} alone in a
// paragraph of the body, and {{title}}, {{date}} (or {{cutoff}}), {{meetings}},
// {{page}} and {{of}} wherever the body, a header or a footer wants them. Word
// likes to cut a placeholder over several runs, so that they are looked for in
// a paragraph's text and only the covered w:t elements are touched: fields, tabs
// and pictures beside them stay.
//
// Styles are found by the name that people see. A template must have those of
// requiredStyles; what else a report uses and the template lacks is copied from
// the default template. The look is therefore the template's: the code states
// directions, languages and the meaning of matrix cells, and leaves the rest to
// styles.
//
//	open        the package: parts, relationships, content types
//	styleIDs    names to identifiers, missing styles added
//	composer    blocks to paragraphs, tables, footnotes and bookmarks
//	layout.fill placeholders, content, sections
//
// Citations are footnotes in prose, links in tables. (A footnote in a table
// makes LibreOffice slow beyond use.) Each citation leads to a bookmark in an
// annex that holds the cited passages. The same report and template give the
// same bytes.
package word
