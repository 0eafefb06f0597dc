// Package web is the analysts' pages: the working room of a secretariat in a
// browser. It asks the same functions as the command line, so that the two
// cannot disagree, and a page's address is its whole state.
//
//	routes.go      the list of routes: the site map, with the role each needs
//	server.go      the server: what stands before and behind every page
//	frame.go       what surrounds every page: navigation, language, direction
//	template.go    the templates, parsed and tried at the start
//	comparisons.go the report on the corpus as it stands, kept for all pages
//	response.go    what a page may answer: a view, a redirect, a file
//	message/       every word, in six languages
//	asset/         the style sheet, the script, the icon
//
// To add a page:
//
//  1. One file with the page's struct and its function, such as home.go. The
//     struct holds all that the template shows; the function fills it and
//     writes nothing.
//  2. One template of the same name in folder template, which defines "title"
//     and "main", and may define parts that a live update asks for alone.
//  3. One line in routes.go. With a navigation key it is in the navigation.
//  4. The words, under one section in each file of folder message.
//
// A page is rendered into memory and written whole, or not at all. It needs no
// script: scripts bring live updates and keys. No script or style stands in a
// page, for the Content-Security-Policy lets none run: no hx-on, no hx-vals
// with js:, no style attribute. Tests look for each of these.
package web
