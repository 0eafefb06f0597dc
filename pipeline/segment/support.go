package segment

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/wording"
)

// SupportTable is the rule that reads who supports a regional document.
const SupportTable = "support table"

// supportWords announce a table of support, in the heading above it or in its
// first row.
var supportWords = wording.Pattern(`support|co-?sign|signator|in favour|endors|appui|soutien|soutenu|cosignataire|apoy|respald|cofirmant|поддерж|соавтор|подписав|تؤيد|مؤيد|الداعم|دعم|支持|联署|共同签署`)

// Bounds of a table of support.
const (
	// supportStates is how many States it names at least.
	supportStates = 2
	// supportAbove is how many paragraphs above a table may announce it.
	supportAbove = 3
)

// Supports reads the table of a regional document that says which States
// support its proposals: each State named in it supports what its row and
// column say, or all of the document where they say nothing. The group itself
// is never taken for its members, and a State that the table does not name gets
// nothing. The passages must have their IDs.
func (s Segmenter) Supports(doc block.Document, h corpus.Header, passages []corpus.Passage) []corpus.Claim {
	regional := slices.ContainsFunc(slices.Concat(h.Sources.Value, h.OnBehalfOf.Value), func(src corpus.Source) bool { return src.Kind == corpus.SourceGroup })
	if !regional {
		return nil
	}
	var out []corpus.Claim
	for _, t := range supportTables(doc.Blocks, passages) {
		t.read(s)
		if t.states() >= supportStates {
			out = append(out, t.claims(h.Symbol.Value.String())...)
		}
	}
	return out
}

// supportTable is a table that is announced as one of support.
type supportTable struct {
	cells []supportCell
	// heads are the texts of the first row by column, where it names no State.
	heads map[int]string
	// marked is set where cells hold marks, so that a name alone says nothing.
	marked bool
}

// supportCell is a cell with the States that it names and no other words.
type supportCell struct {
	block.Cell
	passage *corpus.Passage
	names   []namedState
}

type namedState struct {
	source     corpus.Source
	start, end int
}

// supportTables finds the tables and ties their cells to the passages.
func supportTables(blocks []block.Block, passages []corpus.Passage) []*supportTable {
	var out []*supportTable
	byText := map[string][]*corpus.Passage{}
	for i := range passages {
		if p := &passages[i]; p.Role == corpus.RoleTable {
			byText[p.Text] = append(byText[p.Text], p)
		}
	}
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Cell == nil {
			continue
		}
		end := i
		for end < len(blocks) && blocks[end].Cell != nil && blocks[end].Cell.Table == blocks[i].Cell.Table {
			end++
		}
		t := &supportTable{heads: map[int]string{}}
		for _, b := range blocks[i:end] {
			text := strings.Join(strings.Fields(b.Text), " ")
			if same := byText[text]; len(same) > 0 {
				t.cells = append(t.cells, supportCell{Cell: *b.Cell, passage: same[0]})
				byText[text] = same[1:]
			}
			if b.Cell.Row == 1 {
				t.heads[b.Cell.Column] = text
			}
		}
		if announced(blocks, i, end) {
			out = append(out, t)
		}
		i = end - 1
	}
	return out
}

// announced reports whether a table's first row, or a paragraph just above it,
// speaks of support.
func announced(blocks []block.Block, from, to int) bool {
	for i := max(0, from-supportAbove); i < to; i++ {
		b := blocks[i]
		above := i < from && b.Cell == nil && len(b.Text) <= 2*maxHeading
		if (above || i >= from && b.Cell.Row == 1) && supportWords.MatchString(wording.Fold(b.Text)) {
			return true
		}
	}
	return false
}

