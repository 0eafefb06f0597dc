package compare

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
)

// Lookup finds what a report cites in the corpus.
type Lookup interface {
	// Passage gives the stored text of a passage.
	Passage(id string) (string, bool)
	// Document reports whether a rendition has this reference.
	Document(ref string) bool
	// File reports whether the ledger knows a file of this name.
	File(name string) bool
}

// Fault is a sentence or quotation of a report that does not hold.
type Fault struct {
	// Where is the part of the report, Text what stands there.
	Where, Text string
	Reason      string
}

func (f Fault) String() string { return f.Where + ": " + f.Short() }

// Short is the beginning of the text, and the reason.
func (f Fault) Short() string {
	text := f.Text
	if r := []rune(text); len(r) > 100 {
		text = string(r[:97]) + "…"
	}
	return fmt.Sprintf("%q %s", text, f.Reason)
}

// Check proves a report against the corpus: every statement cites something
// that exists, every quotation is byte for byte in the passage it cites, and
// the counts of its own lists are right.
func Check(r corpus.Report, l Lookup) []Fault {
	c := checker{lookup: l, cut: r.Scope.Attribution == Unnamed}
	for i, s := range r.Statements {
		c.statement(fmt.Sprintf("statement %d", i+1), s)
	}
	for _, t := range append(slices.Clone(r.Themes), r.Process) {
		where := fmt.Sprintf("theme %d", t.Theme)
		for _, list := range [][]corpus.Quote{t.Challenges, t.Gaps, t.Positions, t.Practices, t.CommonGround, t.Differing} {
			for _, q := range list {
				c.quote(where, q.Passage, q.Quote)
			}
		}
	}
	for _, q := range r.Chosen {
		c.quote("chosen", q.Passage, q.Quote)
	}
	for _, p := range r.Proposals {
		c.quote("proposal "+p.ID, p.Passage, p.Quote)
	}
	for _, p := range r.Passages {
		c.quote("cited passage", p.ID, p.Text)
	}
	c.groups(r)
	c.cells(r.Matrix)
	c.scope(r)
	return c.faults
}

type checker struct {
	lookup Lookup
	// cut is set where names may have been cut out of quotations.
	cut    bool
	faults []Fault
}

func (c *checker) fault(where, text, format string, args ...any) {
	c.faults = append(c.faults, Fault{where, text, fmt.Sprintf(format, args...)})
}

func (c *checker) statement(where string, s corpus.Statement) {
	if len(s.Cites) == 0 {
		c.fault(where, s.Text, "cites nothing")
	}
	for _, cite := range s.Cites {
		if !c.exists(cite) {
			c.fault(where, s.Text, "cites %s, which is not in the corpus", cite)
		}
	}
}

func (c *checker) exists(cite string) bool {
	if file, ok := strings.CutPrefix(cite, "ledger:"); ok {
		return c.lookup.File(file)
	}
	if strings.HasPrefix(cite, "withheld/") || c.lookup.Document(cite) {
		return true
	}
	_, ok := c.lookup.Passage(cite)
	return ok
}

func (c *checker) quote(where, passage, text string) {
	stored, ok := c.lookup.Passage(passage)
	switch {
	case !ok:
		c.fault(where, text, "passage %s is not in the corpus", passage)
	case !Verbatim(stored, text, c.cut):
		c.fault(where, text, "is not verbatim in %s%s", passage, Departure(stored, text))
	}
}

// Verbatim reports whether a quotation is in the stored text byte for byte;
// where names are cut out, each piece between the cuts, in their order.
func Verbatim(stored, text string, cut bool) bool {
	if text == "" {
		return false
	}
	if !cut || strings.Contains(stored, text) {
		return strings.Contains(stored, text)
	}
	for _, piece := range strings.Split(text, cutMark) {
		_, after, ok := strings.Cut(stored, piece)
		if !ok {
			return false
		}
		stored = after
	}
	return true
}

// Departure says from where on a quotation is not in the stored text, with a few
// words before it; "" where none of it is.
func Departure(stored, text string) string {
	n := sort.Search(len(text), func(n int) bool { return !strings.Contains(stored, text[:n+1]) })
	for n > 0 && n < len(text) && !utf8.RuneStart(text[n]) {
		n--
	}
	if n == 0 || n == len(text) {
		return ""
	}
	before, after := []rune(text[:n]), []rune(text[n:])
	return fmt.Sprintf(": it departs from it at %q", string(before[max(0, len(before)-15):])+"|"+string(after[:min(len(after), 30)]))
}

func (c *checker) groups(r corpus.Report) {
	at := numbered(r.Proposals)
	for _, g := range r.Groups {
		if !slices.ContainsFunc(at.of(g.Proposals), func(i int) bool { return r.Proposals[i].Quote == g.Gist }) {
			c.fault("group "+g.ID, g.Gist, "the gist is no proposal of the group")
		}
		for _, id := range g.Proposals {
			if _, ok := at[id]; !ok {
				c.fault("group "+g.ID, id, "is not in the register")
			}
		}
	}
}

func (c *checker) cells(m corpus.Matrix) {
	if want := len(m.Themes) * len(m.Sources); len(m.Cells) != want {
		c.fault("matrix", "", "%d cells where there should be %d", len(m.Cells), want)
	}
	for _, cell := range m.Cells {
		where := fmt.Sprintf("matrix, theme %d, %s", cell.Theme, cell.Source)
		rests := cell.State == corpus.CellAddressed || cell.State == corpus.CellCitedOnly
		if rests != (len(cell.Passages) > 0) {
			c.fault(where, string(cell.State), "rests on %d passages", len(cell.Passages))
		}
		for _, id := range cell.Passages {
			if _, ok := c.lookup.Passage(id); !ok {
				c.fault(where, string(cell.State), "passage %s is not in the corpus", id)
			}
		}
	}
}

// scope checks that every document and unread file is in the ledger too.
func (c *checker) scope(r corpus.Report) {
	symbols, files := make(set), make(set)
	for _, l := range r.Ledger {
		symbols[l.Symbol], files[l.File] = true, true
	}
	for _, d := range r.Scope.Documents {
		if !symbols[d.Symbol] {
			c.fault("documents", d.Symbol, "is missing in the ledger")
		}
		if !c.exists(d.Symbol) {
			c.fault("documents", d.Symbol, "is not in the corpus")
		}
	}
	for _, d := range r.Scope.NotRead {
		if !files[d.File] {
			c.fault("not read", d.File, "is missing in the ledger")
		}
	}
}