// read finds the States and the marks.
func (t *supportTable) read(s Segmenter) {
	for i := range t.cells {
		c := &t.cells[i]
		t.marked = t.marked || isMark(c.passage.Text)
		text := c.passage.Text
		left := text
		var names []namedState
		for _, m := range s.names().Find(text) {
			left = strings.Replace(left, text[m.Start:m.End], " ", 1)
			if m.Source.Kind == corpus.SourceMember {
				names = append(names, namedState{m.Source, m.Start, m.End})
			}
		}
		if onlyLinks(left) {
			c.names = names
		}
		if c.Row == 1 && len(c.names) > 0 {
			delete(t.heads, c.Column)
		}
	}
}

var linkWords = wording.Pattern(`^(?:and|the|of|republic|kingdom|state|et|y|e|и|و|和|respublika|no|n)$`)

// onlyLinks reports whether what is left of a cell without its names is no text
// of its own: signs, numbers and words that link.
func onlyLinks(s string) bool {
	return !slices.ContainsFunc(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }), func(w string) bool {
		return !linkWords.MatchString(wording.Fold(w))
	})
}

var (
	yesMark = regexp.MustCompile(`(?i)^(?:x|х|×|✓|✔|☑|☒|●|•|\+|v|√|yes|y|oui|sí|si|да|نعم|是|support(?:s|ed)?)$`)
	noMark  = regexp.MustCompile(`(?i)^(?:no|non|нет|لا|否|-|–|—|☐|oppose[sd]?|reserv\p{L}*|abstain\p{L}*)$`)
)

func isMark(text string) bool { return yesMark.MatchString(strings.TrimSpace(text)) }

// states counts the different States that the table names.
func (t *supportTable) states() int {
	seen := map[string]bool{}
	for _, c := range t.cells {
		for _, n := range c.names {
			seen[n.source.ID] = true
		}
	}
	return len(seen)
}

// claims makes one claim for each State and what it supports.
func (t *supportTable) claims(document string) []corpus.Claim {
	var out []corpus.Claim
	for _, c := range t.cells {
		if len(c.names) == 0 {
			continue
		}
		for _, object := range t.objects(c, document) {
			for _, n := range c.names {
				e := corpus.QuoteEvidence(c.passage.Text, n.start, n.end)
				e.Phrase, e.Weight = SupportTable, supportScore
				out = append(out, corpus.Claim{
					Passage: c.passage.ID, About: corpus.AboutAct, Score: supportScore, Status: corpus.StatusTagged,
					Act:   &corpus.ActDetail{Act: corpus.ActSupport, Holder: n.source.Name, HolderID: n.source.ID, Object: object},
					Maker: corpus.Maker{Kind: "rule", Name: SupportTable}, Evidence: []corpus.Evidence{e},
				})
			}
		}
	}
	return out
}

// supportScore is how sure a name in a table of support is.
const supportScore = 950

// objects are what the row of a cell says that its States support: the heads of
// the columns with a mark, the number of a proposal in the same row, or the
// whole document. A row that says no says nothing of support.
func (t *supportTable) objects(c supportCell, document string) []string {
	var marked []string
	number := ""
	for _, o := range t.cells {
		text := strings.TrimSpace(o.passage.Text)
		switch {
		case o.Row != c.Row || o.Column == c.Column:
		case noMark.MatchString(text) && !t.marked:
			return nil
		case isMark(text):
			if head := t.heads[o.Column]; proposalCode.MatchString(head) {
				marked = append(marked, head)
			} else {
				marked = append(marked, document)
			}
		case proposalCode.MatchString(text):
			number = text
		}
	}
	switch {
	case t.marked:
		return slices.Compact(marked)
	case number != "":
		return []string{number}
	}
	return []string{document}
}

// proposalCode is a proposal's number as regional documents print it: "ACP/3",
// "RCC/62A1/2", "Proposal 2".
var proposalCode = regexp.MustCompile(`(?i)^(?:(?:ACP|ARB|AFCP|ECP|EUR|IAP|RCC)[/ -]?[\dA-Z]+(?:[/-][\dA-Z]+)*|(?:proposal|proposition|propuesta|предложение|مقترح|提案)\s*(?:no?\.?|№)?\s*\d{1,3})$`)
